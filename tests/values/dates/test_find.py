"""Date expressions: where they stand and which days they mean. All sentences are made up."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import When
from stemma.values.dates import find_dates, same_time

# A Thursday.
PUBLISHED = date(2024, 10, 17)

# The expression in brackets, its first and last day (empty: cannot be told), its precision.
CASES = """
The harbour master resigned on [Monday]. | 2024-10-14 | 2024-10-14 | day
The bridge opened on [Thursday]. | 2024-10-17 | 2024-10-17 | day
He spoke on [Friday], much too late. | 2024-10-11 | 2024-10-11 | day
The ferry sank [Wednesday night]. | 2024-10-16 | 2024-10-16 | day
Fire broke out [last Friday]. | 2024-10-11 | 2024-10-11 | day
The council met [last Thursday]. | 2024-10-10 | 2024-10-10 | day
The court will sit [next Monday]. | 2024-10-21 | 2024-10-21 | day
The mayor will answer on [Monday]. | 2024-10-21 | 2024-10-21 | day
Talks are expected to resume on [Tuesday]. | 2024-10-22 | 2024-10-22 | day
The ship had been due to sail on [Tuesday]. | 2024-10-22 | 2024-10-22 | day
The deadline is [this Friday]. | 2024-10-18 | 2024-10-18 | day
[Tuesday]'s vote was close. | 2024-10-15 | 2024-10-15 | day
The court sits [Tuesday next week]. | 2024-10-22 | 2024-10-22 | day
The pump failed [yesterday]. | 2024-10-16 | 2024-10-16 | day
The dam is safe [today]. | 2024-10-17 | 2024-10-17 | day
The vote is [tomorrow]. | 2024-10-18 | 2024-10-18 | day
Shots were heard [last night]. | 2024-10-16 | 2024-10-16 | day
He lands [tonight]. | 2024-10-17 | 2024-10-17 | day
She arrived [this morning]. | 2024-10-17 | 2024-10-17 | day
It closed [the day before yesterday]. | 2024-10-15 | 2024-10-15 | day
It reopens [the day after tomorrow]. | 2024-10-19 | 2024-10-19 | day
The strike began [last week]. | 2024-10-07 | 2024-10-13 | week
The strike goes on [this week]. | 2024-10-14 | 2024-10-20 | week
The strike ends [next week]. | 2024-10-21 | 2024-10-27 | week
Prices fell [last month]. | 2024-09-01 | 2024-09-30 | month
Prices may rise [this month]. | 2024-10-01 | 2024-10-31 | month
Prices may rise [next month]. | 2024-11-01 | 2024-11-30 | month
The mine shut [last year]. | 2023-01-01 | 2023-12-31 | year
The mine opened [this year]. | 2024-01-01 | 2024-12-31 | year
The mine reopens [next year]. | 2025-01-01 | 2025-12-31 | year
The tram ran empty [last quarter]. | 2024-07-01 | 2024-09-30 | season
He was warned [earlier this month]. | 2024-10-01 | 2024-10-17 | part of month
He will be warned [later this week]. | 2024-10-17 | 2024-10-20 | day
He left [earlier this year]. | 2024-01-01 | 2024-10-17 | season
He left [late last year]. | 2023-09-01 | 2023-12-31 | season
A trial starts [early next year]. | 2025-01-01 | 2025-04-30 | season
A report is due [late next month]. | 2024-11-21 | 2024-11-30 | part of month
The road is shut until [the end of the month]. | 2024-10-21 | 2024-10-31 | part of month
Crowds came over [the weekend]. | 2024-10-12 | 2024-10-13 | day
Crowds came [last weekend]. | 2024-10-12 | 2024-10-13 | day
Crowds will come [next weekend]. | 2024-10-19 | 2024-10-20 | day
It happened [three days ago]. | 2024-10-14 | 2024-10-14 | day
It happened [12 hours ago]. | 2024-10-16 | 2024-10-16 | day
It happened [two weeks ago]. | 2024-09-30 | 2024-10-06 | week
It happened [five months ago]. | 2024-05-01 | 2024-05-31 | month
It happened [a year ago]. | 2023-01-01 | 2023-12-31 | year
It happened [twenty-five years ago]. | 1999-01-01 | 1999-12-31 | year
It happened [more than two years ago]. | 2021-01-01 | 2022-12-31 | year
It happened [nearly 10 years ago]. | 2014-01-01 | 2015-12-31 | year
It happened [several years ago]. | | | open
Nine ships were hit in [the past 24 hours]. | 2024-10-16 | 2024-10-17 | day
Nine ships were hit in [the last three weeks]. | 2024-09-26 | 2024-10-17 | week
Nine ships were hit over [the past year]. | 2023-10-17 | 2024-10-17 | year
It opens in [the next two months]. | 2024-10-17 | 2024-12-17 | month
He died [two weeks earlier]. | | | week
He died [three days later]. | | | day
He was freed [the next day]. | | | day
He was freed [that night]. | | | day
The court sat [last Wednesday]. | 2024-10-09 | 2024-10-09 | day
The court will sit [next Wednesday]. | 2024-10-23 | 2024-10-23 | day
Floods came in [recent years]. | | | open
Floods came in [recent weeks]. | | | open
Floods will come in [the coming months]. | | | open
The king abdicated in [February]. | 2024-02-01 | 2024-02-29 | month
The king abdicated in [October]. | 2024-10-01 | 2024-10-31 | month
The king abdicated in [August]. | 2024-08-01 | 2024-08-31 | month
The king will abdicate in [February]. | 2025-02-01 | 2025-02-28 | month
The tower must be down by [February]. | 2025-02-01 | 2025-02-28 | month
The tower stays until [May]. | 2025-05-01 | 2025-05-31 | month
Work is expected to end by [March]. | 2025-03-01 | 2025-03-31 | month
The plan came up at a [July] meeting. | 2024-07-01 | 2024-07-31 | month
The [September] vote was void. | 2024-09-01 | 2024-09-30 | month
He quit [last November]. | 2023-11-01 | 2023-11-30 | month
He quits [next March]. | 2025-03-01 | 2025-03-31 | month
He quit in [May]. | 2024-05-01 | 2024-05-31 | month
He has been away since [May]. | 2024-05-01 | 2024-05-31 | month
A [May] meeting was dull. | 2024-05-01 | 2024-05-31 | month
He quit in [March]. | 2024-03-01 | 2024-03-31 | month
The order went out in [late spring]. | 2024-04-16 | 2024-05-31 | season
The order went out in [early summer]. | 2024-06-01 | 2024-07-15 | season
The order went out in [the summer of 2019]. | 2019-06-01 | 2019-08-31 | season
The order went out [last summer]. | 2024-06-01 | 2024-08-31 | season
The order went out [last winter]. | 2023-12-01 | 2024-02-29 | season
The order goes out [next spring]. | 2025-03-01 | 2025-05-31 | season
The order went out in [mid-September]. | 2024-09-11 | 2024-09-20 | part of month
The order went out in [early June]. | 2024-06-01 | 2024-06-10 | part of month
The order went out in [late August]. | 2024-08-21 | 2024-08-31 | part of month
The order must be met by [mid-November]. | 2024-11-11 | 2024-11-20 | part of month
The order must be met by [mid-September 2025]. | 2025-09-11 | 2025-09-20 | part of month
It was signed at [the end of May]. | 2024-05-21 | 2024-05-31 | part of month
It was signed at [the beginning of April 2021]. | 2021-04-01 | 2021-04-10 | part of month
It was signed in [the first half of June]. | 2024-06-01 | 2024-06-15 | part of month
It was signed in [the first week of July]. | 2024-07-01 | 2024-07-07 | part of month
It was signed in [mid-2025]. | 2025-05-01 | 2025-08-31 | season
It was signed in [early 2020]. | 2020-01-01 | 2020-04-30 | season
It was signed in [late 2019]. | 2019-09-01 | 2019-12-31 | season
It was signed on [May 12]. | 2024-05-12 | 2024-05-12 | day
It was signed on [12 May]. | 2024-05-12 | 2024-05-12 | day
It was signed on [May 12, 2021]. | 2021-05-12 | 2021-05-12 | day
It was signed on [12 May 2021]. | 2021-05-12 | 2021-05-12 | day
It was signed on [the 12th of May]. | 2024-05-12 | 2024-05-12 | day
It was signed on [Nov. 6]. | 2024-11-06 | 2024-11-06 | day
It was signed on [Sept. 30, 2022]. | 2022-09-30 | 2022-09-30 | day
It was signed on [Monday, 23 September]. | 2024-09-23 | 2024-09-23 | day
It was signed on [Friday, Nov. 6]. | 2020-11-06 | 2020-11-06 | day
It was signed on [Tuesday, April 8, 2025]. | 2025-04-08 | 2025-04-08 | day
It was signed on [May 12 last year]. | 2023-05-12 | 2023-05-12 | day
It was signed in [July last year]. | 2023-07-01 | 2023-07-31 | month
It will be signed on [December 3]. | 2024-12-03 | 2024-12-03 | day
In this [Nov. 2, 2017] picture he waves. | 2017-11-02 | 2017-11-02 | day
It was signed on [Feb. 30]. | | | day
It was signed on [2025-05-12]. | 2025-05-12 | 2025-05-12 | day
It was signed on [12/05/2025]. | | | day
It was signed on [25/05/2025]. | 2025-05-25 | 2025-05-25 | day
It was signed on [05/25/2025]. | 2025-05-25 | 2025-05-25 | day
It was signed on [25.5.2025]. | 2025-05-25 | 2025-05-25 | day
It was signed in [May 2021]. | 2021-05-01 | 2021-05-31 | month
It was signed in [Feb. 2021]. | 2021-02-01 | 2021-02-28 | month
It was signed in [2019]. | 2019-01-01 | 2019-12-31 | year
He has ruled since [2005]. | 2005-01-01 | 2005-12-31 | year
The [2016] election was close. | 2016-01-01 | 2016-12-31 | year
The body's [2025] annual review is out. | 2025-01-01 | 2025-12-31 | year
The fort (built [1874]) burned. | 1874-01-01 | 1874-12-31 | year
He ruled in [the 1990s]. | 1990-01-01 | 1999-12-31 | decade
He ruled in the [early 1980s]. | 1980-01-01 | 1983-12-31 | decade
He ruled in the [mid-1990s]. | 1994-01-01 | 1996-12-31 | decade
It dates from [the 19th century]. | 1801-01-01 | 1900-12-31 | open
Profits rose in [fiscal 2024]. | 2024-01-01 | 2024-12-31 | year
Some 900 died in [the year ending January 2025]. | 2024-02-01 | 2025-01-31 | year
Some 900 died in [the 12 months to March 2024]. | 2023-04-01 | 2024-03-31 | year
Sales rose in [the first quarter of 2018]. | 2018-01-01 | 2018-03-31 | season
Sales rose in [the second half of 2023]. | 2023-07-01 | 2023-12-31 | season
Sales rose in [the third quarter]. | 2024-07-01 | 2024-09-30 | season
Sales rose in [Q2 2021]. | 2021-04-01 | 2021-06-30 | season
Sales rose in [the third quarter of last year]. | 2023-07-01 | 2023-09-30 | season
It rained [between 3 and 5 May]. | 2024-05-03 | 2024-05-05 | day
It rained on [10-12 May]. | 2024-05-10 | 2024-05-12 | day
It rained on [May 10-12, 2022]. | 2022-05-10 | 2022-05-12 | day
It rained [from May to July 2024]. | 2024-05-01 | 2024-07-31 | month
It rained [from November 2022 to February 2023]. | 2022-11-01 | 2023-02-28 | month
It rained [between Monday and Wednesday]. | 2024-10-14 | 2024-10-16 | day
It rained [from 2015 to 2019]. | 2015-01-01 | 2019-12-31 | year
It rained [from June 28 to July 3]. | 2024-06-28 | 2024-07-03 | day
The 30,000 came in [2019-20]. | 2019-01-01 | 2020-12-31 | year
They married on [New Year's Eve]. | 2023-12-31 | 2023-12-31 | day
They will marry at [Christmas]. | 2024-12-25 | 2024-12-25 | day
The vote was moved from [Monday] to [Tuesday]. | 2024-10-14 | 2024-10-14 | day
"""

NO_DATES = """
They may leave and it may rain.
May said nothing at the time.
Theresa May met reporters; critics of May were silent.
Crowds march on the palace in a long march.
August Lindqvist and April Ryder were guests.
The Sun said so, and the man sat down.
They mon tue wed nothing.
Around 2000 people came.
More than 1500 men stayed.
It cost $2024 and 1990 kg of tin.
Black Friday sales went well.
The march for peace, the long march of the poor.
The team won 3:10, then 21:15.
The Daily News was wise beyond its years.
Their Christmas lights went out in the small hours.
It was the year that he left.
In the weeks before the fire, two men came only minutes apart.
A 44-year-old man and a boy 6 years old.
The Sunday Times was first.
He lived in a fall of snow and would spring up.
They made 3,000 chairs and 2,024 tables.
The bus, number 12/05, was late.
The dead numbered 1,999.
He was second to none in the first row.
""".strip().splitlines()


def parts(line: str) -> tuple[str, tuple[int, int], date | None, date | None, str]:
    marked, first, last, precision = (part.strip() for part in line.split("|"))
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return (
        text,
        (start, end),
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        precision,
    )


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_an_expression_means_these_days(line):
    text, (start, end), earliest, latest, precision = parts(line)
    found = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    assert found, "nothing found"
    assert (text[found[0].start : found[0].end], found[0].earliest, found[0].latest) == (
        text[start:end],
        earliest,
        latest,
    )
    assert found[0].precision == precision
    assert len(found) == line.count("[")


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date_is_seen(text):
    assert find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED)) == ()


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_nothing_is_invented_without_a_publication_date(line):
    text, _, _, _, _ = parts(line)
    anchored = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    free = find_dates(text, [(0, len(text))], None)
    assert [(when.start, when.end) for when in free] == [(when.start, when.end) for when in anchored]
    for when, with_anchor in zip(free, anchored, strict=True):
        # What is resolved without an anchor says itself what it means: the anchor changes nothing.
        assert when.earliest is None or when == with_anchor


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It sank yesterday.", date(2025, 8, 27), date(2025, 9, 1)),
        ("It sank in February.", date(2025, 2, 1), date(2025, 2, 28)),
        ("It must be up by mid-September.", date(2025, 9, 11), date(2025, 9, 20)),
        ("It sank on Thursday.", date(2025, 8, 28), date(2025, 8, 28)),
        ("It sank this month.", date(2025, 8, 1), date(2025, 9, 30)),
        ("It sank in 2019.", date(2019, 1, 1), date(2019, 12, 31)),
    ],
)
def test_an_anchor_of_several_days_gives_all_that_fits(text, earliest, latest):
    (when,) = find_dates(text, [(0, len(text))], (date(2025, 8, 28), date(2025, 9, 2)))
    assert (when.earliest, when.latest) == (earliest, latest)


def test_several_dates_come_in_order():
    text = "On Monday, and again on May 3, 2020, before 2022, the sea rose."
    found = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    assert [text[when.start : when.end] for when in found] == ["Monday", "May 3, 2020", "2022"]


def test_a_cue_for_the_future_stays_in_its_sentence():
    text = "The port will close. Two ships sank on Monday."
    (when,) = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    assert when.earliest == date(2024, 10, 14)


def test_the_speaker_s_day_is_not_the_future_of_the_plan():
    text = "The port will close, the owner said on Monday."
    (when,) = find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))
    assert when.earliest == date(2024, 10, 14)


def when(text: str) -> When:
    return find_dates(text, [(0, len(text))], (PUBLISHED, PUBLISHED))[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("by mid-November", "by mid-November 2024", True),
        ("in 2024", "on May 3, 2024", True),
        ("on Monday", "on Tuesday", False),
        ("in May", "in June", False),
        ("in the 1990s", "in 1994", True),
        ("in recent years", "in 2019", None),
        ("two weeks earlier", "two weeks earlier", None),
    ],
)
def test_same_time(one, other, same):
    assert same_time(when(one), when(other)) is same
    assert same_time(when(other), when(one)) is same


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
FORMS = ["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y", "%A, %B %d, %Y", "%d %b %Y"]


@given(DAYS, st.sampled_from(FORMS))
def test_a_day_written_out_is_read_back(day, form):
    text = f"It rained on {day.strftime(form)} in the hills."
    (found,) = find_dates(text, [(0, len(text))], None)
    assert (found.earliest, found.latest, found.precision) == (day, day, "day")
    assert text[found.start : found.end] == day.strftime(form)


@given(DAYS, DAYS)
def test_a_weekday_is_the_last_one_before_publication(day, anchor):
    text = f"It rained on {day.strftime('%A')}."
    (found,) = find_dates(text, [(0, len(text))], (anchor, anchor))
    assert found.earliest == found.latest
    assert found.earliest is not None
    assert found.earliest.weekday() == day.weekday()
    assert timedelta(0) <= anchor - found.earliest < timedelta(7)


SENTENCES = [parts(line)[0] for line in CASES.strip().splitlines()] + NO_DATES


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), DAYS, st.integers(0, 40))
def test_a_text_has_the_expressions_of_its_sentences(sentences, anchor, spread):
    text = " ".join(sentences)
    days = (anchor, anchor + timedelta(spread))
    starts = [sum(len(each) + 1 for each in sentences[:place]) for place in range(len(sentences))]
    stretches = [(start, start + len(each)) for start, each in zip(starts, sentences, strict=True)]
    whole = find_dates(text, stretches, days)
    alone = [
        (start + found.start, start + found.end, found.kind, found.precision)
        for start, each in zip(starts, sentences, strict=True)
        for found in find_dates(each, [(0, len(each))], days)
    ]
    assert [(found.start, found.end, found.kind, found.precision) for found in whole] == alone
    for found in whole:
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip() == text[found.start : found.end]
        assert (found.earliest is None) == (found.latest is None)
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest
        assert found.kind in {"date", "time"} or found.earliest is None


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6), DAYS)
def test_what_needs_no_anchor_is_the_same_with_one(sentences, anchor):
    """Also in a narrative: an anchor only adds what could not be told without it."""
    text = " ".join(sentences)
    with_anchor = find_dates(text, [(0, len(text))], (anchor, anchor))
    for free, anchored in zip(find_dates(text, [(0, len(text))], None), with_anchor, strict=True):
        assert free.earliest is None or free == anchored


@given(st.text(alphabet="MayonFridays 0123456789-/.,'’thcenuryagolQ\n", max_size=80), st.none() | DAYS)
def test_any_text_is_read_without_error_and_in_order(text, anchor):
    found = find_dates(text, [(0, len(text))], (anchor, anchor) if anchor else None)
    assert list(found) == sorted(found, key=lambda each: each.start)
    for left, right in pairwise(found):
        assert left.end <= right.start
