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


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The bakery in Osterhaven sold 300 loaves.", "Police in Larkfield closed two lanes for an hour."),
        ("The mayor opened a playground.", "A fox did not cross the motorway."),
        ("The fire killed 14 sheep.", "The bakery sold 300 loaves."),
        ("The school will open in June.", "The mill opened in 1903."),
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
    ],
)
def test_readings_that_fit_do_not_disagree(left: str, right: str) -> None:
    told = story(reading("Harbour Herald", left), reading("Coast Tribune", right))
    assert told.findings.disagreements == ()


def test_one_report_does_not_disagree_with_itself() -> None:
    told = story(reading("Harbour Herald", "The Larkfield fire killed 14 sheep. The Larkfield fire killed 41 sheep."))
    assert disagreements(told, "figure") == []
