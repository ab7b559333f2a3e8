"""Which sources of a claim are one party: each rule in a small story whose reports give the claim in the same words."""

import pytest

from stemma.model import Origin
from tests.findings.build import claims_with, reading, unrelated

TOLD = "the turbine at Weir Hall had been switched off before the flood"
OUTLETS = ("Harbour Herald", "Coast Tribune", "Evening Post")
ELSEWHERE = (
    "Children sang in the market square on Saturday while the brass band played.",
    "A bakery opens next week beside the old tannery, its owner hopes.",
    "The ferry to Sorn sails again in June after a winter of repairs.",
)


def origins(*sentences: str) -> list[Origin]:
    """The sure origins of what the reports tell, one report for each of `sentences`."""
    reports = [
        reading(OUTLETS[number], f"{sentence}\n{ELSEWHERE[number]}", f"2024-03-0{number + 4}")
        for number, sentence in enumerate(sentences)
    ]
    (found,) = claims_with(unrelated(*reports), "turbine at Weir Hall")
    return [origin for origin in found.origins if origin.sure]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Halden Power said {TOLD}.", f"The power company said {TOLD}."),
        (f"Halden Power said {TOLD}.", f"A company spokesman said {TOLD}."),
        (f"The Sorn Port Authority said {TOLD}.", f"A port authority spokeswoman said {TOLD}."),
        (f"The transport ministry said {TOLD}.", f"Ilse Brand, the transport minister, said {TOLD}."),
        (f"The Weather Service said {TOLD}.", f"A forecaster at the Weather Service said {TOLD}."),
        (f"The town council said {TOLD}.", f"Mayor Piet Olsen said {TOLD}."),
        (f"The government said {TOLD}.", f"The transport ministry said {TOLD}."),
        (f"The Locomotive Drivers’ Union said {TOLD}.", f"A spokesman for the drivers’ union said {TOLD}."),
        (f"Marlpit Road Infirmary said {TOLD}.", f"An infirmary spokeswoman said {TOLD}."),
        (f"The Food Safety Inspectorate said {TOLD}.", f"A food safety official said {TOLD}."),
        (f"Orrell Farm Foods said {TOLD}.", f"Ilse Brand, who has run Orrell Farm Foods since 2019, said {TOLD}."),
        (f"The Department of Health said {TOLD}.", f"Ilse Brand, the health secretary, said {TOLD}."),
        (f"Ann Lee’s lawyer said {TOLD}.", f"A spokesman for Ann Lee said {TOLD}."),
        (f"Sorn town council said {TOLD}.", f"A spokeswoman for Sorn town council said {TOLD}."),
        (f"The Premier Division said {TOLD}.", f"A league official said {TOLD}."),
        (f"Halden Power said {TOLD}.", f"Lawyers for Halden Power said {TOLD}."),
        (f"A spokesman for the prosecutor said {TOLD}.", f"A spokesman for the prosecutor said {TOLD}."),
        (f"Ann Lee’s family office said {TOLD}.", f"Representatives of Ann Lee said {TOLD}."),
        (
            f"The Department of Health was silent. A spokesman for Health Secretary Ann Lee said {TOLD}.",
            f"Piet Olsen, who ran the minister’s private office, said {TOLD}.",
        ),
    ],
)
def test_two_names_for_one_party_are_one_origin(first: str, second: str) -> None:
    assert len(origins(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"Halden Power said {TOLD}.", f"A union spokesman said {TOLD}."),
        (f"The transport ministry said {TOLD}.", f"The foreign ministry said {TOLD}."),
        (f"The Department of Health said {TOLD}.", f"A food safety official said {TOLD}."),
        (
            f"Ilse Brand, a nurse at Sorn County Hospital, said {TOLD}.",
            f"Piet Olsen, a nurse at Sorn County Hospital, said {TOLD}.",
        ),
    ],
)
def test_two_parties_stay_two(first: str, second: str) -> None:
    assert len(origins(first, second)) == 2


def test_a_ministry_is_the_government_that_a_report_gives_its_name() -> None:
    named = f"The Government of Costa Rica said {TOLD}."
    assert len(origins(named, f"The government said {TOLD}.", f"The transport ministry said {TOLD}.")) == 1


def test_a_bare_word_that_two_parties_could_mean_joins_neither() -> None:
    found = origins(
        f"Halden Power said {TOLD}.", f"Sorn Electric Company said {TOLD}.", f"The power company said {TOLD}."
    )
    assert len(found) == 3


def test_the_outlets_that_heard_a_source_are_its_witnesses() -> None:
    (found,) = origins(
        f"Fire chief Mara Dunn said {TOLD}.",
        f"Mara Dunn, the fire chief, said {TOLD}.",
        f"T{TOLD[1:]}, the Coast Tribune reported, citing fire chief Mara Dunn.",
    )
    assert set(found.witnesses) == {"Harbour Herald", "Coast Tribune"}
