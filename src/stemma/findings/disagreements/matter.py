"""Whether two mentions tell of one thing: only then does a difference between them mean something.

A table of named features; the score is their weighted sum through a logistic curve. The weights were fitted by
logistic regression on the pairs of the gold dev stories and of the demonstration story: mentions of one claim, and the
sides of one disagreement, against mentions of different claims. Roles and names added nothing to these three."""

import math
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from stemma.findings.desk import Desk
from stemma.model import Mention


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the feature's name, its weight, and how it is read from a pair."""

    name: str
    weight: float
    read: Callable[["Pair"], float | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions, and what the stems weigh that both have, that the left has, and that the right has."""

    left: Mention
    right: Mention
    shared: float
    ours: float
    theirs: float


def _meaning(pair: Pair) -> float | None:
    return cosine(pair.left.vector, pair.right.vector)


def _overlap(pair: Pair) -> float:
    return 2 * pair.shared / max(0.1, pair.ours + pair.theirs)


def _containment(pair: Pair) -> float:
    return pair.shared / max(0.1, min(pair.ours, pair.theirs))


INTERCEPT = -4.2  # 0.3 above the fit: vectors that are trained on claims of one event lie farther apart.
TABLE: tuple[Row, ...] = (
    Row("meaning", 3.4, _meaning),
    Row("word overlap", 6.8, _overlap),
    Row("containment", 1.2, _containment),
)


def alike(
    desk: Desk, left: Mention, right: Mention, words: tuple[frozenset[str], frozenset[str]] | None = None
) -> float:
    """The chance, from 0 to 1, that two mentions tell of one thing; by `words`, stems of each, in place of all theirs
    where only a part of each is meant."""
    if words is None:
        (ours, heavy), (theirs, light) = desk.weighed(left), desk.weighed(right)
    else:
        ours, theirs = words
        heavy, light = desk.weight(ours), desk.weight(theirs)
    pair = Pair(left, right, desk.weight(ours & theirs), heavy, light)
    total = INTERCEPT + sum(row.weight * value for row in TABLE if (value := row.read(pair)) is not None)
    return 1 / (1 + math.exp(-total))


_REMEMBERED = 100_000  # Pairs of vectors whose cosine is kept: a large story is full of prints.
_NUMBERED = re.compile(r"\b([A-Z][\w’'-]*?)[ -](\d+)\b(?![.,:]\d)")


def other_number(desk: Desk, left: Mention, right: Mention) -> bool:
    """Whether each names one of a series and it is not the same one: "Lumen 3" and "Lumen 4", "Flight 17" and 370."""
    ours, theirs = _numbered(desk, left), _numbered(desk, right)
    return any(ours[name].isdisjoint(theirs[name]) for name in ours.keys() & theirs.keys())


def _numbered(desk: Desk, mention: Mention) -> dict[str, set[str]]:
    if mention.id not in desk.numbers:
        desk.numbers[mention.id] = _numbers(desk.reports[mention.report].text, mention)
    return desk.numbers[mention.id]


def _numbers(text: str, mention: Mention) -> dict[str, set[str]]:
    found = defaultdict[str, set[str]](set)
    for match in _NUMBERED.finditer(text, mention.start, mention.end):
        if not any(when.start < match.end() and match.start() < when.end for when in mention.dates):
            found[match[1]].add(match[2])
    return found


def cosine(left: bytes, right: bytes) -> float | None:
    """How near two packed vectors lie, from -1 to 1; None where either is not known."""
    if not left or len(left) != len(right):
        return None
    return _cosine(min(left, right), max(left, right))


@lru_cache(maxsize=_REMEMBERED)
def _cosine(left: bytes, right: bytes) -> float | None:
    ours, theirs = (np.frombuffer(packed, dtype=np.int8).astype(np.float64) for packed in (left, right))
    length = math.sqrt(float(ours @ ours) * float(theirs @ theirs))
    return float(ours @ theirs) / length if length else None  # no direction, no evidence
