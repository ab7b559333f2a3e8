"""Finds the expressions of a stretch of text: by their shapes, and by the words around where the shape is not
enough."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from stemma.values.dates.context import (
    bare_month,
    bare_year,
    is_bare_length,
    is_feast,
    is_length,
    is_reference,
    no_title,
    no_weather,
    part_of_name,
)
from stemma.values.dates.readers import READERS
from stemma.values.dates.readings import Reading
from stemma.values.dates.shapes import KINDS
from stemma.values.dates.vocabulary import compiled, tables


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
    "holiday": is_feast,
    "length": is_length,
    "bare_length": is_bare_length,
    "set_word": no_title,
    "reference": is_reference,
    "decade_short": no_weather,
}


def scan(text: str, start: int, end: int) -> Iterator[Found]:
    """The expressions within `text[start:end]`, in order, none overlapping another."""
    at = start
    for word in _WORD.finditer(text, start, end):
        kinds = _kinds_by_lead().get(_FIGURE if word[0].isdigit() else word[0].lower())
        if kinds is None or word.start() < at or not _begins(text, word.start()):
            continue
        found = _first(text, word.start(), end, kinds)
        if found:
            yield found
            at = found.end


def _first(text: str, start: int, end: int, kinds: tuple[str, ...]) -> Found | None:
    if text[start - 1 : start] in _APOSTROPHES and text[start].isdigit():  # "the \'90s"
        start, kinds = start - 1, _kinds_by_lead()[_SHORTENED]
    for kind in kinds:
        match = _shape(kind).match(text, start, end)
        if match:
            check = _CHECKS.get(kind)
            if check is None or check(text, start, match.end()):
                return Found(start, match.end(), kind, READERS[kind](match))
    return None


_WORD = re.compile(r"\d+|[A-Za-z]+")
_APOSTROPHES = frozenset({"'", "’"})
_NO_BEGIN = frozenset("_$£€¥#@&/")
_NUMBER_GOES_ON = frozenset(".,:–-")


def _begins(text: str, at: int) -> bool:
    """Whether an expression can begin at `at`: not inside a word or number, a sum of money or an address."""
    before = text[at - 1] if at else " "
    if before in _NUMBER_GOES_ON:
        return not text[at - 2 : at - 1].isdigit()
    return not before.isalnum() and before not in _NO_BEGIN


@cache
def _shape(kind: str) -> re.Pattern[str]:
    """The pattern of one kind, compiled when first used: all take longer than an import may."""
    return compiled(KINDS[kind][1])


# What stands for all figures, and for figures behind an apostrophe, among the words that lead an expression.
_FIGURE, _SHORTENED = "0", "'0"


@cache
def _kinds_by_lead() -> dict[str, tuple[str, ...]]:
    """First word, in lower case -> the kinds that can start with it, in the order of trial."""
    found: dict[str, list[str]] = {}
    for kind, (leads, _) in KINDS.items():
        for word in dict.fromkeys(word for lead in leads.split() for word in _words_of(lead)):
            found.setdefault(word, []).append(kind)
    return {word: tuple(kinds) for word, kinds in found.items()}


def _words_of(lead: str) -> list[str]:
    """The words that a lead stands for: those of a list, and the first words of tables."""
    found = tables()["leads"][lead]
    firsts = (_WORD.match(word) for name in found.get("tables", ()) for word in tables()[name])
    return [*found.get("words", ()), *(match[0] for match in firsts if match)]
