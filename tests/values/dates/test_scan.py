"""How expressions are found: each kind is tried only at the words that it can start with, and nothing is lost by it."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.values.dates import scan, shapes
from stemma.values.dates.readers import READERS
from stemma.values.dates.vocabulary import compiled, number_of, tables, year_of

TEXT = (
    "On Monday, the 3rd of May 2021, early on Friday at 10 p.m. EST, two and a half weeks ago, the second half of last "
    "year's third quarter, the '60s, mid-September, last night, every other Tuesday, twice a week, the year-earlier "
    "period, the next day, nineteen ninety-seven, the week of March 6, Easter, all week, half an hour, about a dozen "
    "years later, recently, FY2024, Q3 2020, the first Monday of May, this year's first quarter, Oct. 1-3, 2020-05-06, "
    "25/12/2020, the year to date, Sundays, daily, noon"
)


def test_every_kind_has_its_reader():
    assert set(shapes.KINDS) == set(READERS)


def test_every_lead_is_known_and_used():
    used = {lead for leads, _ in shapes.KINDS.values() for lead in leads.split()}
    assert used == set(tables()["leads"])


@given(st.lists(st.sampled_from(TEXT.split()), min_size=1, max_size=12))
def test_a_kind_that_matches_at_a_word_is_tried_there(words):
    text = " ".join(words)
    for start in (0, *(place + 1 for place, letter in enumerate(text) if letter == " ")):
        first = scan._WORD.match(text, start)
        if first:
            tried = scan._kinds_by_lead().get("0" if first[0].isdigit() else first[0].lower(), ())
            matching = [kind for kind, (_, pattern) in shapes.KINDS.items() if compiled(pattern).match(text, start)]
            assert set(matching) <= set(tried)


def test_numbers():
    assert number_of("a") == number_of("another") == 1
    assert number_of("twenty-five") == 25
    assert number_of("two dozen") == 24
    assert number_of("1,500") == 1500
    assert number_of("5 1/2") == number_of("five and a half") == 5.5
    assert number_of("half an") == 0.5
    assert number_of("a couple of") == 2
    assert number_of("two hundred and ten") == 210
    assert year_of("nineteen ninety-seven") == 1997
    assert year_of("two thousand and five") == 2005
