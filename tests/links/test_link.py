"""Which mentions are one claim: words, gates, the features that explain a score, and the groups."""

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.links import link
from stemma.links.candidates import MOST_HOLDERS, candidates
from stemma.links.entries import lay
from stemma.links.features import TABLE, weights
from stemma.links.link import WITHIN
from stemma.model import DisagreementKind, Link, Mention, Reading
from stemma.values.rarity import rarity
from tests.findings.build import claims_with, mentions, outlets, reading, story, words

FIRE = (
    reading("Harbour Herald", "A faulty heater caused the Larkfield fire. Twelve hens died. A fox was seen."),
    reading("Coast Tribune", "The Larkfield fire was caused by a faulty heater. Thirty hens died."),
    reading("Evening Post", "The Larkfield fire was not caused by a faulty heater. The mill will open in June."),
)


def only_link(left: str, right: str) -> Link:
    """The one link between two reports of one sentence each."""
    (found,) = link((reading("Harbour Herald", left), reading("Coast Tribune", right))).links
    return found


def test_the_same_claim_in_other_words_is_one_claim() -> None:
    told = story(*FIRE[:2])
    (found,) = claims_with(told, "A faulty heater caused the Larkfield fire")
    assert {words(told, m) for m in found.mentions} == {
        "A faulty heater caused the Larkfield fire.",
        "The Larkfield fire was caused by a faulty heater.",
    }


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        ("The Larkfield fire killed 14 sheep.", "The Larkfield fire killed 41 sheep.", "figure"),
        ("The insurer paid the Larkfield farmers.", "The insurer did not pay the Larkfield farmers.", "polarity"),
        (
            "The crew was ordered to evacuate the old mill in Larkfield.",
            "The crew evacuated the old mill in Larkfield.",
            "modality",
        ),
        ("The council will close the old lighthouse.", "The council closed the old lighthouse.", "modality"),
        (
            "The clerk hid the Larkfield inspection reports.",
            "Mayor Ina Roth denied that the clerk hid the Larkfield inspection reports.",
            "denial",
        ),
    ],
)
def test_gates_keep_near_mentions_apart_with_their_kind(left: str, right: str, kind: DisagreementKind) -> None:
    found = only_link(left, right)
    assert (found.relation, found.kind) == ("apart", kind)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The council will close the old lighthouse.", "The council closed the old lighthouse."),
        ("The insurer paid the Larkfield farmers.", "The insurer did not pay the Larkfield farmers."),
    ],
)
def test_what_differs_in_polarity_or_commitment_is_never_one_claim(left: str, right: str) -> None:
    told = story(reading("Harbour Herald", left), reading("Coast Tribune", right))
    assert all(len(claim.mentions) == 1 for claim in told.findings.claims)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Talks between the drivers and the yard are due to begin on Monday.",
            "Talks between the drivers and the yard were fixed for Monday.",
        ),
        (
            "The clerk denied that he had hidden the Larkfield inspection reports.",
            "The clerk did not hide the Larkfield inspection reports.",
        ),
        ("There is no trace of four Larkfield villagers.", "Four Larkfield villagers are missing."),
        ("The tally of Larkfield infections rose to 157.", "The bug has felled 157 people in Larkfield."),
    ],
)
def test_another_choice_of_words_keeps_nothing_apart(left: str, right: str) -> None:
    assert only_link(left, right).relation == "same"


def test_unlike_commitments_take_from_the_score() -> None:
    found = only_link(
        "Talks with the Kelm drivers are due on Monday.", "Talks with the Kelm drivers were fixed for Monday."
    )
    (firmness,) = [feature for feature in found.features if feature.name == "firmness"]
    assert firmness.value == -1
    assert firmness.weight > 0


def test_what_one_report_tells_side_by_side_is_near_only_where_it_is_very_near() -> None:
    sentences = (
        "The Larkfield fire killed 14 sheep. The Larkfield fire burned a barn. A heater caused the Larkfield fire."
    )
    assert all(each.score >= WITHIN for each in link((reading("Harbour Herald", sentences),)).links)
    apart = [reading(f"Paper {n}", f"{sentence.strip()}.") for n, sentence in enumerate(sentences.split(".")[:3])]
    assert any(each.score < WITHIN for each in link(apart).links)


def test_figures_that_do_not_fit_stand_under_one_claim() -> None:
    told = story(
        reading("Harbour Herald", "The Larkfield fire killed 14 sheep."),
        reading("Coast Tribune", "The Larkfield fire killed 41 sheep."),
    )
    (found,) = claims_with(told, "14 sheep")
    assert outlets(told, found) == {"Harbour Herald", "Coast Tribune"}


