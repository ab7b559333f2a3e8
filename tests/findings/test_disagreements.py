"""Where reports differ, and in what way: one small story for each kind."""

import pytest

from stemma.model import Disagreement, DisagreementKind, Reading
from tests.findings.build import disagreements, mentions, reading, sentences, sides, story


def only(*readings: Reading) -> Disagreement:
    """The one disagreement of a story, with its sides in different reports and a reason."""
    told = story(*readings)
    (found,) = told.findings.disagreements
    assert len({side.report for side in found.sides}) > 1
    for side in found.sides:
        mention = mentions(told)[side.mention]
        assert mention.report == side.report
        assert mention.start <= side.start < side.end <= mention.end
    assert sentences((found.about, found.reason))
    return found


def pair(left: str, right: str, day: str = "2024-03-04") -> Disagreement:
    """The one disagreement between two reports of a sentence each, the second published on `day`."""
    return only(reading("Harbour Herald", left, "2024-03-04"), reading("Coast Tribune", right, day))


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "The Larkfield fire killed 14 sheep, farmer Otto Lind said.",
            "The Larkfield fire killed 41 sheep, fire chief Mara Dunn said.",
            "figure",
        ),
        (
            "The insurer paid the Larkfield farmers for their lost barley.",
            "The insurer did not pay the Larkfield farmers for their lost barley.",
            "polarity",
        ),
        (
            "The auction of the Larkfield barn took place on March 1.",
            "The auction of the Larkfield barn took place on March 2.",
            "date",
        ),
        (
            "The fire at the Larkfield mill broke out at about 10.40pm on Tuesday.",
            "The fire at the Larkfield mill broke out shortly after 9pm on Tuesday.",
            "date",
        ),
        ("The barge sank in Hamburg on Monday night.", "The barge sank in Rotterdam on Monday night.", "place"),
        (
            "A driver rammed a truck into the gate of the Larkfield mill.",
            "A driver rammed a car into the gate of the Larkfield mill.",
            "identity",
        ),
        (
            "Ina Roth named the Larkfield mill a monument on March 1.",
            "Tom Brack named the Larkfield mill a monument on March 1.",
            "identity",
        ),
        (
            "The clerk Tom Brack said the council was warned about the leaking tanks.",
            "The council received no warning about the leaking tanks, mayor Ina Roth said.",
            "denial",
        ),
        (
            "Osterhaven Dairy made an initial $103 billion offer for Larkfield Mills.",
            "Larkfield Mills rejected Osterhaven Dairy's original $105 billion offer.",
            "figure",
        ),
    ],
)
def test_readings_that_cannot_both_hold_are_a_conflict_of_their_kind(
    left: str, right: str, kind: DisagreementKind
) -> None:
    found = pair(left, right)
    assert (found.kind, found.conflict) == (kind, True)


def test_what_is_ordered_and_what_is_done_are_named_in_the_reason() -> None:
    found = pair(
        "The council ordered police to evacuate the mill and the school.", "Police evacuated the mill and the school."
    )
    assert (found.kind, found.conflict) == ("modality", False)  # both can be right: first the order, then the deed
    assert "ordered" in found.reason
    assert "done" in found.reason


@pytest.mark.parametrize(
    ("left", "right", "kind"),
    [
        (
            "The inquiry into the cause of the Larkfield fire will begin on Monday.",
            "The inquiry into the cause of the Larkfield fire has begun.",
            "modality",
        ),
        ("Osterhaven Dairy shares fell 6.6 percent.", "Osterhaven Dairy shares fell 1.5 percent.", "scope"),
        ("Larkfield mill sold 300 sacks on Monday.", "Larkfield mill sold 450 sacks on Friday.", "scope"),
        (
            "The ferry company lost contact with the barge Anna Lind.",
            "The ferry company regained contact with the barge Anna Lind.",
            "update",
        ),
        (
            "The Larkfield mill held about 900 tonnes of grain, miller Otto Lind said.",
            "The Larkfield mill held at least 650 tonnes of grain, the farm ministry said.",
            "figure",
        ),
    ],
)
def test_readings_that_can_both_hold_are_no_conflict(left: str, right: str, kind: DisagreementKind) -> None:
    found = pair(left, right)
    assert (found.kind, found.conflict) == (kind, False)


