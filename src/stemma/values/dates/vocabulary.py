"""The words of date expressions, from `data/dates.toml`, and the pattern of each sort of word.

Patterns are written with plain spaces; `compiled` lets each stand for any white space. Months, weekdays and seasons
must be written as news writes them ("May" is a month, "may" never); other words may start with a capital.
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def tables() -> dict[str, Any]:
    """The tables of `data/dates.toml`."""
    return tomllib.loads(resources.files("stemma.values").joinpath("data", "dates.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> dict[str, int]:
    """One table of words and the numbers they stand for."""
    return dict(tables()[name])


@cache
def names(name: str) -> dict[str, str]:
    """One table of words and what they stand for."""
    return dict(tables()[name])


@cache
def listed(name: str) -> frozenset[str]:
    """One list of words of the table "context"."""
    return frozenset(tables()["context"][name])


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, in which a space stands for any white space."""
    return re.compile(pattern.replace(" ?", r"\s*").replace(" ", r"\s+"))


def second(pattern: str) -> str:
    """The pattern with a 2 behind the names of its groups, so that it can stand twice in one."""
    return re.sub(r"\(\?P<(\w+)>", r"(?P<\g<1>2>", pattern)


def either(*options: str) -> str:
    """A group that matches any of the options, the longest first."""
    return "(?:" + "|".join(sorted(options, key=len, reverse=True)) + ")"


def opened(word: str) -> str:
    """A pattern for `word` whose first letter may be a capital."""
    return f"[{word[0].lower()}{word[0].upper()}]{word[1:]}" if word[0].isalpha() else word


def cased(names: dict[str, Any]) -> str:
    """Any of the names, with a capital or in capitals."""
    return either(*(form for name in names for form in (name.title(), name.upper())))


def open_words(names: dict[str, Any]) -> str:
    """Any of the words, with a capital or without."""
    return either(*(opened(name) for name in names))


def _titled(name: str) -> str:
    """A pattern for a name as it is written, with either apostrophe: "st. patrick's day" -> "St. Patrick's Day"."""
    return re.sub(r"'S\b", "'s", name.title()).replace(".", r"\.").replace("'", "['’]")


