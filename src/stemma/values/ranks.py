"""Places in an order: "the third-largest city", "her 5th title", "the No. 2 official", "finished second"."""

import re
from functools import cache

from stemma.model import Figure, Phrase
from stemma.values.numberpatterns import listed, options, tables
from stemma.values.numerals import Amount
from stemma.values.units import noun_after

# Characters before an ordinal in which its determiner or verb is looked for.
_REACH = 20
_WORD_BEFORE = re.compile(r"([\w.’']+)\s$")
_SUPERLATIVE = re.compile(r"[\s-](?:most|least)[\s-][a-z]+|[\s-][a-z]{2,}est\b")
_NEXT = re.compile(r"[\s-]([A-Za-z]+)")
_CAPITALS = re.compile(r"(?:\s[A-Z][\w-]*)+\s[a-z]+\b")
_ADVERBIAL = frozenset({1.0, 2.0, 3.0})  # "first", "second", "third" may also say in which order one speaks.


@cache
def _ranked() -> re.Pattern[str]:
    return re.compile(rf"\b{options(tables()['ranks']['verbs'])}\s(?:in\s|the\s)?$", re.IGNORECASE)


def rank(text: str, start: int, end: int, found: Amount) -> Figure | None:
    """The rank that the ordinal `found` tells, with the thing ranked; None where it is a name, an adverb or a second of
    time. Only `text[start:end]` is read."""
    superlative = _SUPERLATIVE.match(text, found.end, end)
    follows = _NEXT.match(text, found.end, end)
    word = follows.group(1) if follows else ""
    if not superlative and (word.lower() in listed("ranks", "phrases") or _is_name(text, word, found.end, end)):
        return None
    noun = noun_after(text, superlative.end() if superlative else found.end, end)
    placed = _ranked().search(text, max(start, found.start - _REACH), found.start) is not None
    if found.worded and found.value in _ADVERBIAL and not (superlative or placed):
        later = found.value == 2 and word and not noun.name  # "a second later"
        if later or not _determined(text, start, found):
            return None
    stop = max(noun.end, superlative.end() if superlative else found.end)
    counted = _phrase(text, found.end, stop)
    return Figure(found.value, found.value, "exact", noun.name, found.start, stop, "rank", counted=counted)


def _is_name(text: str, word: str, at: int, end: int) -> bool:
    """Whether the capitalised `word` after an ordinal that ends at `at` is a name with it: "Fifth Avenue", but not the
    "15th Dorvian test"."""
    if not word[:1].isupper():
        return False
    words = _CAPITALS.match(text, at, end)
    return words is None or not listed("ranks", "phrases").isdisjoint(words.group().lower().split())


def _determined(text: str, start: int, found: Amount) -> bool:
    match = _WORD_BEFORE.search(text, max(start, found.start - _REACH), found.start)
    before = match.group(1).lower() if match else ""
    return before in listed("ranks", "before") or before.endswith(("'s", "’s", "s'", "s’"))


def _phrase(text: str, start: int, end: int) -> Phrase | None:
    while start < end and text[start] in " -":
        start += 1
    return Phrase(text[start:end], start, end) if start < end else None
