"""Credits of agencies that no table knows, and words in capitals that are no credit."""

import pytest

from tests.documents.build import BODY, report


def credits(*lines: str, **fields: object) -> list[tuple[str, str]]:
    only = report(*lines, **fields)
    return [(credit.name, only.text[credit.start : credit.end]) for credit in only.credits]


@pytest.mark.parametrize(
    ("lines", "name", "words"),
    [
        (("HARBOUR TOWN, Lowland, Oct 22 (LNA) — " + BODY[0], *BODY[1:]), "LNA", "HARBOUR TOWN, Lowland, Oct 22 (LNA)"),
        (("HARBOUR (LNA) - " + BODY[0], *BODY[1:]), "LNA", "HARBOUR (LNA)"),
        (("(Lowland News Agency) - " + BODY[0], *BODY[1:]), "Lowland News Agency", "(Lowland News Agency)"),
        ((*BODY, "(LNA)"), "LNA", "(LNA)"),
        ((*BODY, "LNA"), "LNA", "LNA"),
        (("(LNA)", *BODY), "LNA", "(LNA)"),
        ((*BODY, "LNA, with staff"), "LNA", "LNA, with staff"),
        ((*BODY[:-1], BODY[-1] + " (LNA)"), "LNA", "(LNA)"),
        (
            (*BODY, "Additional reporting by Low News Agency"),
            "Low News Agency",
            "Additional reporting by Low News Agency",
        ),
        ((*BODY, "Low Wire contributed to this report."), "Low Wire", "Low Wire contributed to this report."),
        ((*BODY, "LNA contributed"), "LNA", "LNA contributed"),
        ((*BODY, "— Low Press Association"), "Low Press Association", "— Low Press Association"),
        ((*BODY, "[LNA]"), "LNA", "[LNA]"),
        ((*BODY, "Source: Low News Service"), "Low News Service", "Source: Low News Service"),
        ((*BODY, "Includes material from LNA."), "LNA", "Includes material from LNA."),
        (
            (*BODY, "This report draws on copy from the Low Press Bureau."),
            "Low Press Bureau",
            "This report draws on copy from the Low Press Bureau.",
        ),
        (("By Jane Doe, Low Press Association", *BODY), "Low Press Association", "By Jane Doe, Low Press Association"),
        (("By Jane Doe, Low Press Bureau", *BODY), "Low Press Bureau", "By Jane Doe, Low Press Bureau"),
        ((*BODY, "Jane Doe and LNA contributed to this story"), "LNA", "Jane Doe and LNA contributed to this story"),
        (("By Jane Doe, LNA", *BODY), "LNA", "By Jane Doe, LNA"),
        (("By Lowland Wire", *BODY), "Lowland Wire", "By Lowland Wire"),
        (("By Jo Roe, Low Press Agency (LPA)", *BODY), "Low Press Agency", "By Jo Roe, Low Press Agency (LPA)"),
        ((*BODY[:-1], BODY[-1] + " (with agencies)"), "agencies", "with agencies"),
        (("By Staff and agencies", *BODY), "agencies", "By Staff and agencies"),
    ],
)
def test_agencies_that_no_table_knows(lines: tuple[str, ...], name: str, words: str):
    assert credits(*lines) == [(name, words)]


@pytest.mark.parametrize(
    "line",
    [
        "The plan is that of Jo Roe (CEO) and of Harbour Works (HWK), whose shares fell.",
        "Harbour Works (HWK) — the builder of the old bridge — did not answer.",
        "HARBOUR WORKS OFFICE (HWO) — the builder's desk — did not answer.",
        "The general commands the north (NORTHCOM).",
        "The town has long been working with agencies to find the money.",
        "LNA contributed to the cost of the bridge, the clerk said.",
        "By JANE DOE",
        "By JANE DOE and JO ROE",
        "By Jane Doe, CEO",
        "FAQ",
        "JD",
        "NORTHCOM",
    ],
)
def test_capitals_that_are_no_credit(line: str):
    assert credits(line, *BODY) == []
    assert credits(*BODY[:3], line, *BODY[3:]) == []
    assert credits(*BODY, line) == []


def test_capitals_alone_in_the_middle_are_no_credit():
    assert credits(*BODY[:2], "LNA", *BODY[2:]) == []


def test_an_outlet_does_not_credit_itself_by_its_first_letters():
    lines = ("HARBOUR (LNA) - " + BODY[0], *BODY[1:], "Lowland News Agency contributed to this report.")
    assert credits(*lines, outlet="Lowland News Agency") == []
    assert credits(*lines, outlet="LNA") == []
    assert credits(*lines, outlet="The Harbour Post") == [("LNA", "HARBOUR (LNA)")]


def test_a_credited_agency_is_no_author():
    assert report("By Jane Doe and Lowland Wire", *BODY).authors == ("Jane Doe",)


def test_some_agencies_are_credited_by_the_text_alone():
    assert credits(*BODY, authors=["Press Association"]) == []
    assert credits(*BODY[:3], "The bridge at noon (PA)", *BODY[3:]) == []
    assert credits(*BODY, "PA", authors=["Press Association"]) == [("Press Association", "PA")]
