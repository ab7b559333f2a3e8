"""Mentions laid out for comparing: their stems, names and vectors, and how alike their reports are."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from stemma.model import Mention
from stemma.values.rarity import Rarity
from stemma.values.words import content

Vectors = NDArray[np.float32]
_DIRECTIONS = 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """A mention laid out for comparing: its stems, the length of their weights as a vector, their summed weight, and
    the stems of the names in it."""

    mention: Mention
    words: frozenset[str]
    length: float
    total: float
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Laid:
    """All mentions laid out, in one order. `meaning` is `[mentions, dimensions]`, each row of length 1 (or nothing,
    where a mention has no vector); `reports` has all the weighted words of each report as one direction."""

    entries: tuple[Entry, ...]
    rare: Rarity
    meaning: Vectors
    reports: dict[str, Vectors]


def lay(mentions: Sequence[Mention], rare: Rarity) -> Laid:
    """`mentions` laid out, in the same order."""
    laid = tuple(_entry(mention, rare) for mention in mentions)
    return Laid(laid, rare, _rows(mentions), _directions(laid, rare))


def _entry(mention: Mention, rare: Rarity) -> Entry:
    words = frozenset(mention.words)
    squares = sum(rare.weights[word] ** 2 for word in sorted(words))
    names = frozenset(stem for name in mention.names for stem in content(name))
    return Entry(mention, words, math.sqrt(squares), rare.of(words), names)


def _rows(mentions: Sequence[Mention]) -> Vectors:
    width = max((len(mention.vector) for mention in mentions), default=0)
    rows = np.zeros((len(mentions), width), dtype=np.float32)
    for row, mention in zip(rows, mentions, strict=True):
        if mention.vector:
            row[:] = np.frombuffer(mention.vector, dtype=np.int8)
    return _unit(rows)


def _directions(laid: Sequence[Entry], rare: Rarity) -> dict[str, Vectors]:
    """The words of each report, hashed into few dimensions (Weinberger et al. 2009) so that two are soon compared."""
    told: defaultdict[str, set[str]] = defaultdict(set)
    for entry in laid:
        told[entry.mention.report] |= entry.words
    found = {}
    for report, words in told.items():
        row = np.zeros((1, _DIRECTIONS), dtype=np.float32)
        for word in sorted(words):
            number = crc32(word.encode())
            row[0, number % _DIRECTIONS] += rare.weights[word] if number >> 31 else -rare.weights[word]
        found[report] = _unit(row)[0]
    return found


def _unit(rows: Vectors) -> Vectors:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths > 0, lengths, 1)).astype(np.float32)
