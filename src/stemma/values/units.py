"""The unit of a number: the noun after it that says what is counted, in the singular, a measure, or the currency."""

import re
from dataclasses import dataclass
from functools import cache

from stemma.values.nouns import is_plural, singular
from stemma.values.numberpatterns import listed, options, tables
from stemma.values.numerals import Amount

# Words between a number and the noun it counts, at most: "two senior Western European security sources".
_LONGEST_RUN = 6
# Of one thing, or of what has a rank: "one police officer".
_LONGEST_RUN_OF_ONE = 3
_WORD = re.compile(r"[ \u00a0\n]([A-Za-z][\w’'.-]*)")
_HYPHENED = re.compile(r"-([a-z]+)(?:-([a-z]+))?\b")
_PARTITIVE = re.compile(r"\sof\s(?:the|its|their|his|her|those|these|our|all|them)\b(?:\sthe\b)?")
_OF = re.compile(r"\sof(?=\s)(?:\s(?:the|its|their|his|her|those|these|our|other)\b)?")
_RATE = re.compile(
    r"(?:(?:\s|-)(per|an?|each|every|/)(?:\s|-)([a-z]+)\b|(/)([a-z]+)\b)(?!\s(?:earlier|ago|before|later|after)\b)"
)
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing|ly)$")
_SCALED = re.compile(r"(?:(?i:illion|ousand)|bn|tn|m)$")
# Words that are also verbs or names: currencies only after a scale ("Of the 30, two won").
_DOUBTFUL = frozenset({"won", "rand", "lira", "lire"})


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` in its common form, where its words end, the words for the thing counted, and those for the rate."""

    name: str
    end: int
    counted: tuple[int, int] | None = None
    rate: tuple[int, int] | None = None


@cache
def measures() -> frozenset[str]:
    """The units that measure, and count no things: lengths, weights, shares, times, coins."""
    return frozenset(tables()["units"].values()) | listed("measures")


@cache
def _names() -> dict[str, str]:
    return {**tables()["currency_words"], **{name.lower(): unit for name, unit in tables()["units"].items()}}


@cache
def _fixed() -> re.Pattern[str]:
    letters = options(name for name in _names() if name != "%")
    codes = options(tables()["currency_codes"]["codes"])
    symbols = options(tables()["currency_symbols"])
    return re.compile(
        rf"\s?%|\s?(?P<symbol>{symbols})(?!\s?\d)|(?:\s|-)?(?:(?P<name>(?i:{letters}))|(?P<code>{codes})"
        rf"|(?<=\d)(?P<degree>C))(?![\w-])|-(?P<inner>(?i:percent|dollar|km|kg|mile))(?=-|\s)"
    )


def unit_after(text: str, at: int, end: int, found: Amount) -> Unit:
    """The unit of `found`, whose words end at `at`, or one without a name; nothing after `end` is read."""
    fixed = _fixed().match(text, at, end)
    if fixed:
        return _rated(text, Unit(_canonical(fixed, text), fixed.end()), end)
    hyphened = _HYPHENED.match(text, at, end)
    if hyphened:
        word = hyphened.group(1)
        if word in listed("stops", "function") or word in listed("stops", "hyphened"):
            return Unit("", at)
        return Unit(singular(word), hyphened.end(1))
    partitive = (_OF if found.form == "several" else _PARTITIVE).match(text, at, end)
    begin = partitive.end() if partitive else at
    unit = _head_of_one(text, at, end) if found.value == 1 else _head(text, begin, end)
    return _rated(text, unit, end) if unit.name else Unit("", at)


def rate_after(text: str, name: str, at: int, end: int) -> Unit:
    """The currency `name` with what it is paid for: "USD per share"."""
    return _rated(text, Unit(name, at), end)


def noun_after(text: str, at: int, end: int) -> Unit:
    """The thing that has the rank whose words end at `at`, or one without a name; nothing after `end` is read."""
    unit = Unit("", at)
    for word, start, stop in _run(text, at, end, _LONGEST_RUN_OF_ONE):
        if word.lower() in listed("number_words") or (unit.name and (_PARTICIPLE.match(word) or word[0].isupper())):
            break
        if _PARTICIPLE.match(word):
            continue  # "the first reported case"
        first = unit.counted[0] if unit.counted else start
        unit = Unit(singular(word.lower()), stop, (first, stop))
        if is_plural(word):
            break
    return unit


def _canonical(match: re.Match[str], text: str) -> str:
    if match.group("code"):
        return str(tables()["currency_codes"]["aliases"].get(match.group("code"), match.group("code")))
    if match.group("symbol"):
        return str(tables()["currency_symbols"][match.group("symbol")])
    if match.group("degree"):
        return "degree celsius"
    written = (match.group("name") or match.group("inner") or "%").lower()
    if written in _DOUBTFUL and not _SCALED.search(text[: match.start()][-8:]):
        return ""
    return _names().get(written, written)


def _rated(text: str, unit: Unit, end: int) -> Unit:
    rate = _RATE.match(text, unit.end, end)
    if not rate:
        return unit
    preposition, noun = rate.group(1) or rate.group(3), rate.group(2) or rate.group(4)
    if preposition in {"a", "an", "each", "every"} and noun not in listed("rates", "nouns"):
        return unit
    return Unit(f"{unit.name} per {singular(noun)}".strip(), rate.end(), unit.counted, (rate.start() + 1, rate.end()))


def _run(text: str, at: int, end: int, longest: int) -> list[tuple[str, int, int]]:
    """The words from `at` that can belong to one noun phrase, each with its place."""
    found = []
    for _ in range(longest):
        match = _WORD.match(text, at, end)
        if not match:
            break
        word = match.group(1).rstrip(".'’-")
        if word.lower() in listed("stops", "function") or "'" in word or "’" in word:
            break
        at = match.start(1) + len(word)
        found.append((word, match.start(1), at))
        if match.end(1) > at:
            break
    return found


def _head(text: str, at: int, end: int) -> Unit:
    """The noun counted: of the run of words the first plural, or the last of several that follow one another."""
    unit, first = Unit("", at), None
    for word, start, stop in _run(text, at, end, _LONGEST_RUN):
        plural = is_plural(word)
        if unit.name and (not plural or word[0].isupper() or _PARTICIPLE.match(word) or unit.name in measures()):
            break
        if first is None and word.lower() not in listed("stops", "more"):
            first = start
        if plural and first is not None:
            unit = Unit(singular(word.lower()), stop, (first, stop))
    return unit


def _head_of_one(text: str, at: int, end: int) -> Unit:
    """The one thing counted: the last noun of the run of words; no unit where that is in the plural."""
    unit = Unit("", at)
    for number, (word, start, stop) in enumerate(_run(text, at, end, _LONGEST_RUN_OF_ONE)):
        if number and _PARTICIPLE.match(word):
            break
        if is_plural(word) and word != "police":
            return Unit("", at)
        if word[0].islower() and not _PARTICIPLE.match(word):
            unit = Unit(singular(word.lower()), stop, (unit.counted[0] if unit.counted else start, stop))
    return unit
