"""Which numbers or names hang together by pairs: union-find (Galler and Fischer 1964)."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

_One = TypeVar("_One", int, str)


class Parts(Generic[_One]):
    """Numbers or names in parts, each part by the smallest of its own; what no pair has named is a part by itself."""

    def __init__(self, pairs: Iterable[tuple[_One, _One]] = ()) -> None:
        self._above: dict[_One, _One] = {}
        for one, other in pairs:
            self.join(one, other)

    def __iter__(self) -> Iterator[_One]:
        """All that were named, in the order in which they were."""
        return iter(self._above)

    def first(self, one: _One) -> _One:
        """The smallest of the part that `one` is in."""
        above = self._above
        while above.setdefault(one, one) != one:
            above[one] = above[above[one]]
            one = above[one]
        return one

    def join(self, one: _One, other: _One) -> bool:
        """Makes one part of those that the two are in; False where it is one already."""
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low
        return low != high


def together(pairs: Iterable[tuple[_One, _One]]) -> dict[_One, _One]:
    """Each number or name of the pairs, with the smallest of those that pairs lead to from it."""
    parts = Parts(pairs)
    return {one: parts.first(one) for one in parts}
