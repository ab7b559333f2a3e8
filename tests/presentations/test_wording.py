from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.presentations.wording import bracketed, counted, days, origins, place, plain
from stemma.values.lists import joined


@pytest.mark.parametrize(
    ("independent", "words", "brackets"),
    [((1, 1), "1 origin", "[1, 1]"), ((1, 3), "1 to 3 origins", "[1, 3]"), ((2, 2), "2 origins", "[2, 2]")],
)
def test_counts_in_words(independent, words, brackets):
    assert (origins(independent), bracketed(independent)) == (words, brackets)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        (date(2031, 3, 4), date(2031, 3, 4), "4 March 2031"),
        (date(2031, 3, 4), date(2031, 3, 12), "4–12 March 2031"),
        (date(2031, 3, 1), date(2031, 3, 31), "March 2031"),
        (date(2032, 2, 1), date(2032, 2, 29), "February 2032"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(2031, 3, 1), date(2031, 5, 31), "March to May 2031"),
        (date(2031, 3, 28), date(2031, 4, 2), "28 March to 2 April 2031"),
        (date(2030, 12, 28), date(2031, 1, 2), "28 December 2030 to 2 January 2031"),
        (date(2031, 3, 4), None, "from 4 March 2031"),
        (None, date(2031, 3, 4), "until 4 March 2031"),
        (None, None, "unknown"),
    ],
)
def test_days_in_words(earliest, latest, words):
    assert days(earliest, latest) == words


@given(st.dates(), st.dates())
def test_different_intervals_read_differently(one, other):
    first, last = min(one, other), max(one, other)
    assert (days(first, last) == days(first, first)) is (first == last)


def test_lists_in_words():
    assert [joined(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_numbers_with_nouns():
    assert (counted(1, "report"), counted(2, "report"), counted(0, "body", "bodies")) == (
        "1 report",
        "2 reports",
        "0 bodies",
    )


def test_places_name_report_and_characters():
    assert place(3, 1042, 1101) == "[3:1042–1101]"


@given(st.text())
def test_quoted_text_commands_no_terminal(text):
    shown = plain(text)
    assert not any(ord(char) < 32 or 127 <= ord(char) < 160 or char in "\u202e\u2066" for char in shown)
    assert "  " not in shown


def test_what_is_made_harmless_stays_visible():
    assert plain("a\x1b[31mb\n c") == "a\ufffd[31mb c"
