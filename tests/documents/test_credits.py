"""Credits, datelines and authors."""

import pytest

from stemma.model import Report
from tests.documents import build
from tests.documents.build import report

BODY = build.BODY[:5]  # So short that all but the first line stand at its foot.


def names(found: Report) -> list[str]:
    assert all(found.text[credit.start : credit.end].strip() for credit in found.credits if credit.end)
    return [credit.name for credit in found.credits]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("WASHINGTON (AP) — " + BODY[0], *BODY[1:]), ["The Associated Press"]),
        (("SAN JOSE, Dec 31 (Reuters) - " + BODY[0], *BODY[1:]), ["Reuters"]),
        (("(Reuters) - " + BODY[0], *BODY[1:]), ["Reuters"]),
        (("By Jane Doe, Press Association", *BODY), ["Press Association"]),
        (("By The Associated Press", *BODY), ["The Associated Press"]),
        (("By JANE DOE, Associated Press", *BODY), ["The Associated Press"]),
        ((*BODY, "Copyright 2018 The Associated Press. All rights reserved."), ["The Associated Press"]),
        ((*BODY, "Reuters - Ap - Afp"), ["AFP", "Reuters", "The Associated Press"]),
        ((*BODY, "jm/dm (AFP, dpa)"), ["AFP", "dpa"]),
        ((*BODY[:-1], BODY[-1] + " (AFP)"), ["AFP"]),
        ((*BODY, "Additional reporting from agencies"), ["agencies"]),
        ((*BODY, "With agencies"), ["agencies"]),
        ((*BODY, "The Associated Press contributed to this report."), ["The Associated Press"]),
        ((*BODY, "AFP contributed to this report"), ["AFP"]),
        (
            (*BODY, "Associated Press writers Jo Roe in Paris and Al Poe in St. Louis contributed."),
            ["The Associated Press"],
        ),
        ((*BODY, "Information from: Harbour Times, http://harbour.example"), ["Harbour Times"]),
        ((*BODY, "This article originally appeared on Harbour Times."), ["Harbour Times"]),
        ((*BODY, "This piece was first carried by the Harbour Times."), ["Harbour Times"]),
        ((*BODY, "A version of this report ran in the Harbour Times."), ["Harbour Times"]),
        ((*BODY, "Republished from the Harbour Times."), ["Harbour Times"]),
        ((*BODY, "Reproduced with permission from The Harbour Times."), ["The Harbour Times"]),
        ((*BODY, "The Harbour Times was the first to publish this report."), ["The Harbour Times"]),
        ((*BODY, "This report draws on copy from Reuters."), ["Reuters"]),
        ((*BODY, "Includes material from AFP."), ["AFP"]),
        ((*BODY, "Reporting for this article was supplied by the Associated Press."), ["The Associated Press"]),
        ((*BODY, "Source: Reuters"), ["Reuters"]),
        (("Xinhua | Updated: 2017-09-15 17:52", *BODY), ["Xinhua"]),
    ],
)
def test_credits_of_a_whole_text(lines: tuple[str, ...], expected: list[str]):
    assert names(report(*lines)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The bridge at noon (Photo: AP)",
        "The bridge at noon in an undated picture (Reuters)",
        "Ada Brook/Getty Images",
        "Image copyright AFP Image caption The bridge at noon",
        "Ada Brook told The Associated Press that the vote was fair.",
        "Reuters first reported the vote on Sunday.",
        "The plan was first published on Sunday.",
        "The book was reprinted by popular demand.",
        "Source: Harbour Town council, all figures for May",
    ],
)
def test_pictures_and_sources_are_no_credits(line: str):
    assert names(report(*BODY[:3], line, *BODY[3:])) == []


def test_an_agency_does_not_credit_itself():
    lines = ("HARBOUR TOWN, May 12 (Reuters) - " + BODY[0], *BODY[1:])
    assert names(report(*lines, source_domain="uk.reuters.com")) == []
    assert names(report(*lines, source_domain="www.dailymail.co.uk")) == ["Reuters"]


def test_an_agency_in_the_author_field_stands_nowhere_in_the_text():
    found = report(*BODY, authors=["The Associated Press"])
    assert [(credit.name, credit.start, credit.end) for credit in found.credits] == [("The Associated Press", 0, 0)]
    assert found.authors == ()
    assert report(*BODY, authors=["Jane Doe", "Getty Images", "Reuters"]).credits == ()


@pytest.mark.parametrize(
    ("start", "place"),
    [
        ("KUNDUZ, Afghanistan — ", "KUNDUZ, Afghanistan"),
        ("SAN JOSE, Dec 31 (Reuters) - ", "SAN JOSE"),
        ("WASHINGTON (AP) — ", "WASHINGTON"),
        ("ERIE, Pa. (AP) — ", "ERIE, Pa."),
        ("SEOUL/UNITED NATIONS, Aug 30 (Reuters) - ", "SEOUL/UNITED NATIONS"),
        ("Harbour Town, Northland (AFP) – ", "Harbour Town, Northland"),
        ("PARIS — ", "PARIS"),
        ("NEW YORK — ", "NEW YORK"),
        ("NEW VIDEO — ", ""),
        ("FILE - ", ""),
        ("(Reuters) - ", ""),
        ("", ""),
        ("Self-driving ferries — ", ""),
    ],
)
def test_datelines(start: str, place: str):
    assert report(start + BODY[0], *BODY[1:]).dateline == place


def test_bylines_in_the_text_name_authors():
    found = report("By Jane Doe and John O’Roe", *BODY, byline="Ada Brook")
    assert found.authors == ("Ada Brook", "Jane Doe", "John O’Roe")
