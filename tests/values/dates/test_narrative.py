"""Dates that count from a date told of before: a narrative moves on by its own days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import When
from stemma.values.dates import find_dates

PUBLISHED = date(2024, 10, 17)


def last(text: str, on: date | None = PUBLISHED) -> When:
    return find_dates(text, [(0, len(text))], (on, on) if on else None)[-1]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("The quake struck on March 3, 2011. The next day, the sea came.", (2011, 3, 4), (2011, 3, 4)),
        ("The quake struck on March 3, 2011. The day before, dogs howled.", (2011, 3, 2), (2011, 3, 2)),
        ("The quake struck on March 3, 2011. Dogs had howled the day before.", (2011, 3, 2), (2011, 3, 2)),
        ("The quake struck on March 3, 2011. Two days later the sea came.", (2011, 3, 5), (2011, 3, 5)),
        ("The quake struck on March 3, 2011. Two weeks earlier, dogs howled.", (2011, 2, 14), (2011, 2, 20)),
        ("The quake struck on March 3, 2011. That night the sea came.", (2011, 3, 3), (2011, 3, 3)),
        ("The quake struck on March 3, 2011. The following Monday all was calm.", (2011, 3, 7), (2011, 3, 7)),
        ("The quake struck on March 3, 2011. It had rained the previous Friday.", (2011, 2, 25), (2011, 2, 25)),
        ("The quake struck on March 3, 2011. He left later that year.", (2011, 1, 1), (2011, 12, 31)),
        ("The quake struck on March 3, 2011. He came back the following year.", (2012, 1, 1), (2012, 12, 31)),
        ("The quake struck on March 3, 2011. He came back that summer.", (2011, 6, 1), (2011, 8, 31)),
        ("The quake struck on March 3, 2011. He came back the following spring.", (2012, 3, 1), (2012, 5, 31)),
        ("The quake struck in May 2011. He came back the next month.", (2011, 6, 1), (2011, 6, 30)),
        ("The quake struck in 2011. He came back three years later.", (2014, 1, 1), (2014, 12, 31)),
        ("Sales rose in the third quarter. A year earlier, they fell.", (2023, 7, 1), (2023, 9, 30)),
        ("Sales rose in the third quarter, from $2 million in the year-earlier period.", (2023, 7, 1), (2023, 9, 30)),
        ("The quake struck on Tuesday. The next day, the sea came.", (2024, 10, 16), (2024, 10, 16)),
        # What cannot be told stays so.
        ("The quake struck in 2011. The next day, the sea came.", None, None),
        ("The next day, the sea came.", None, None),
        ("The quake struck in 2011. He came back that week.", None, None),
    ],
)
def test_the_narrative_is_the_anchor(text, earliest, latest):
    when = last(text)
    assert (when.earliest, when.latest) == ((date(*earliest), date(*latest)) if earliest and latest else (None, None))


def test_when_something_was_said_does_not_move_the_narrative():
    text = "The quake struck on March 3, 2011, police said on Monday. The next day, the sea came."
    assert last(text).earliest == date(2011, 3, 4)


def test_plain_words_of_news_still_count_from_publication():
    text = "The quake struck on March 3, 2011. A trial began on Monday."
    assert last(text).earliest == date(2024, 10, 14)


def test_an_hour_is_of_the_day_told_of_last_or_of_publication():
    assert last("It sank on Monday. The alarm came at 12:13 p.m. from the crew.").value == "2024-10-14T12:13"
    assert last("It sailed on March 3, 2011. The alarm came at 12:13 p.m. that day.").value == "2011-03-03T12:13"
    assert last("It sailed on March 3, 2011. The alarm came at 12:13 p.m. from the crew.").value == "T12:13"
    assert last("Talks will start on Monday. The alarm came at 12:13 p.m. from the crew.").value == "2024-10-17T12:13"


def test_a_comparison_does_not_move_the_narrative():
    text = "Sales rose in the third quarter, from $2 million a year ago and $1 million a year earlier."
    assert last(text).earliest == date(2023, 7, 1)


def test_a_company_reports_on_its_last_quarter():
    text = (
        "Sales rose in the third quarter, after a flat second quarter, and will in the fourth quarter; a year ago, no."
    )
    assert last(text).earliest == date(2023, 7, 1)


def test_a_narrative_goes_on_from_day_to_day():
    text = "It began on May 30, 2019. The next day, all went. The next day, all came."
    assert last(text, None).earliest == date(2019, 6, 1)


def test_a_narrative_goes_on_from_sentence_to_sentence():
    sentences = ["It began on May 30, 2019.", "Nobody came.", "The next day, all went."]
    text = " ".join(sentences)
    stretches = [(text.index(each), text.index(each) + len(each)) for each in sentences]
    assert find_dates(text, stretches, None)[-1].earliest == date(2019, 5, 31)


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(1, 60), st.sampled_from(["earlier", "later"]), DAYS)
def test_a_shift_is_by_so_many_days_whatever_the_day_of_publication(day, number, way, published):
    text = f"It rained on {day:%B %d, %Y}. It snowed {number} days {way}."
    shift = timedelta(days=number if way == "later" else -number)
    assert last(text, published).earliest == last(text, published).latest == day + shift


@given(DAYS)
def test_one_day_on_and_one_day_back_is_the_day_itself(day):
    text = f"It rained on {day:%B %d, %Y}. The next day it snowed. It had rained the day before."
    assert last(text, None).earliest == day


def test_the_day_before_something_is_no_day_before_the_day_told_of():
    text = "The quake struck on March 3, 2011. It was the day before his birthday."
    assert len(find_dates(text, [(0, len(text))], None)) == 1
