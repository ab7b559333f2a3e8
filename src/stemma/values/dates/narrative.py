"""Readers of expressions that count from another date: publication ("two weeks ago") or, in a narrative, the date told
of before ("the next day", "two weeks earlier", "that year"). Source of the rule: HeidelTime (Strötgen and Gertz 2013),
which takes the date mentioned last; here, only for words that are a narrative's own.
"""

from datetime import date, timedelta

from stemma.values.dates import periods, timex
from stemma.values.dates.days import timed, weekday_beside
from stemma.values.dates.periods import Period
from stemma.values.dates.readings import (
    SHIFT,
    Around,
    Match,
    Meaning,
    Reading,
    Told,
    dated,
    group,
    meant,
    month_number,
    relative,
    valued,
    weekday_number,
)
from stemma.values.dates.stretches import form_of, moved, precision_of, turned
from stemma.values.dates.timex import Form
from stemma.values.dates.vocabulary import number_of, singular, tables, words

_NOTHING = Meaning(None, "")
_COARSE = frozenset({"season", "half", "year", "decade", "century", "stretch", "vague"})


def ago(match: Match) -> Reading:
    """ "Two weeks ago" is a week, "about a year ago" three years: no more precise than its unit."""
    unit, number = singular(match["unit"]), length_of(match)
    if number is None or unit == "century":
        return dated("vague", lambda _: Meaning(None, timex.FUTURE if group(match, "from") else timex.PAST))
    way = 1 if group(match, "from") else -1

    def resolve(around: Around) -> Meaning:
        if around.on is None:
            return _NOTHING
        return _around(_further(match, around.on, way), unit, way * number, _loose(match))

    return Reading("date", _form_around(unit), precision_of(unit), resolve)


def shifted(match: Match) -> Reading:
    """ "Two weeks earlier": counted from the day told of last, years from the period told of last."""
    unit, number = singular(match["unit"]), length_of(match)
    if unit in {"hour", "minute", "second"}:  # too fine for a narrative of days
        return valued("duration", timex.length(number, unit))
    if number is None or unit == "century":
        return dated("vague", lambda _: _NOTHING)
    way = -1 if group(match, "way", "way2") in {"earlier", "before", "previously", "beforehand"} else 1

    def resolve(around: Around) -> Meaning:
        if unit in {"year", "decade"}:
            return _years_from(around, way * number * (10 if unit == "decade" else 1))
        if unit == "month" and around.told.form in {"month", "quarter"} and around.told.period:
            return _around(around.told.period[0], unit, way * number, (0, 0))
        if around.told.day is None:
            return _NOTHING
        return _around(_further(match, around.told.day, way), unit, way * number, _loose(match))

    return Reading("date", _form_around(unit), precision_of(unit), resolve)


def _further(match: Match, on: date, way: int) -> date:
    """The day from which the first of several units counts: "two years and three months ago"."""
    for number, unit in smaller_units(match):
        on = moved(on, unit, way * number)
    return on


def smaller_units(match: Match) -> list[tuple[float, str]]:
    """What an expression adds to its first unit: "two years, three months and ten days"."""
    named = [(group(match, f"number{again}"), group(match, f"unit{again}")) for again in ("2", "22")]
    return [(number_of(number), singular(unit)) for number, unit in named if number]


def length_of(match: Match) -> float | None:
    """How many units an expression names; None where it leaves that open ("several")."""
    if not match["number"]:
        return None
    return number_of(match["number"]) + (0.5 if match["half"] else 0)


def _loose(match: Match) -> tuple[int, int]:
    earlier, later = tables()["loose"].get(" ".join((match["about"] or "").lower().split()), (0, 0))
    return earlier, later


def _form_around(unit: str) -> Form:
    return {"fortnight": "week", "decade": "year", "hour": "day", "minute": "day", "second": "day"}.get(
        unit, form_of(unit)
    )  # type: ignore[return-value]


def _around(on: date, unit: str, number: float, loose: tuple[int, int]) -> Meaning:
    """The days around the one `number` units from `on`, and the value of the unit of the calendar that it lies in."""
    sign = 1 if number > 0 else -1
    earlier, later = loose if number < 0 else loose[::-1]
    ends = [_covered(unit, moved(on, unit, sign * max(0, abs(number) + off))) for off in (-later, earlier)]
    then = periods.unit(_form_around(unit), moved(on, unit, number))
    return Meaning(periods.union(*ends), timex.written(_form_around(unit), *then))


def _covered(unit: str, then: date) -> Period:
    """What "two weeks ago" covers: a unit of that length around the day."""
    if unit in {"week", "fortnight"}:
        return periods.days(then - timedelta(days=3), 7)
    if unit in {"month", "year", "quarter"}:
        return periods.unit(unit, then)
    return periods.years(then.year - 1, 3) if unit == "decade" else periods.day(then)


def year_ago(match: Match) -> Reading:
    """ "The year-earlier quarter", "a year earlier": the same period a year before the one told of last. "A year ago"
    counts from publication where the text tells of no company's period."""
    from_now = group(match, "whole").endswith("ago")

    def resolve(around: Around) -> Meaning:
        told = around.told
        if told.term and told.form != "month":
            return _term_before(told.term)
        if from_now or not told.period:
            return meant("year", periods.unit("year", around.on, -1)) if around.on and from_now else _NOTHING
        form: Form = told.form if told.form == "month" else "year"
        return meant(form, periods.unit(form, periods.shifted(told.period[0], -12)))

    return Reading("date", "year", "year", resolve)


