"""Which numbers or names hang together by pairs: union-find (Galler and Fischer 1964)."""

from collections.abc import Iterable
from typing import TypeVar

_One = TypeVar("_One", int, str)


def together(pairs: Iterable[tuple[_One, _One]]) -> dict[_One, _One]:
    """Each number or name of the pairs, with the smallest of those that pairs lead to from it."""
    first: dict[_One, _One] = {}

    def smallest(number: _One) -> _One:
        while (above := first.setdefault(number, number)) != number:
            number = above
        return number

    for one, other in pairs:
        low, high = sorted((smallest(one), smallest(other)))
        first[high] = low
    return {number: smallest(number) for number in first}
