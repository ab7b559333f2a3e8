"""Which texts are compared: those that share words in a row, and never all with all."""

from stemma.model import Span
from stemma.values.passages import Text, Words, words_of
from stemma.values.proposals import MOST, NEAREST, proposals

FIRE = "A heater set fire to sacks of barley stacked along the eastern wall."
FLOOD = "The river tore open the dam above the village before dawn on Tuesday."


def laid(*texts: str) -> list[Words]:
    return words_of(Text(text, [Span(0, len(text))], []) for text in texts)


def test_texts_that_share_words_in_a_row_are_proposed() -> None:
    assert proposals(laid(FIRE, FLOOD, f"Neighbours say: {FIRE}")) == [(0, 2)]


def test_no_texts_and_empty_texts_are_no_pairs() -> None:
    assert proposals([]) == proposals(laid("")) == proposals(laid("", FIRE)) == []


def test_a_text_printed_very_often_is_compared_with_the_first_and_the_nearest() -> None:
    prints = 3 * NEAREST
    found = proposals(laid(*[FIRE] * prints))
    assert {right for left, right in found if left == 0} == set(range(1, prints))
    assert {left for left, right in found if right == prints - 1} == {0, *range(prints - 1 - NEAREST, prints - 1)}
    assert len(found) <= prints * (NEAREST + 1) <= prints * MOST


def test_what_few_share_goes_before_what_many_share() -> None:
    stock = "The barrier was finished nine years ago at a cost of many million crowns."
    texts = laid(f"{stock} {FIRE}", *[f"{stock} Report {n}." for n in range(2 * MOST)], f"{stock} {FIRE}")
    assert (0, len(texts) - 1) in proposals(texts)
