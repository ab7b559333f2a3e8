"""The count, rule by rule: each a small story and the [min, max] that it must have."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.findings import find
from stemma.model import Claim, Edge, Origin, Reading, Span, Stemma, Story
from tests.findings.build import claim, mentions, outlets, reading, sentences, story, unrelated

FAILED = "The Larkfield grain store had failed two safety inspections"
PASSAGE = (
    "The Larkfield grain store burned to the ground on Saturday night after a heater set fire to sacks of barley "
    "stacked along its eastern wall. Forty firefighters from six villages fought the flames until dawn."
)


# What each report tells besides, so that none is a copy of another.
BESIDES = {
    "Harbour Herald": "The ferry will sail again in June.",
    "Coast Tribune": "Children sang in the market square.",
    "Evening Post": "A new bakery opens next week.",
}


def failed(outlet: str, end: str, day: str = "2024-03-04", before: str = "") -> Reading:
    """A report that says the store had failed its inspections, with what goes before and after that."""
    return reading(outlet, f"{before}{FAILED}{end}\n{BESIDES[outlet]}", day)


def counted(*readings: Reading) -> tuple[Story, Claim]:
    """The story, and its claim that the store had failed; every report carries it."""
    told = unrelated(*readings)
    found = claim(told, FAILED)
    assert outlets(told, found) == {each.report.outlet for each in readings}
    return told, found


def independent(*readings: Reading) -> tuple[int, int]:
    return counted(*readings)[1].independent


def origin(found: Claim, part: str) -> Origin:
    (one,) = [each for each in found.origins if part in each.name]
    return one


def test_a_named_source_that_tells_two_outlets_is_one_origin() -> None:
    chief = ", fire chief Mara Dunn said."
    assert independent(failed("Harbour Herald", chief), failed("Coast Tribune", chief)) == (1, 1)


def test_two_named_sources_are_two() -> None:
    herald = failed("Harbour Herald", ", fire chief Mara Dunn said.")
    assert independent(herald, failed("Coast Tribune", ", said the store’s manager Piet Olsen.")) == (2, 2)


def test_an_unnamed_group_is_one_origin_for_each_outlet_that_spoke_to_it() -> None:
    two = failed("Harbour Herald", ", two people familiar with the matter said.")
    three = failed("Coast Tribune", ", three people familiar with the matter said.")
    assert independent(two, three) == (2, 2)


def test_an_unnamed_group_cited_through_another_outlet_is_that_outlets() -> None:
    herald = failed("Harbour Herald", ", two people familiar with the matter said.")
    tribune = failed("Coast Tribune", ", the Harbour Herald reported, citing two people familiar with the matter.")
    assert independent(herald, tribune) == (1, 1)


def test_an_outlet_cited_without_its_source_leads_on_to_the_source_in_its_report() -> None:
    herald = failed("Harbour Herald", ", fire chief Mara Dunn said.")
    _, found = counted(herald, failed("Coast Tribune", ", the Harbour Herald reported.", "2024-03-05"))
    assert found.independent == (1, 1)
    assert [each.name for each in found.origins] == ["Mara Dunn"]


def test_two_outlets_that_have_it_from_each_other_are_one_origin() -> None:
    herald = failed("Harbour Herald", ", the Coast Tribune reported.")
    assert independent(herald, failed("Coast Tribune", ", according to the Harbour Herald.")) == (1, 1)


def test_an_outlet_that_only_has_it_from_its_copy_tells_it_in_its_own_voice() -> None:
    herald = failed("Harbour Herald", f", the Coast Tribune reported.\n{FAILED}.")
    tribune = failed("Coast Tribune", ", according to the Harbour Herald.")
    _, found = counted(herald, tribune)
    assert found.independent == (1, 1)
    assert [(each.name, each.sure) for each in found.origins] == [("Harbour Herald, own voice", False)]


def test_unnamed_officials_of_a_named_body_are_that_body() -> None:
    officials = failed("Harbour Herald", ", officials of the Fire Safety Agency said.")
    one = failed("Coast Tribune", ", a Fire Safety Agency official said.")
    _, found = counted(officials, one)
    assert found.independent == (1, 1)
    assert [each.name for each in found.origins] == ["Fire Safety Agency"]


def test_officials_of_no_named_body_are_one_origin_for_each_outlet() -> None:
    officials = ", officials said."
    assert independent(failed("Harbour Herald", officials), failed("Coast Tribune", officials)) == (2, 2)


def test_a_body_and_its_named_spokeswoman_are_one() -> None:
    agency = failed("Harbour Herald", ", the Fire Safety Agency said.")
    voice = failed("Coast Tribune", ", said Lena Voss, a spokeswoman for the Fire Safety Agency.")
    assert independent(agency, voice) == (1, 1)


def test_a_public_act_told_by_own_voices_counts_once() -> None:
    told = unrelated(
        reading("Harbour Herald", "The Larkfield Council banned fireworks near grain stores."),
        reading("Coast Tribune", "The Larkfield Council has banned fireworks near all grain stores."),
    )
    found = claim(told, "Larkfield Council banned")
    assert len(found.mentions) == 2
    assert found.independent == (1, 1)
    assert found.reasons == (
        "At least 1: Larkfield Council made it known by a public act.",
        "At most 1: it is a public act of Larkfield Council, and whoever tells of it has it from the act.",
    )


def test_whom_something_is_done_to_is_not_who_does_it() -> None:
    told = unrelated(
        reading("Harbour Herald", "Weirham Mills is being sued by 102 households over the flood."),
        reading("Coast Tribune", "Weirham Mills is being sued over the flood by 102 households."),
    )
    assert claim(told, "being sued by").independent == (1, 2)


def test_an_own_voice_beside_a_named_source_could_have_it_from_somebody_else() -> None:
    _, found = counted(failed("Harbour Herald", ", fire chief Mara Dunn said."), failed("Coast Tribune", "."))
    assert found.independent == (1, 2)
    own = origin(found, "Coast Tribune, own voice")
    assert own.counted
    assert not own.sure
    assert "At most 2: Coast Tribune tells it in its own voice and could have it from others." in found.reasons


def test_own_voices_alone_have_one_origin_at_least() -> None:
    assert independent(failed("Harbour Herald", "."), failed("Coast Tribune", ".")) == (1, 2)


def test_first_hand_observation_is_a_sure_origin() -> None:
    told = unrelated(
        reading("Harbour Herald", "Our reporter saw two cranes fall into the Osterhaven harbour."),
        reading("Coast Tribune", "Two cranes fell into the Osterhaven harbour."),
    )
    found = claim(told, "Two cranes fell")
    assert found.independent == (1, 2)
    assert origin(found, "Harbour Herald").sure


def test_an_own_voice_whose_passage_rests_on_the_counted_source_adds_nothing() -> None:
    herald = failed("Harbour Herald", ", fire chief Mara Dunn said.")
    before = "Fire chief Mara Dunn said the blaze began in the cellar. "
    _, found = counted(herald, failed("Coast Tribune", ".", before=before))
    assert found.independent == (1, 1)
    assert "rests on Mara Dunn" in origin(found, "Coast Tribune").reason


def test_a_passage_rests_on_the_counted_source_under_another_name_of_it() -> None:
    herald = failed("Harbour Herald", ", the Larkfield Fire and Rescue Service said.")
    before = "A spokesman for the fire service said the blaze began in the cellar. "
    assert independent(herald, failed("Coast Tribune", ".", before=before)) == (1, 1)


def test_an_own_voice_rests_on_nobody_where_it_also_stands_apart_from_the_source() -> None:
    herald = failed("Harbour Herald", ", fire chief Mara Dunn said.")
    before = f"{FAILED}.\nFire chief Mara Dunn said the blaze began in the cellar. "
    assert independent(herald, failed("Coast Tribune", ".", before=before)) == (1, 2)


def test_what_an_agency_is_cited_for_leads_on_to_the_source_in_a_print_of_its_text() -> None:
    wire = f"{PASSAGE}\n{FAILED}, fire chief Mara Dunn said.\n(Corvane News Agency)"
    cites = failed("Coast Tribune", ", the Corvane News Agency reported.", "2024-03-05")
    found = claim(story(reading("Harbour Herald", wire), cites), FAILED)
    assert found.independent == (1, 1)
    assert [each.name for each in found.origins] == ["Mara Dunn"]


def test_a_copy_of_an_agency_that_leaves_out_whose_word_it_is_has_it_as_others_print_it() -> None:
    told, _ = counted(failed("Harbour Herald", ", fire chief Mara Dunn said."), failed("Evening Post", "."))
    prints = tuple(Edge(r.report.id, "Corvane News Agency", True, "credits", Span(0, 1)) for r in told.readings)
    findings = find(told.readings, told.links, Stemma(prints, (), ()))
    assert claim(replace(told, findings=findings), FAILED).independent == (1, 1)


def test_seeing_told_of_in_the_next_paragraph_is_no_seeing() -> None:
    told = unrelated(
        reading("Harbour Herald", "Two cranes fell into the Osterhaven harbour.\nOur reporter saw smoke. It rose."),
        reading("Coast Tribune", "Two cranes fell into the Osterhaven harbour."),
    )
    assert not origin(claim(told, "Two cranes fell"), "Harbour Herald").sure


def test_a_public_act_is_known_by_what_is_worded_afresh_not_by_its_copies() -> None:
    copied = "The Larkfield Council stopped all fireworks near grain stores."
    told = unrelated(
        reading("Harbour Herald", copied),
        reading("Evening Post", copied),
        reading("Coast Tribune", "The Larkfield Council has banned all fireworks near grain stores."),
    )
    found = claim(told, "Larkfield Council has banned")
    assert (len(found.mentions), found.independent) == (3, (1, 1))


RULINGS = ["dismissed the plea for a halt to", "threw out a plea for a halt to", "declined to stop"]


@pytest.mark.parametrize("told", RULINGS)
def test_a_ruling_is_a_public_act(told: str) -> None:
    herald = reading("Harbour Herald", f"The Sorn Labour Court {told} the strike of the ferry crews.")
    tribune = reading("Coast Tribune", f"On Monday, the Sorn Labour Court {told} the strike of the ferry crews.")
    found = claim(unrelated(herald, tribune), "On Monday")
    assert (len(found.mentions), found.independent) == (2, (1, 1))


ACTS = [
    (
        "A recall by Orrell Foods covers 12,000 packs of cooked ham",
        "Orrell Foods called back 12,000 packs of cooked ham",
    ),
    ("Mara Dunn quit as Sorn port director on Monday", "Mara Dunn stepped down as Sorn port director on Monday"),
    (
        "The prime minister picked Piet Olsen as the new fisheries secretary",
        "Piet Olsen has been named the new fisheries secretary",
    ),
    (
        "Sorn Council is under formal investigation by the Office for Data Rights",
        "The Office for Data Rights served Sorn Council with notice of a formal investigation",
    ),
]


@pytest.mark.parametrize(("first", "second"), ACTS)
def test_recalls_and_appointments_are_public_acts(first: str, second: str) -> None:
    told = unrelated(reading("Harbour Herald", f"{first}."), reading("Coast Tribune", f"{second}."))
    found = claim(told, first)
    assert (len(found.mentions), found.independent) == (2, (1, 1))


def test_own_voice_prints_of_an_agency_are_one_origin() -> None:
    told = story(
        reading("Coast Tribune", f"{PASSAGE}\n(AP)"),
        reading("Harbour Herald", f"Nobody was hurt. {PASSAGE} (AP)"),
        reading("Evening Post", "The Larkfield grain store burned to the ground on Saturday night. (AP)"),
    )
    found = claim(told, "Forty firefighters")
    assert found.independent == (1, 1)
    assert [each.name for each in found.origins] == ["The Associated Press, own voice"]


SOURCES = (
    failed("Harbour Herald", ", fire chief Mara Dunn said. The mill next door was saved by its own pump, she said."),
    failed("Coast Tribune", ". The cellar was full of barley. The council had known of it since May, a clerk said."),
    failed("Evening Post", ", two people familiar with the matter said. The owner, Piet Olsen, denied the claim."),
    reading("Valley Gazette", f"{PASSAGE} {FAILED}, according to the Harbour Herald.", "2024-03-05"),
    reading("Inland Mirror", f"{PASSAGE} Neighbours watched from the churchyard.", "2024-03-05"),
)


@given(
    st.lists(st.sampled_from(SOURCES), min_size=1, unique_by=lambda each: each.report.id),
    st.integers(0, len(SOURCES) - 1),
    st.sampled_from(["2024-03-04", "2024-03-05", "2024-04-01"]),
)
@settings(max_examples=60)
def test_adding_a_verbatim_copy_never_raises_a_count(some: list[Reading], which: int, day: str) -> None:
    """Where the copy is later, or as old as the report that it copies."""
    copied = some[which % len(some)].report
    copy = reading("Copycat Courier", copied.text, max(day, str(copied.dating.earliest)))
    before, after = story(*some), story(*some, copy)
    holders = {m: each for each in after.findings.claims for m in each.mentions}
    added = {mention.id for mention in copy.mentions}
    for old in before.findings.claims:
        new = {holders[m].id: holders[m] for m in old.mentions}
        for each in new.values():
            if set(each.mentions) - added <= set(old.mentions):
                assert each.independent[0] <= old.independent[0]
                assert each.independent[1] <= old.independent[1]


@given(st.lists(st.sampled_from(SOURCES), min_size=1, unique_by=lambda each: each.report.id))
@settings(max_examples=30)
def test_the_count_is_in_order_and_says_why(some: list[Reading]) -> None:
    told = story(*some)
    known = mentions(told)
    for each in told.findings.claims:
        low, high = each.independent
        assert 1 <= low <= high
        assert sum(o.sure for o in each.origins) <= low <= max(1, len(each.origins))
        assert each.reasons[0].startswith(f"At least {low}: ")
        assert each.reasons[1].startswith(f"At most {high}: ")
        assert all(line.endswith(".") for line in each.reasons)
        assert sentences((*each.reasons, *(p.what for p in each.pivots), *(o.reason for o in each.origins)))
        assert all(p.independent != each.independent and 0 < p.probability <= 1 for p in each.pivots)
        assert {m for o in each.origins for m in o.mentions} <= set(each.mentions) <= known.keys()
