"""Expressions that stand side by side and are one: a day and its hour, the two ends of a stretch of time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from stemma.values.dates import periods
from stemma.values.dates.context import moves, tells_hour
from stemma.values.dates.days import timed
from stemma.values.dates.readings import Around, Meaning, Reading, Told, meant
from stemma.values.dates.scan import Found

# Between an hour and its day, and between a day and its hour.
_DAY_FOLLOWS = re.compile(r"\s+(?:on\s+|of\s+(?:the\s+)?)?|,\s+(?:on\s+)?")
_HOUR_FOLLOWS = re.compile(r",?\s+(?:at\s+|around\s+|about\s+|in\s+|the\s+|shortly\s+|just\s+|after\s+|before\s+)*")
_CLOSE = re.compile(r"\s+(?:on\s+)?")


def with_hours(text: str, found: Sequence[Found]) -> Iterator[Found]:
    """Hours and parts of days joined to their days; parts of days that have none are no expressions of their own."""
    number = 0
    while number < len(found):
        left = found[number]
        right = found[number + 1] if number + 1 < len(found) else None
        after = found[number + 2] if number + 2 < len(found) else None
        if right and _joined(text, left, right, after):
            day, hour = (left, right) if right.reading.clock else (right, left)
            yield Found(left.start, right.end, "hour_of_day", timed(day.reading, hour.reading.clock))
            number += 2
            continue
        if left.kind not in _UNSURE_HOURS or tells_hour(text, left.start, left.end):
            yield left
        number += 1


# Kinds of hours that are sure only beside a day.
_UNSURE_HOURS = frozenset({"daypart", "clock_full"})


def _joined(text: str, left: Found, right: Found, after: Found | None) -> bool:
    if left.reading.clock and _is_day(right):
        return bool(_DAY_FOLLOWS.fullmatch(text, left.end, right.start))
    if not _is_day(left) or not right.reading.clock:
        return False
    if after and _is_day(after) and _CLOSE.fullmatch(text, right.end, after.start):
        return False  # "on Monday, at 9 a.m. Tuesday"
    return bool(_HOUR_FOLLOWS.fullmatch(text, left.end, right.start))


def _is_day(found: Found) -> bool:
    reading = found.reading
    if reading.kind == "set":
        return bool(_DAYS_THAT_RETURN.match(reading.resolve(_NOWHERE).value))
    return reading.form == "day" and not reading.clock


# Values of sets of days, which take an hour as a day does: "every Monday at 9 a.m.", "every day at noon".
_DAYS_THAT_RETURN = re.compile(r"P1D$|XXXX-(?:WXX-\d|XX-XX)")
_NOWHERE = Around(None, ahead=False, told=Told())

# Kinds whose two ends can make one stretch of time: "from May to July 2024", "between Monday and Wednesday".
_RANGED = frozenset(
    {
        *("day_month", "month_day", "part_month", "month", "month_year", "year", "weekday", "decade", "numeric", "iso"),
        *("day_word", "hour_of_day"),
    }
)
_OPENING = re.compile(r"\b([Ff]rom|[Bb]etween)\s(?:the\s)?$")
_JOINING = re.compile(r"\s+(to|until|till|through|and)\s+(?:the\s)?|\s?[-–—]\s?")
_ARTICLE = re.compile(r"\b[Tt]he\s$")
_ENDING = re.compile(r"\s+(?:period\s+)?(?:(?:that\s+)?(?:ending|ended)(?:\s+(?:on|in))?|to|through)\s+")


def with_ranges(text: str, start: int, found: Sequence[Found]) -> Iterator[Found]:
    """Two expressions that open and close one stretch of time, or give its length and its end, become one."""
    number = 0
    while number < len(found):
        left = found[number]
        right = found[number + 1] if number + 1 < len(found) else None
        one = _range(text, start, left, right) if right else None
        yield one or left
        number += 2 if one else 1


def _range(text: str, start: int, left: Found, right: Found) -> Found | None:
    if right.reading.form in {"day", "month"} and _ENDING.fullmatch(text, left.end, right.start):
        reading = _ending(left, right.reading)
        if reading:
            article = _ARTICLE.search(text, max(start, left.start - 4), left.start)
            return Found(article.start() if article else left.start, right.end, "range", reading)
    edge = _edge(text, start, left)
    if edge and right.reading.form in {"month", "year"} and _OF.fullmatch(text, left.end, right.start):
        return Found(edge.start(), right.end, "range", _first_of(left.reading, right.reading, edge[1].lower()))
    begin = _range_start(text, start, left, right)
    return None if begin is None else Found(begin, right.end, "range", _from_to(left.reading, right.reading))


def _range_start(text: str, start: int, left: Found, right: Found) -> int | None:
    """Where the stretch of time that `left` and `right` make starts; None when they make none."""
    joining = _JOINING.fullmatch(text, left.end, right.start)
    if not joining or left.kind not in _RANGED or right.kind not in _RANGED:
        return None
    opening = _OPENING.search(text, max(start, left.start - 14), left.start)
    word = joining.group(1)
    if opening:
        fits = (opening.group(1).lower() == "between") == (word == "and")
        return opening.start() if fits and not moves(text, start, opening.start()) else None
    return None if word == "and" or moves(text, start, left.start) else left.start


def _from_to(left: Reading, right: Reading) -> Reading:
    """From the first day of the left to the last of the right; the left is the last such before the right."""

    def resolve(around: Around) -> Meaning:
        closing = right.resolve(around).period
        opening = left.resolve(replace(around, on=closing[0] if closing else None, ahead=False)).period
        if not opening or not closing or opening[0] > closing[1]:
            return Meaning(None, "")
        return meant("stretch", (opening[0], closing[1]))

    return Reading("date", "stretch", left.precision, resolve)


_EDGE_WORDS = r"(?:[Tt]he\s)?([Ff]irst|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing)\s"
_EDGE_BEFORE, _EDGE_WITHIN = re.compile(rf"\b{_EDGE_WORDS}$"), re.compile(_EDGE_WORDS)
_OF = re.compile(r"\s+(?:of|in)\s+")


def _edge(text: str, start: int, found: Found) -> re.Match[str] | None:
    """The words that make a length the first or last part of what follows it: "the first nine months"."""
    if found.kind == "stretch":
        return _EDGE_WITHIN.match(text, found.start)
    return _EDGE_BEFORE.search(text, max(start, found.start - 14), found.start) if found.kind == "length" else None


def _first_of(length: Reading, whole: Reading, edge: str) -> Reading:
    """ "The first nine months of 1989", "the last three days of May": days, with the length as their value."""
    value = length.resolve(_NOWHERE).value

    def resolve(around: Around) -> Meaning:
        period = whole.resolve(around).period
        first = edge in {"first", "opening"}
        return Meaning(periods.edge_of(period, value, first=first) if period else None, value)

    return Reading("date", "stretch", "day" if value[-1] in "DW" else "season", resolve)


# Whole months that "the year", "the quarter" and lengths like "the nine months" cover.
_MONTHS = re.compile(r"P(\d+)([MY])$")


def _ending(left: Found, right: Reading) -> Reading | None:
    """ "The year ending January 2025", "the 12 months to March": whole months up to the one named."""
    if left.kind == "whole_unit":
        months = periods.MONTHS_IN[left.reading.form]
    else:
        length = _MONTHS.match(left.reading.resolve(_NOWHERE).value) if left.kind == "length" else None
        if not length:
            return None
        months = int(length[1]) * (12 if length[2] == "Y" else 1)

    def resolve(around: Around) -> Meaning:
        end = right.resolve(around).period
        if not end:
            return Meaning(None, "")
        last = periods.unit("month", end[0])
        first = periods.months(last[0].year, last[0].month - months + 1)
        return meant("stretch", (first[0], end[1]))

    return Reading("date", "stretch", "year" if months == 12 else "season", resolve)