def test_a_count_of_victims_that_rises_from_report_to_report_is_one_update() -> None:
    told = story(
        reading("Harbour Herald", "The fire at the Larkfield hostel killed at least two people.", "2024-03-04"),
        reading("Coast Tribune", "The fire at the Larkfield hostel killed at least four people.", "2024-03-05"),
        reading("Inland Echo", "The fire at the Larkfield hostel killed six people.", "2024-03-06"),
    )
    (found,) = told.findings.disagreements
    assert (found.kind, len(found.sides)) == ("update", 3)


def test_two_parties_figures_in_one_report_are_rivals() -> None:
    both = (
        "The Larkfield mill held at least 650 tonnes of grain, the farm ministry said. "
        "The Larkfield mill held about 900 tonnes of grain, said Otto Lind of the millers' union."
    )
    (found,) = story(reading("Harbour Herald", both)).findings.disagreements
    assert (found.kind, found.conflict) == ("figure", False)


def test_figures_that_one_report_tells_side_by_side_are_two_things() -> None:
    told = story(
        reading("Harbour Herald", "Osterhaven Dairy offered $82 million, up from a first offer of $70 million."),
        reading("Coast Tribune", "Osterhaven Dairy offered $70 million."),
    )
    assert told.findings.disagreements == ()


def test_a_later_report_that_says_the_count_rose_is_an_update() -> None:
    found = pair(
        "The fire at the Larkfield hostel killed 12 people, police said.",
        "The death toll from the fire at the Larkfield hostel rose to 15 people, police said.",
        "2024-03-06",
    )
    assert (found.kind, found.conflict) == ("update", False)


def test_a_later_report_of_the_same_outlet_supersedes() -> None:
    found = only(
        reading("Harbour Herald", "The Larkfield fire killed 14 sheep.", "2024-03-04"),
        reading("Harbour Herald", "The Larkfield fire killed 11 sheep.", "2024-03-06"),
    )
    assert (found.kind, found.conflict) == ("update", False)


def test_estimates_of_two_sources_are_no_conflict() -> None:
    found = pair(
        "The Larkfield barn fire killed about 200 hens, farmer Otto Lind said.",
        "The Larkfield barn fire killed some 350 hens, fire chief Mara Dunn estimated.",
    )
    assert (found.kind, found.conflict) == ("figure", False)
    assert "estimates" in found.reason


def test_counts_over_different_periods_differ_in_scope() -> None:
    found = pair(
        "Barn fires killed 225,000 animals in Larkfield since 2015, the Farm Agency said.",
        "Barn fires killed 82,000 animals in Larkfield in the year to January, the Farm Agency said.",
    )
    assert (found.kind, found.conflict) == ("scope", False)


def test_a_denial_stands_against_what_is_denied_once() -> None:
    clerk = "The Larkfield council had hidden the inspection reports, the clerk Tom Brack said."
    told = story(
        reading("Coast Tribune", clerk),
        reading(
            "Harbour Herald", "Mayor Ina Roth denied that the Larkfield council had hidden the inspection reports."
        ),
    )
    (found,) = told.findings.disagreements
    assert (found.kind, found.conflict) == ("denial", True)
    assert "Ina Roth" in found.reason
    assert sides(told, found) == {
        "The Larkfield council had hidden the inspection reports",
        "the Larkfield council had hidden the inspection reports",
    }


