"""The cutting of long texts: every word once, and never at the edge of what was read where that can be helped."""

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from stemma.language.windows import MOST, OVERLAP, cut

SENTENCES = st.lists(st.lists(st.integers(1, 6), min_size=1, max_size=60), max_size=30)


def flat(sentences: list[list[int]]) -> tuple[list[int], list[int]]:
    return [size for sentence in sentences for size in sentence], list(accumulate(map(len, sentences)))


@given(SENTENCES)
def test_every_word_is_taken_once_and_in_order(sentences: list[list[int]]) -> None:
    sizes, ends = flat(sentences)
    found = cut(sizes, ends)
    taken = [n for window in found for n in range(window.keep_first, window.keep_last)]
    assert taken == list(range(len(sizes)))


@given(SENTENCES)
def test_windows_fit_the_encoder_and_hold_what_is_taken_from_them(sentences: list[list[int]]) -> None:
    sizes, ends = flat(sentences)
    for window in cut(sizes, ends):
        assert sum(sizes[window.first : window.last]) <= MOST
        assert window.first <= window.keep_first < window.keep_last <= window.last


@given(SENTENCES)
def test_no_sentence_is_taken_from_two_windows_unless_it_fits_in_none(sentences: list[list[int]]) -> None:
    sizes, ends = flat(sentences)
    starts = {0, *ends}
    for window in cut(sizes, ends):
        if window.keep_first not in starts:
            first = max(start for start in starts if start < window.keep_first)
            last = min(end for end in ends if end > window.keep_first)
            assert sum(sizes[first:last]) > MOST


@given(SENTENCES)
def test_a_text_that_fits_is_one_window(sentences: list[list[int]]) -> None:
    sizes, ends = flat(sentences)
    if 0 < sum(sizes) <= MOST:
        assert len(cut(sizes, ends)) == 1


@given(st.lists(st.integers(5, 20), min_size=60, max_size=120))
def test_neighbours_share_what_the_overlap_asks_where_sentences_are_short(lengths: list[int]) -> None:
    sizes, ends = flat([[1] * length for length in lengths])
    found = cut(sizes, ends)
    for left, right in pairwise(found):
        assert left.last - right.first >= OVERLAP
        assert left.first < right.first
        assert left.last < right.last


def test_a_sentence_longer_than_a_window_is_cut_and_nothing_is_lost() -> None:
    found = cut([2] * 1000, [1000])
    assert found[0].first == 0
    assert found[-1].last == 1000
    assert all(2 * (window.last - window.first) <= MOST for window in found)
