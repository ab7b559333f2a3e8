"""Which pairs of mentions are worth comparing: those that share rare words, or nearly all their words.

Never all pairs. Shared rare stems find what is told in other words; MinHash (Broder 1997; `rensa`) finds long
near-copies whose every word is common in the story."""

from collections import defaultdict
from collections.abc import Sequence

from rensa import RMinHash, RMinHashLSH

from stemma.links.entries import Entry
from stemma.values.rarity import Rarity

MOST_HOLDERS = 40  # Mentions that may share a stem for it to propose pairs; commoner stems only confirm.
LEAST_SHARED = 0.6  # Summed weight of shared rare stems: one stem alone proposes nothing unless it is very rare.
_PERMUTATIONS, _BANDS, _LIKE = 64, 16, 0.5


def candidates(entries: Sequence[Entry], rare: Rarity) -> list[tuple[int, int]]:
    """Pairs of indices into `entries`, the smaller first, sorted."""
    shared: defaultdict[tuple[int, int], float] = defaultdict(float)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, entry in enumerate(entries):
        for word in entry.words:
            if rare.spread[word] <= MOST_HOLDERS:
                holders[word].append(index)
    for word in sorted(holders):
        weight = rare.weights[word]
        at = holders[word]
        for i, left in enumerate(at):
            for right in at[i + 1 :]:
                shared[left, right] += weight
    found = {pair for pair, weight in shared.items() if weight >= LEAST_SHARED}
    return sorted(found | _near_copies(entries))


def _near_copies(entries: Sequence[Entry]) -> set[tuple[int, int]]:
    index = RMinHashLSH(threshold=_LIKE, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    found: set[tuple[int, int]] = set()
    for at, entry in enumerate(entries):
        if len(entry.words) < 5:
            continue
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=1)
        sketch.update(sorted(entry.words))
        found.update((other, at) for other in sorted(index.query(sketch))[:MOST_HOLDERS])
        index.insert(at, sketch)
    return found