_FULL = cased(words("months"))
_SHORT = cased(words("month_abbreviations"))
MONTH = rf"(?P<month>{_FULL}\b|{_SHORT}\b\.?)"
# Without a point, only what is no name or word.
BARE_MONTH = rf"(?P<month>{_FULL}\b|{_SHORT}\.|(?:Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\b)"
_DAY_WORD = open_words(words("day_ordinals")).replace("-", "(?: |-)")
_DAY_FIGURE = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
DAY = rf"(?P<day>{_DAY_FIGURE}|{_DAY_WORD}(?![a-z-]))"
# A day, and not the start of a larger number or the count of something ("In May 30 people").
NO_COUNT = (
    r"(?![\d%]|[.,:]\d|st\b|nd\b|rd\b|th\b| (?:people|men|women|children|percent|per cent|million|billion|thousand)\b)"
)
_ONES = either(*(opened(word) for word, number in words("numbers").items() if number < 20))
_TENS = either(*(opened(word) for word, number in words("numbers").items() if number >= 20))
_SMALL = rf"(?:{_TENS}(?:(?: |-){_ONES})?|{_ONES})"
# "nineteen ninety-seven" and "two thousand": years as they are spoken.
_SPOKEN_YEAR = (
    rf"(?:[Nn]ineteen|[Ee]ighteen|[Tt]wenty) (?:{_TENS}(?:(?: |-){_ONES})?)|[Tt]wo thousand(?: (?:and )?{_ONES})?"
)
YEAR = rf"(?P<year>(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|-\d{{3}})|{_SPOKEN_YEAR})"
WEEKDAY = cased(words("weekdays"))
_WEEKDAY_SHORT = cased(words("weekday_abbreviations"))
WEEKDAY_BEFORE = (
    rf"(?:(?:[Tt]his (?:coming )?|[Nn]ext |[Ll]ast )?(?P<weekday>{WEEKDAY}|{_WEEKDAY_SHORT}\b\.?),? (?:the )?)?"
)
# The year of a day or month: by number, or "of last year".
_OLD_YEAR = YEAR.replace("1[5-9]", r"1\d", 1)  # after a month, also of the Middle Ages
YEAR_AFTER = rf"(?: ?,? (?:of )?(?:{_OLD_YEAR}|(?P<same_year>this|last|next) year\b(?!['’])))"
DETERMINER = r"(?P<determiner>[Ll]ast|[Tt]his(?: coming| past)?|[Nn]ext|[Pp]ast|[Cc]oming)"
SEASON_WORD = either(*words("seasons"))
SEASON = rf"(?P<season>{SEASON_WORD}|{cased(words('seasons'))})\b"
PART_WORDS = names("part_words")
PART = "(?P<part>(?i:" + "|".join(f"(?:{pattern})" for pattern in PART_WORDS.values()) + "))"
_SCALE = either("hundred", "thousand", "million", "billion", "dozen")
NUMBER = (
    rf"(?P<number>[Hh]alf (?:an?|the)|(?:\d+(?:,\d\d\d)*(?:\.\d+)?(?: ?1/2|½)?|{_SMALL}|[Aa]n?|[Aa]nother)"
    rf"(?:(?: |-){_SCALE}(?: (?:and )?{_SMALL})?)?(?: and a half)?|(?:[Aa] )?[Cc]ouple(?: of)?)"
)
VAGUE = (
    r"(?P<vague>(?:[Aa] |[Tt]he )?(?:[Ff]irst |[Ll]ast )?[Ff]ew|[Ss]everal|[Ss]ome|[Mm]any|[Aa] number of|[Cc]ountless)"
)
UNIT = rf"(?P<unit>{either(*names('units'))})"
UNITS = rf"(?P<unit>{either(*(unit for unit in names('units') if unit.endswith('s') and len(unit) > 4))})"
# Words that stand between a number and its unit and leave the length as it is.
FILLER = r"(?:(?: |-)(?:more|full|straight|consecutive|successive|additional|whole|extra|long|further|short|odd))?"
ABOUT = rf"(?:(?P<about>{open_words(tables()['loose'])}) )?"
ORDINAL = rf"(?P<ordinal>{open_words(words('ordinals'))})"
DAYPART = rf"(?P<daypart>{open_words(tables()['dayparts'])})"
HOLIDAY = f"(?P<holiday>{either(*map(_titled, tables()['holidays']))})"
HOUR_WORD = either(*(opened(word) for word, number in words("numbers").items() if number <= 12))


def singular(unit: str) -> str:
    """The unit's plain name: "hours", "hrs" -> "hour"."""
    return names("units")[unit.lower()]


def number_of(written: str) -> float:
    """The value of a number in figures or words: "a" is 1, "two dozen" 24, "5 1/2" 5.5, "a couple of" 2."""
    tokens = re.findall(r"\d+/\d+|½|[\d.,]*\d|[a-z]+", written.lower())
    if tokens[0] == "half":
        return 0.5
    if "couple" in tokens:
        return 2
    total = current = 0.0
    for place, token in enumerate(tokens):
        if token[0].isdigit() and "/" not in token:
            current += float(token.replace(",", ""))
        elif token in {"1/2", "½", "half"}:
            current += 0.5
        elif token in _SCALES:
            total, current = total + max(current, 1) * _SCALES[token], 0.0
        elif token in words("numbers") or (token in {"a", "an", "another"} and place == 0):
            current += words("numbers").get(token, 1)
    return total + current


_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}


def year_of(written: str) -> int:
    """The number of a year in figures or as it is spoken: "nineteen ninety-seven"."""
    if written[0].isdigit():
        return int(written)
    first, _, rest = written.lower().partition(" ")
    if first == "two":
        return int(number_of(written))
    return words("numbers")[first] * 100 + int(number_of(rest))
