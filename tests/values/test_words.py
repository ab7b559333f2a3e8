"""Words as they are compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.values.words import WORD, content, stem, stopwords


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("burned", "burning"),
        ("Inspections", "inspection"),
        ("council’s", "council"),
        ("farmers'", "farmer"),
        ("sold", "selling"),
        ("Hidden", "hides"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("killed", "died"), ("hurt", "injured"), ("killed", "deaths")])
def test_words_that_news_uses_alike_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(("one", "other"), [("killed", "wounded"), ("barley", "barn"), ("north", "south")])
def test_unlike_words_keep_stems_of_their_own(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_nobody_is_no_word_in_common() -> None:
    assert content("Nobody came") == content("nothing") == ()


def test_content_leaves_out_what_tells_nothing_and_keeps_order_and_repeats() -> None:
    assert content("The fire was in the mill; a mill by the fire") == (
        stem("fire"),
        stem("mill"),
        *content("mill fire"),
    )


def test_numbers_are_words() -> None:
    assert WORD.findall("225,000 hens, 3.5 tonnes") == ["225,000", "hens", "3.5", "tonnes"]


def test_words_of_no_content_are_lower_case() -> None:
    assert {"the", "of", "and"} <= stopwords()
    assert all(word == word.lower() for word in stopwords())


@given(st.text(max_size=80))
def test_no_text_breaks_it_and_stopwords_never_come_through(text: str) -> None:
    kept = [word for word in WORD.findall(text) if word.lower() not in stopwords() and len(word) > 1]
    assert content(text) == tuple(stem(word) for word in kept)


@given(st.lists(st.sampled_from(["fire", "mill", "the", "council", "burned", "of"])))
def test_content_of_two_texts_is_the_content_of_both(words: list[str]) -> None:
    half = len(words) // 2
    assert content(" ".join(words)) == content(" ".join(words[:half])) + content(" ".join(words[half:]))
