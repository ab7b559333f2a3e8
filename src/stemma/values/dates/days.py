"""Readers of expressions for days: "May 12", "12/05/2025", "last Friday", "yesterday", "the weekend", "Christmas"."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from stemma.values.dates import periods, timex
from stemma.values.dates.periods import Period
from stemma.values.dates.readings import (
    SHIFT,
    Around,
    Match,
    Meaning,
    Reading,
    dated,
    day_number,
    determiner_of,
    fixed,
    meant,
    month_number,
    of_year,
    relative,
    weekday_number,
)
from stemma.values.dates.vocabulary import tables, words


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
    month, day = month_number(match["month"]), day_number(match["day"])
    weekday = weekday_number(match["weekday"]) if match["weekday"] else None

    def yearly(year: int) -> Period | None:
        found = periods.calendar_day(year, month, day)
        right = weekday is None or match["year"] or (found and found[0].weekday() == weekday)
        return found if right else None

    return of_year(match, "day", yearly)


def days_of_month(match: Match) -> Reading:
    month, first, last = month_number(match["month"]), day_number(match["day"]), day_number(match["day2"])

    def yearly(year: int) -> Period | None:
        start, end = periods.calendar_day(year, month, first), periods.calendar_day(year, month, last)
        return (start[0], end[0]) if start and end and start <= end else None

    stretch = of_year(match, "stretch", yearly)
    return Reading("date", "stretch", "day", stretch.resolve)


def day_of_this_month(match: Match) -> Reading:
    """ "The 5th of next month"."""
    day, shift = day_number(match["day"]), SHIFT[match["which"].lower()]

    def resolve(on: date) -> Period | None:
        month = periods.unit("month", on, shift)[0]
        return periods.calendar_day(month.year, month.month, day)

    return relative("day", resolve)


def nth_weekday(match: Match) -> Reading:
    """ "The first Friday of May", "the last Sunday of next month"."""
    weekday, number = weekday_number(match["weekday"]), words("ordinals")[match["ordinal"].lower()]
    number = 5 if match["ordinal"].lower() in {"last", "final"} else number
    if match["which"]:
        shift = SHIFT[match["which"].split()[-1]]

        def resolve(on: date) -> Period | None:
            month = periods.unit("month", on, shift)[0]
            return periods.nth_weekday(month.year, month.month, weekday, number)

        return relative("day", resolve)
    month = month_number(match["month"])
    return of_year(match, "day", lambda year: periods.nth_weekday(year, month, weekday, number))


def weekday_and_number(match: Match) -> Reading:
    """ "Friday the 13th": the nearest month in which that day is such a weekday."""
    weekday, day = weekday_number(match["weekday"]), day_number(match["day"])

    def resolve(on: date) -> Period | None:
        months = [periods.unit("month", on, shift)[0] for shift in range(-12, 13)]
        days = [periods.calendar_day(month.year, month.month, day) for month in months]
        right = [found for found in days if found and found[0].weekday() == weekday]
        return min(right, key=lambda found: abs(found[0] - on), default=None)

    return relative("day", resolve)


def week_of(match: Match) -> Reading:
    """ "The week of March 6": the week that holds that day."""
    month, day = month_number(match["month"]), day_number(match["day"])

    def yearly(year: int) -> Period | None:
        found = periods.calendar_day(year, month, day)
        return periods.week(found[0]) if found else None

    return of_year(match, "week", yearly)


# Days from publication, and the part of the day as TIMEX3 writes it.
_DAY_WORDS = {
    "the day before yesterday": (-2, ""),
    "yesterday": (-1, ""),
    "last night": (-1, "TNI"),
    "last evening": (-1, "TEV"),
    "today": (0, ""),
    "tonight": (0, "TNI"),
    "this morning": (0, "TMO"),
    "this afternoon": (0, "TAF"),
    "this evening": (0, "TEV"),
    "tomorrow": (1, ""),
    "the day after tomorrow": (2, ""),
}


def day_word(match: Match) -> Reading:
    shift, clock = _DAY_WORDS[" ".join(match["word"].lower().split())]
    day = relative("day", lambda on: periods.day(on + timedelta(days=shift)))
    return timed(day, clock) if clock else day


def timed(day: Reading, clock: str) -> Reading:
    """A day, and an hour or part of it: `clock` is "T22:00" or "TNI"."""

    def resolve(around: Around) -> Meaning:
        found = day.resolve(around)
        on = found.value.partition("T")[0] if "-" in found.value or not found.value else _EVERY_DAY
        return Meaning(found.period, on + clock)

    if day.kind == "set":
        return replace(day, resolve=resolve)
    return Reading("time", "day", "moment" if clock[1].isdigit() else "day", resolve)


# The day of an hour that comes back each day.
_EVERY_DAY = "XXXX-XX-XX"


def weekday(match: Match) -> Reading:
    number = weekday_number(match["weekday"])
    choose = _WEEKDAYS.get(determiner_of(match))

    def resolve(around: Around) -> Meaning:
        if around.on is None:
            return Meaning(None, timex.weekday(number))
        find = choose or (_first_from if around.ahead else _last_until)
        return meant("day", periods.day(find(around.on, number)))

    return dated("day", resolve)


def _first_from(on: date, number: int) -> date:
    return on + timedelta(days=(number - on.weekday()) % 7)


def _last_until(on: date, number: int) -> date:
    return on - timedelta(days=(on.weekday() - number) % 7)


def _after(on: date, number: int) -> date:
    return on + timedelta(days=(number - on.weekday() - 1) % 7 + 1)


def _before(on: date, number: int) -> date:
    return on - timedelta(days=(on.weekday() - number - 1) % 7 + 1)


def _last(on: date, number: int) -> date:
    """The last before that day, but never yesterday: nobody calls that "last Wednesday"."""
    found = _before(on, number)
    return found if (on - found).days > 1 else found - timedelta(weeks=1)


def _of_week(on: date, number: int) -> date:
    return periods.week(on)[0] + timedelta(days=number)


def _of_next_week(on: date, number: int) -> date:
    return periods.week(on, 1)[0] + timedelta(days=number)


_WEEKDAYS: dict[str, Callable[[date, int], date]] = {
    "this": _of_week,
    "next": _of_next_week,
    "coming": _after,
    "last": _last,
    "past": _last,
}


def weekday_beside(day: date, number: int, way: int) -> date:
    """The first such weekday after `day` for a `way` above 0, the last before it below 0, that of its week for 0."""
    find = _after if way > 0 else _before if way < 0 else _of_week
    return find(day, number)


def weekday_of_week(match: Match) -> Reading:
    """ "Tuesday next week"."""
    number, shift = weekday_number(match["weekday"]), SHIFT[match["which"].lower()]
    return relative("day", lambda on: periods.day(periods.week(on, shift)[0] + timedelta(days=number)))


def holiday(match: Match) -> Reading:
    rule = tables()["holidays"][" ".join(match["holiday"].lower().replace("’", "'").split())]
    return of_year(match, "day", lambda year: _holiday(rule, year))


def _holiday(rule: list[int], year: int) -> Period | None:
    if len(rule) == 1:
        return periods.day(periods.easter(year) + timedelta(days=rule[0]))
    if len(rule) == 2:
        return periods.calendar_day(year, rule[0], rule[1])
    found = periods.nth_weekday(year, *rule[:3])
    return periods.day(found[0] + timedelta(days=sum(rule[3:]))) if found else None


def weekend(match: Match) -> Reading:
    which = match["which"].lower().split()
    shift = 1 if "next" in which else 0

    def resolve(around: Around) -> Meaning:
        if around.on is None:
            return Meaning(None, "")
        begun = around.on.weekday() >= 5
        forward = which[-1] in {"this", "coming"} or around.ahead
        return meant("weekend", periods.weekend(around.on, shift + (1 if forward and not begun and not shift else 0)))

    return dated("weekend", resolve)
