"""Which numbers hang together by pairs: union-find (Galler and Fischer 1964)."""

from collections.abc import Iterable


def together(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Each number of the pairs, with the smallest of those that pairs lead to from it."""
    first: dict[int, int] = {}

    def smallest(number: int) -> int:
        while (above := first.setdefault(number, number)) != number:
            number = above
        return number

    for one, other in pairs:
        low, high = sorted((smallest(one), smallest(other)))
        first[high] = low
    return {number: smallest(number) for number in first}
