"""Prints of one text count as one text, whoever is added to them."""

import pytest

from stemma.findings.desk import lay
from stemma.findings.roots import root
from stemma.model import Edge, Passage, Reading, Span, Stemma
from stemma.pipeline import compare
from tests.findings.build import reading
from tests.lineage.test_laws import WORDING, text

STORE = text(["store", "crowd", "loss", "road", "dog", "smoke", "store", "crowd", "loss"])


def told(*readings: Reading) -> Stemma:
    return compare(readings).stemma


def surely(stemma: Stemma) -> set[tuple[str, str]]:
    return {(edge.report, edge.to) for edge in stemma.edges}


@pytest.mark.parametrize(
    ("first", "other"),
    [
        (reading("Evening Post", f"{STORE} He told the Evening Post.", "2024-03-04"), "Averell Courier"),
        (reading("Meridian News Agency", STORE, "2024-03-04"), "Averell Courier"),
        (reading("Evening Post", STORE, "2024-03-04T10:00:00Z"), "Averell Courier"),
    ],
    ids=["its text names it", "an agency", "its hour is known"],
)
def test_of_two_prints_of_one_day_the_likelier_one_was_first(first: Reading, other: str) -> None:
    copy = reading(other, first.report.text, "2024-03-04")
    rests = surely(told(first, copy))
    assert rests == {(copy.report.id, first.report.id)}


def test_what_one_print_says_holds_for_the_text() -> None:
    """A third report that takes a passage from the text rests on it, whichever print it names."""
    first = reading("Evening Post", STORE, "2024-03-03")
    copy = reading("Averell Courier", STORE, "2024-03-04")
    third = reading("Coast Tribune", f"{WORDING['smoke']} The Averell Courier reported it.", "2024-03-05")
    rests = surely(told(first, copy, third))
    assert (copy.report.id, first.report.id) in rests or (first.report.id, copy.report.id) in rests
    assert (third.report.id, copy.report.id) in rests


def test_a_print_more_changes_nothing_between_the_others() -> None:
    one = reading("Evening Post", text(["store", "crowd", "loss"]), "2024-03-03")
    other = reading("Coast Tribune", text(["crowd", "loss", "dog"]), "2024-03-03")
    copies = [reading(f"{place} Mail", one.report.text, "2024-03-03") for place in ("Upland", "Inland", "Harbour")]
    both = {one.report.id, other.report.id}
    found = [surely(told(one, other, *copies[:number])) for number in range(4)]
    between = [{pair for pair in pairs if {*pair} <= both} for pairs in found]
    joined = [any(other.report.id in pair for pair in pairs) for pairs in found]
    assert len(set(joined)) == 1
    assert between[0] or not joined[0]


def test_words_that_the_copied_report_has_from_a_third_are_traced_to_that_one() -> None:
    """Even where the copied report was not read as telling the same claim: the claim's origin is the third."""
    words = text(["store", "crowd", "loss", "road"])
    wire = reading("Meridian News Agency", words, "2024-03-03")
    paper = reading("Evening Post", words, "2024-03-04")
    found = compare((wire, paper, reading("Coast Tribune", words, "2024-03-05")))
    mention = next(m for m in found.readings[-1].mentions if m.stance == "claim")
    passage = Passage(0, len(words), 0, len(words))
    links = (("Coast Tribune", "Evening Post"), ("Evening Post", "Meridian News Agency"))
    ids = {each.report.outlet: each.report.id for each in found.readings}
    edges = tuple(
        Edge(ids[report], ids[to], False, "reuses", Span(0, 9), (passage,), "shares its wording", 0.9)
        for report, to in links
    )
    desk = lay(found.readings, found.links, Stemma(edges, (), ())).with_claims([mention.id])
    assert root(desk, mention).key == "own:meridian news agency"
