"""The unit of a number: the noun after it that says what is counted, in the singular, or the currency."""

import re
from dataclasses import dataclass
from functools import cache

from stemma.values.numerals import options, tables

# Words between a number and the noun it counts, at most: "two senior Western European security sources".
_LONGEST_RUN = 6
_WORD = re.compile(r"[ \u00a0\n]([A-Za-z][\w’'.-]*)")
_HYPHENED = re.compile(r"-([a-z]+)(?:-([a-z]+))?\b")
_PARTITIVE = re.compile(r"\sof\s(?:the|its|their|his|her|those|these|our|all|them)\b(?:\sthe\b)?")
_RATE = re.compile(r"(?:\s|-)(per|an?|each|/)(?:\s|-)([a-z]+)\b|(/)([a-z]+)\b")
_PARTICIPLE = re.compile(r"[a-z]+(?:ed|ing|ly)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """`name` in its common form, and where its words end."""

    name: str
    end: int


@cache
def _fixed() -> re.Pattern[str]:
    names = {**tables()["currency_words"], **tables()["units"]}
    letters = options(name for name in names if name != "%")
    codes = options(tables()["currency_codes"]["codes"])
    return re.compile(
        rf"\s?%|(?:\s|-)?(?:(?i:({letters}))|({codes}))(?![\w-])|-(?i:(percent|dollar|km|kg|mile))(?=-|\s)"
    )


@cache
def _stops() -> frozenset[str]:
    return frozenset(tables()["stops"]["function"])


def unit_after(text: str, at: int, end: int, one: bool) -> Unit:
    """The unit of a number that ends at `at`, or one without a name; nothing after `end` is read. `one`: it is 1."""
    fixed = _fixed().match(text, at, end)
    if fixed:
        return _rated(text, _canonical(fixed, text), fixed.end(), end)
    hyphened = _HYPHENED.match(text, at, end)
    if hyphened:
        word = hyphened.group(1)
        return (
            Unit("", at)
            if word in _stops() or word in tables()["stops"]["hyphened"]
            else Unit(singular(word), hyphened.end(1))
        )
    partitive = None if one else _PARTITIVE.match(text, at, end)
    name, stop = _head(text, partitive.end() if partitive else at, end, one)
    return _rated(text, name, stop, end) if name else Unit("", at)


def rate_after(text: str, name: str, at: int, end: int) -> Unit:
    """The currency `name` with what it is paid for: "USD per share"."""
    return _rated(text, name, at, end)


def _canonical(match: re.Match[str], text: str) -> str:
    written = match.group(0).strip(" -\u00a0").lower()
    if match.group(2):
        return match.group(2)
    if written in {"won", "rand", "lira", "lire"} and not re.search(
        r"(?:illion|ousand|bn|tn|m)$", text[: match.start()][-8:]
    ):
        return ""  # "Of the 30, two won"
    return str({**tables()["currency_words"], **tables()["units"]}.get(written, singular(written)))


def _rated(text: str, name: str, at: int, end: int) -> Unit:
    rate = _RATE.match(text, at, end)
    if not rate:
        return Unit(name, at)
    preposition, noun = rate.group(1) or rate.group(3), rate.group(2) or rate.group(4)
    if preposition in {"a", "an", "each"} and noun not in tables()["rates"]["nouns"]:
        return Unit(name, at)
    return Unit(f"{name} per {singular(noun)}".strip(), rate.end())


def singular(word: str) -> str:
    """The singular of a lower-case noun, by rule; irregular ones by table."""
    known = tables()["plurals"].get(word) or tables()["units"].get(word)
    if known:
        return str(known)
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|ch|sh|zz|o)es$", word):
        return word[:-2]
    return word[:-1] if _plural(word) else word


def _plural(word: str) -> bool:
    known = tables()["plurals"]
    if word.lower() in known or (word.lower().endswith("men") and len(word) > 4):
        return True
    if word[:1].isupper() and word.endswith("is"):
        return True  # "Iraqis"
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous", "as"))


def _head(text: str, at: int, end: int, one: bool) -> tuple[str, int]:
    """The noun counted, and where it ends: the first plural of the run of words; for one, the run's last word."""
    last: tuple[str, int] = ("", at)
    for number in range(_LONGEST_RUN):
        match = _WORD.match(text, at, end)
        if not match:
            break
        word, at = (
            match.group(1).rstrip(".'’-"),
            match.end(1) - (len(match.group(1)) - len(match.group(1).rstrip(".'’-"))),
        )
        if word.lower() in _stops() or "'" in word or "’" in word:
            break
        if one and number and _PARTICIPLE.match(word):
            break
        if not one and _plural(word) and not (word[:1].isupper() and _plural_next(text, at, end)):
            return singular(word.lower()), at
        if one and _plural(word) and word != "police":
            return "", at
        if one and word[:1].islower() and not _PARTICIPLE.match(word):
            last = (singular(word.lower()), at)
        if one and number == 2:
            break
        if match.group(1).endswith("-"):
            break
    return last if one else ("", at)


def _plural_next(text: str, at: int, end: int) -> bool:
    match = _WORD.match(text, at, end)
    return bool(match) and _plural(match.group(1)) and match.group(1).islower() if match else False
