"""Whether two figures can be one, given bounds, rounding, and what is counted.

kind, unit, thing counted   not alike: None, they cannot be compared
values, given the bounds    "same" where both allow one value, else "differ"; None where one tells no number
"""

import math
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from stemma.model import Bound, Figure
from stemma.values.numberpatterns import tables
from stemma.values.units import measures
from stemma.values.words import content

Fit = Literal["same", "differ", "other"]
# "About 50" fits 45 to 55: readers expect no more than a tenth either way, and no more than one in the last digit that
# is told: "about 146 billion" is not 149. "Nearly 50" is up to a tenth less.
_ABOUT, _PAST_NEARLY = 0.1, 0.01
_HALF_ROUND = 2.5  # A last digit of 5 is half a round number: "about 850" is 825 to 875.
# "Over 200" fits up to 300 and "at least three" up to eight: nobody calls more so, though it would be true.
_OPEN_SHARE, _OPEN_COUNT = 0.5, 5
# "Hundreds" are up to 1,000 and "dozens" up to 120: five times the least, then the next word is used.
_SEVERAL = 5
# Rounding moves a figure by no more than this share of it: 4.8 billion is "5 billion", 3,400 is not "3,000".
_ROUNDING = 0.05
_RISE_OR_FALL = frozenset({"rise", "fall"})


def fit(a: Figure, b: Figure) -> Fit | None:
    """Whether two figures can be one: "same" or "differ"; None where they count different things or one is unknown.

    A level is never compared with a change, nor either with a rank or an age. A rise and a fall differ. A bare number
    counts no unit; `fit_values` is for who knows that two figures count one thing."""
    if a.kind != b.kind:
        opposite = {a.kind, b.kind} == _RISE_OR_FALL and _alike_unit(a.unit) == _alike_unit(b.unit)
        return None if not opposite else "other" if _other_thing(a, b) else "differ"
    if a.kind == "rank" and not (a.unit and b.unit):
        return None
    shares = _shares(a, b)
    if shares is None and _alike_unit(a.unit) != _alike_unit(b.unit):
        return None
    outcome = shares or fit_values(a, b)
    return "other" if outcome == "differ" and _other_thing(a, b) else outcome


def fit_values(a: Figure, b: Figure) -> Fit | None:
    """Whether the values of two figures that count one thing can be one, whatever their units; None where one tells no
    number. The whole that one is a part of ("one of two") may be what the other tells."""
    outcome = _fit(a, b)
    for part, other in ((a, b), (b, a)):
        if outcome == "differ" and part.whole is not None and other.whole is None:
            outcome = "same" if other.low == other.high == part.whole else outcome
    return outcome


def other_scope(a: Figure, b: Figure) -> bool:
    """Whether both figures say over which time, or where, and it is not the same: then both can be right."""
    pairs = ((a.period, b.period), (a.place, b.place))
    return any(x is not None and y is not None and _stems(x.text).isdisjoint(_stems(y.text)) for x, y in pairs)


def counts_things(figure: Figure) -> bool:
    """Whether a figure says how many things there are: no money, share, measure, time, rate, change, rank or age."""
    unit = figure.unit
    return figure.kind == "quantity" and not (unit.isupper() or unit in measures() or " per " in unit)


class _Told(NamedTuple):
    """The number that a figure tells: of thousands of pairs most are of a few numbers."""

    bound: Bound
    low: float | None
    high: float | None


def _fit(a: Figure, b: Figure) -> Fit | None:
    return _fit_told(_Told(a.bound, a.low, a.high), _Told(b.bound, b.low, b.high))


@lru_cache(maxsize=65536)
def _fit_told(a: _Told, b: _Told) -> Fit | None:
    if a.bound == b.bound == "exact" and a.low is not None and b.low is not None:
        slack = min(max(_grain(a.low), _grain(b.low)) / 2, _ROUNDING * max(abs(a.low), abs(b.low)))
        return "same" if abs(a.low - b.low) <= slack + 1e-9 else "differ"
    ours, theirs = _range(a), _range(b)
    if ours is None or theirs is None:
        return None
    return "same" if ours[0] <= theirs[1] and theirs[0] <= ours[1] else "differ"


def _shares(a: Figure, b: Figure) -> Fit | None:
    """The fit of two shares where one is told by part and whole: "one in five" and "20 percent"; None where none is."""
    if (a.whole is None) == (b.whole is None) and a.whole == b.whole:
        return None
    ours, theirs = _percent(a), _percent(b)
    if ours is None or theirs is None:
        return None
    return "same" if abs(ours - theirs) <= 0.5 + 1e-9 else "differ"


def _percent(figure: Figure) -> float | None:
    if figure.low is None or figure.low != figure.high:
        return None
    if figure.whole is not None:
        return 100 * figure.low / figure.whole
    return figure.low if figure.unit == "percent" else None


def _other_thing(a: Figure, b: Figure) -> bool:
    """Whether both say of what they are a share, an amount or the rank, and it is not the same."""
    if a.counted is None or b.counted is None:
        return False
    if counts_things(a) or counts_things(b):
        return False  # their units say it
    return _stems(a.counted.text).isdisjoint(_stems(b.counted.text))


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(content(text)) or frozenset({text})


@cache
def _alike() -> dict[str, str]:
    return {unit: name for name, units in tables()["alike"].items() for unit in units}


@cache
def _alike_unit(unit: str) -> str:
    head, _, rate = unit.partition(" per ")
    return f"{_alike().get(head, head)} per {rate}" if rate else _alike().get(head, head)


def _grain(value: float) -> float:
    """The place of the last digit that is not a rounding zero. Whole numbers below 1,000 are taken as exact."""
    if value != round(value):
        digits = len(f"{value:.6f}".rstrip("0").partition(".")[2])
        return float(10**-digits)
    if abs(value) < 1000:
        return 1.0
    whole = f"{value:.0f}"
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def _range(figure: _Told) -> tuple[float, float] | None:
    """The values that a reader takes the words of a figure to allow; None where they tell no number."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return None
    if low is None:
        top = high or 0.0
        return top - max(_OPEN_SHARE * abs(top), min(_OPEN_COUNT, abs(top))), top
    if high is None:
        if figure.bound == "several":
            return low, _SEVERAL * low
        return low, low + max(_OPEN_SHARE * abs(low), _OPEN_COUNT if low >= 1 else 0)
    return _closed(figure, low, high)


def _vague(value: float) -> float:
    """How far from `value` "about" may lie: at least one, of the smallest numbers a fifth."""
    mantissa, exponent = f"{abs(value):.6e}".split("e")
    digits = mantissa.replace(".", "").rstrip("0")
    told = 10.0 ** (int(exponent) - max(0, len(digits) - 1))
    if len(digits) > 1 and digits.endswith("5"):
        told *= _HALF_ROUND
    return max(min(_ABOUT * abs(value), told), min(1.0, abs(value) / 5))


def _closed(figure: _Told, low: float, high: float) -> tuple[float, float]:
    if figure.bound == "about":
        return low - _vague(low), high + _vague(high)
    if figure.bound == "nearly":
        return low - max(_ABOUT * abs(low), min(1.0, abs(low) / 5)), high + _PAST_NEARLY * abs(high)
    slack = (
        0.0 if figure.bound == "between" else min(_grain(low) / 2, _ROUNDING * abs(low)) if abs(low) >= 1000 else 0.0
    )
    return math.nextafter(low - slack, -math.inf), math.nextafter(high + slack, math.inf)
