"""What holds for every lineage: order changes nothing, quotations prove nothing, the tree is a forest."""

from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.lineage import ALL, EvidenceKind, descend
from stemma.links import link
from stemma.model import Edge, Reading, Stemma
from tests.findings.build import reading

WORDING = {
    "store": "A heater set fire to sacks of barley that farmhands had stacked along the eastern wall of the store.",
    "crowd": "Forty firefighters from six villages fought the flames until dawn while neighbours carried chairs out.",
    "loss": "The owner reckons that the harvest of two years is gone and that nothing of it was insured at all.",
    "road": "Lorries had to wait on the ring road since hoses lay across it, and the dairy got its milk at noon.",
    "dog": "A sheepdog that belonged to the night watchman barked so loudly that everybody left in good time.",
    "smoke": "Children in the nearest school spent their morning in the gymnasium because of a thick yellow smoke.",
}
QUOTE = (
    "“We lost everything that we had stored for the winter and nobody from the council has called us or come to see "
    "what is left of the barley, the oats and the seed,” said Piet Olsen, the manager."
)
FORMULAS = "The investigation is continuing. The cause of the fire is not yet known. The police declined to comment."
MORE_FORMULAS = "It was not immediately clear how the fire began. No arrests have been made. The hearing continues."
OUTLETS = ("Evening Post", "Coast Tribune", "Harbour Herald", "Valley Gazette")


def told(*readings: Reading, evidence: frozenset[EvidenceKind] = ALL) -> Stemma:
    ordered = sorted(readings, key=lambda r: r.report.id)
    return descend(readings, link(ordered), evidence)


def text(keys: list[str]) -> str:
    return " ".join(WORDING[key] for key in keys)


def pairs(stemma: Stemma) -> set[tuple[str, str]]:
    return {(edge.report, edge.to) for edge in stemma.edges}


def joined(stemma: Stemma, left: Reading, right: Reading) -> bool:
    both = {left.report.id, right.report.id}
    return any(both in ({edge.report, edge.to}, {edge.report, edge.witness}) for edge in stemma.edges)


some_text = st.lists(st.sampled_from(sorted(WORDING)), min_size=1, max_size=5, unique=True).map(text)
some_days = st.sampled_from(["2024-03-03", "2024-03-04", ""])
some_readings = st.lists(st.tuples(some_text, some_days), min_size=1, max_size=4).map(
    lambda made: [reading(outlet, *each) for outlet, each in zip(OUTLETS, made, strict=False)]
)
slowly = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slowly
@given(some_text, some_days, some_days)
def test_a_verbatim_copy_is_found(words: str, first: str, second: str) -> None:
    left, right = reading("Evening Post", words, first), reading("Coast Tribune", words, second)
    assert joined(told(left, right), left, right)


@slowly
@given(some_readings)
def test_the_order_of_reading_changes_nothing(readings: list[Reading]) -> None:
    assert len({told(*order) for order in permutations(readings)}) == 1


@slowly
@given(some_readings)
def test_the_tree_is_a_forest_with_a_branch_for_each_report(readings: list[Reading]) -> None:
    tree = told(*readings).tree
    parent = {branch.report: branch.parent for branch in tree}
    assert parent.keys() == {each.report.id for each in readings}
    for report in parent:
        path = [report]
        while path[-1] in parent and parent[path[-1]]:
            path.append(parent[path[-1]])
            assert len(path) == len(set(path))


@slowly
@given(some_readings)
def test_probabilities_are_probabilities_and_doubts_are_no_edges(readings: list[Reading]) -> None:
    stemma = told(*readings)
    assert all(0.2 <= edge.probability <= 1 for edge in (*stemma.edges, *stemma.doubtful))
    assert all(edge.probability <= 0.5 for edge in stemma.doubtful)
    assert not pairs(stemma) & {(edge.report, edge.to) for edge in stemma.doubtful}


@slowly
@given(some_text, some_text)
def test_passages_lie_in_both_texts(one: str, other: str) -> None:
    readings = [reading("Evening Post", one), reading("Coast Tribune", other)]
    texts = {each.report.id: each.report.text for each in readings}
    for edge in told(*readings).edges:
        there = texts[edge.witness or edge.to]
        for passage in edge.passages:
            assert 0 <= passage.start < passage.end <= len(texts[edge.report])
            assert 0 <= passage.other_start < passage.other_end <= len(there)


@pytest.mark.parametrize("shared", [QUOTE, FORMULAS, MORE_FORMULAS], ids=["quotation", "formulas", "more formulas"])
def test_what_everybody_can_have_is_no_edge(shared: str) -> None:
    left = reading("Evening Post", f"{WORDING['store']} {shared}", "2024-03-03")
    right = reading("Coast Tribune", f"{WORDING['smoke']} {shared}", "2024-03-04")
    stemma = told(left, right)
    assert not joined(stemma, left, right)
    assert stemma.doubtful == ()


def copied() -> list[Reading]:
    return [
        reading("Meridian News Agency", text(["store", "crowd", "loss"]), "2024-03-03"),
        reading("Evening Post", f"{text(['store', 'crowd', 'loss'])}\n(Meridian News Agency)", "2024-03-04"),
        reading("Coast Tribune", f"{text(['road', 'dog'])} The Evening Post reported losses.", "2024-03-05"),
    ]


def kinds(edges: tuple[Edge, ...]) -> set[str]:
    return {edge.kind for edge in edges}


@pytest.mark.parametrize(("left_out", "kind"), [("credits", "credits"), ("citations", "cites"), ("wording", "reuses")])
def test_evidence_that_is_left_out_bears_no_edge(left_out: EvidenceKind, kind: str) -> None:
    everything = told(*copied())
    without = told(*copied(), evidence=ALL - {left_out})
    assert kind in kinds(everything.edges)
    assert kind not in kinds(without.edges)
    assert pairs(without) <= pairs(everything)


def test_without_any_evidence_every_report_stands_alone() -> None:
    stemma = told(*copied(), evidence=frozenset())
    assert not stemma.edges
    assert not stemma.doubtful
    assert not stemma.ancestors
    assert {branch.parent for branch in stemma.tree} == {""}


def test_a_print_that_credits_nobody_is_traced_to_the_agency_that_another_credits() -> None:
    words = text(["store", "crowd", "loss", "dog"])
    credited = reading("Evening Post", f"{words}\n(Meridian News Agency)", "2024-03-04")
    silent = reading("Coast Tribune", f"{words} {WORDING['road']}", "2024-03-04")
    found = [edge for edge in told(credited, silent).edges if edge.report == silent.report.id and edge.outside]
    assert [(edge.to, edge.kind, edge.witness) for edge in found] == [
        ("Meridian News Agency", "reuses", credited.report.id)
    ]


def test_a_reworded_copy_is_found() -> None:
    words = text(["store", "crowd", "loss", "dog"])
    changed = words.replace("set fire to", "ignited").replace("fought", "battled").replace("loudly", "hard")
    first, second = reading("Evening Post", words, "2024-03-03"), reading("Coast Tribune", changed, "2024-03-04")
    assert (second.report.id, first.report.id) in pairs(told(first, second))
