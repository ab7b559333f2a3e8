"""Finds the expressions of a stretch of text: by their shapes, and by the words around where the shape is not enough."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from stemma.values.dates.context import bare_month, bare_year, hour_wanted, is_length, is_reference, part_of_name
from stemma.values.dates.readers import READERS
from stemma.values.dates.readings import Reading
from stemma.values.dates.shapes import KINDS
from stemma.values.dates.vocabulary import compiled, listed, opened, tables


@dataclass(frozen=True, slots=True)
class Found:
    """One expression: where it stands, of which kind, and what its words give."""

    start: int
    end: int
    kind: str
    reading: Reading


def _no_name(text: str, start: int, end: int) -> bool:
    return not part_of_name(text, start, end)


_CHECKS: dict[str, Callable[[str, int, int], bool]] = {
    "month": bare_month,
    "year": bare_year,
    "weekday": _no_name,
    "set_days": _no_name,
    "holiday": _no_name,
    "length": is_length,
    "bare_length": is_length,
    "reference": is_reference,
    "clock_full": hour_wanted,
}


def scan(text: str, start: int, end: int) -> Iterator[Found]:
    """The expressions within `text[start:end]`, in order, none overlapping another."""
    at = start
    search = _scanner().search
    while match := search(text, at, end):
        kind = match.lastgroup or ""
        check = _CHECKS.get(kind)
        if check and not check(text, match.start(), match.end()):
            at = _word_end(text, match.start())
            continue
        at = match.end()
        shape = _shape(kind).match(text, match.start(), end)
        if shape:
            yield Found(match.start(), match.end(), kind, READERS[kind](shape))


_WORD = re.compile(r"\d+|\w+|.", re.DOTALL)


def _word_end(text: str, at: int) -> int:
    found = _WORD.match(text, at)
    return found.end() if found else at + 1


@cache
def _shape(kind: str) -> re.Pattern[str]:
    """The pattern of one kind, with its groups, compiled when first used: all take longer than an import may."""
    return compiled(KINDS[kind])


def _nameless(pattern: str) -> str:
    """The pattern with its groups unnamed, so that several patterns can stand in one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=mark)", "[-/.]")


@cache
def _scanner() -> re.Pattern[str]:
    """All kinds as one pattern; the name of the group that matched is the kind.

    It looks first at the word that an expression can start with, and does not try every kind at every word.
    """
    kinds = "|".join(f"(?P<{name}>{_nameless(pattern)})" for name, pattern in KINDS.items())
    first = r"\d|['’]\d|FY|Q[1-4]|H[12]|(?:" + "|".join(sorted(_first_words())) + r")(?![a-z])"
    return compiled(rf"(?<![\w$£€¥#@&/])(?<!\d[.,:–-])(?={first})(?:{kinds})")


_FREELY_CASED = ("numbers", "ordinals", "day_ordinals", "seasons", "units", "loose", "dayparts", "sets", "references")


def _first_words() -> set[str]:
    """Patterns of the words that an expression can start with."""
    starts = {opened(word) for word in listed("first")}
    starts |= {opened(word.split()[0]) for name in _FREELY_CASED for word in tables()[name]}
    for name in ("months", "weekdays", "month_abbreviations", "weekday_abbreviations", "holidays", "seasons"):
        starts |= {form for word in tables()[name] for form in (word.split()[0].title(), word.split()[0].upper())}
    return {start.replace("'S", "'s") for start in starts}
