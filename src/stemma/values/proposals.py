"""Which pairs of many texts are worth comparing: those that share seeds which few others hold.

Every seed proposes each text that holds it to the NEAREST before it and to the first, never all to all; each text keeps
the MOST of those before it that share most. So the work grows with the number of texts, not with its square."""

import numpy as np
from numpy.typing import NDArray

from stemma.values.passages import Words

NEAREST = 12  # Texts before it to which a seed proposes a text, besides the first.
MOST = 16  # Texts before it that a text is compared with: a report rests on a few.

_Pairs = tuple[NDArray[np.int64], NDArray[np.float64]]


def proposals(texts: list[Words]) -> list[tuple[int, int]]:
    """Pairs of `texts` by number, the lower first, sorted."""
    holders, weights, places = _postings(texts)
    total = len(texts)
    found = [_at_distance(holders, weights, places, total, lag) for lag in range(1, NEAREST + 1)]
    found.append(_with_first(holders, weights, places, total))
    keys, sums = _added(found)
    kept = _strongest(keys % total, sums)
    return [(int(key) // total, int(key) % total) for key in keys[kept]]


def _postings(texts: list[Words]) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """For each place where a text holds a seed, sorted by seed and text: the text, what the seed weighs (inverse
    document frequency), and how many texts before hold it."""
    unique = [np.unique(text.seeds) for text in texts]
    keys = np.concatenate(unique) if unique else np.zeros(0, dtype=np.int64)
    holders = np.repeat(np.arange(len(texts)), [len(one) for one in unique])
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    _, starts, inverse, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    weights = np.log1p(sum(len(one) > 0 for one in unique) / counts)
    return holders, weights[inverse], np.arange(len(keys)) - starts[inverse]


def _at_distance(
    holders: NDArray[np.int64], weights: NDArray[np.float64], places: NDArray[np.int64], total: int, lag: int
) -> _Pairs:
    """The pairs of texts that hold a seed as neighbours at distance `lag`, with the weight of such seeds."""
    at = np.flatnonzero(places >= lag)
    return _summed(holders[at - lag] * total + holders[at], weights[at])


def _with_first(
    holders: NDArray[np.int64], weights: NDArray[np.float64], places: NDArray[np.int64], total: int
) -> _Pairs:
    """The pairs of a text and the first that holds a seed of it, where that is farther off than NEAREST."""
    at = np.flatnonzero(places > NEAREST)
    return _summed(holders[at - places[at]] * total + holders[at], weights[at])


def _added(found: list[_Pairs]) -> _Pairs:
    keys, sums = (np.concatenate(column) for column in zip(*found, strict=True))
    return _summed(keys, sums)


def _summed(keys: NDArray[np.int64], sums: NDArray[np.float64]) -> _Pairs:
    """Each key once, with the sum of what stands beside it."""
    unique, inverse = np.unique(keys, return_inverse=True)
    return unique, np.bincount(inverse, sums, len(unique)).astype(np.float64)


def _strongest(right: NDArray[np.int64], sums: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which pairs are among the MOST heaviest of their later text; of equal ones the first."""
    everything = np.arange(len(sums))
    order = np.lexsort((everything, -sums, right))
    _, starts, inverse = np.unique(right[order], return_index=True, return_inverse=True)
    kept = np.zeros(len(sums), dtype=np.bool_)
    kept[order[everything - starts[inverse] < MOST]] = True
    return kept
