"""The evidence for and against two mentions being one claim: a table of named, weighted features.

Each reader returns a value in [-1, 1], or None where there is no evidence either way. The score is the weighted sum
through a logistic curve; `WEIGHTS` were fitted by logistic regression on the gold dev stories (see benchmarks/)."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from stemma.links.entries import Entry
from stemma.model import Feature
from stemma.values.fit import fit
from stemma.values.rarity import Rarity


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions side by side, with the stems they share and what those weigh."""

    left: Entry
    right: Entry
    shared: frozenset[str]
    weight: float
    rarest: float


Reader = Callable[[Pair], float | None]


def pair(left: Entry, right: Entry, shared: frozenset[str], rare: Rarity) -> Pair:
    """`left` and `right` side by side, with the stems that they share."""
    return Pair(left, right, shared, rare.of(shared), max((rare.weights[word] for word in shared), default=0.0))


def _overlap(p: Pair) -> float:
    return 2 * p.weight / max(0.1, p.left.total + p.right.total)


def _containment(p: Pair) -> float:
    return p.weight / max(0.1, min(p.left.total, p.right.total))


def _rarest(p: Pair) -> float:
    return p.rarest


def _figures(p: Pair) -> float | None:
    outcomes = [fit(a, b) for a in p.left.mention.figures for b in p.right.mention.figures]
    if "same" in outcomes:
        return 1.0
    return -1.0 if "differ" in outcomes or "other" in outcomes else None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the feature's name, its weight, how it is read, and what it says when it speaks."""

    name: str
    weight: float
    read: Reader
    reason: str


INTERCEPT = -5.3
TABLE: tuple[Row, ...] = (
    Row("word overlap", 2.8, _overlap, "share of all weighted words that both have"),
    Row("containment", 2.0, _containment, "share of the shorter one's weighted words that the other has"),
    Row("rarest word", 4.2, _rarest, "weight of the rarest word that both have"),
    Row("figures", 1.0, _figures, "figures that agree (1) or do not fit (-1)"),
)


IDENTICAL = (Feature("same words", 1.0, 1.0, "the same words, figures and firmness"),)
AGAIN = (Feature("told again", 1.0, 1.0, "one report tells the same claim again"),)


def values(p: Pair) -> tuple[float | None, ...]:
    """The value of each row of `TABLE` for the pair."""
    return tuple(row.read(p) for row in TABLE)


def score(read: tuple[float | None, ...]) -> float:
    """The probability, between 0 and 1, that the pair is one claim."""
    total = INTERCEPT + sum(row.weight * value for row, value in zip(TABLE, read, strict=True) if value is not None)
    return 1 / (1 + math.exp(-total))


def explain(p: Pair, read: tuple[float | None, ...]) -> tuple[Feature, ...]:
    """The features of the pair with their reasons, for people."""
    words = ", ".join(sorted(p.shared))
    return tuple(
        Feature(row.name, value, row.weight, f"{row.reason}: {words}" if row.name == "word overlap" else row.reason)
        for row, value in zip(TABLE, read, strict=True)
    )
