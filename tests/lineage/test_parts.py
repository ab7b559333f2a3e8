"""The parts of the lineage by themselves: families, the tree, how evidence is weighed, and its tables."""

import pytest

from stemma.lineage.contested import contested
from stemma.lineage.evidence import ALL
from stemma.lineage.families import Publisher, families, known_publishers
from stemma.lineage.tables import table
from stemma.lineage.tree import tree
from stemma.lineage.weigh import explain, weigh, without
from stemma.links import link
from stemma.model import Branch
from tests.findings.build import reading

PUBLISHERS = (
    Publisher("Coast Papers", "owner", ("Evening Post", "The Coast Tribune")),
    Publisher("Portals", "transport", ("Daily Feed",)),
)


def test_a_family_is_named_where_two_of_it_are_in_the_story() -> None:
    post, tribune, feed = (
        reading(outlet, f"{outlet} writes.") for outlet in ("Evening Post", "Coast Tribune", "Daily Feed")
    )
    found = families([post, tribune, feed], PUBLISHERS)
    assert [(family.name, family.kind) for family in found.found] == [
        ("Coast Papers", "owner"),
        ("Portals", "transport"),
    ]
    assert found.alike(post.report.id, tribune.report.id)
    assert not found.alike(post.report.id, feed.report.id)
    assert found.transport == {feed.report.id}
    assert families([post], PUBLISHERS).found == ()


def test_the_table_of_families_names_each_once_and_kinds_that_are_known() -> None:
    known = known_publishers()
    assert len({publisher.name for publisher in known}) == len(known) >= 40
    assert {publisher.kind for publisher in known} == {"owner", "editions", "transport"}
    assert all(len(set(publisher.outlets)) == len(publisher.outlets) > 0 for publisher in known)


def test_each_report_has_its_most_probable_parent() -> None:
    found = tree(["a", "b", "c"], [("b", "a", 0.9), ("c", "b", 0.7), ("c", "a", 0.6), ("c", "Wire", 0.1)])
    assert found == (Branch("a", "", 1.0), Branch("b", "a", 0.9), Branch("c", "b", 0.7, "a", 0.6))


def test_what_is_less_probable_than_own_reporting_is_no_parent() -> None:
    (branch,) = tree(["a"], [("a", "Wire", 0.4)])
    assert branch == Branch("a", "", 0.6, "Wire", 0.4)


def test_a_circle_is_broken_where_it_costs_least() -> None:
    found = tree(["a", "b", "c"], [("a", "c", 0.6), ("b", "a", 0.9), ("c", "b", 0.8), ("a", "Wire", 0.65)])
    assert {branch.report: branch.parent for branch in found} == {"a": "Wire", "b": "a", "c": "b"}


def test_of_two_that_surely_share_one_rests_on_the_other() -> None:
    found = tree(["a", "b"], [("a", "b", 0.44), ("b", "a", 0.46)])
    assert {branch.report: branch.parent for branch in found} == {"a": "", "b": "a"}


def test_no_evidence_is_neither_for_nor_against() -> None:
    names = list(table("weights")["statement"]["features"])
    nothing = dict.fromkeys(names)
    assert weigh("statement", nothing) == weigh("statement", {})
    assert explain("statement", nothing) == ()
    spoken = {**nothing, "credited": 1.0}
    assert weigh("statement", spoken) > weigh("statement", nothing)
    assert [feature.name for feature in explain("statement", spoken)] == ["credited"]
    assert without("statement", spoken, ALL - {"credits"}) == nothing


def test_an_unknown_feature_is_an_error() -> None:
    with pytest.raises(KeyError):
        weigh("statement", {"gut feeling": 1.0})


@pytest.mark.parametrize("question", sorted(table("weights")))
def test_every_feature_has_a_reason_and_a_kind_of_evidence(question: str) -> None:
    for row in table("weights")[question]["features"].values():
        assert row["reason"]
        assert row["evidence"] in ALL


def test_sure_kin_that_nothing_else_joins_have_the_likeliest_parent_though_it_is_unsure() -> None:
    unsure = [("b", "a", 0.45), ("b", "c", 0.4)]
    assert {branch.report: branch.parent for branch in tree(["a", "b", "c"], unsure)} == {"a": "", "b": "", "c": ""}
    found = tree(["a", "b", "c"], unsure, kin=[("a", "b")])
    assert {branch.report: branch.parent for branch in found} == {"a": "", "b": "a", "c": ""}


def test_kin_that_are_joined_through_a_third_get_no_edge_more() -> None:
    given = [("b", "a", 0.9), ("c", "a", 0.8), ("c", "b", 0.3), ("a", "c", 0.3)]
    found = tree(["a", "b", "c"], given, kin=[("b", "c")])
    assert {branch.report: branch.parent for branch in found} == {"a": "", "b": "a", "c": "a"}


def figures_contested(*texts: str) -> set[frozenset[str]]:
    """The words of the mentions whose figures are against one another, of reports that tell one line each."""
    readings = [reading(f"Outlet {chr(ord('A') + number)}", told) for number, told in enumerate(texts)]
    found = contested(readings, link(readings), {each.report.id for each in readings})
    return {frozenset(holder.report for holder in each.holders.values()) for each in found}


def test_two_figures_for_one_thing_contest_each_other() -> None:
    assert len(figures_contested("The ferry carried 125 passengers.", "The ferry carried 152 passengers.")) == 2


@pytest.mark.parametrize(
    "texts",
    [
        (
            "The train took the Weirham bend at 94 mph.\nEach train may take the Weirham bend at 45 mph.",
            "The train took the Weirham bend at 94 mph.",
        ),
        ("The ferry company carried 125 passengers.", "The ferry company carried 152 dollars."),
    ],
    ids=["a report tells both", "other units"],
)
def test_figures_that_tell_two_things_do_not_contest_each_other(texts: tuple[str, ...]) -> None:
    assert figures_contested(*texts) == set()
