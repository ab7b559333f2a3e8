"""Stretches that two texts share: found with offsets that hold the same words, nearly or word for word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.values.passages import (
    FOOT,
    LEAST_PRINT,
    SEED,
    VERBATIM,
    Aligned,
    Text,
    Words,
    aligned,
    prints,
    whole,
    words_of,
)

COMMON = "a heater set fire to sacks of barley stacked along the eastern wall"


def laid(*texts: str, bound: tuple[Span, ...] = ()) -> list[Words]:
    return words_of(Text(text, [Span(0, len(text))], bound) for text in texts)


def between(left: str, right: str, least: int = 1) -> tuple[Aligned, ...]:
    one, other = laid(left, right)
    return aligned(one, other, least)


def bits(number: int) -> list[int]:
    return [place for place in range(number.bit_length()) if number >> place & 1]


def test_words_have_their_offsets_and_know_what_is_bound() -> None:
    text = "Olsen said “all is lost” today."
    (found,) = laid(text, bound=(Span(11, 24),))
    places = zip(found.starts, found.ends, strict=True)
    assert [text[start:end] for start, end in places] == ["Olsen", "said", "all", "is", "lost", "today"]
    assert found.free.tolist() == [True, True, False, False, False, True]


def test_only_used_stretches_have_words() -> None:
    (found,) = words_of([Text("one two. three four.", [Span(9, 20)], [])])
    assert found.starts.tolist() == [9, 15]


def test_a_shared_stretch_is_found_on_both_sides() -> None:
    left, right = f"On Sunday {COMMON}, police said.", f"Police think {COMMON.upper()}!"
    (found,) = between(left, right)
    passage = found.passage
    assert left[passage.start : passage.end] == COMMON
    assert right[passage.other_start : passage.other_end] == COMMON.upper()
    assert found.words == found.verbatim == len(COMMON.split())


def test_a_reworded_passage_is_one_and_its_changed_words_are_known() -> None:
    left = f"{COMMON} and burned the whole store down in an hour"
    right = left.replace("barley", "wheat").replace("burned the whole", "had destroyed the entire")
    (found,) = between(left, right)
    assert left[found.passage.start : found.passage.end] == left
    assert right[found.passage.other_start : found.passage.other_end] == right
    assert found.verbatim < found.words < len(left.split())
    assert (7, 7) in found.changed


def test_a_passage_told_in_another_order_is_found_in_parts() -> None:
    tail = "forty firefighters from six villages fought the flames until dawn"
    found = between(f"{COMMON}. {tail}.", f"{tail}. {COMMON}.")
    assert {one.words for one in found} == {len(COMMON.split()), len(tail.split())}


def test_bound_words_are_no_evidence() -> None:
    text = f"“{COMMON}”"
    left, right = laid(text, text, bound=(Span(0, len(text)),))
    assert aligned(left, right, 1) == ()


def test_names_in_common_are_no_passage() -> None:
    assert between("Ina Roth opened the fair.", "The fair was visited by Ina Roth.") == ()


def test_equal_texts_are_prints_of_one_however_short() -> None:
    texts = ["The pier is shut!", "the pier is shut", "The pier is open", "", ""]
    words = laid(*texts)
    assert prints(words) == [(0, 1)]
    found = whole(words[0], words[1])
    assert found.words == 4
    assert texts[0][found.passage.start : found.passage.end] == "The pier is shut"


LONG = " ".join(f"word{number}" for number in range(LEAST_PRINT))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LONG, f"{LONG} (Meridian News Agency)"),
        (f"The store burned down {LONG}", f"The store burned down By Ina Roth in Larkfield {LONG}"),
        (f"A headline {LONG}", f"Quite another one {LONG}"),
    ],
)
def test_a_byline_a_headline_or_a_credit_makes_no_other_text(one: str, other: str) -> None:
    words = laid(one, other)
    assert prints(words) == [(0, 1)]
    found = whole(words[0], words[1])
    assert found.words >= LEAST_PRINT
    assert found.passage.start == (0 if one.split(maxsplit=1)[0] == other.split(maxsplit=1)[0] else one.index("word0"))


@pytest.mark.parametrize("other", [LONG.replace("word60 ", "other "), f"{LONG} {' '.join(['more'] * (FOOT + 1))}"])
def test_a_changed_word_or_a_paragraph_more_makes_another_text(other: str) -> None:
    assert prints(laid(LONG, other)) == []


def test_each_print_stands_with_the_first_of_its_kind() -> None:
    assert prints(laid(LONG, "The pier is shut", f"{LONG} a", "The pier is shut", f"b {LONG}")) == [
        (0, 2),
        (1, 3),
        (0, 4),
    ]


some_words = st.lists(st.sampled_from(["amber", "birch", "cedar", "the", "of", "delta", "ember"]), max_size=40)


@given(some_words.map(" ".join), some_words.map(" ".join))
def test_every_passage_lies_in_its_texts_and_counts_its_words(left: str, right: str) -> None:
    for found in between(left, right):
        passage = found.passage
        assert 0 <= passage.start < passage.end <= len(left)
        assert 0 <= passage.other_start < passage.other_end <= len(right)
        here, there = left.split(), right.split()
        assert found.words == found.here.bit_count() == found.there.bit_count() >= SEED
        assert [here[i] for i in bits(found.here)] == [there[j] for j in bits(found.there)]
        assert found.verbatim == 0 or found.verbatim >= VERBATIM
        assert all(here[i] != there[j] for i, j in found.changed)


@given(some_words.map(" ".join), some_words.map(" ".join))
def test_which_of_two_texts_comes_first_changes_no_seed(left: str, right: str) -> None:
    assert bool(between(left, right)) == bool(between(right, left))
