"""Which pairs of mentions are worth comparing: those that share rare words, a figure, nearly all their words, or their
meaning.

Never all pairs, so that cost grows close to linearly. Shared rare stems find what is told in other words; MinHash
(Broder 1997; `rensa`) finds long near-copies whose every word is common in the story; figures and near vectors find
what shares no rare word. In a large story, where every stem is common, pairs of a mention's rarest stems take the
place of stems."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

import numpy as np
from rensa import RMinHash, RMinHashLSH

from stemma.links.entries import Entry, Laid, Vectors

MOST_HOLDERS = 40  # Mentions that may share a key for it to propose every pair of them;
IN_A_ROW = 3  # beyond that, each with the next few that hold it, in order of their words.
LEAST_SHARED = 0.6  # Summed weight of shared rare stems: one stem alone proposes nothing unless it is very rare.
LEAST_ALIKE = 0.5  # Cosine of two vectors from which they propose a pair,
NEAREST = 8  # and how many pairs each mention may so propose.
_RAREST = 4  # Stems of a mention whose pairs are keys.
_CELL = 256  # Mentions of a cell of the vectors' space, within which all are compared; a mention is in two cells.
_PERMUTATIONS, _BANDS, _LIKE = 64, 16, 0.5

Pairs = set[tuple[int, int]]
_Key = TypeVar("_Key", bound=Hashable)


def candidates(laid: Laid) -> list[tuple[int, int]]:
    """Pairs of indices into `laid.entries`, the smaller first, sorted."""
    entries = laid.entries
    near = _near_copies(entries) | _by_meaning(laid.meaning)
    return sorted(near | _by_stems(laid) | _by_stem_pairs(laid) | _by_figures(entries))


def _by_stems(laid: Laid) -> Pairs:
    """Those that share rare stems of enough weight."""
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    keys = ((word, at) for at, entry in enumerate(laid.entries) for word in entry.words)
    held = _held((word, at) for word, at in keys if laid.rare.spread[word] <= MOST_HOLDERS)
    for word in sorted(held):
        weight = laid.rare.weights[word]
        for pair in combinations(held[word], 2):
            shared[pair] += weight
    return {pair for pair, weight in shared.items() if weight >= LEAST_SHARED}


def _by_stem_pairs(laid: Laid) -> Pairs:
    """Those that share two of their rarest stems where each alone has too many holders."""
    weights, spread = laid.rare.weights, laid.rare.spread
    keys: list[tuple[tuple[str, str], int]] = []
    for at, entry in enumerate(laid.entries):
        rarest = sorted(entry.words, key=lambda word: (-weights[word], word))[:_RAREST]
        common = sorted(word for word in rarest if spread[word] > MOST_HOLDERS)
        keys.extend((key, at) for key in combinations(common, 2))
    return {pair for holders in _held(keys).values() for pair in _proposed(laid.entries, holders)}


def _by_figures(entries: Sequence[Entry]) -> Pairs:
    """Those that give the same number of the same."""
    figures = ((f, at) for at, entry in enumerate(entries) for f in entry.mention.figures if f.low is not None)
    held = _held(((figure.kind, figure.low, figure.high, figure.unit), at) for figure, at in figures)
    return {pair for holders in held.values() for pair in _proposed(entries, sorted(set(holders)))}


def _proposed(entries: Sequence[Entry], holders: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(holders) <= MOST_HOLDERS:
        yield from combinations(holders, 2)
        return
    alike = sorted(holders, key=lambda at: (entries[at].mention.words, at))
    for place, at in enumerate(alike):
        for other in alike[place + 1 : place + 1 + IN_A_ROW]:
            yield min(at, other), max(at, other)


def _held(keys: Iterable[tuple[_Key, int]]) -> dict[_Key, list[int]]:
    holders: defaultdict[_Key, list[int]] = defaultdict(list)
    for key, at in keys:
        holders[key].append(at)
    return holders


def _near_copies(entries: Sequence[Entry]) -> Pairs:
    index = RMinHashLSH(threshold=_LIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    found: Pairs = set()
    for at, entry in enumerate(entries):
        if len(entry.words) < 5:
            continue
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(sorted(entry.words))
        found.update((other, at) for other in sorted(index.query(sketch))[:MOST_HOLDERS])
        index.insert(at, sketch)
    return found


def _by_meaning(meaning: Vectors) -> Pairs:
    """The nearest of each mention within the cells that it is in. Mentions in even steps stand for the cells (an
    inverted file, Sivic and Zisserman 2003)."""
    found: Pairs = set()
    if meaning.shape[1] == 0:
        return found
    for cell in _cells(meaning):
        alike = meaning[cell] @ meaning[cell].T
        np.fill_diagonal(alike, -1)
        most = min(NEAREST, len(cell))
        nearest = np.argpartition(-alike, most - 1, axis=1)[:, :most]
        for row, columns in enumerate(nearest):
            for column in columns:
                if alike[row, column] >= LEAST_ALIKE:
                    found.add((min(cell[row], cell[column]), max(cell[row], cell[column])))
    return found


def _cells(meaning: Vectors) -> list[list[int]]:
    total = len(meaning)
    if total <= 2 * _CELL:
        return [list(range(total))]
    centres = meaning[:: _CELL // 2]
    cells: list[list[int]] = [[] for _ in centres]
    for start in range(0, total, _CELL):
        near = np.argpartition(-(meaning[start : start + _CELL] @ centres.T), 1, axis=1)[:, :2]
        for at, both in enumerate(near, start):
            for centre in both:
                cells[centre].append(at)
    # A cell of a dense place is cut, so that no cell's cost grows with the story.
    return [cell[at : at + 4 * _CELL] for cell in cells for at in range(0, len(cell), 4 * _CELL)]
