"""Finds the quantities of news English: value, bound and unit; and compares two of them.

`numerals` reads the numbers, `units` the nouns after them. Years and dates, clock times, ordinals, ages, scores, list
and version numbers, telephone numbers and numbers in names are no figures.
"""

import math
import re
from collections.abc import Iterator
from functools import cache

from stemma.model import Bound, Figure
from stemma.values.dates import date_spans
from stemma.values.nofigures import no_figure
from stemma.values.numerals import Amount, amount, number_pattern, options, tables
from stemma.values.units import Unit, rate_after, unit_after

_JOIN = re.compile(r"(?P<percent>\s?%|\spercent|\sper\scent)?(?:\s(?P<word>to|and|or)\s|\s?(?P<dash>[-–—])\s?)")
_PERCENT = re.compile(r"\s?%|\sper\s?cent")
_OPENING = re.compile(
    r"(?:^|[^\w])(between|from)\s(?:about\s|an\sestimated\s|around\s|roughly\s|as\s(?:few|little)\sas\s)?$",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"([A-Za-z][\w’'.-]*)[\s-]$")
_TIME_UNITS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade"})
# Characters before a number in which its bound, and a verb of change, are looked for.
_REACH = 40


def find_figures(text: str, start: int, end: int) -> tuple[Figure, ...]:
    """All quantities within `text[start:end]`, in order, with offsets into the whole `text`.

    A figure's span covers the words of its bound, the number and its unit ("over 82,000 drug overdose deaths").
    Money has the ISO 4217 code as its unit, a share the unit "percent" ("two-thirds" is 66.7 percent), a rate "USD per
    share"; a number without a noun has the unit "".
    """
    return tuple(_figures(text, start, end, _amounts(text, start, end)))


def _amounts(text: str, start: int, end: int) -> list[Amount]:
    skipped = (match.span() for match in no_figure().finditer(text, start, end))
    blocked = sorted([*date_spans(text, start, end), *skipped])
    found = []
    position = 0
    for match in number_pattern().finditer(text, start, end):
        while position < len(blocked) and blocked[position][1] <= match.start():
            position += 1
        if any(first < match.end() and match.start() < last for first, last in blocked[position : position + 3]):
            continue
        found.append(amount(match))
    return found


def _figures(text: str, start: int, end: int, amounts: list[Amount]) -> Iterator[Figure]:
    number = 0
    while number < len(amounts):
        left = amounts[number]
        right = amounts[number + 1] if number + 1 < len(amounts) else None
        joined = right is not None and _joined(text, start, left, right)
        if right is not None and _score(text, left, right):
            number += 2
            if joined and (figure := _between(text, start, end, (left, right))):
                yield figure
            continue
        figure = _between(text, start, end, (left, right)) if joined and right else _single(text, start, end, left)
        if figure:
            yield figure
        number += 2 if joined else 1


# --- one number --------------------------------------------------------------------------------------------


def _single(text: str, start: int, end: int, found: Amount) -> Figure | None:
    inner, at = _bound_after(text, found.end, end)  # "30 or more goats"
    unit = unit_after(text, at, end, one=False) if inner else _unit(text, end, found)
    if not _counts(text, start, found, unit):
        return None
    bound, begin = _bound_before(text, start, found.start, unit.name)
    outer, stop = (inner, unit.end) if inner else _bound_after(text, unit.end, end)
    if bound == "exact" and outer:
        bound = outer
    return Figure(found.value, found.value, bound, unit.name, begin, stop)


def _unit(text: str, end: int, found: Amount) -> Unit:
    if found.currency:
        return rate_after(text, found.currency, found.end, end)
    if found.share:
        return Unit("percent", found.end)
    return unit_after(text, found.end, end, found.value == 1)


def _counts(text: str, start: int, found: Amount, unit: Unit) -> bool:
    """Whether the number says how many, and is no name, pronoun or place in a list."""
    if found.currency or found.share:
        return True
    match = _BEFORE.search(text, max(start, found.start - 25), found.start)
    before = match.group(1) if match else ""
    if found.worded and found.value < 13 and found.scale == 1:
        pronoun = found.value == 1 or not unit.name
        if pronoun and before.lower() in _words("pronoun_before"):
            return False
        if text[found.end : found.end + 1] == "-" and not unit.name:
            return False
        return found.value != 1 or unit.name not in {"", *_words("one_phrases")}
    if found.worded or found.scale != 1 or unit.name in {"percent", "percentage point"}:
        return True
    if before.lower() in _words("naming") and (not unit.name or before[:1].isupper()):
        return False
    return not (
        _proper(text, start, found.start, before) and "," not in text[found.start : found.end] and not unit.name
    )


def _proper(text: str, start: int, at: int, before: str) -> bool:
    """Whether a capitalised word that does not open the sentence stands right before `at`: "Boeing 737"."""
    if not before[:1].isupper() or before.lower() in _words("function"):
        return False
    return at - len(before) - 1 > start or text[at - 1] == "-"


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(tables()["stops"][name])


# --- bounds ------------------------------------------------------------------------------------------------


@cache
def _bounds(table: str) -> tuple[re.Pattern[str], dict[str, Bound]]:
    kinds: dict[str, Bound] = {phrase: kind for kind, phrases in tables()[table].items() for phrase in phrases}
    if table == "bounds":
        pattern = rf"(?<![\w-])({options(kinds)})[\s-](?:the\s|an?\s)?(?:additional\s|another\s|further\s|extra\s)?$"
    else:
        pattern = rf"\s({options(kinds)})\b(?!\s(?:than|a|the)\b)"
    return re.compile(pattern, re.IGNORECASE), kinds


