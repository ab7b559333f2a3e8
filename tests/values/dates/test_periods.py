"""The calendar: facts that anybody can look up, and laws."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.values.dates import periods, timex


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2024, 3, 31), (2038, 4, 25)]
)
def test_easter(year, month, day):
    assert periods.easter(year) == date(year, month, day)


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_in_spring(year):
    sunday = periods.easter(year)
    assert sunday.weekday() == 6
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("arguments", "day"),
    [
        ((2024, 11, 3, 4), date(2024, 11, 28)),
        ((2024, 9, 0, 1), date(2024, 9, 2)),
        ((2024, 5, 0, 5), date(2024, 5, 27)),
        ((2023, 5, 0, 5), date(2023, 5, 29)),
    ],
)
def test_the_nth_weekday_of_a_month(arguments, day):
    assert periods.nth_weekday(*arguments) == (day, day)


DAYS = st.dates(date(1583, 1, 1), date(9000, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "half", "year", "decade", "century"])


@given(DAYS, UNITS)
def test_a_unit_holds_its_day_and_the_next_begins_where_it_ends(day, unit):
    first, last = periods.unit(unit, day)
    assert first <= day <= last
    assert periods.unit(unit, day, 1)[0] == last + timedelta(days=1)
    assert periods.unit(unit, day, -1)[1] == first - timedelta(days=1)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]))
def test_days_of_one_unit_have_one_value(day, form):
    first, last = periods.unit(form, day) if form != "season" else (day, day)
    assert timex.written(form, first, last) == timex.written(form, last, last)


def test_the_iso_year_of_a_week_may_be_another():
    assert timex.written("week", date(2024, 12, 30), date(2025, 1, 5)) == "2025-W01"


@pytest.mark.parametrize(
    ("length", "first", "days"),
    [
        ("P9M", True, (date(2021, 1, 1), date(2021, 9, 30))),
        ("P3M", False, (date(2021, 10, 1), date(2021, 12, 31))),
        ("P2W", True, (date(2021, 1, 1), date(2021, 1, 14))),
        ("P10D", False, (date(2021, 12, 22), date(2021, 12, 31))),
        ("PT3H", True, None),
        ("PXM", True, None),
    ],
)
def test_the_edge_of_a_year(length, first, days):
    assert periods.edge_of(periods.years(2021), length, first=first) == days


@pytest.mark.parametrize(
    ("number", "unit", "value"),
    [
        (3, "day", "P3D"),
        (1.5, "year", "P1Y6M"),
        (0.5, "hour", "PT30M"),
        (2.5, "day", "P2DT12H"),
        (0.25, "century", "P25Y"),
        (1.25, "year", "P1.25Y"),
        (None, "hour", "PTXH"),
        (None, "decade", "PXY"),
    ],
)
def test_lengths(number, unit, value):
    assert timex.length(number, unit) == value


def test_lengths_together():
    assert timex.together("P2Y", "P3M", "P10D") == "P2Y3M10D"
    assert timex.together("P1D", "PT2H", "PT5M") == "P1DT2H5M"
