"""How much a shared word tells."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Mention
from stemma.values.rarity import rarity

PLAIN = Mention("m", "r", 0, 1, (), None, False, False, "says", False, "done", (), (), (), ())


def told(*texts: str) -> list[Mention]:
    """One mention for each text, each in a report of its own."""
    return [replace(PLAIN, id=f"m{n}", report=f"r{n}", words=tuple(text.split())) for n, text in enumerate(texts)]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    found = rarity(told("fire heater", "fire hens", "fire mill", "fire heater"))
    assert found.weights["hens"] > found.weights["heater"] > found.weights["fire"] > 0
    assert found.spread == {"fire": 4, "heater": 2, "hens": 1, "mill": 1}


def test_a_word_twice_in_a_mention_is_spread_no_wider() -> None:
    assert rarity(told("fire fire fire", "hens")).spread["fire"] == 1


def test_words_weigh_what_each_weighs() -> None:
    found = rarity(told("fire heater", "fire hens"))
    assert found.of(frozenset({"fire", "hens"})) == pytest.approx(found.weights["fire"] + found.weights["hens"])
    assert found.of(frozenset()) == 0


def test_no_mentions_weigh_nothing() -> None:
    assert rarity([]).weights == {}


texts = st.lists(st.lists(st.sampled_from("abcdef"), max_size=5).map(" ".join), max_size=8)


@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_mentions_changes_nothing_and_weights_lie_between_zero_and_one(written: list[str], rng) -> None:
    mentions = told(*written)
    found = rarity(mentions)
    shuffled = list(mentions)
    rng.shuffle(shuffled)
    assert rarity(shuffled) == found
    assert all(0 < weight <= 1 for weight in found.weights.values())
    assert found.weights.keys() == found.spread.keys() == {word for text in written for word in text.split()}
