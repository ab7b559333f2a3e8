"""How much a shared word tells: words that few mentions of the story hold tell most."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Mention


@dataclass(frozen=True, slots=True)
class Rarity:
    """Weight of each stem: the logarithm of one over the share of mentions that hold it, as a share of the most that
    there can be (inverse document frequency, Spärck Jones 1972). `spread`: stem -> mentions that hold it."""

    weights: dict[str, float]
    spread: dict[str, int]

    def of(self, words: frozenset[str]) -> float:
        """Summed weight of `words`."""
        weights = self.weights
        return sum([weights[word] for word in sorted(words)])


def rarity(mentions: Sequence[Mention]) -> Rarity:
    """The rarity of every stem in `mentions`."""
    spread: Counter[str] = Counter()
    for mention in mentions:
        spread.update(set(mention.words))
    total = len(mentions) + 1
    most = math.log(1 + total)
    weights = {word: max(0.15, math.log(1 + total / spread[word]) / most) for word in spread}
    return Rarity(weights, dict(spread))