def _bound_before(text: str, start: int, at: int, unit: str) -> tuple[Bound, int]:
    pattern, kinds = _bounds("bounds")
    match = pattern.search(text, max(start, at - _REACH), at)
    if not match:
        return "exact", at
    phrase = match.group(1).lower()
    if phrase == "over" and unit in _TIME_UNITS:  # "over three days": a stretch of time, no bound
        return "exact", at
    return kinds[phrase], match.start(1)


def _bound_after(text: str, at: int, end: int) -> tuple[Bound | None, int]:
    pattern, kinds = _bounds("bounds_after")
    match = pattern.match(text, at, end)
    return (kinds[match.group(1).lower()], match.end(1)) if match else (None, at)


# --- two numbers -------------------------------------------------------------------------------------------


def _score(text: str, left: Amount, right: Amount) -> bool:
    return text[left.end : right.start] in {"-", "–"} and not left.worded and not left.currency


def _joined(text: str, start: int, left: Amount, right: Amount) -> bool:
    """Whether two numbers are the ends of one stretch: "700 to 1,000", "between 5 and 10 percent", "three or four"."""
    join = _JOIN.fullmatch(text, left.end, right.start)
    low, high = _scaled(left, right)
    if not join or low >= high or left.share != right.share or right.currency not in {"", left.currency}:
        return False
    if join.group("percent") and not _PERCENT.match(text, right.end):
        return False  # "rose 4 percent to 309,000"
    opening = _OPENING.search(text, max(start, left.start - _REACH), left.start)
    word = join.group("word") or "-"
    if word == "and":
        return bool(opening) and opening is not None and opening.group(1).lower() == "between"
    if word == "or":
        return high <= 2 * low and (left.worded or not left.currency)
    return word != "to" or not _changes(text, start, left.start)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"\b{options(tables()['stops']['change'])}\b[^.;]*$", re.IGNORECASE)


def _changes(text: str, start: int, at: int) -> bool:
    reach = text[max(start, at - _REACH) : at]
    return bool(re.search(r"\bfrom\s[^.;]*$", reach)) and bool(_change().search(reach))


def _scaled(left: Amount, right: Amount) -> tuple[float, float]:
    """Both values; "2 to 3 million" gives the left the right's scale."""
    shares_scale = left.scale == 1 and right.scale >= 12 and left.value < right.value / right.scale
    return (left.value * right.scale if shares_scale else left.value), right.value


def _between(text: str, start: int, end: int, pair: tuple[Amount, Amount]) -> Figure | None:
    left, right = pair
    low, high = _scaled(left, right)
    currency = left.currency or right.currency
    unit = rate_after(text, currency, right.end, end) if currency else _unit(text, end, right)
    if (_score(text, left, right) and not unit.name) or not _counts(text, start, left, unit):
        return None
    opening = _OPENING.search(text, max(start, left.start - _REACH), left.start)
    begin = opening.start(1) if opening else _bound_before(text, start, left.start, unit.name)[1]
    return Figure(low, high, "between", unit.name, begin, unit.end)


# --- comparing ---------------------------------------------------------------------------------------------

# "About 50" fits 45 to 55: readers expect no more than a tenth either way.
_ABOUT = 0.1
# "Over 200" fits up to 300 and "at least three" up to eight: nobody calls more so, though it would be true.
_OPEN_SHARE, _OPEN_COUNT = 0.5, 5
# Rounding moves a figure by no more than this share of it: 4.8 billion is "5 billion", 3,400 is not "3,000".
_ROUNDING = 0.05


def compare_figures(a: Figure, b: Figure) -> str | None:
    """Whether two can be one figure, given bounds and rounding: "same" or "differ"; None where units are not alike."""
    if _kind(a.unit) != _kind(b.unit):
        return None
    if a.bound == b.bound == "exact":
        slack = min(max(_grain(a.low), _grain(b.low)) / 2, _ROUNDING * max(a.low, b.low))
        return "same" if abs(a.low - b.low) <= slack + 1e-9 else "differ"
    (low, high), (other_low, other_high) = _range(a), _range(b)
    return "same" if low <= other_high and other_low <= high else "differ"


@cache
def _alike() -> dict[str, str]:
    return {unit: name for name, units in tables()["alike"].items() for unit in units}


def _kind(unit: str) -> str:
    head, _, rate = unit.partition(" per ")
    return f"{_alike().get(head, head)} per {rate}" if rate else _alike().get(head, head)


def _grain(value: float) -> float:
    """The place of the last digit that is not a rounding zero. Whole numbers below 1,000 are taken as exact."""
    if value != round(value):
        digits = len(f"{value:.6f}".rstrip("0").partition(".")[2])
        return float(10**-digits)
    if value < 1000:
        return 1.0
    whole = f"{value:.0f}"
    return float(10 ** (len(whole) - len(whole.rstrip("0"))))


def _range(figure: Figure) -> tuple[float, float]:
    """The values that the words of a figure allow."""
    low, high = figure.low, figure.high
    if figure.bound == "about":
        return low - max(_ABOUT * low, min(1.0, low / 5)), high + max(_ABOUT * high, min(1.0, high / 5))
    if figure.bound == "over":
        return low, high + max(_OPEN_SHARE * high, _OPEN_COUNT if high >= 1 else 0)
    if figure.bound == "under":
        return low - max(_OPEN_SHARE * low, min(_OPEN_COUNT, low)), high
    slack = 0.0 if figure.bound == "between" else min(_grain(low) / 2, _ROUNDING * low) if low >= 1000 else 0.0
    return math.nextafter(low - slack, -math.inf), math.nextafter(high + slack, math.inf)