def _term_before(term: tuple[Form, Period]) -> Meaning:
    """The same quarter, half or month of the year before."""
    form, (first, _) = term
    return meant(form, periods.unit(form, periods.shifted(first, -12)))


def _years_from(around: Around, number: float) -> Meaning:
    """The period told of last, moved by whole years; a day becomes its year."""
    told = around.told
    if told.period is None:
        return _NOTHING
    form: Form = told.form if told.form in {"month", "quarter", "half"} else "year"
    return meant(form, periods.unit(form, periods.shifted(told.period[0], round(number * 12))))


def told_term(match: Match) -> Reading:
    """ "The same period": a company's quarter or half, as told of last; "the latest quarter": the last one over."""
    if group(match, "latest"):
        return Reading("date", "quarter", "season", _latest_term)
    shift = _way(group(match, "which"))
    return Reading("date", "quarter", "season", lambda around: _term(around, shift))


def _latest_term(around: Around) -> Meaning:
    if around.on is None:
        return _NOTHING
    form: Form = around.told.term[0] if around.told.term else "quarter"
    return meant(form, periods.unit(form, around.on, -1))


def told_unit(match: Match) -> Reading:
    """ "That day", "the following year", "the latest quarter"."""
    unit = match["unit"].lower()
    shift = _way(group(match, "which"))
    form: Form = form_of(unit) if unit in {"week", "weekend", "month", "year", "decade"} else "day"
    reading = dated(form, lambda around: meant(form, _told(around.told, form, shift)))
    clock = tables()["dayparts"].get(unit)
    return timed(reading, clock) if clock else reading


def _term(around: Around, shift: int) -> Meaning:
    """A company's quarter or half, as told of last; "the next quarter" of none is that of publication."""
    if around.told.term is None:
        return meant("quarter", periods.unit("quarter", around.on, shift)) if around.on and shift else _NOTHING
    form, (first, _) = around.told.term
    return meant(form, periods.unit(form, first, shift))


def _way(which: str) -> int:
    last = which.lower().split()[-1] if which else ""
    return {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(last, 0)


def _told(told: Told, form: Form, shift: int) -> Period | None:
    """The day, week, month or year that the text told of last, or the one `shift` later; None where it told of nothing
    as precise."""
    if form in {"day", "week", "weekend"}:
        return periods.unit(form, told.day, shift) if told.day else None
    if told.period is None or (form in {"month", "quarter"} and told.form in _COARSE):
        return None
    return periods.unit(form, told.period[0], shift)


def told_weekday(match: Match) -> Reading:
    """ "The following Monday"."""
    number, way = weekday_number(match["weekday"]), _way(match["which"])

    def resolve(around: Around) -> Meaning:
        day = around.told.day
        return meant("day", periods.day(weekday_beside(day, number, way)) if day else None)

    return dated("day", resolve)


def told_month(match: Match) -> Reading:
    """ "That March", "the following spring"."""
    way = _way(match["which"])
    form: Form = "month" if match["month"] else "season"
    month = month_number(match["month"]) if match["month"] else words("seasons")[match["season"].lower()]
    length = 1 if match["month"] else 3

    def resolve(around: Around) -> Meaning:
        if around.told.period is None:
            return _NOTHING
        first, last = around.told.period
        years = [periods.months(year, month, length) for year in range(first.year - 1, first.year + 2)]
        if way > 0:
            return meant(form, next((period for period in years if period[0] > last), None))
        if way < 0:
            return meant(form, next((period for period in reversed(years) if period[1] < first), None))
        return meant(form, years[1])

    return dated(form, resolve)


def beside_unit(match: Match) -> Reading:
    """ "The day before", where nothing follows that it is before."""
    unit = match["unit"].lower()
    way = 1 if match["way"] == "after" else -1
    if unit == "year":
        return dated("year", lambda around: _years_from(around, way))
    form: Form = form_of(unit) if unit in {"week", "weekend", "month", "quarter", "decade"} else "day"
    reading = dated(form, lambda around: meant(form, _told(around.told, form, way)))
    clock = tables()["dayparts"].get(unit)
    return timed(reading, clock) if clock else reading


def turned_unit(match: Match) -> Reading:
    """ "Earlier this month", "later that year"."""
    form, which = form_of(match["unit"]), match["which"].lower()
    if which in {"this", "last", "next"}:
        return turned(relative(form, lambda on: periods.unit(form, on, SHIFT[which])), match["turn"])
    return dated(form, lambda around: meant(form, _told(around.told, form, 0)))


def whole_unit(match: Match) -> Reading:
    """ "The quarter", "the fiscal year": the one told of last, else the one of publication."""
    form = form_of(match["unit"])

    def resolve(around: Around) -> Meaning:
        if form == "quarter":
            return _term(around, 0)
        return meant(form, periods.unit(form, around.on) if around.on else None)

    return dated(form, resolve)
