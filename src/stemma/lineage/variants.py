"""Variants: names and figures for which one report has another word than its counterpart in the same passage.

The word that nobody else has is the younger one: whoever has it changed it, and the other does not rest on him
(separative error, Maas, Textual Criticism, 1958, section 6)."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.lineage.wording import Kin
from stemma.model import Reading
from stemma.values.passages import Words

LEAST_HOLDERS = 3  # Reports that have a word for it to be the usual one.
MOST_COUNTED = 2  # Variants of two reports beyond which more say nothing new.


@dataclass(frozen=True, slots=True)
class Variants:
    """How many texts hold each word, by its number, and for each text which of its words are names or figures."""

    holders: NDArray[np.int64]
    telling: list[NDArray[np.bool_]]

    def alone(self, texts: Sequence[Words], kin: Kin, report: int) -> int:
        """How many words `report` has alone where its counterpart has the usual one, less those where it is the other
        way round; between -MOST_COUNTED and MOST_COUNTED."""
        pairs = self._holders(texts, kin, report)
        found = sum(int(a == 1 and b >= LEAST_HOLDERS) - int(b == 1 and a >= LEAST_HOLDERS) for a, b in pairs)
        return max(-MOST_COUNTED, min(MOST_COUNTED, found))

    def elsewhere(self, texts: Sequence[Words], kin: Kin, report: int) -> int:
        """How many words `report` has with others, but not with its counterpart, up to MOST_COUNTED."""
        return min(MOST_COUNTED, sum(a > 1 for a, _ in self._holders(texts, kin, report)))

    def _holders(self, texts: Sequence[Words], kin: Kin, report: int) -> list[tuple[int, int]]:
        """For each name or figure changed in the passages, how many reports have the word of `report`, and how many
        that of its counterpart."""
        left, right = texts[kin.left].stems, texts[kin.right].stems
        found = [
            (int(self.holders[left[i]]), int(self.holders[right[j]]))
            for i, j in sorted({pair for one in kin.passages for pair in one.changed})
            if self.telling[kin.left][i] and self.telling[kin.right][j]
        ]
        return found if report == kin.left else [(b, a) for a, b in found]


def variants(readings: Sequence[Reading], texts: Sequence[Words], without: frozenset[int]) -> Variants:
    """The words of all texts, ready to tell which of two is the usual one; the texts `without`, by number, do not
    count."""
    everything = [np.unique(text.stems) for n, text in enumerate(texts) if n not in without]
    holders = np.bincount(np.concatenate(everything)) if everything else np.zeros(0, dtype=np.int64)
    return Variants(holders, [_telling(r.report.text, text) for r, text in zip(readings, texts, strict=True)])


def _telling(text: str, words: Words) -> NDArray[np.bool_]:
    """Which words begin with a capital or a digit."""
    return np.array([text[start].isupper() or text[start].isdigit() for start in words.starts], dtype=np.bool_)