def test_a_denial_answers_what_somebody_claims_before_what_a_report_tells() -> None:
    told = story(
        reading(
            "Coast Tribune",
            "The council inspected the Larkfield tanks last year. "
            "Clerk Tom Brack said the council had known of the leaking Larkfield tanks.",
        ),
        reading("Harbour Herald", "Mayor Ina Roth denied that the council had known of leaking tanks in Larkfield."),
    )
    (found,) = disagreements(told, "denial")
    assert "the council had known of the leaking Larkfield tanks" in sides(told, found)
    assert not any("inspected" in words for words in sides(told, found))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bakery in Osterhaven sold 300 loaves.", "Police in Larkfield closed two lanes for an hour."),
        ("The mayor opened a playground.", "A fox did not cross the motorway."),
        ("The fire killed 14 sheep.", "The bakery sold 300 loaves."),
        ("The school will open in June.", "The mill opened in 1903."),
        ("The fire at the Larkfield hostel killed 12 people.", "The fire at the Osterhaven hostel killed 30 people."),
        ("Otto Lind, the Larkfield farmer, lost 14 sheep.", "Otto Lind, the Osterhaven banker, lost 41 votes."),
        (
            "The Lumen 3 rocket launched from Larkfield on March 1.",
            "The Lumen 4 rocket launched from Larkfield on March 9.",
        ),
        ("Osterhaven released Lumen 3 with 40 new functions.", "Osterhaven released Lumen 4 with 90 new functions."),
        (
            "The 21,000-tonne ship burned in Larkfield.",
            "The ship that burned in Larkfield carried 650 tonnes of grain.",
        ),
    ],
)
def test_sentences_about_different_things_do_not_disagree(left: str, right: str) -> None:
    assert story(reading("Harbour Herald", left), reading("Coast Tribune", right)).findings.disagreements == ()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Larkfield fire killed about 50 sheep.", "The Larkfield fire killed 49 sheep."),
        ("The Larkfield fire broke out in mid-September.", "The Larkfield fire broke out in mid-September 2023."),
        ("The fire caused by a heater killed 14 sheep.", "A heater caused the fire that killed 14 sheep."),
        ("Two locals were killed in the Larkfield fire.", "Twelve people were killed in the Larkfield fire."),
        ("All hostel staff in Larkfield were unhurt.", "No hostel staff in Larkfield were hurt."),
        ("The club had not won the Larkfield cup since 1908.", "The club won the Larkfield cup on Wednesday."),
    ],
)
def test_readings_that_fit_do_not_disagree(left: str, right: str) -> None:
    told = story(reading("Harbour Herald", left), reading("Coast Tribune", right))
    assert told.findings.disagreements == ()


def test_a_weekday_of_reports_far_apart_is_no_other_day() -> None:
    told = story(
        reading("Harbour Herald", "The Larkfield fire broke out on Monday.", "2024-03-06"),
        reading("Coast Tribune", "The Larkfield fire broke out on Monday morning.", "2024-03-20"),
    )
    assert told.findings.disagreements == ()


def test_a_copy_of_a_report_adds_no_disagreement() -> None:
    left = reading("Harbour Herald", "The Larkfield fire killed 14 sheep, farmer Otto Lind said.")
    right = reading("Coast Tribune", "The Larkfield fire killed 41 sheep, fire chief Mara Dunn said.")
    copied = reading("Inland Echo", "The Larkfield fire killed 41 sheep, fire chief Mara Dunn said.")
    (one,), (with_copy,) = story(left, right).findings.disagreements, story(left, right, copied).findings.disagreements
    assert (with_copy.kind, with_copy.conflict) == (one.kind, one.conflict)
    assert {side.mention for side in one.sides} < {side.mention for side in with_copy.sides}


def test_the_order_of_reading_changes_no_disagreement() -> None:
    readings = [
        reading("Harbour Herald", "The Larkfield fire killed 14 sheep, farmer Otto Lind said."),
        reading("Coast Tribune", "The Larkfield fire killed 41 sheep, fire chief Mara Dunn said."),
        reading("Inland Echo", "The Larkfield fire broke out at 9pm. It killed about 20 sheep, the vet Jo Hall said."),
    ]
    assert story(*readings).findings.disagreements == story(*reversed(readings)).findings.disagreements


def test_one_report_does_not_disagree_with_itself() -> None:
    told = story(reading("Harbour Herald", "The Larkfield fire killed 14 sheep. The Larkfield fire killed 41 sheep."))
    assert disagreements(told, "figure") == []
