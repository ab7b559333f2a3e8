"""Finds the date expressions of news English and resolves them to days.

`datepatterns` has their shapes, `datereaders` their meanings, `datecontext` the words around them. What cannot be told
stays unresolved: a date is never invented.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from stemma.model import When
from stemma.values.datecontext import bare_month, bare_year, looks_ahead, moves, part_of_name
from stemma.values.datepatterns import reader, scanner
from stemma.values.datereaders import READERS
from stemma.values.periods import Period, union
from stemma.values.readings import Reading

_CHECKS: dict[str, Callable[[str, int, int], bool]] = {
    "month": bare_month,
    "year": bare_year,
    "weekday": lambda text, start, end: not part_of_name(text, start, end),
}
# Kinds whose two ends can make one stretch of time: "from May to July 2024", "between Monday and Wednesday".
_RANGED = frozenset(
    {"day_month", "month_day", "part_month", "month", "month_year", "year", "weekday", "decade", "numeric", "iso"}
)
_OPENING = re.compile(r"\b([Ff]rom|[Bb]etween)\s(?:the\s)?$")
_JOINING = re.compile(r"\s(to|until|till|through|and)\s(?:the\s)?|\s?[-–—]\s?")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: str
    reading: Reading


def find_dates(text: str, start: int, end: int, anchor: tuple[date, date] | None) -> tuple[When, ...]:
    """All date expressions within `text[start:end]`, in order, with offsets into the whole `text`.

    `anchor` is when the text was published, first and last possible day, or None when unknown. Where the anchor is
    several days, a date that depends on it covers what it means on the first and on the last. An expression that needs
    an anchor and has none, or whose meaning depends on the story ("two weeks earlier"), has no days.
    """
    return tuple(_when(text, start, found, anchor) for found in _scan(text, start, end))


def same_time(a: When, b: When) -> bool | None:
    """Whether the two may be one date: their days overlap. None when either is unknown."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    return a.earliest <= b.latest and b.earliest <= a.latest


def date_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Where the date expressions of `text[start:end]` stand, as `(start, end)`."""
    return tuple((found.start, found.end) for found in _scan(text, start, end))


def _when(text: str, start: int, found: _Found, anchor: tuple[date, date] | None) -> When:
    ahead = looks_ahead(text, start, found.start)
    period = _resolve(found.reading, anchor, ahead)
    earliest, latest = period or (None, None)
    return When(earliest, latest, found.reading.precision, found.start, found.end)


def _resolve(reading: Reading, anchor: tuple[date, date] | None, ahead: bool) -> Period | None:
    try:
        if anchor is None:
            return reading.resolve(None, ahead)
        first, last = reading.resolve(anchor[0], ahead), reading.resolve(anchor[1], ahead)
    except (OverflowError, ValueError):  # before year 1 or after year 9999: "5,000 years ago"
        return None
    return union(first, last) if first and last else None


@lru_cache(maxsize=64)  # dates and figures of one sentence are asked for one after the other
def _scan(text: str, start: int, end: int) -> tuple[_Found, ...]:
    return tuple(_ranges(text, start, list(_expressions(text, start, end))))


def _expressions(text: str, start: int, end: int) -> Iterator[_Found]:
    at = start
    search = scanner().search
    while match := search(text, at, end):
        kind = match.lastgroup or ""
        at = match.end()
        check = _CHECKS.get(kind)
        if check and not check(text, match.start(), match.end()):
            continue
        shape = reader(kind).match(text, match.start(), end)
        if shape:
            yield _Found(match.start(), match.end(), kind, READERS[kind](shape))


def _ranges(text: str, start: int, found: list[_Found]) -> Iterator[_Found]:
    """Two expressions that open and close one stretch of time become one."""
    number = 0
    while number < len(found):
        left = found[number]
        right = found[number + 1] if number + 1 < len(found) else None
        begin = _range_start(text, start, left, right) if right else None
        if right is None or begin is None:
            yield left
            number += 1
            continue
        yield _Found(begin, right.end, "range", _range(left.reading, right.reading))
        number += 2


def _range_start(text: str, start: int, left: _Found, right: _Found) -> int | None:
    """Where the stretch of time that `left` and `right` make starts; None when they make none."""
    joining = _JOINING.fullmatch(text, left.end, right.start)
    if not joining or left.kind not in _RANGED or right.kind not in _RANGED:
        return None
    opening = _OPENING.search(text, max(start, left.start - 14), left.start)
    word = joining.group(1)
    if opening:
        fits = (opening.group(1).lower() == "between") == (word == "and")
        return opening.start() if fits and not moves(text, start, opening.start()) else None
    return left.start if word in {None, "through"} else None


def _range(left: Reading, right: Reading) -> Reading:
    """From the first day of the left to the last of the right; the left is the last such before the right."""

    def resolve(on: date | None, ahead: bool) -> Period | None:
        closing = right.resolve(on, ahead)
        opening = left.resolve(closing[0] if closing else None, False)
        return (opening[0], closing[1]) if opening and closing and opening[0] <= closing[1] else None

    return Reading(left.precision, resolve)
