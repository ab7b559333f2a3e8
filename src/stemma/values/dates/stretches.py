"""Readers of expressions for months, seasons, quarters and years, their parts, and stretches up to publication."""

import math
from datetime import date, timedelta

from stemma.model import Precision
from stemma.values.dates import periods, timex
from stemma.values.dates.periods import MONTHS_IN, Period
from stemma.values.dates.readings import (
    PRECISIONS,
    SHIFT,
    Around,
    Match,
    Meaning,
    Reading,
    dated,
    fixed,
    group,
    meant,
    month_number,
    narrowed,
    of_year,
    part_of,
    relative,
    worth,
    worth_unit,
)
from stemma.values.dates.timex import Form
from stemma.values.dates.vocabulary import number_of, singular, words, year_of


def _part(match: Match, whole: Reading) -> Reading:
    """The part that the expression names; the whole where it names none."""
    part = part_of(match)
    return narrowed(whole, part) if part else whole


def month(match: Match) -> Reading:
    number = month_number(match["month"])
    return _part(match, of_year(match, "month", lambda year: periods.months(year, number)))


def season(match: Match) -> Reading:
    start = words("seasons")[group(match, "season", "season2").lower()]
    found = _part(match, of_year(match, "season", lambda year: periods.months(year, start, 3)))
    turn = group(match, "turn")
    return turned(found, turn) if turn else found


def quarter(match: Match) -> Reading:
    """Quarters and halves of a calendar year. A company's fiscal year may be another: the text rarely says."""
    form: Form = "half" if group(match, "unit", "code") in {"half", "H"} else "quarter"
    length = MONTHS_IN[form]
    ordinal = match["ordinal"].lower()
    number = int(ordinal) if ordinal.isdigit() else min(words("ordinals")[ordinal], 12 // length)
    if number > 12 // length:
        return dated(form, lambda _: Meaning(None, ""))
    return _part(match, of_year(match, form, lambda year: periods.months(year, (number - 1) * length + 1, length)))


def year(match: Match) -> Reading:
    return _part(match, fixed("year", periods.years(year_of(group(match, "year", "year2")))))


def year_end(match: Match) -> Reading:
    if group(match, "year"):
        return narrowed(year(match), "end")
    shift = SHIFT[group(match, "which").lower() or "this"]
    return narrowed(relative("year", lambda on: periods.unit("year", on, shift)), "end")


def years(match: Match) -> Reading:
    first, last = int(match["year"]), int(match["year2"])
    last += first - first % 100 if last < 100 else 0
    last += 100 if last < first and len(match["year2"]) == 2 else 0
    period = periods.years(first, last - first + 1) if last > first else None
    return Reading("date", "stretch", "year", lambda _: meant("stretch", period))


def decade(match: Match) -> Reading:
    """ "The 1990s", "the '90s", "the nineties"."""
    if tens := group(match, "tens"):
        return fixed("decade", periods.years(1900 + words("decades")[tens.lower()], 10))
    written = match["decade"].lstrip("'’")
    first = int(written) + (0 if len(written) == 4 else 1900 if written >= "30" else 2000)
    return _part(match, fixed("decade", periods.years(first, 10)))


def century(match: Match) -> Reading:
    return _part(match, fixed("century", periods.years(int(match["number"]) * 100 - 99, 100)))


def unit(match: Match) -> Reading:
    """ "Last week", "late next month"."""
    form, shift = form_of(match["unit"]), SHIFT[match["which"].lower().split()[-1]]
    return _part(match, relative(form, lambda on: periods.unit(form, on, shift)))


def after_next(match: Match) -> Reading:
    """ "The week after next"."""
    form = form_of(match["unit"])
    return relative(form, lambda on: periods.unit(form, on, 2))


def form_of(unit: str) -> Form:
    """The form of that name."""
    return unit.lower()  # type: ignore[return-value]  # the patterns let only forms through


def turned(whole: Reading, turn: str) -> Reading:
    """What is left of this week, month or year before or after publication; the whole of another one."""

    def resolve(around: Around) -> Meaning:
        found = whole.resolve(around)
        if found.period and around.on and found.period[0] <= around.on <= found.period[1]:
            first, last = found.period
            return Meaning((first, around.on) if turn.lower() == "earlier" else (around.on, last), found.value)
        return found

    precise = narrowed(whole, "early").precision if whole.form != "day" else "day"
    return Reading("date", whole.form, precise, resolve)


def moved(on: date, unit: str, number: float) -> date:
    """The day `number` units after `on`."""
    if unit in _DAYS_IN:
        return on + timedelta(days=round(number * _DAYS_IN[unit]))
    if unit in _PARTS_OF_DAY:
        days = number / _PARTS_OF_DAY[unit]
        return on + timedelta(days=math.floor(days) if days < 0 else math.ceil(days))
    return periods.shifted(on, round(number * _MONTHS[unit]))


_DAYS_IN = {"day": 1, "week": 7, "fortnight": 14}
_PARTS_OF_DAY = {"hour": 24, "minute": 24 * 60, "second": 24 * 60 * 60}
_MONTHS = {**MONTHS_IN, "decade": 120, "century": 1200}


def stretch(match: Match) -> Reading:
    """ "The past three weeks": the days from then until publication, or from publication on. TIMEX3 writes the
    length."""
    unit = singular(group(match, "unit", "unit2"))
    ahead = group(match, "which", "which2").lower() in {"next", "coming"}
    if group(match, "vague"):
        return vague_stretch(match)
    number = number_of(group(match, "number", "number2") or "a")

    def resolve(on: date) -> Period:
        then = moved(on, unit, number if ahead else -number)
        return (on, then) if ahead else (then, on)

    found = Reading("date", "stretch", precision_of(unit), relative("stretch", resolve).resolve)
    if unit == "year" and not group(match, "number", "number2"):  # "the past year": TIMEX3 takes it for the year before
        return worth_unit(found, "year", 1 if ahead else -1)
    return worth(found, timex.length(number, unit))


def precision_of(unit: str) -> Precision:
    """How precisely a number of such units places something."""
    if unit in _PARTS_OF_DAY:
        return "day"
    return PRECISIONS.get(form_of("week" if unit == "fortnight" else unit), "open")


def to_date(match: Match) -> Reading:
    """ "The year to date": its days until publication."""
    form = form_of(match["unit"])
    return turned(relative(form, lambda on: periods.unit(form, on)), "earlier")


def vague_stretch(match: Match) -> Reading:
    """ "Recent weeks"."""
    value = timex.length(None, singular(match["unit"]))
    return dated("vague", lambda _: Meaning(None, value))
