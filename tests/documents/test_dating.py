"""Dates of publication: as given in many forms, from the address, the dateline and the text itself."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.documents.dating import day_in
from stemma.documents.days import days_of
from stemma.model import Dating
from tests.documents.build import report


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "moment"),
    [
        ("2018-02-05", date(2018, 2, 5), date(2018, 2, 5), ""),
        ("2018-02-05T14:36:13", date(2018, 2, 5), date(2018, 2, 5), ""),
        ("2018-02-05T23:36:13-05:00", date(2018, 2, 5), date(2018, 2, 5), "2018-02-05T23:36:13-05:00"),
        ("2018-02-05T14:36:13Z", date(2018, 2, 5), date(2018, 2, 5), "2018-02-05T14:36:13+00:00"),
        ("2018-02-05 14:36:13 UTC", date(2018, 2, 5), date(2018, 2, 5), "2018-02-05T14:36:13+00:00"),
        ("Mon, 05 Feb 2018 14:36:13 GMT", date(2018, 2, 5), date(2018, 2, 5), "2018-02-05T14:36:13+00:00"),
        ("12 May 2025", date(2025, 5, 12), date(2025, 5, 12), ""),
        ("May 12th, 2025", date(2025, 5, 12), date(2025, 5, 12), ""),
        ("Saturday, July 26, 2025, 02:19:00 PM", date(2025, 7, 26), date(2025, 7, 26), ""),
        ("20250512", date(2025, 5, 12), date(2025, 5, 12), ""),
        ("2025/5/2", date(2025, 5, 2), date(2025, 5, 2), ""),
        ("25/12/2024", date(2024, 12, 25), date(2024, 12, 25), ""),
        ("5/12/2024", date(2024, 5, 12), date(2024, 12, 5), ""),
        ("May 2025", date(2025, 5, 1), date(2025, 5, 31), ""),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), ""),
        ("1517841373", date(2018, 2, 5), date(2018, 2, 5), "2018-02-05T14:36:13+00:00"),
        ("1517841373000", date(2018, 2, 5), date(2018, 2, 5), "2018-02-05T14:36:13+00:00"),
    ],
)
def test_forms_of_dates(text: str, earliest: date, latest: date, moment: str):
    found = days_of(text)
    assert found is not None
    assert (found.earliest, found.latest, found.moment) == (earliest, latest, moment)


@pytest.mark.parametrize("text", ["", "yesterday", "2018-02-31", "99/99/2020", "a" * 10_000, "12 Smarch 2025"])
def test_what_is_no_date(text: str):
    assert days_of(text) is None


@given(st.text(max_size=80))
def test_no_field_is_too_strange(text: str):
    found = days_of(text)
    assert found is None or found.earliest <= found.latest


@given(st.dates(min_value=date(1901, 1, 1), max_value=date(2099, 12, 31)))
def test_a_day_written_is_the_day_read(day: date):
    for text in (
        day.isoformat(),
        f"{day:%d %B %Y}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%a, %d %b %Y} 10:00:00 +0000",
    ):
        found = days_of(text)
        assert found is not None
        assert (found.earliest, found.latest) == (day, day)


def test_addresses():
    assert day_in("https://a.example/news/2018/02/05/bridge") == days_of("2018-02-05")
    assert day_in("https://a.example/2018/feb/05/bridge") == days_of("2018-02-05")
    assert day_in("https://a.example/2018/02/45/bridge") is None
    assert day_in("https://a.example/news/bridge-2018") is None


TEXT = "The bridge was closed by the council of the town, and nobody knows for how long it will be so."


def test_a_given_date_comes_before_the_address_and_nonsense_is_passed_over():
    both = report(TEXT, date="2018-02-05", url="https://a.example/2018/02/06/bridge").dating
    assert both == Dating(date(2018, 2, 5), date(2018, 2, 5), "given")
    nonsense = report(TEXT, date="soon", url="https://a.example/2018/02/06/bridge").dating
    assert nonsense == Dating(date(2018, 2, 6), date(2018, 2, 6), "url")


def test_nothing_known_is_unknown():
    assert report(TEXT).dating == Dating(None, None, "none")
    assert report("HARBOUR TOWN, May 12 (Reuters) - " + TEXT).dating == Dating(None, None, "none")


def test_a_dateline_has_the_year_of_the_text():
    found = report(
        "HARBOUR TOWN, May 12 (Reuters) - The bridge, which was closed in March 2024, will open by July 2024."
    )
    assert (found.dating.earliest, found.dating.latest, found.dating.source) == (
        date(2024, 5, 12),
        date(2024, 5, 12),
        "dateline",
    )
    (span,) = found.dating.evidence
    assert found.text[span.start : span.end] == "HARBOUR TOWN, May 12 (Reuters)"


def test_a_text_lies_between_what_it_looks_back_on_and_what_it_looks_ahead_to():
    found = report(
        "The plans for the new harbour are to be ready by mid-October, the council said.\n"
        "They were discussed at a May meeting, and in February the province promised to pay.\n"
        "“It will be built,” the harbour master said in September.\n"
        "The council’s 2024 review called the old harbour a danger to ships.\n"
    )
    assert (found.dating.earliest, found.dating.latest) == (date(2024, 9, 20), date(2024, 10, 10))
    assert found.dating.source == "text"
    assert [found.text[span.start : span.end] for span in found.dating.evidence] == ["mid-October", "September", "2024"]


def test_dated_teasers_in_the_furniture_are_evidence():
    found = report(
        f"{TEXT}\nIt is to reopen by mid-October.\nRelated News\nFerry Runs\nMonday, March 10, 2025, 12:56:00 PM\n"
        "Mill Burns Down\nSaturday, July 26, 2025, 02:19:00 PM"
    )
    assert (found.dating.earliest, found.dating.latest) == (date(2025, 7, 26), date(2025, 10, 10))


def test_years_on_both_sides_give_a_wide_interval():
    found = report("The bridge was closed in February 2025. It is expected to open by mid-September 2025.")
    assert (found.dating.earliest, found.dating.latest) == (date(2025, 2, 20), date(2025, 9, 10))


def test_a_look_back_alone_leaves_the_end_open():
    found = report("The bridge was closed on 3 May 2024, and the council said in June 2024 that nobody was to blame.")
    assert (found.dating.earliest, found.dating.latest) == (date(2024, 6, 20), None)


def test_verbs_and_names_that_look_like_months():
    assert (
        report(
            "It may be closed for good, said April Brook on the March of Time, which was founded in 1931."
        ).dating.earliest
        is None
    )
