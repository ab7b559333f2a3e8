"""What would change a count, and the laws of one speaker and of links that are cut."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.findings import find
from stemma.model import Claim, Edge, Link, Passage, Span, Stemma, Story
from tests.findings.build import claim, claims_with, reading, story, unrelated

TOLD = "the turbine at Weir Hall had been switched off before the flood"
OUTLETS = ("Harbour Herald", "Coast Tribune", "Evening Post", "Valley Gazette", "Inland Mirror")


@given(st.integers(2, len(OUTLETS)))
@settings(max_examples=4, deadline=None)
def test_one_speaker_told_by_many_outlets_is_one_origin_with_many_witnesses(number: int) -> None:
    reports = [reading(outlet, f"Fire chief Mara Dunn said {TOLD}.") for outlet in OUTLETS[:number]]
    found = claim(unrelated(*reports), TOLD[4:])
    assert found.independent == (1, 1)
    assert set(found.origins[0].witnesses) == set(OUTLETS[:number])


def own_voices() -> Story:
    """Three reports that tell a claim in their own voice, and nothing to say who rests on whom."""
    return unrelated(*(reading(outlet, f"T{TOLD[1:]}.\nA note by the {outlet}.") for outlet in OUTLETS[:3]))


def turbine(told: Story, stemma: Stemma, links: tuple[Link, ...] = ()) -> Claim:
    """The claim about the turbine, with this lineage."""
    known = replace(told.links, links=links or told.links.links)
    return claim(replace(told, findings=find(told.readings, known, stemma)), TOLD[4:])


def edge(told: Story, probability: float) -> Edge:
    first, second, _ = (each.report for each in told.readings)
    return Edge(second.id, first.id, False, "credits", Span(0, 5), probability=probability)


def test_a_doubtful_edge_shows_what_the_count_would_be_with_it() -> None:
    told = own_voices()
    found = turbine(told, Stemma((), (), (), doubtful=(edge(told, 0.4),)))
    assert found.independent == (1, 3)
    (pivot,) = [each for each in found.pivots if each.kind == "doubtful edge"]
    assert (pivot.independent, pivot.probability) == ((1, 2), 0.4)


def test_an_edge_shows_what_the_count_would_be_without_it() -> None:
    told = own_voices()
    found = turbine(told, Stemma((edge(told, 0.7),), (), ()))
    assert found.independent == (1, 2)
    (pivot,) = [each for each in found.pivots if each.kind == "edge"]
    assert (pivot.independent, pivot.probability) == ((1, 3), 0.3)


def test_two_reports_that_may_copy_each_other_are_one_voice() -> None:
    told = own_voices()
    first, second, _ = (each.report for each in told.readings)
    there, back = edge(told, 0.45), replace(edge(told, 0.45), report=first.id, to=second.id)
    passage = Passage(0, len(TOLD), 0, len(TOLD))
    ways = tuple(replace(each, kind="reuses", passages=(passage,)) for each in (there, back))
    assert turbine(told, Stemma((), (), (), doubtful=ways)).independent == (1, 2)


def test_a_claim_of_one_report_hangs_on_nothing() -> None:
    (found,) = claims_with(story(reading("Harbour Herald", f"T{TOLD[1:]}.")), "turbine")
    assert found.pivots == ()


def test_a_weak_link_shows_what_becomes_of_the_parts() -> None:
    told = own_voices()
    weak = tuple(replace(link, score=min(link.score, 0.6)) for link in told.links.links)
    links = [each for each in turbine(told, Stemma((), (), ()), links=weak).pivots if each.kind == "link"]
    assert [each.probability for each in links] == [0.4, 0.4]
    assert all(each.independent == (1, 2) and "falls in two" in each.what for each in links)


def test_reports_before_a_claim_was_told_do_not_leave_it_out() -> None:
    late = f"T{TOLD[1:]}."
    told = story(
        reading("Harbour Herald", "The market at Sorn opened on Friday with songs.", "2024-03-01"),
        reading("Coast Tribune", late, "2024-03-04"),
        reading("Evening Post", f"{late} Nobody had warned the mill.", "2024-03-05"),
        reading("Valley Gazette", "A bakery at Sorn opens beside the old tannery.", "2024-03-06"),
    )
    about = claim(told, TOLD[4:]).id
    silent = {each.report for each in told.findings.omissions if (each.kind, each.claim) == ("claim", about)}
    outlets = {each.report.id: each.report.outlet for each in told.readings}
    assert {outlets[report] for report in silent} == {"Valley Gazette"}
