"""Readers of expressions for months, seasons, quarters and years, their parts, and stretches up to publication."""

import math
from datetime import date, timedelta

from stemma.model import Precision
from stemma.values import periods
from stemma.values.datepatterns import words
from stemma.values.periods import Period
from stemma.values.readings import (
    MONTHS_OF,
    SHIFT,
    UNIT_PRECISION,
    UNRESOLVED,
    Match,
    Reading,
    bounds,
    determiner_of,
    fixed,
    month_number,
    number_of,
    of_year,
    part_of,
    recurring,
    relative,
)

_MONTHS_IN = {"quarter": 3, "half": 6}
_DAYS_IN = {"day": 1, "week": 7}


def month(match: Match) -> Reading:
    number = month_number(match["month"])
    determiner = determiner_of(match) if "determiner" in match.re.groupindex else ""
    return recurring("month", lambda year: periods.months(year, number), determiner)


def month_year(match: Match) -> Reading:
    number = month_number(match["month"])
    return of_year(match, "month", lambda year: periods.months(year, number))


def part_of_month(match: Match) -> Reading:
    number, (first, last) = month_number(match["month"]), bounds("month", part_of(match))

    def yearly(year: int) -> Period:
        return periods.part_of_month(year, number, first, last)

    return of_year(match, "part of month", yearly)


def season(match: Match) -> Reading:
    groups = match.groupdict()
    name = groups.get("season") or groups.get("season2") or (groups.get("the") or "").split(" ")[-1]
    start = words("seasons")[name.lower()]
    first, last = bounds("season", part_of(match)) if groups.get("part") else (1, 6)

    def yearly(year: int) -> Period:
        return periods.half_months(year, start, first, last)

    if groups.get("year"):
        return fixed("season", yearly(int(groups["year"])))
    return recurring("season", yearly, determiner_of(match) if groups.get("determiner") else "")


