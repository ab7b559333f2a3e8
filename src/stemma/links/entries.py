"""Mentions laid out for comparing."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Mention
from stemma.values.rarity import Rarity


@dataclass(frozen=True, slots=True)
class Entry:
    """A mention laid out for comparing: its stems and their summed weight."""

    mention: Mention
    words: frozenset[str]
    total: float


def entries(mentions: Sequence[Mention], rare: Rarity) -> tuple[Entry, ...]:
    """`mentions` laid out for comparing, in the same order."""
    laid = []
    for mention in mentions:
        words = frozenset(mention.words)
        laid.append(Entry(mention, words, rare.of(words)))
    return tuple(laid)
