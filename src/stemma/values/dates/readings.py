"""What an expression of time means, and what the readers of all kinds share.

A `Reading` is what the words alone give: kind, precision, and a function from what stands around them (`Around`) to
what is meant (`Meaning`). Conventions are those of news: without a cue, a weekday, a day without a year or a month is
the last one on or before publication; with a cue for the future, the next.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TypeAlias

from stemma.model import Precision, TimeKind
from stemma.values.dates import periods, timex
from stemma.values.dates.periods import Period, Yearly
from stemma.values.dates.timex import Form
from stemma.values.dates.vocabulary import names, tables, words, year_of

Match: TypeAlias = re.Match[str]


@dataclass(frozen=True, slots=True)
class Told:
    """Which dates the text told of last: the last of all and its form, the last day, and the quarter (`term`) that a
    company reports on."""

    form: Form = "vague"
    period: Period | None = None
    day: date | None = None
    term: tuple[Form, Period] | None = None


@dataclass(frozen=True, slots=True)
class Around:
    """What an expression is read against: the day of publication (None: unknown), whether the context looks ahead, and
    what the text told of before."""

    on: date | None
    ahead: bool
    told: Told


@dataclass(frozen=True, slots=True)
class Meaning:
    """The days that are meant, None where they cannot be told, and the value as TIMEX3 writes it ("": unknown)."""

    period: Period | None
    value: str


Resolve: TypeAlias = Callable[[Around], Meaning]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of an expression give. `form` is the unit of the calendar that it names; `clock` is the value of
    an hour or part of a day that still needs its day."""

    kind: TimeKind
    form: Form
    precision: Precision
    resolve: Resolve
    clock: str = ""


PRECISIONS: dict[Form, Precision] = {
    "day": "day",
    "weekend": "day",
    "week": "week",
    "month": "month",
    "quarter": "season",
    "half": "season",
    "season": "season",
    "year": "year",
    "decade": "decade",
}
SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "the": 0, "current": 0, "next": 1, "coming": 1}


def dated(form: Form, resolve: Resolve) -> Reading:
    """A reading of kind "date"."""
    return Reading("date", form, PRECISIONS.get(form, "open"), resolve)


def meant(form: Form, period: Period | None, otherwise: str = "") -> Meaning:
    """The meaning of a unit of the calendar; where it is not known, of the value `otherwise`."""
    return Meaning(period, timex.written(form, *period)) if period else Meaning(None, otherwise)


def fixed(form: Form, period: Period | None) -> Reading:
    """A reading that says itself which days it means."""
    return dated(form, lambda _: meant(form, period))


def relative(form: Form, resolve: Callable[[date], Period | None], otherwise: str = "") -> Reading:
    """A reading that needs the day of publication and nothing else."""
    return dated(form, lambda around: meant(form, resolve(around.on) if around.on else None, otherwise))


def valued(kind: TimeKind, value: str) -> Reading:
    """A reading with a value and no days: a length, a set, a word like "recently"."""
    return Reading(kind, "vague", "open", lambda _: Meaning(None, value))


def worth(reading: Reading, value: str) -> Reading:
    """The same days under another value: "the past three weeks" are days, but TIMEX3 writes the length, "P3W"."""
    return replace(reading, resolve=lambda around: Meaning(reading.resolve(around).period, value))


def worth_unit(reading: Reading, form: Form, shift: int) -> Reading:
    """The same days under the value of the unit of the calendar `shift` after that of publication."""

    def resolve(around: Around) -> Meaning:
        whole = meant(form, periods.unit(form, around.on, shift) if around.on else None)
        return Meaning(reading.resolve(around).period, whole.value)

    return replace(reading, resolve=resolve)