def quarter(match: Match) -> Reading:
    groups = match.groupdict()
    unit = groups.get("unit") or {"Q": "quarter", "H": "half"}[match["code"]]
    length = _MONTHS_IN[unit]
    ordinal = groups["ordinal"].lower()
    number = int(ordinal) if ordinal.isdigit() else min(words("ordinals")[ordinal], 12 // length)
    if number > 12 // length:
        return UNRESOLVED

    def yearly(year: int) -> Period:
        return periods.months(year, (number - 1) * length + 1, length)

    if groups["year"]:
        return fixed("season", yearly(int(groups["year"])))
    which = (groups.get("whose") or groups.get("relative") or groups.get("the") or "").lower()
    if not which:
        return recurring("season", yearly)
    shift = -1 if which == "last" or "previous" in which else 1 if which == "next" else 0
    return relative("season", lambda on: yearly(on.year + shift))


def ending(match: Match) -> Reading:
    """ "The year ending January 2025": whole months up to the one named."""
    if match["three"]:
        length = 3
    else:
        length = (
            int(number_of(match["number"])) if match["number"] else {"year": 12, "half": 6, "quarter": 3}[match["unit"]]
        )
    month = month_number(match["month"])
    precision: Precision = "year" if length == 12 else "season"

    def yearly(year: int) -> Period:
        return periods.months(year, month - length + 1, length)

    return of_year(match, precision, yearly)


def year(match: Match) -> Reading:
    return fixed("year", periods.years(int(match["year"])))


def years(match: Match) -> Reading:
    first, last = int(match["year"]), int(match["year2"])
    last += first - first % 100 if last < 100 else 0
    last += 100 if last < first and len(match["year2"]) == 2 else 0
    return fixed("year", periods.years(first, last - first + 1)) if last > first else UNRESOLVED


def part_of_year(match: Match) -> Reading:
    first, last = bounds("year", part_of(match))
    return fixed("season", periods.months(int(match["year"]), first, last - first + 1))


def decade(match: Match) -> Reading:
    written = match["decade"].lstrip("'’")
    year = int(written) + (0 if len(written) == 4 else 1900 if written >= "30" else 2000)
    first, last = bounds("decade", part_of(match)) if match.groupdict().get("part") else (0, 9)
    return fixed("decade", periods.years(year + first, last - first + 1))


def century(match: Match) -> Reading:
    return fixed("open", periods.years(int(match["number"]) * 100 - 99, 100))


def _unit_period(unit: str, on: date, shift: int) -> Period:
    """The week, month, quarter, year or decade that holds `on`, or the one `shift` later."""
    if unit == "week":
        return periods.week(on, shift)
    if unit == "decade":
        return periods.years(on.year - on.year % 10 + 10 * shift, 10)
    length = MONTHS_OF[unit]
    return periods.months(on.year, (on.month - 1) // length * length + 1 + shift * length, length)


def unit(match: Match) -> Reading:
    unit, shift = match["unit"], SHIFT[match["which"].lower()]
    return relative(UNIT_PRECISION[unit], lambda on: _unit_period(unit, on, shift))


def part_of_unit(match: Match) -> Reading:
    unit, shift = match["unit"], SHIFT[match["which"].lower()]
    precision: Precision = {"week": "day", "month": "part of month", "year": "season"}.get(unit, "decade")  # type: ignore[assignment]

    def resolve(on: date) -> Period:
        whole = _unit_period(unit, on, shift)
        turn = (match["turn"] or "").lower()
        if turn and shift == 0:
            return (whole[0], on) if turn == "earlier" else (on, whole[1])
        if turn:
            return whole
        first, last = bounds(unit, part_of(match))
        if unit == "week":
            return periods.days(whole[0] + timedelta(days=first - 1), last - first + 1)
        if unit == "month":
            return periods.part_of_month(whole[0].year, whole[0].month, first, last)
        if unit == "year":
            return periods.months(whole[0].year, first, last - first + 1)
        return periods.years(whole[0].year + first, last - first + 1)

    return relative(precision, resolve)


def _back(on: date, unit: str, number: float) -> date:
    """The day `number` units before (or, if negative, after) `on`."""
    if unit in _DAYS_IN:
        return on - timedelta(days=round(number * _DAYS_IN[unit]))
    if unit in {"hour", "minute"}:
        return on - timedelta(days=math.ceil(number / (24 if unit == "hour" else 1440)))
    return periods.shifted(on, -round(number * MONTHS_OF[unit]))


def stretch(match: Match) -> Reading:
    """ "The past three weeks": the days from then until publication, or from publication on."""
    unit = match["unit"]
    if unit.startswith("centur"):
        return UNRESOLVED
    number = number_of(match["number"]) if match.groupdict().get("number") else 1
    if match["which"].lower() in {"next", "coming"}:
        return relative(UNIT_PRECISION[unit], lambda on: (on, _back(on, unit, -number)))
    return relative(UNIT_PRECISION[unit], lambda on: (_back(on, unit, number), on))


# How far "more than", "nearly" and "about" may lie from the number, in its units: earlier and later.
_LOOSE = {
    "more than": (1, 0),
    "over": (1, 0),
    "nearly": (0, 1),
    "almost": (0, 1),
    "about": (1, 1),
    "around": (1, 1),
    "some": (1, 1),
}


def ago(match: Match) -> Reading:
    unit = match["unit"]
    if match["vague"] or unit.startswith("centur"):
        return UNRESOLVED
    number = number_of(match["number"]) + (0.5 if match["half"] else 0)
    earlier, later = _LOOSE.get((match["about"] or "").lower(), (0, 0))

    def around(then: date) -> Period:
        if unit == "week":
            return periods.days(then - timedelta(days=3), 7)
        if unit in {"month", "year"}:
            return _unit_period(unit, then, 0)
        return periods.years(then.year - 1, 3) if unit == "decade" else periods.day(then)

    def resolve(on: date) -> Period:
        return periods.union(around(_back(on, unit, number + earlier)), around(_back(on, unit, max(0, number - later))))

    return relative(UNIT_PRECISION[unit], resolve)


def unresolved(_match: Match) -> Reading:
    return UNRESOLVED
