"""Kinds and TIMEX3 values of expressions of time: dates, hours, durations, sets, words for past and future."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.values.dates import date_spans, find_dates

# A Thursday.
PUBLISHED = date(2024, 10, 17)

# The expression in brackets, its kind and its value.
CASES = """
The ferry sank [today]. | date | 2024-10-17
The ferry sank on [Monday]. | date | 2024-10-14
The ferry sank [last week]. | date | 2024-W41
The ferry sank over [the weekend]. | date | 2024-W41-WE
The ferry sank in [February]. | date | 2024-02
The ferry sank [early this month]. | date | 2024-10
The ferry sank in [the third quarter]. | date | 2024-Q3
The ferry line grew in [the second half of 2023]. | date | 2023-H2
The ferry sank [last winter]. | date | 2023-WI
The ferry sank in [the summer of 2019]. | date | 2019-SU
The ferry sank [last year]. | date | 2023
The ferry sank in [the 1990s]. | date | 199
The ferry sank in [the '60s]. | date | 196
The ferry sank in [the nineties]. | date | 199
The ferry sank in [the 19th century]. | date | 18
The ferry sank [a year ago]. | date | 2023
The ferry sank [two weeks ago]. | date | 2024-W40
The ferry sank [two years and three months ago]. | date | 2022
Ferries sank in [the past three weeks]. | date | P3W
Ferries sank over [the past year]. | date | 2023
Ferries sank in [the last three months of 2023]. | date | P3M
Ferries sank in [recent weeks]. | date | PXW
Ferries sank in [the year to date]. | date | 2024
Ferries sank [from May to July 2024]. | date | 2024-05-01/2024-07-31
It will sail [the week after next]. | date | 2024-W44
It sank on [the first Friday of May 2020]. | date | 2020-05-01
It sank on [Easter Monday 2024]. | date | 2024-04-01
It sank on [Memorial Day]. | date | 2024-05-27
It was sunk in [the week of March 4]. | date | 2024-W10
It sank on [May eighth]. | date | 2024-05-08
It sank in [nineteen ninety-seven]. | date | 1997
It sank in [the year 2000]. | date | 2000
The deal closes by [year-end]. | date | 2024
The ferry sank [Wednesday night]. | time | 2024-10-16TNI
The ferry sank [last night]. | time | 2024-10-16TNI
The ferry sank [this morning]. | time | 2024-10-17TMO
The ferry sank at [10:35 p.m. on Monday]. | time | 2024-10-14T22:35
The ferry sank on [Monday at 6 a.m.] and again. | time | 2024-10-14T06:00
The ferry sank at [noon Tuesday]. | time | 2024-10-15T12:00
The ferry sank on the [night of May 3, 2021]. | time | 2021-05-03TNI
The ferry sank at [4 in the morning]. | time | 2024-10-17T04:00
The ferry sank at [10:35]. | time | 2024-10-17T10:35
The ferry sank at [0735 GMT]. | time | 2024-10-17T07:35
The ferry sank at [12 a.m.] and was lost. | time | 2024-10-17T00:00
It took [three weeks]. | duration | P3W
It took [a day]. | duration | P1D
It took [two and a half years]. | duration | P2Y6M
It took [5 1/2 hours]. | duration | PT5H30M
It took [half an hour]. | duration | PT30M
It took [twenty-four hours]. | duration | PT24H
It took [a decade]. | duration | P10Y
It took [two centuries]. | duration | P200Y
It took [a fortnight]. | duration | P2W
It took [several years]. | duration | PXY
He served [two years, three months and ten days]. | duration | P2Y3M10D
He served [a year and six months]. | duration | P1Y6M
A [two-day] visit ended. | duration | P2D
A [decades-long] feud ended. | duration | PXY
The [week-long] strike ended. | duration | P1W
It went on [all week]. | duration | P1W
It took [more than two hours]. | duration | PT2H
It was the worst flood in [a quarter of a century]. | duration | P25Y
It died [ten minutes later]. | duration | PT10M
He calls [every day]. | set | P1D
He calls [every two weeks]. | set | P2W
He calls [every other year]. | set | P2Y
He calls [daily]. | set | P1D
He calls [twice a month]. | set | P1M
He calls [every Monday]. | set | XXXX-WXX-1
He calls on [Sundays]. | set | XXXX-WXX-7
He calls on [Tuesday nights]. | set | XXXX-WXX-2TNI
He calls [each July]. | set | XXXX-07
He calls [every summer]. | set | XXXX-SU
He calls [every Monday at 9 a.m.] or so. | set | XXXX-WXX-1T09:00
He calls [every morning]. | set | XXXX-XX-XXTMO
He is [now] a baker. | date | PRESENT_REF
He [recently] left. | date | PAST_REF
It may be so in [the future]. | date | FUTURE_REF
""".strip().splitlines()


@pytest.mark.parametrize("line", CASES)
def test_an_expression_has_this_kind_and_value(line):
    marked, kind, value = (part.strip() for part in line.split("|"))
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    assert [(text[each.start : each.end], each.kind, each.value) for each in found] == [(text[start:end], kind, value)]
    if kind in {"duration", "set"} or value.endswith("_REF"):
        assert found[0].earliest is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It sank on Monday.", "XXXX-WXX-1"),
        ("It sank on May 12.", "XXXX-05-12"),
        ("It sank in July.", "XXXX-07"),
        ("It sank on Friday at 10 p.m. as feared.", "XXXX-WXX-5T22:00"),
        ("It sank yesterday.", ""),
    ],
)
def test_without_an_anchor_a_value_leaves_the_year_open(text, value):
    (when,) = find_dates(text, [(0, len(text))], None)
    assert (when.earliest, when.latest, when.value) == (None, None, value)


def test_a_value_that_depends_on_which_day_it_was_is_unknown():
    text = "It sank yesterday, in 2019."
    yesterday, year = find_dates(text, [(0, len(text))], (PUBLISHED, date(2024, 10, 20)))
    assert (yesterday.value, year.value) == ("", "2019")
    assert (yesterday.earliest, yesterday.latest) == (date(2024, 10, 16), date(2024, 10, 19))


def test_both_ends_of_a_stretch_can_be_kept_apart():
    text = "It rained from May to July 2024 and in the nine months ended March 31, 2023."
    apart = find_dates(text, [(0, len(text))], None, ends_apart=True)
    assert [each.value for each in apart] == ["XXXX-05", "2024-07", "P9M", "2023-03-31"]
    joined = find_dates(text, [(0, len(text))], None)
    assert [(each.earliest, each.latest) for each in joined] == [
        (date(2024, 5, 1), date(2024, 7, 31)),
        (date(2022, 7, 1), date(2023, 3, 31)),
    ]


def test_the_places_of_dates_leave_out_what_is_no_date():
    text = "On May 3 it took three weeks, and on every Monday two men came at 9 a.m. and left."
    assert [text[start:end] for start, end in date_spans(text, 0, len(text))] == ["May 3", "9 a.m."]


NUMBERS = {2: "two", 5: "five", 11: "eleven", 20: "twenty", 36: "thirty-six", 99: "ninety-nine"}
UNITS = {"minutes": "PT{}M", "hours": "PT{}H", "days": "P{}D", "weeks": "P{}W", "months": "P{}M", "years": "P{}Y"}


@given(st.sampled_from(sorted(NUMBERS)), st.sampled_from(sorted(UNITS)), st.booleans())
def test_a_length_is_read_in_words_and_figures(number, unit, in_words):
    text = f"It took {NUMBERS[number] if in_words else number} {unit} to mend."
    (found,) = find_dates(text, [(0, len(text))], None)
    assert (found.kind, found.value) == ("duration", UNITS[unit].format(number))


@given(st.integers(0, 23), st.integers(0, 59))
def test_an_hour_is_read_by_either_clock(hour, minute):
    half = "a.m." if hour < 12 else "p.m."
    text = f"At {hour:02d}:{minute:02d} GMT, at {hour % 12 or 12}:{minute:02d} {half} there, it sank."
    first, second = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    assert first.value == second.value == f"2024-10-17T{hour:02d}:{minute:02d}"
