"""What a date expression means, and what the readers of all kinds share.

A `Reading` is the precision, and a function from the day of publication (None: unknown) and whether the context looks
ahead to the period meant, None where it cannot be told. Conventions are those of news: without a cue, a weekday, a day
without a year or a month is the last one on or before publication; with a cue for the future, the next.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

from stemma.model import Precision
from stemma.values import periods
from stemma.values.datepatterns import PART_WORDS, tables, words
from stemma.values.periods import Period, Yearly

Resolve: TypeAlias = Callable[[date | None, bool], Period | None]
Match: TypeAlias = re.Match[str]

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
UNIT_PRECISION: dict[str, Precision] = {
    "minute": "day",
    "hour": "day",
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "season",
    "half": "season",
    "year": "year",
    "decade": "decade",
}


SHIFT = {"last": -1, "past": -1, "previous": -1, "this": 0, "the": 0, "next": 1, "coming": 1}


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means: how precisely, and the days, given publication and direction."""

    precision: Precision
    resolve: Resolve


def _nothing(_on: date | None, _ahead: bool) -> Period | None:
    return None


UNRESOLVED = Reading("open", _nothing)


def fixed(precision: Precision, period: Period | None) -> Reading:
    """A reading that says itself which days it means."""
    return Reading(precision, lambda _on, _ahead: period)


def relative(precision: Precision, resolve: Callable[[date], Period | None]) -> Reading:
    """A reading that needs the day of publication and nothing else."""
    return Reading(precision, lambda on, _ahead: None if on is None else resolve(on))


def determiner_of(match: Match) -> str:
    """ "last", "this", "next" or the like before the expression, else nothing."""
    return (match.group("determiner") or "").lower().split(" ")[0]


_BY_DETERMINER: dict[str, Callable[[Yearly, date], Period | None]] = {
    "last": periods.latest_ended,
    "past": periods.latest_ended,
    "this": periods.nearest,
    "next": periods.next_to_begin,
    "coming": periods.next_not_over,
}


def recurring(precision: Precision, yearly: Yearly, determiner: str = "") -> Reading:
    """A period that comes back each year, its year left out."""

    def resolve(on: date | None, ahead: bool) -> Period | None:
        if on is None:
            return None
        if determiner == "this" and precision != "season":
            return yearly(on.year)
        choose = _BY_DETERMINER.get(determiner, periods.next_not_over if ahead else periods.likely)
        return choose(yearly, on)

    return Reading(precision, resolve)


def of_year(match: Match, precision: Precision, yearly: Yearly) -> Reading:
    """A period of the year that the expression names, by number or as "last year"; else of the year that fits."""
    groups = match.groupdict()
    if groups["year"]:
        return fixed(precision, yearly(int(groups["year"])))
    if groups.get("same_year"):
        shift = SHIFT[groups["same_year"].lower()]
        return relative(precision, lambda on: yearly(on.year + shift))
    return recurring(precision, yearly, determiner_of(match) if "determiner" in groups else "")


def month_number(word: str) -> int:
    """1 to 12, from a month's name or abbreviation."""
    key = word.lower().rstrip(".")
    return words("months").get(key) or words("month_abbreviations")[key]


def number_of(word: str) -> float:
    """The value of a number in digits or words ("a" is one)."""
    if word[0].isdigit():
        return float(word)
    tens, _, ones = word.lower().partition("-")
    return words("numbers")[tens] + (words("numbers")[ones] if ones else 0)


@cache
def _parts() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in PART_WORDS.items())


def part_of(match: Match) -> str:
    """The name of the part ("early", "end") as `data/dates.toml` has it."""
    return next(name for name, pattern in _parts() if pattern.fullmatch(match.group("part").rstrip()))


def bounds(period: str, part: str) -> tuple[int, int]:
    """First and last of what the part of such a period covers, by `data/dates.toml`."""
    first, last = tables()["parts"][period][part]
    return first, last