def test_a_rounder_figure_that_fits_is_the_same_claim() -> None:
    assert (
        only_link("The Larkfield fire killed about 50 sheep.", "The Larkfield fire killed 49 sheep.").relation == "same"
    )


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bishop blessed a lighthouse.", "A lighthouse needs paint and new windows."),
        ("Bakers baked bread on Sunday.", "Two cranes fell into the harbour."),
    ],
)
def test_one_shared_word_or_none_links_nothing(left: str, right: str) -> None:
    assert link((reading("Harbour Herald", left), reading("Coast Tribune", right))).links == ()


def test_the_features_of_a_link_explain_its_score() -> None:
    found = link(FIRE).links
    assert {each.kind for each in found} >= {None, "figure", "polarity"}
    for each in found:
        column = weights("same")
        assert [f.name for f in each.features] == [r.name for r, w in zip(TABLE, column.rows, strict=True) if w]
        told = [feature.value * feature.weight for feature in each.features if feature.value is not None]
        assert each.score == pytest.approx(1 / (1 + math.exp(-column.intercept - sum(told))))
        assert all(feature.reason for feature in each.features)


def test_the_same_words_are_one_claim_for_that_reason() -> None:
    found = only_link("The clerk hid the Larkfield reports.", "The clerk hid the Larkfield reports.")
    assert (found.relation, found.score) == ("same", 1.0)
    assert all(feature.reason for feature in found.features)
    assert found.features


def test_no_figures_are_no_evidence_rather_than_zero() -> None:
    found = only_link("A faulty heater caused the Larkfield fire.", "The Larkfield fire was caused by a faulty heater.")
    (figures,) = [feature for feature in found.features if feature.name == "figures"]
    assert figures.value is None


@given(st.permutations(FIRE))
@settings(max_examples=12)
def test_the_order_of_the_readings_changes_nothing(shuffled: list[Reading]) -> None:
    assert link(shuffled) == link(FIRE)


@given(st.lists(st.sampled_from(FIRE), unique_by=lambda each: each.report.id))
@settings(max_examples=20)
def test_the_groups_part_the_mentions(some: list[Reading]) -> None:
    grouped = [mention for group in link(some).groups for mention in group]
    assert sorted(grouped) == sorted(mention.id for each in some for mention in each.mentions)


def test_links_join_different_mentions_of_the_story() -> None:
    known = mentions(story(*FIRE))
    for each in link(FIRE).links:
        assert each.left < each.right
        assert {each.left, each.right} <= known.keys()


def worn(number: int) -> Mention:
    """A mention of which every word is common in the story, but for one of its own."""
    stems = ("lighthouse", "osterhaven", "north", "pier", "shut", "winter", "council", "storm", f"own{number}")
    return Mention(
        id=f"m{number:03}",
        report=f"r{number:03}",
        start=0,
        end=1,
        chain=(),
        attribution=None,
        quoted=False,
        headline=False,
        strength="says",
        negated=False,
        commitment="done",
        figures=(),
        dates=(),
        names=(),
        words=stems,
    )


def test_near_copies_are_found_though_all_their_words_are_common() -> None:
    told = [worn(number) for number in range(MOST_HOLDERS + 5)]
    rare = rarity(told)
    assert min(rare.spread[word] for word in told[0].words if not word.startswith("own")) > MOST_HOLDERS
    found = candidates(lay(told, rare))
    everything = set(combinations(range(len(told)), 2))
    assert set(found) <= everything
    assert {pair for pair in everything if pair[0] < MOST_HOLDERS} <= set(found)
    assert len(found) <= MOST_HOLDERS * len(told) < len(everything) * 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Maravel released version 4.2 of its chart software.", "Maravel released version 5.0 of its chart software."),
        ("The harbour board fired director Ana Roy.", "Director Ana Roy stepped down from the harbour board."),
        ("The general ordered the bridge at Kelm closed.", "The bridge at Kelm was closed."),
        ("The ministry may ban the pesticide Daxol.", "The ministry must ban the pesticide Daxol."),
        ("Police arrested Maria Roth in Larkfield.", "Police arrested Thomas Roth in Larkfield."),
        ("A tram hit a cyclist in Kelm on 3 March 2021.", "A tram hit a cyclist in Kelm on 9 May 2021."),
    ],
)
def test_what_is_nearly_the_same_is_another_claim(left: str, right: str) -> None:
    told = story(reading("Harbour Herald", left), reading("Coast Tribune", right))
    assert all(len(claim.mentions) == 1 for claim in told.findings.claims)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Two dock workers were killed by the blast.", "The explosion killed two dockers."),
        ("The airline cancelled all flights to Kelm.", "All flights to Kelm have been cancelled by the airline."),
        ("Nobody on the ferry was hurt.", "Everyone aboard the ferry was unharmed."),
    ],
)
def test_what_is_told_in_other_words_is_one_claim(left: str, right: str) -> None:
    told = story(reading("Harbour Herald", left), reading("Coast Tribune", right))
    assert [len(claim.mentions) for claim in told.findings.claims] == [2]
