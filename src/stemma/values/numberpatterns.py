"""The shapes of written numbers: one named pattern for each kind, tried in order at each word that can open a number.

Words and signs come from `data/figures.toml`; words may be written with capitals."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any


@cache
def tables() -> dict[str, Any]:
    """The tables of `data/figures.toml`."""
    return tomllib.loads(resources.files("stemma.values").joinpath("data", "figures.toml").read_text(encoding="utf-8"))


@cache
def listed(*path: str) -> frozenset[str]:
    """The words of `data/figures.toml` under these keys."""
    table: Any = tables()
    for key in path:
        table = table[key]
    return frozenset(table)


def options(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
_ZERO = "(?:zero|nought|naught)"
_TEENS = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_GAP = r"(?:\s?-\s?|[ \u00a0]+)"
_FROM_ONE = rf"(?>{_TENS}(?:{_GAP}{_ONES}\b)?|{_TEENS}|{_ONES})"
_SMALL = rf"(?:{_FROM_ONE}|{_ZERO})"
_BIG = r"(?:thousand|million|billion|trillion|lakh|crore)"
_SCALE = rf"(?:hundred|{_BIG})"
_ORDINAL = options(tables()["ordinals"])
_PART = options(tables()["parts"])
_AND_SMALL = rf"(?:{_GAP}(?:and\s+)?{_FROM_ONE}\b(?!\s(?:{_PART}s|half|quarter)\b))"
_HUNDREDS = rf"(?:{_GAP}hundred\b{_AND_SMALL}?)"
_CARDINAL = (
    rf"(?:(?:{_FROM_ONE}|an?(?=\s{_SCALE}\b)){_HUNDREDS}?|{_ZERO}|hundred(?=\s{_BIG}\b))"
    rf"(?:{_GAP}{_BIG}\b(?:{_AND_SMALL}{_HUNDREDS}?)?)*"
)
_VULGAR = options(tables()["vulgar"])
_SYMBOL, _CODE = options(tables()["currency_symbols"]), options(tables()["currency_codes"]["codes"])
_MINUS = r"(?P<minus>(?<!\d)(?<!\d\s)[-−](?=[^\W\d_]?[^\w\s]?\d)|(?i:minus|negative)\s)?"
# Thousands apart by commas, as in India, or by spaces.
_DIGITS = (
    r"(?:(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d\d)+,\d{3}|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+|\d+)(?!\d)(?:\.\d+)?"
    r"|\.\d+)"
)
_AND_PART = rf"(?:\sand\s(?P<and_count>an?|{_ONES})\s(?P<and_part>{_PART})s?\b(?:\s(?P<and_scale>{_SCALE})\b)?)"
# What must not follow digits: the rest of a longer number, time, code or ordinal.
_AFTER = (
    r"(?![\d:]|\.\d|,\d{3}|/\d|-[A-Z]|(?:st|nd|rd|th|s|G|g|D|x|X|A|F)\b)(?!(?<!\d\d)C\b)"
    r"(?=[^A-Za-z_]|[a-zA-Z]{1,4}[2²]?\b|$)"
)
_NO_HALF_AFTER = "".join(f"(?<!{word} )" for word in tables()["half"]["not_after"])
_HALF_AFTER = "|".join(f"(?<={word} )" for word in tables()["half"]["after"])
_METRES = options(tables()["metres"]["before"])
_HALVED = options(tables()["half"]["measures"])
_SIZE = rf"(?:{options(tables()['several']['sizes'])}|(?:tens|scores)(?=\sof\b))"

# The order is that of trial: what is longer or surer comes first.
KINDS: dict[str, str] = {
    "rank": (
        rf"(?i:(?:(?P<cardinal>{_CARDINAL})(?:(?<=ty|ed|nd|on)|(?=\s{_SCALE}th\b)){_GAP}(?:and\s)?)?"
        rf"(?P<ordinal>{_ORDINAL})\b(?!['’]))"
        r"|(?P<digits>\d{1,3}(?:,\d{3})*)(?:st|nd|rd|th)\b"
        r"|(?:[Nn]o\.\s?|(?i:number)\s)(?P<number>\d{1,3}\b(?![-/.,:]\d)|(?:one|two|three|four|five)\b)"
    ),
    "part": (
        rf"(?i:(?:(?P<count>{_ONES}|an?){_GAP})?(?P<part>{_PART})s?(?:{_GAP}|\sof\s(?:an?\s)?|\san?\s)"
        rf"(?P<whole>{_SCALE})\b)"
    ),
    "dozen": rf"(?i:half(?:\sa\s+|-)(?P<half>dozens?)\b|(?P<count>{_CARDINAL}|an?)\s+(?P<some_half>half-)?dozens?\b)",
    "measured_half": rf"(?i:half(?:\san?\s|-)(?={_HALVED}\b))",
    "share": (
        rf"(?i:(?P<count>one|an?){_GAP}(?P<part>{_PART})\b(?=\sof\b|\sthe\b|[\s-]maj|[\s-]vote)"
        rf"|(?P<counts>{_SMALL}){_GAP}(?P<parts>{_PART})s\b(?!\s(?:later|ago|old)\b)"
        rf"|(?P<one>one){_GAP}(?P<one_part>{_PART})\b(?!\s(?!(?:and|or|but|in|to)\b)[a-z])"
        rf"|(?<=by\s)a\s(?P<by>{_PART})\b|a\shalf(?=[.,;]|$)|{_NO_HALF_AFTER}half(?=\s(?:of|the|its|their|his|her|all)\b)"
        rf"|(?:{_HALF_AFTER})half\b(?!\s(?:an?|past)\b))"
    ),
    "several": (
        rf"(?i:(?P<size>{_SIZE})(?:\sof\s(?P<times>{_BIG}s|hundreds)\b)?(?!\w)"
        rf"|(?P<some>{options(tables()['several']['words'])})\b(?:\s(?P<scale>{_SCALE}|dozen)s?\b)?)"
    ),
    "factor": rf"(?i:{options(tables()['factors'])}\b)",
    "digits": (
        rf"{_MINUS}(?:(?P<symbol>{_SYMBOL})\s?|\b(?P<code>{_CODE})\$?\s?)?"
        rf"(?:(?P<top>[1-9])\s?/(?P<under>[2-9]|10|16|32|64)(?=\s(?!\d)|$)|(?P<vulgar>{_VULGAR})"
        rf"|(?P<digits>{_DIGITS})"
        rf"(?:\s?(?P<mixed>{_VULGAR})|[ -](?P<mixed_top>[1-9])/(?P<mixed_under>[2-9]|16|32)\b(?!/))?"
        rf"(?P<dozens>\sdozens?\b)?)"
        rf"(?:\s?-?(?P<scale>(?i:{_SCALE}))\b(?:\s(?P<scale2>(?i:{_SCALE}))\b)?{_AND_PART}?"
        rf"|\s?(?P<short>{options(tables()['scale_letters'])})\b(?!-[A-Za-z])(?<! m)(?!(?<=m)\s{_METRES}\b))?{_AFTER}"
    ),
    "words": (
        rf"(?i:(?P<minus>minus\s|negative\s)?(?P<cardinal>{_CARDINAL})(?P<point>\spoint(?:\s{_SMALL})+)?{_AND_PART}?)"
        r"\b(?!['’])"
    ),
}


@cache
def reader(kind: str) -> re.Pattern[str]:
    """The pattern of one kind, with its groups, compiled when first used."""
    return re.compile(KINDS[kind])


@cache
def scanner() -> re.Pattern[str]:
    """All kinds as one pattern; the name of the group that matched is the kind.

    It looks first at what a number can start with, and does not try every kind at every word."""
    opening = {word.split()[0] for name in ("factors", "parts", "ordinals") for word in tables()[name]}
    opening |= {word for kind in tables()["several"].values() for word in kind if " " not in word}
    opening |= {*re.findall(r"[a-z]{3,}", _ZERO + _ONES + _TEENS + _TENS)}
    opening |= {"hundred", "minus", "negative", "number", "tens", "scores"}
    words = "|".join(sorted(f"[{word[0]}{word[0].upper()}]{word[1:]}" for word in opening))
    scales = re.findall(r"[a-z]{3,}", _SCALE)
    after_a = "|".join(sorted({*scales, "dozen", "few", "handful", "couple", "half-dozen", *tables()["parts"]}))
    money = rf"(?:{_SYMBOL}|{_CODE})\$?\s?"
    digits = rf"[-−]?(?:{money})?\.?[\d{''.join(tables()['vulgar'])}]|[Nn]o\.\s?\d"
    first = rf"{digits}|(?:{words})\b|[Aa]n?\s(?:{after_a})"
    kinds = "|".join(f"(?P<{kind}>{re.sub(r'[(][?]P<[a-z0-9_]+>', '(?:', pattern)})" for kind, pattern in KINDS.items())
    guard = r"(?<![\w@#&])(?<!(?<!\.)\.)(?<!\d[.,:/])(?<!(?<!\d)[A-Za-z]-)(?<![A-Za-z]\.)"
    return re.compile(rf"{guard}(?={first})(?:{kinds})")
