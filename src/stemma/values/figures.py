"""Finds the figures of news English: value, bound, unit, what is counted; levels, changes, ranks and ages.

    numerals  what is written as a number     bounds   "at least", "or more"     ranks   "third-largest"
    units     the noun or measure after it    changes  "rose by", "cut"          ages    "16-year-old"

Years and dates, clock times, scores, list and version numbers, telephone numbers and numbers in names are no figures.
`fit` compares two of them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from stemma.model import Bound, Figure, Phrase
from stemma.values.ages import age
from stemma.values.bounds import bound_after, bound_before, ends
from stemma.values.changes import change
from stemma.values.dates import date_spans
from stemma.values.nofigures import no_figure
from stemma.values.numberpatterns import listed, tables
from stemma.values.numerals import Amount, amounts
from stemma.values.pairs import is_part, is_score, is_stretch, opening, scaled
from stemma.values.ranks import rank
from stemma.values.units import Unit, measures, rate_after, unit_after

_BEFORE = re.compile(r"([A-Za-z][\w’'.-]*)[\s-]$")
_AND = re.compile(r",?\s(?:and\s|but\s)?")
_LOWER_BOUNDS, _UPPER_BOUNDS = frozenset({"over", "at least"}), frozenset({"under", "at most"})
# Forms of numbers of which two can be the ends of one stretch.
_PAIRED = frozenset({"number", "share"})
_TIMES = frozenset({"second", "minute", "hour", "night", "day", "week", "month", "year", "decade"})


def find_figures(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """All figures within `text[start:end]`, in order, with offsets into the whole `text`.

    A figure's span covers the words of its bound, the number and its unit ("over 82,000 drug overdose deaths").
    Money has the ISO 4217 code as its unit, a share the unit "percent" ("two-thirds" is 66.7 percent), a rate "USD per
    share"; a number without a noun has the unit "". `period` and `place` are left to who knows the syntax, but for a
    period that the unit itself names ("a year").
    """
    found = list(_amounts(text, start, end))
    return tuple(_merged(text, list(_figures(text, start, end, found)))) if found else ()


def _amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    found = list(amounts(text, start, end))
    if not found:
        return
    skipped = (match.span() for match in no_figure().finditer(text, start, end))
    blocked = sorted([*date_spans(text, start, end), *skipped])
    position = 0
    for each in found:
        while position < len(blocked) and blocked[position][1] <= each.start:
            position += 1
        if not any(first < each.end and each.start < last for first, last in blocked[position : position + 3]):
            yield each


def _figures(text: str, start: int, end: int, found: list[Amount]) -> Iterator[Figure]:
    number = 0
    while number < len(found):
        left = found[number]
        right = found[number + 1] if number + 1 < len(found) else None
        pair = (left, right) if right is not None and left.form == right.form and left.form in _PAIRED else None
        taken, figure = _paired(text, start, end, pair) if pair else (1, None)
        figure = figure if figure or taken == 2 else _single(text, start, end, left)
        if figure:
            yield figure
        number += taken


def _paired(text: str, start: int, end: int, pair: tuple[Amount, Amount]) -> tuple[int, Figure | None]:
    """How many of two numbers are dealt with together, and the figure that they make."""
    left, right = pair
    if is_part(text, end, left, right):
        return 2, _part(text, start, end, pair)
    stretch = is_stretch(text, start, left, right)
    if stretch or is_score(text, left, right):
        return 2, _between(text, start, end, pair) if stretch else None
    return 1, None


# --- one number --------------------------------------------------------------------------------------------


def _single(text: str, start: int, end: int, found: Amount) -> Figure | None:
    if found.form == "rank":
        return rank(text, start, end, found)
    if found.form == "factor":
        return _factor(text, start, found)
    aged = age(text, start, end, found)
    if aged:
        bound, begin = bound_before(text, start, aged.start)
        whose = _phrase(text, aged.whose)
        return Figure(*ends(found.value, bound), bound, aged.unit, begin, aged.end, "age", counted=whose)
    return _quantity(text, start, end, found)


def _factor(text: str, start: int, found: Amount) -> Figure:
    """ "More than doubled", a rise of over 100 percent."""
    bound, begin = bound_before(text, start, found.start)
    size = abs(found.value or 0)
    return Figure(*ends(size, bound), bound, "percent", begin, found.end, "rise" if found.value == size else "fall")


def _quantity(text: str, start: int, end: int, found: Amount) -> Figure | None:
    inner, at = bound_after(text, found.end, end)  # "30 or more goats"
    unit = unit_after(text, at, end, found) if inner else _unit(text, end, found)
    if not _counts(text, start, found, unit):
        return None
    bound, begin = bound_before(text, start, found.start, unit.name)
    outer, stop = (inner, unit.end) if inner else bound_after(text, unit.end, end)
    if bound == "exact" and found.form == "several":
        bound = "several"
    elif outer and bound in ("exact", "about"):  # "about 500 or more"
        bound = outer
    return _figure(text, (start, end), ends(found.value, bound), bound, unit, (begin, stop))


def _figure(
    text: str,
    within: tuple[int, int],
    limits: tuple[float | None, float | None],
    bound: Bound,
    unit: Unit,
    span: tuple[int, int],
) -> Figure:
    counted = None if unit.name.partition(" per ")[0] in measures() else _phrase(text, unit.counted)
    rate = unit.rate if unit.rate and unit.name.rsplit(" ", 1)[-1] in _TIMES else None
    kind = change(text, *within, span, unit.name)
    return Figure(*limits, bound, unit.name, *span, kind, counted=counted, period=_phrase(text, rate))


def _phrase(text: str, span: tuple[int, int] | None) -> Phrase | None:
    return Phrase(text[span[0] : span[1]], *span) if span else None


def _unit(text: str, end: int, found: Amount) -> Unit:
    if found.currency:
        return rate_after(text, _currency(found.currency), found.end, end)
    if found.form == "share":
        return Unit("percent", found.end)
    return unit_after(text, found.end, end, found)


def _currency(code: str) -> str:
    return str(tables()["currency_codes"]["aliases"].get(code, code))


def _counts(text: str, start: int, found: Amount, unit: Unit) -> bool:
    """Whether the number says how many, and is no name, pronoun or place in a list."""
    if found.currency or found.form == "share":
        return True
    if found.value is None:
        return bool(unit.name)
    match = _BEFORE.search(text, max(start, found.start - 25), found.start)
    before = match.group(1) if match else ""
    named = before.lower() in listed("stops", "naming") and (not unit.name or before[:1].isupper())
    if found.worded and (named or (before[:1].isupper() and text[found.start].isupper())):
        return False  # "Formula One", "in game seven"
    if found.worded and found.value < 13 and found.scale == 1:
        pronoun = (found.value == 1 and unit.name not in measures()) or not unit.name
        if pronoun and before.lower() in listed("stops", "pronoun_before"):
            return False
        if text[found.end : found.end + 1] == "-" and not unit.name:
            return False
        return found.value != 1 or not (unit.name == "" or unit.name in listed("stops", "one_phrases"))
    if found.worded or found.scale != 1 or unit.name in {"percent", "percentage point"}:
        return True
    return not named and not (
        _proper(text, start, found.start, before) and "," not in text[found.start : found.end] and not unit.name
    )


def _proper(text: str, start: int, at: int, before: str) -> bool:
    """Whether a capitalised word that does not open the sentence stands right before `at`: "Boeing 737"."""
    if not before[:1].isupper() or before.lower() in listed("stops", "function"):
        return False
    return at - len(before) - 1 > start or text[at - 1] == "-"


# --- two numbers -------------------------------------------------------------------------------------------


def _part(text: str, start: int, end: int, pair: tuple[Amount, Amount]) -> Figure:
    """ "Five of the 12 hostages"."""
    part, whole = pair
    unit = unit_after(text, whole.end, end, whole)
    bound, begin = bound_before(text, start, part.start, unit.name)
    outer, stop = bound_after(text, unit.end, end)
    bound = outer if outer and bound in ("exact", "about") else bound
    figure = _figure(text, (start, end), ends(part.value, bound), bound, unit, (begin, stop))
    return replace(figure, whole=whole.value)


def _between(text: str, start: int, end: int, pair: tuple[Amount, Amount]) -> Figure | None:
    left, right = pair
    limits = scaled(left, right)
    opened = opening(text, start, left.start)
    begin = opened.start(1) if opened else bound_before(text, start, left.start)[1]
    aged = age(text, start, end, right) or age(text, start, end, left)
    if aged:
        return Figure(*limits, "between", aged.unit, min(begin, aged.start), max(aged.end, right.end), "age")
    currency = left.currency or right.currency
    unit = rate_after(text, _currency(currency), right.end, end) if currency else _unit(text, end, right)
    if (is_score(text, left, right) and not unit.name) or not _counts(text, start, left, unit):
        return None
    return _figure(text, (start, end), limits, "between", unit, (begin, unit.end))


def _merged(text: str, found: list[Figure]) -> Iterator[Figure]:
    """Two figures side by side that say one thing become one: "5 feet 2 inches", "over 20 but fewer than 30 men"."""
    last: Figure | None = None
    for figure in found:
        both = _one(text, last, figure) if last else None
        if last and not both:
            yield last
        last = both or figure
    if last:
        yield last


def _one(text: str, left: Figure, right: Figure) -> Figure | None:
    if not _AND.fullmatch(text, left.end, right.start):
        return None
    smaller = tables()["smaller"].get(left.unit, {}).get(right.unit)
    if smaller and left.bound != "between" and right.bound == "exact" and (right.low or 0) < smaller:
        more = (right.low or 0) / smaller
        low, high = (None if value is None else value + more for value in (left.low, left.high))
        return replace(left, low=low, high=high, end=right.end)
    lower, upper = (left, right) if left.bound in _LOWER_BOUNDS else (right, left)
    if lower.bound not in _LOWER_BOUNDS or upper.bound not in _UPPER_BOUNDS:
        return None
    if left.unit not in ("", right.unit):
        return None
    if lower.low is None or upper.high is None or lower.low >= upper.high:
        return None
    return replace(right, low=lower.low, high=upper.high, bound="between", start=left.start)
