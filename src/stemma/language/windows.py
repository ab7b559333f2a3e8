"""Cuts a long text into overlapping windows that the encoder can take, at sentence ends."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

MOST = 252
"""Word pieces of a window. The encoder was trained on windows of up to 254 with their edges."""

OVERLAP = 32
"""Pieces that two neighbouring windows share at least, where their sentences allow: a sentence of news."""


@dataclass(frozen=True, slots=True)
class Window:
    """Words `[first, last)` are read together; of those `[keep_first, keep_last)` are taken from this window."""

    first: int
    last: int
    keep_first: int
    keep_last: int


def cut(sizes: Sequence[int], ends: Sequence[int]) -> list[Window]:
    """Windows over words of `sizes` pieces whose sentences end (exclusive) at `ends`.

    Windows begin and end with a sentence; only a sentence longer than a window is cut inside. Where two windows
    overlap, each takes the half that is farther from its edge."""
    before = [0, *accumulate(sizes)]
    spans = _stretches(before, ends)
    if not spans:
        return []
    groups: list[tuple[int, int]] = []  # stretches [from, to)
    start = 0
    while True:
        stop = start + 1
        while stop < len(spans) and before[spans[stop][1]] - before[spans[start][0]] <= MOST:
            stop += 1
        groups.append((start, stop))
        if stop == len(spans):
            break
        start = _back(before, spans, start, stop)
    bounds = [(spans[a][0], spans[b - 1][1]) for a, b in groups]
    edges = [0, *(last for _, last in spans)]
    cuts = [_middle(before, edges, left[1], right[0]) for left, right in pairwise(bounds)]
    kept = zip([0, *cuts], [*cuts, bounds[-1][1]], strict=True)
    return [Window(*bound, *keep) for bound, keep in zip(bounds, kept, strict=True)]


def _stretches(before: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    """Sentences as `[first, last)` words; one longer than a window in pieces that fit."""
    found: list[tuple[int, int]] = []
    first = 0
    for end in ends:
        while before[end] - before[first] > MOST:
            last = first + 1
            while before[last + 1] - before[first] <= MOST:
                last += 1
            found.append((first, last))
            first = last
        if first < end:
            found.append((first, end))
            first = end
    return found


def _back(before: Sequence[int], spans: Sequence[tuple[int, int]], start: int, stop: int) -> int:
    """The stretch with which the next window begins, so that it shares OVERLAP pieces and still goes on."""
    new = before[spans[stop][1]] - before[spans[stop][0]]
    following = stop
    while following - 1 > start:
        shared = before[spans[stop - 1][1]] - before[spans[following - 1][0]]
        if shared + new > MOST or before[spans[stop - 1][1]] - before[spans[following][0]] >= OVERLAP:
            break
        following -= 1
    return following


def _middle(before: Sequence[int], edges: Sequence[int], left_end: int, right_start: int) -> int:
    """The word at which a window hands over to the next: the edge of a stretch that is nearest to the middle, in
    pieces, of what both have. No sentence is taken from two windows, for its words are scored against each other."""
    half = (before[right_start] + before[left_end]) / 2
    both = edges[bisect_left(edges, right_start) : bisect_right(edges, left_end)]
    return min(both, key=lambda edge: (abs(before[edge] - half), edge))
