"""Stretches that two texts share: found with offsets that hold the same words, nearly or word for word."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.values.passages import (
    COMMONEST,
    LONGEST_GAP,
    SHINGLE,
    Shared,
    Words,
    equal_texts,
    shared_passages,
    words_of,
)

COMMON = "a heater set fire to sacks of barley stacked along the eastern wall"


def whole(text: str, *bound: Span) -> Words:
    return words_of(text, [Span(0, len(text))], bound)


def between(left: str, right: str, least: int = SHINGLE) -> tuple[Shared, ...]:
    return shared_passages([whole(left), whole(right)], least)


def test_words_have_their_offsets_and_know_what_is_bound() -> None:
    text = "Olsen said “all is lost” today."
    found = whole(text, Span(11, 24))
    assert found.text == ("olsen", "said", "all", "is", "lost", "today")
    assert [text[start:end].lower() for start, end in found.spans] == list(found.text)
    assert found.free == (True, True, False, False, False, True)


def test_only_used_stretches_have_words() -> None:
    assert words_of("one two. three four.", [Span(9, 20)], []).text == ("three", "four")


def test_a_shared_stretch_is_found_on_both_sides() -> None:
    left, right = f"On Sunday {COMMON}, police said.", f"Police think {COMMON.upper()}!"
    (found,) = between(left, right)
    passage = found.passage
    assert left[passage.start : passage.end] == COMMON
    assert right[passage.other_start : passage.other_end] == COMMON.upper()
    assert found.words == len(COMMON.split())


def test_a_changed_word_inside_does_not_break_the_passage() -> None:
    left = f"{COMMON} and burned the whole store down in an hour"
    right = left.replace("stacked", "that had been piled")
    (found,) = between(left, right)
    assert left[found.passage.start : found.passage.end] == left
    assert right[found.passage.other_start : found.passage.other_end] == right
    assert found.words < len(left.split())


def test_a_long_gap_makes_two_passages() -> None:
    tail = "forty firefighters from six villages fought the flames until dawn"
    right = f"{COMMON} {'so ' * (LONGEST_GAP + 1)}{tail}"
    assert len(between(f"{COMMON} {tail}", right)) == 2


def test_bound_words_are_no_evidence() -> None:
    text = f"“{COMMON}”"
    bound = whole(text, Span(0, len(text)))
    assert shared_passages([bound, bound], 1) == ()


def test_fewer_words_than_a_shingle_share_nothing() -> None:
    assert between("one two three four", "one two three four", 1) == ()


def test_short_texts_are_compared_as_a_whole() -> None:
    texts = ["The pier is shut!", "the pier is shut", "The pier is open", COMMON, COMMON, "", ""]
    (found,) = equal_texts([whole(text) for text in texts], least=10)
    assert (found.left, found.right, found.words) == (0, 1, 4)
    assert texts[0][found.passage.start : found.passage.end] == "The pier is shut"


@given(st.lists(st.lists(st.sampled_from("abcdefg"), max_size=40).map(" ".join), max_size=4))
def test_every_passage_lies_in_its_texts_and_has_enough_words(texts: list[str]) -> None:
    for found in shared_passages([whole(text) for text in texts], SHINGLE):
        left, right = texts[found.left], texts[found.right]
        passage = found.passage
        assert found.left < found.right
        assert 0 <= passage.start < passage.end <= len(left)
        assert 0 <= passage.other_start < passage.other_end <= len(right)
        here = left[passage.start : passage.end].split()
        there = right[passage.other_start : passage.other_end].split()
        assert here[:SHINGLE] == there[:SHINGLE]
        assert here[-SHINGLE:] == there[-SHINGLE:]
        assert SHINGLE <= found.words <= len(here)


def test_a_text_printed_very_often_shares_its_passage_with_the_first() -> None:
    printed = f"The harbour was closed because {COMMON} of the store"
    prints = [whole(printed) for _ in range(COMMONEST + 8)]
    assert {s.right for s in shared_passages(prints, 12) if s.left == 0} == set(range(1, len(prints)))
