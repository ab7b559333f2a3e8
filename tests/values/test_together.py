"""What hangs together by pairs."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from stemma.values.together import Parts, together

PAIRS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)))


def test_pairs_lead_on() -> None:
    assert together([(5, 3), (3, 9), (7, 8), (2, 2)]) == {5: 3, 3: 3, 9: 3, 7: 7, 8: 7, 2: 2}


@given(PAIRS, st.randoms())
def test_the_order_of_the_pairs_changes_nothing(pairs: list[tuple[int, int]], random: Random) -> None:
    shuffled = random.sample(pairs, len(pairs))
    assert together(shuffled) == together(pairs)


@given(PAIRS)
def test_both_of_a_pair_have_one_smallest(pairs: list[tuple[int, int]]) -> None:
    found = together(pairs)
    assert all(found[a] == found[b] <= min(a, b) for a, b in pairs)


@given(PAIRS)
def test_a_join_tells_whether_it_changed_anything(pairs: list[tuple[int, int]]) -> None:
    parts = Parts[int]()
    for number, (one, other) in enumerate(pairs):
        before = together([*pairs[:number], (one, one), (other, other)])
        assert parts.join(one, other) == (before[one] != before[other])
