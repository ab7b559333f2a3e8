"""Whether a figure is a level or what something changed by: "rose to 300" and "rose by 300", "an 89 percent cut"."""

import re
from functools import cache

from stemma.model import FigureKind
from stemma.values.numberpatterns import listed, options, tables
from stemma.values.units import measures

_KINDS: tuple[FigureKind, ...] = ("rise", "fall", "change")
# Characters before a figure in which a verb of change is looked for.
_REACH = 60
_CLAUSE_END = re.compile(r"[.;:!?](?=\s)|,\s|\bbut\s|\bwhile\s")
# A bound that can only be one of a level: "fell below 6,000".
_LEVEL = re.compile(r"(?:(?:well|just|far)\s)?(?:above|below|beyond|past|under)\b")
_BY = re.compile(r"\bby\s$")
# Up to four words between a verb of change and a percentage, none of which makes it a level: "fell in May 5 percent".
_NO_LEVEL = re.compile(
    r"(?:(?!(?:to|at|from|of|among|for|than|with|and|or|as|into|because|on)\b)[\w$€£’'-]+\s){0,4}(?<!\bin\s)"
)
# Words between a figure and its noun of change: "a 5 percent pay cut".
_BETWEEN = r"(?:(?!(?:of|in|to|and|the|a|on|from|said|for|or|at|by|was|were|is)\b)[\w-]+\s){0,2}"
_SHARES = frozenset({"percent", "percentage point", "basis point", "point"})


def _any(words: str) -> str:
    """A pattern for these words of every kind, each kind a group of its name."""
    tables_of = {kind: tables()["changes"][kind][words] for kind in _KINDS}
    return "|".join(f"(?P<{kind}>{options(found)})" for kind, found in tables_of.items() if found)


@cache
def _verb(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(words)})\s", re.IGNORECASE)


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('nouns')})(?:\s(?:in|to|on)\s[\w’' -]{{1,30}}?)?\sof\s$", re.IGNORECASE)


@cache
def _noun_after(counts: bool) -> re.Pattern[str]:
    return re.compile(rf"[\s-]{'' if counts else _BETWEEN}(?:{_any('nouns')})\b", re.IGNORECASE)


@cache
def _adverb_after() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{_any('after')})\b", re.IGNORECASE)


def change(text: str, start: int, end: int, span: tuple[int, int], unit: str) -> FigureKind:
    """ "rise", "fall" or "change" for a figure in `unit` that stands at `span`, its bound included, and tells one; else
    "quantity". Only `text[start:end]`, a sentence or a part of one, is read."""
    counts = _counts_things(unit)
    follows = _noun_after(counts).match(text, span[1], end)
    follows = follows or (None if counts else _adverb_after().match(text, span[1], end))
    clause = _clause(text, start, span[0])
    said = follows or _noun_before().search(clause)
    if said:
        return _kind(said)
    return "quantity" if _LEVEL.match(text, *span) else _by_verb(clause, unit)


def _by_verb(clause: str, unit: str) -> FigureKind:
    verbs = list(_verb("verbs").finditer(clause))
    if unit in _SHARES:
        verbs += _verb("shares").finditer(clause)
    if not verbs:
        return "quantity"
    last = max(verbs, key=lambda verb: verb.end())
    between = clause[last.end() :]
    if _BY.search(clause) and last.end() < len(clause):
        return _kind(last)
    if unit in _SHARES:
        return _kind(last) if _NO_LEVEL.fullmatch(between) else "quantity"
    collected = last.group().strip().lower() in listed("changes", "collected")
    return _kind(last) if not (between or collected or _counts_things(unit)) else "quantity"


def changes_before(text: str, start: int, at: int) -> bool:
    """Whether a verb or noun of change stands before `at`: "rose from 5 to 10" is two figures and no stretch."""
    clause = _clause(text, start, at)
    return bool(_verb("verbs").search(clause) or _verb("nouns").search(clause))


def _clause(text: str, start: int, at: int) -> str:
    reach = text[max(start, at - _REACH) : at]
    return reach[max((match.end() for match in _CLAUSE_END.finditer(reach)), default=0) :]


def _counts_things(unit: str) -> bool:
    """Whether the unit is a thing counted, of which a verb of change has so many as its object: "cut 500 jobs"."""
    return not unit.partition(" per ")[0].isupper() and unit not in measures()


def _kind(match: re.Match[str]) -> FigureKind:
    return next(kind for kind in _KINDS if kind == match.lastgroup)
