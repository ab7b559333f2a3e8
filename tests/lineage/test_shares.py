"""How much of a report's wording is found in one other, and how much elsewhere: words are bits."""

import pytest

from stemma.lineage.shares import Share, against, explained, joined, lacking


def test_each_word_is_explained_by_the_likeliest_that_has_it() -> None:
    assert explained(0b1111, [Share(0b0011, 0, 0.9), Share(0b0110, 0, 0.5)]) == pytest.approx(0.9 * 2 + 0.5)
    assert explained(0b1111, []) == 0


def test_an_unlikely_rival_explains_little_and_no_threshold_decides() -> None:
    mine = Share(0b1111, 0b1111, 1.0)
    alone = [
        against(mine, [Share(0b1111, 0b1111, chance)], [], 8)["words not found elsewhere"] for chance in (0.29, 0.31)
    ]
    assert alone[0] is not None
    assert alone[1] is not None
    assert 0 < alone[0] - alone[1] < 0.1


def test_words_that_it_changed_are_those_that_third_ones_have_in_the_same_passage() -> None:
    mine = Share(words=0b110011, within=0b111111, chance=1.0)
    third = Share(words=0b1001111, within=0b1111111, chance=1.0)
    assert lacking(mine, [third]) == 2  # The two in the middle; the last one stands outside the passage.
    assert lacking(third, [mine]) == 2


def test_words_of_two_are_those_that_no_third_has_where_it_tells_the_same() -> None:
    mine, third = Share(0b1111, 0b1111, 1.0), Share(0b1001, 0b1111, 1.0)
    assert against(mine, [third], [third], 4)["words of these two"] == pytest.approx(1.585, abs=0.001)
    assert against(mine, [], [], 4)["words of these two"] == 0


def test_what_is_shared_with_several_is_joined() -> None:
    assert joined([Share(0b01, 0b11, 0.3), Share(0b10, 0b10, 0.8)]) == Share(0b11, 0b11, 0.8)


def test_no_shared_words_are_no_evidence() -> None:
    assert against(Share(0, 0, 0.9), [Share(1, 1, 0.9)], [], 10) == {}
