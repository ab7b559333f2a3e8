"""The words before or after a number that make it a bound: "at least 14", "up to 50", "30 or more"."""

import re
from functools import cache

from stemma.model import Bound
from stemma.values.numberpatterns import options, tables

# Characters before a number in which its bound is looked for.
_REACH = 40
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
_ARTICLE = re.compile(r"\san?\s")
# What may stand between the words of a bound and the number.
_BETWEEN = r"[\s-](?:(?:the|an?|his|her|its|their)\s)?(?:(?:additional|another|further|extra|total\sof)\s)?"


@cache
def _kinds(table: str) -> dict[str, Bound]:
    return {phrase: kind for kind, phrases in tables()[table].items() for phrase in phrases}


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({options(_kinds('bounds'))}){_BETWEEN}$|(~)\s?$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[\s-]({options(_kinds('bounds_after'))})\b(?!\s(?:than|a|the|of)\b)", re.IGNORECASE)


def bound_before(text: str, start: int, at: int, unit: str = "") -> tuple[Bound, int]:
    """The bound of a number in `unit` that starts at `at`, and where its words start. Nothing before `start` is
    read."""
    match = _before().search(text, max(start, at - _REACH), at)
    if not match:
        return "exact", at
    phrase = (match.group(1) or "about").lower()
    # "over three days", "over a 2km stretch": how long or far, and no bound
    if phrase == "over" and (unit in _TIME_UNITS or _ARTICLE.match(text, match.end(1))):
        return "exact", at
    return _kinds("bounds")[phrase], match.start()


def bound_after(text: str, at: int, end: int) -> tuple[Bound | None, int]:
    """The bound whose words follow at `at` (None: there is none), and where they end; nothing after `end` is read."""
    match = _after().match(text, at, end)
    return (_kinds("bounds_after")[match.group(1).lower()], match.end(1)) if match else (None, at)


def ends(value: float | None, bound: Bound) -> tuple[float | None, float | None]:
    """The least and the most of a `value` so bounded; None for an end that is open or not told."""
    low = None if bound in ("under", "at most") else value
    high = None if bound in ("over", "at least", "several") else value
    return low, high
