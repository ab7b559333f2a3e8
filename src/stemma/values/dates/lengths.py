"""Readers of what names no days: hours that want a day, lengths of time, sets of times, and words like "recently"."""

from datetime import timedelta

from stemma.values.dates import timex
from stemma.values.dates.narrative import length_of, smaller_units
from stemma.values.dates.readings import (
    Around,
    Match,
    Meaning,
    Reading,
    dated,
    group,
    month_number,
    valued,
    weekday_number,
)
from stemma.values.dates.vocabulary import names, number_of, singular, words

# How long before publication a day is still the news that an hour belongs to.
_NEWS = timedelta(weeks=1)
_AFTER_NOON = frozenset({"p", "afternoon", "evening", "night"})


def clock(match: Match) -> Reading:
    """An hour: "10:35 a.m.", "22:00", "4 in the morning". Its day is told elsewhere."""
    hour = int(number_of(match["hour"]))
    half = group(match, "half", "when", "when2").lower()
    if half in _AFTER_NOON and hour < 12:
        hour += 12
    elif half in {"a", "morning"} and hour == 12:
        hour = 0
    minute = int(group(match, "minute") or 0)
    return _of_day(f"T{hour:02d}:{minute:02d}" if hour <= 24 else "")


def daypart(match: Match) -> Reading:
    return _of_day(names("dayparts")[_plain(match["daypart"])])


def _plain(written: str) -> str:
    return " ".join(written.lower().split())


def _of_day(value: str) -> Reading:
    """Of the day that the text told of last, where that was shortly before publication; where it was long before, of a
    day that nobody can tell; else of the day of publication."""

    def resolve(around: Around) -> Meaning:
        told, on = around.told.day, around.on
        if on is None or (told and told < on - _NEWS):
            return Meaning(None, value)
        day = told if told and told <= on else on
        return Meaning((day, day), day.isoformat() + value)

    return Reading("time", "day", "moment" if value[1:2].isdigit() else "day", resolve, clock=value)


def length(match: Match) -> Reading:
    parts = [timex.length(length_of(match), singular(match["unit"]))]
    parts += [timex.length(number, unit) for number, unit in smaller_units(match)]
    return valued("duration", timex.together(*parts))


def bare_length(match: Match) -> Reading:
    """ "For years", "decades-long"."""
    return valued("duration", timex.length(None, singular(match["unit"])))


def long_length(match: Match) -> Reading:
    """ "Year-long", "the whole year"."""
    return valued("duration", timex.length(1, match["unit"]))


def half_length(match: Match) -> Reading:
    """ "Half-hour", "quarter of a century"."""
    number, unit = (0.25, match["quarter"]) if match["quarter"] else (0.5, match["unit"])
    return valued("duration", timex.length(number, unit))


def each(match: Match) -> Reading:
    """ "Every day", "each of two years", "each July", "every summer"."""
    if match["month"]:
        return valued("set", f"XXXX-{month_number(match['month']):02d}")
    if match["season"]:
        return valued("set", timex.season_of_any_year(words("seasons")[match["season"].lower()]))
    if match["daypart"]:
        return valued("set", f"XXXX-XX-XX{names('dayparts')[_plain(match['daypart'])]}")
    if match["weekend"]:
        return valued("set", "XXXX-WXX-WE")
    number = number_of(match["number"]) if match["number"] else 2 if match["other"] else 1
    return valued("set", timex.length(number, singular(match["unit"])))


def rate(match: Match) -> Reading:
    """ "Twice a week"."""
    return valued("set", timex.length(1, singular(match["unit"])))


def days_of_week(match: Match) -> Reading:
    """ "Mondays", "every Tuesday night"."""
    part = (match["dayparts"] or "").removesuffix("s")
    return valued("set", timex.weekday(weekday_number(match["weekday"])) + (names("dayparts")[part] if part else ""))


def adverb(match: Match) -> Reading:
    """ "Daily"."""
    return valued("set", names("sets")[_plain(match["adverb"])])


def reference(match: Match) -> Reading:
    """ "Recently", "now"."""
    value = names("references")[_plain(match["word"])]
    return dated("vague", lambda _: Meaning(None, value))
