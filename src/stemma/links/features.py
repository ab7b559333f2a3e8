"""The evidence for and against two mentions telling of one event, or stating one claim: a table of named features.

Each reader returns a value in [-1, 1], or None where there is no evidence either way. A score is the weighted sum
through a logistic curve. There are two, with a column of weights each in `data/weights.toml`: `event`, learned on ECB+
(Cybulska and Vossen 2014), and `same`, stricter, since one event gives rise to many claims (see training/README.md)."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from stemma.links.commitments import alike
from stemma.links.entries import Entry, Laid
from stemma.links.tables import table
from stemma.model import Feature
from stemma.values.dates import same_time
from stemma.values.fit import fit
from stemma.values.placerelations import same_place


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions side by side: the stems they share, what those weigh, the rarest one's weight, the cosine of their
    vectors (None where one has none) and that of their reports' weighted words."""

    left: Entry
    right: Entry
    shared: frozenset[str]
    weight: float
    squares: float
    rarest: float
    meaning: float | None
    reports: float


Reader = Callable[[Pair], float | None]


def pair(laid: Laid, left: int, right: int) -> Pair:
    """The mentions number `left` and `right` side by side."""
    a, b = laid.entries[left], laid.entries[right]
    shared = a.words & b.words
    weights = [laid.rare.weights[word] for word in sorted(shared)]
    ours, theirs = laid.reports[a.mention.report], laid.reports[b.mention.report]
    return Pair(
        a,
        b,
        shared,
        sum(weights),
        sum(weight * weight for weight in weights),
        max(weights, default=0.0),
        cosine(laid, left, right),
        float(ours @ theirs),
    )


def cosine(laid: Laid, left: int, right: int) -> float | None:
    """The cosine of the vectors of the mentions number `left` and `right`; None where one has none."""
    if not (laid.entries[left].mention.vector and laid.entries[right].mention.vector):
        return None
    return float(laid.meaning[left] @ laid.meaning[right])


def _words(p: Pair) -> float:
    return p.squares / max(0.01, p.left.length * p.right.length)


def _containment(p: Pair) -> float:
    return p.weight / max(0.1, min(p.left.total, p.right.total))


def _figures(p: Pair) -> float | None:
    outcomes = [fit(a, b) for a in p.left.mention.figures for b in p.right.mention.figures]
    if "same" in outcomes:
        return 1.0
    return -1.0 if "differ" in outcomes or "other" in outcomes else None


def _lone_figure(p: Pair) -> float | None:
    ours, theirs = bool(p.left.mention.figures), bool(p.right.mention.figures)
    return -1.0 if ours != theirs else None


def _other_names(p: Pair) -> float | None:
    named = p.left.names | p.right.names
    return -len(p.left.names ^ p.right.names) / len(named) if named else None


def _dates(p: Pair) -> float | None:
    return _agreement([same_time(a, b) for a in p.left.mention.dates for b in p.right.mention.dates])


def _places(p: Pair) -> float | None:
    return _agreement([same_place(a, b) for a in p.left.mention.places for b in p.right.mention.places])


def _agreement(outcomes: list[bool | None]) -> float | None:
    return 1.0 if True in outcomes else -1.0 if False in outcomes else None


def _event(p: Pair) -> float | None:
    left, right = p.left.mention.event, p.right.mention.event
    if not left or not right:
        return None
    if not frozenset(left).isdisjoint(right):
        return 1.0
    told = not p.right.words.isdisjoint(left) or not p.left.words.isdisjoint(right)
    return 0.0 if told else -1.0


def _agents(p: Pair) -> float | None:
    return _role(p.left.mention.agents, p.right.mention.agents)


def _patients(p: Pair) -> float | None:
    return _role(p.left.mention.patients, p.right.mention.patients)


def _role(left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
    if not left or not right:
        return None
    return -1.0 if frozenset(left).isdisjoint(right) else 1.0


def _firmness(p: Pair) -> float | None:
    return None if alike(p.left.mention.commitment, p.right.mention.commitment) else -1.0


def _polarity(p: Pair) -> float | None:
    return -1.0 if p.left.mention.negated != p.right.mention.negated else None


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: the feature's name, how it is read, and what it says when it speaks."""

    name: str
    read: Reader
    reason: str


TABLE: tuple[Row, ...] = (
    Row("meaning", lambda p: p.meaning, "cosine of the sentence vectors"),
    Row("words", _words, "cosine of the weighted words"),
    Row("containment", _containment, "share of the shorter one's weighted words that the other has"),
    Row("rarest word", lambda p: p.rarest, "weight of the rarest word that both have"),
    Row("figures", _figures, "figures that agree (1) or do not fit (-1)"),
    Row("lone figure", _lone_figure, "only one of the two gives a figure"),
    Row("other names", _other_names, "share of the names that only one of the two has"),
    Row("dates", _dates, "dates that can be one (1) or cannot (-1)"),
    Row("places", _places, "places that can be one (1) or cannot (-1)"),
    Row("event word", _event, "the same word for what happened (1), one that the other uses too (0), another (-1)"),
    Row("who", _agents, "whoever does it is the same (1) or another (-1)"),
    Row("whom", _patients, "whoever it is done to is the same (1) or another (-1)"),
    Row("firmness", _firmness, "one is more firmly so than the other"),
    Row("polarity", _polarity, "one says that it is so, the other that it is not"),
    Row("reports", lambda p: p.reports, "cosine of the weighted words of the two reports"),
)

IDENTICAL = (Feature("same words", 1.0, 1.0, "the same words, figures and firmness"),)
AGAIN = (Feature("told again", 1.0, 1.0, "one report tells the same claim again"),)

Values = tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """One column of the table: a weight for each row, 0 where the row does not count."""

    intercept: float
    rows: tuple[float, ...]


@cache
def weights(column: str) -> Weights:
    """The column `column` ("same" or "event") of `data/weights.toml`."""
    told = table("weights")[column]
    return Weights(told["intercept"], tuple(told["weights"].get(row.name, 0.0) for row in TABLE))


def values(p: Pair, column: Weights | None = None) -> Values:
    """The value of each row of `TABLE` for the pair; with a column only of the rows that count in it, else None."""
    if column is None:
        return tuple([row.read(p) for row in TABLE])
    return tuple([row.read(p) if weight else None for row, weight in zip(TABLE, column.rows, strict=True)])


def score(read: Values, column: Weights) -> float:
    """The probability, between 0 and 1, that the pair is what the column's weights were learned for."""
    total = column.intercept
    for weight, value in zip(column.rows, read, strict=True):
        if value is not None:
            total += weight * value
    return 1 / (1 + math.exp(-total))


def explain(p: Pair, read: Values) -> tuple[Feature, ...]:
    """The features that count for "same", with their reasons, for people."""
    found = []
    for row, weight, value in zip(TABLE, weights("same").rows, read, strict=True):
        if weight:
            reason = f"{row.reason}: {', '.join(sorted(p.shared))}" if row.name == "words" else row.reason
            found.append(Feature(row.name, value, weight, reason))
    return tuple(found)
