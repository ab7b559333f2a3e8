"""How much a shared word tells: words that few mentions of the story hold tell most."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Mention


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weight of each stem: the logarithm of one over the share of reports that use it, between 0.3 and 1 of the most.

    Counted in reports, not in mentions: a wordy report must not make its own words common (inverse document
    frequency, Spärck Jones 1972)."""

    weights: dict[str, float]
    spread: dict[str, int]

    def of(self, words: frozenset[str]) -> float:
        """Summed weight of `words`."""
        weights = self.weights
        return sum([weights[word] for word in sorted(words)])


def rarity(mentions: Sequence[Mention]) -> Rarity:
    """The rarity of every stem in `mentions`."""
    reports: dict[str, set[str]] = {}
    spread: Counter[str] = Counter()
    for mention in mentions:
        for word in mention.words:
            reports.setdefault(word, set()).add(mention.report)
        spread.update(set(mention.words))
    total = len(mentions) + 1
    most = math.log(1 + total)
    weights = {word: max(0.15, math.log(1 + total / spread[word]) / most) for word in reports}
    return Rarity(weights, dict(spread))