def narrowed(reading: Reading, part: str) -> Reading:
    """A part of what the reading means ("early", "end"), as `data/dates.toml` has it; the value is still the
    whole's."""
    first, last = tables()["parts"][_PARTS_OF[reading.form]][part]
    cut = _CUTS[reading.form]

    def resolve(around: Around) -> Meaning:
        whole = reading.resolve(around)
        return Meaning(cut(whole.period, first, last) if whole.period else None, whole.value)

    return replace(reading, precision=_PART_PRECISIONS[reading.form], resolve=resolve)


_PARTS_OF: dict[Form, str] = {
    "week": "week",
    "month": "month",
    "quarter": "season",
    "season": "season",
    "half": "half",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
_PART_PRECISIONS: dict[Form, Precision] = {
    "week": "day",
    "month": "part of month",
    "quarter": "season",
    "season": "season",
    "half": "season",
    "year": "season",
    "decade": "decade",
    "century": "open",
}
_CUTS: dict[Form, Callable[[Period, int, int], Period]] = {
    "week": periods.days_within,
    "month": periods.days_within,
    "quarter": periods.half_months_within,
    "season": periods.half_months_within,
    "half": periods.months_within,
    "year": periods.months_within,
    "decade": periods.years_within,
    "century": periods.years_within,
}


def group(match: Match, *names: str) -> str:
    """What the first of the named groups that matched has; "" where none did or the pattern has none of them."""
    found = match.groupdict()
    return next((found[name] for name in names if found.get(name)), "")


def determiner_of(match: Match) -> str:
    """ "last", "this", "next" or the like before the expression, else nothing."""
    return group(match, "determiner").lower().split(" ")[-1]


_BY_DETERMINER: dict[str, Callable[[Yearly, date], Period | None]] = {
    "last": periods.latest_ended,
    "past": periods.latest_ended,
    "this": periods.nearest,
    "next": periods.next_to_begin,
    "coming": periods.next_not_over,
}


def recurring(form: Form, yearly: Yearly, determiner: str = "") -> Reading:
    """A period that comes back each year, its year left out."""

    def resolve(around: Around) -> Meaning:
        if around.on is None:
            known = yearly(_LEAP_YEAR)
            return Meaning(None, timex.recurring(form, known[0]) if known and form != "stretch" else "")
        if determiner == "this" and form != "season":
            return meant(form, yearly(around.on.year))
        choose = _BY_DETERMINER.get(determiner, periods.likely_ahead if around.ahead else periods.likely)
        return meant(form, choose(yearly, around.on))

    return dated(form, resolve)


# Any year will do to write a day without its year, if 29 February is in it.
_LEAP_YEAR = 2000


def of_year(match: Match, form: Form, yearly: Yearly) -> Reading:
    """A period of the year that the expression names, by number or as "last year"; else of the year that fits."""
    if year := group(match, "year", "year2"):
        return fixed(form, yearly(year_of(year)))
    if which := group(match, "same_year", "relative", "whose", "the"):
        shift = SHIFT.get(which.lower(), 0)
        return relative(form, lambda on: yearly(on.year + shift))
    return recurring(form, yearly, determiner_of(match))


def month_number(word: str) -> int:
    """1 to 12, from a month's name or abbreviation."""
    key = word.lower().rstrip(".")
    return words("months").get(key) or words("month_abbreviations")[key]


def weekday_number(word: str) -> int:
    """0 to 6, Monday first, from a weekday's name or abbreviation."""
    key = word.lower().rstrip(".")
    weekdays = words("weekdays")
    return weekdays[key] if key in weekdays else words("weekday_abbreviations")[key]


def day_number(word: str) -> int:
    """1 to 31, from "12", "12th" or "twelfth"."""
    found = re.match(r"\d+", word)
    return int(found[0]) if found else words("day_ordinals")["-".join(word.lower().replace("-", " ").split())]


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in names("part_words").items())


def part_of(match: Match) -> str:
    """The name of the part ("early", "end") as `data/dates.toml` has it; "" where the expression names none."""
    written = " ".join(group(match, "part").split())
    return next((name for name, pattern in _parts() if pattern.fullmatch(written)), "")
