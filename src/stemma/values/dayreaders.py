"""Readers of expressions for days: "May 12", "12/05/2025", "last Friday", "yesterday", "the weekend", "Christmas"."""

from datetime import date, timedelta

from stemma.values import periods
from stemma.values.datepatterns import tables, words
from stemma.values.periods import Period
from stemma.values.readings import (
    SHIFT,
    Match,
    Reading,
    determiner_of,
    fixed,
    month_number,
    of_year,
    recurring,
    relative,
)


def iso(match: Match) -> Reading:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return fixed("day", periods.calendar_day(year, month, day) if 1 <= month <= 12 and year else None)


def numeric(match: Match) -> Reading:
    """Day and month in figures: read only where their order cannot be mistaken."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    year += 0 if len(match["year"]) == 4 else 2000 if year < 70 else 1900
    day, month = (first, second) if first > 12 or first == second or match["mark"] == "." else (second, first)
    ambiguous = first <= 12 and second <= 12 and first != second and match["mark"] == "/"
    return fixed("day", None if ambiguous or not 1 <= month <= 12 else periods.calendar_day(year, month, day))


def day_of_month(match: Match) -> Reading:
    month, day = month_number(match["month"]), int(match["day"])
    weekday = _weekday_number(match["weekday"]) if match["weekday"] else None

    def yearly(year: int) -> Period | None:
        found = periods.calendar_day(year, month, day)
        right = weekday is None or match["year"] or (found and found[0].weekday() == weekday)
        return found if right else None

    return of_year(match, "day", yearly)


def days_of_month(match: Match) -> Reading:
    month, first, last = month_number(match["month"]), int(match["day"]), int(match["day2"])

    def yearly(year: int) -> Period | None:
        start, end = periods.calendar_day(year, month, first), periods.calendar_day(year, month, last)
        return (start[0], end[0]) if start and end and start <= end else None

    return of_year(match, "day", yearly)


def day_word(match: Match) -> Reading:
    word = match["word"].lower()
    shift = -1 if word in {"yesterday", "last night"} else 1 if word == "tomorrow" else 0
    shift = -2 if "before" in word else 2 if "after tomorrow" in word else shift
    return relative("day", lambda on: periods.day(on + timedelta(days=shift)))


def _weekday_number(word: str) -> int:
    key = word.lower().rstrip(".")
    weekdays = words("weekdays")
    return weekdays[key] if key in weekdays else words("weekday_abbreviations")[key]


def weekday(match: Match) -> Reading:
    number = _weekday_number(match["weekday"])
    determiner = determiner_of(match)

    def resolve(on: date | None, ahead: bool) -> Period | None:
        if on is None:
            return None
        if determiner == "this":
            return periods.day(periods.week(on)[0] + timedelta(days=number))
        if determiner in {"next", "coming"}:
            return periods.day(on + timedelta(days=(number - on.weekday() - 1) % 7 + 1))
        if determiner in {"last", "past"}:
            return periods.day(on - timedelta(days=(on.weekday() - number - 1) % 7 + 1))
        if ahead:
            return periods.day(on + timedelta(days=(number - on.weekday()) % 7))
        return periods.day(on - timedelta(days=(on.weekday() - number) % 7))

    return Reading("day", resolve)


def weekday_of_week(match: Match) -> Reading:
    """ "Tuesday next week"."""
    number, shift = _weekday_number(match["weekday"]), SHIFT[match["which"].lower()]
    return relative("day", lambda on: periods.day(periods.week(on, shift)[0] + timedelta(days=number)))


def holiday(match: Match) -> Reading:
    month, day = tables()["holidays"][match["holiday"].lower()]
    return recurring("day", lambda year: periods.calendar_day(year, month, day), determiner_of(match))


def weekend(match: Match) -> Reading:
    shift = {"last": 0, "the": 0, "this": 0, "next": 1}[match["which"].lower()]

    def resolve(on: date | None, ahead: bool) -> Period | None:
        if on is None:
            return None
        begun = on.weekday() >= 5
        forward = match["which"].lower() == "this" or ahead
        return periods.weekend(on, shift + (1 if forward and not begun and not shift else 0))

    return Reading("day", resolve)
