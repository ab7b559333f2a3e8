"""Values of expressions as TIMEX3 and ISO 8601 write them: "1998-W12", "1998-Q3", "1998-SU", "P3D", "PT5H30M".

Source: TimeML 1.2.1, annotation guidelines (Saurí et al. 2006), section 2.2; ISO 8601. Where TIMEX3 leaves a choice
(decades as "199", centuries as "19"), it is the one that TimeBank makes.
"""

from collections.abc import Callable
from datetime import date
from typing import Literal

Form = Literal[
    "day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century", "stretch", "vague"
]

PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"
# By the quarter of the year in which a season starts, December's belonging to the year that it is in.
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def _week(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year:04d}-W{number:02d}"


def _season(day: date) -> str:
    """The season that the day lies in; a winter is named for the year in which it starts."""
    year = day.year - (1 if day.month < 3 else 0)
    return f"{year:04d}-{_SEASONS[day.month // 3 * 3 or 12]}"


_WRITERS: dict[str, Callable[[date], str]] = {
    "day": date.isoformat,
    "week": _week,
    "weekend": lambda day: f"{_week(day)}-WE",
    "month": lambda day: day.isoformat()[:7],
    "quarter": lambda day: f"{day.year:04d}-Q{(day.month + 2) // 3}",
    "half": lambda day: f"{day.year:04d}-H{(day.month + 5) // 6}",
    "season": _season,
    "year": lambda day: f"{day.year:04d}",
    "decade": lambda day: f"{day.year // 10:03d}",
    "century": lambda day: f"{(day.year - 1) // 100:02d}",
}


def written(form: Form, first: date, last: date) -> str:
    """The value of the calendar's unit `form` that starts on `first`; of a free stretch, both its days."""
    writer = _WRITERS.get(form)
    return writer(first) if writer else f"{first.isoformat()}/{last.isoformat()}"


def recurring(form: Form, first: date) -> str:
    """The same with the year left open: "XXXX-05-12", "XXXX-SU"."""
    return "XXXX" + _WRITERS[form](first)[4:]


def weekday(number: int) -> str:
    """A day of the week in no certain week: Monday, 0, is "XXXX-WXX-1"."""
    return f"XXXX-WXX-{number + 1}"


def season_of_any_year(month: int) -> str:
    """The season that starts in that month, each year: "XXXX-SU"."""
    return f"XXXX-{_SEASONS[month]}"


# The letter of each unit, how many of it the unit is, and whether it stands behind the T.
_UNITS: dict[str, tuple[str, int, bool]] = {
    "second": ("S", 1, True),
    "minute": ("M", 1, True),
    "hour": ("H", 1, True),
    "day": ("D", 1, False),
    "night": ("D", 1, False),
    "week": ("W", 1, False),
    "fortnight": ("W", 2, False),
    "month": ("M", 1, False),
    "quarter": ("M", 3, False),
    "year": ("Y", 1, False),
    "decade": ("Y", 10, False),
    "century": ("Y", 100, False),
}
# Half of a unit in the next smaller one that divides it evenly.
_HALVES = {"minute": "30S", "hour": "30M", "day": "T12H", "year": "6M"}


def length(number: float | None, unit: str) -> str:
    """A length of time: `length(3, "day")` is "P3D", `length(1.5, "year")` "P1Y6M"; "PXY" where the number is None."""
    letter, factor, clock = _UNITS[unit]
    head = "PT" if clock else "P"
    if number is None:
        return f"{head}X{'C' if unit == 'century' else letter}"
    total = number * factor
    whole = int(total)
    if total == whole:
        return f"{head}{whole}{letter}"
    if total - whole == 0.5 and unit in _HALVES:
        return f"{head}{whole}{letter}{_HALVES[unit]}" if whole else f"{head}{_HALVES[unit]}"
    return f"{head}{total:g}{letter}"


def together(*lengths: str) -> str:
    """Lengths as one, the longest unit first: "P2Y" and "P3M" are "P2Y3M", "P1D" and "PT2H" "P1DT2H"."""
    parts = [length.removeprefix("P").partition("T") for length in lengths]
    days, hours = "".join(head for head, _, _ in parts), "".join(tail for _, _, tail in parts)
    return f"P{days}T{hours}" if hours else f"P{days}"
