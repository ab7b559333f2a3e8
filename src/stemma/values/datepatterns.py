"""The shapes of date expressions: one named pattern for each kind, tried in order at each word.

The words come from `data/dates.toml`. Months, weekdays and seasons must be written as news writes them ("May" is a
month, "may" never), the other words may start with a capital.
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


def words(name: str) -> dict[str, int]:
    """One table of words and the numbers they stand for."""
    return dict(tables()[name])


def either(*options: str) -> str:
    """A group that matches any of the options, the longest first."""
    return "(?:" + "|".join(sorted(options, key=len, reverse=True)) + ")"


def _cased(names: dict[str, int]) -> str:
    return either(*(form for name in names for form in (name.title(), name.upper())))


def _open(word: str) -> str:
    """A pattern for `word` whose first letter may be a capital."""
    return f"[{word[0].lower()}{word[0].upper()}]{word[1:]}"


_FULL = _cased(words("months"))
_SHORT = _cased(words("month_abbreviations"))
MONTH = rf"(?P<month>{_FULL}\b|{_SHORT}\b\.?)"
_BARE_MONTH = rf"(?P<month>{_FULL}\b|{_SHORT}\.)"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DAY2 = r"(?P<day2>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d%]|[.,:]\d|-\d{3})"
# A day, and not the start of a larger number or the count of something ("In May 30 people").
_NO_COUNT = r"(?![\d%]|[.,:]\d|st|nd|rd|th|\s(?:people|men|women|children|percent|per cent|million|billion|thousand)\b)"
_WEEKDAY = _cased(words("weekdays"))
_WEEKDAY_SHORT = _cased(words("weekday_abbreviations"))
_WEEKDAY_BEFORE = rf"(?:(?P<weekday>{_WEEKDAY}|{_WEEKDAY_SHORT}\b\.?),?\s(?:the\s)?)?"
# The year of a day or month: by number, or "of last year".
_YEAR_AFTER = rf"(?:,?\s(?:of\s)?(?:{YEAR}|(?P<same_year>this|last|next)\syear\b(?!['’])))"
_DETERMINER = r"(?P<determiner>[Ll]ast|[Tt]his(?:\scoming|\spast)?|[Nn]ext|[Pp]ast|[Cc]oming)"
_SEASON_WORD = either(*words("seasons"))
_SEASON = rf"(?P<season>{either(*words('seasons'))}|{_cased(words('seasons'))})\b"
PART_WORDS: dict[str, str] = dict(tables()["part_words"])
_PART = "(?:" + "|".join(f"(?:{pattern})" for pattern in PART_WORDS.values()) + ")"
_PART = rf"(?P<part>(?i:{_PART}))"
_NUMBER_WORD = either(*(_open(word) for word in words("numbers")))
NUMBER = rf"(?P<number>\d+(?:\.\d+)?|{_NUMBER_WORD}(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
_VAGUE = r"(?P<vague>[Aa] few|[Ss]everal|[Ss]ome|[Mm]any|[Aa] couple of|[Ff]ew)"
_UNIT = r"(?P<unit>minute|hour|day|week|month|year|decade|centur(?:y|ie))"
_ORDINAL = rf"(?P<ordinal>{either(*(_open(word) for word in words('ordinals')))})"
_DAYTIME = r"(?:\s(?:morning|afternoon|evening|night|lunchtime)\b)?"
_YEAR_WORDS = r"(?P<relative>this|last|next|the\s(?:current|previous))\syear"
_HOLIDAY = either(*(re.escape(name.title().replace("'S", "'s").replace("’S", "’s")) for name in tables()["holidays"]))

# The order is that of trial: what is longer or surer comes first.
KINDS: dict[str, str] = {
    "iso": r"(?P<year>\d{4})[-/](?P<month>\d\d)[-/](?P<day>\d\d)(?!\d)",
    "numeric": r"(?P<first>\d{1,2})(?P<mark>[/.])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4}|\d\d)(?![\d/]|\.\d)",
    "ending": (
        rf"(?:[Tt]he\s)?(?:fiscal\s)?(?:(?:{NUMBER}\s|(?P<three>three-))months?|(?P<unit>year|quarter|half))(?:\speriod)?"
        rf"\s(?:ending|ended|to|through|that\sended)(?:\s(?:in|on))?\s(?:(?P<day>\d{{1,2}})\s)?{MONTH}"
        rf"(?:\s(?P<day2>\d{{1,2}})(?!\d))?(?:,?\s{YEAR})?"
    ),
    "days_month": (
        rf"(?:(?:[Ff]rom|[Bb]etween)\s(?:the\s)?)?{_DAY}\s?(?:-|–|—|\sto\s|\suntil\s|\sand\s|to\s|until\s|and\s|through\s)\s?"
        rf"(?:the\s)?{_DAY2}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?"
    ),
    "month_days": (
        rf"(?:(?:[Ff]rom|[Bb]etween)\s)?{MONTH}\s{_DAY}\s?(?:-|–|—|to\s|until\s|and\s|through\s)\s?(?:the\s)?"
        rf"{_DAY2}{_NO_COUNT}(?:,?\s{YEAR})?"
    ),
    "day_month": rf"{_WEEKDAY_BEFORE}(?:the\s)?{_DAY}\s(?:of\s)?{MONTH}{_YEAR_AFTER}?",
    "month_day": rf"{_WEEKDAY_BEFORE}{MONTH}\s(?:the\s)?{_DAY}{_NO_COUNT}{_YEAR_AFTER}?",
    "part_month": rf"{_PART}[\s-]?(?:{_DETERMINER}\s)?{MONTH}{_YEAR_AFTER}?",
    "part_season": rf"{_PART}[\s-]?(?:{_DETERMINER}\s)?{_SEASON}(?:,?\s(?:of\s)?{YEAR})?",
    "part_decade": rf"{_PART}[\s-]?(?:the\s)?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b",
    "part_quarter": (
        rf"(?!(?:[Tt]he\s)?[Ll]ast\s(?:quarter|half)\b(?!\s(?:of|in)\s))(?:{_PART}\s)?(?:(?P<whose>[Tt]his|[Ll]ast|[Nn]ext)\syear['’]s|[Tt]he)?\s?(?:fiscal\s)?{_ORDINAL}[\s-](?:fiscal\s)?"
        rf"(?P<unit>quarter|half)(?:\s(?:of|in)\s(?:the\s)?(?:(?:fiscal\s(?:year\s)?)?{YEAR}|{_YEAR_WORDS}|(?P<the>year)))?"
    ),
    "code_quarter": rf"(?P<code>[QH])(?P<ordinal>[1-4])(?:\s(?:of\s)?(?:fiscal\s)?{YEAR})?\b",
    "part_year": rf"{_PART}[\s-]?(?:the\s)?(?:year\s)?{YEAR}",
    "part_unit": (
        rf"(?:{_PART}|(?P<turn>[Ee]arlier|[Ll]ater)(?:\sin)?)[\s-]?"
        r"(?P<which>this|last|next|the)\s(?P<unit>week|month|year|decade)\b(?!\sof)"
    ),
    "season": rf"(?:(?:[Tt]he\s)?{_SEASON}(?:,?\s(?:of\s)?){YEAR}|{_DETERMINER}\s(?P<season2>{_SEASON_WORD})\b)",
    "the_season": (
        rf"(?<=\b[Ii]n\s)(?:the\s)?(?P<season>{_SEASON_WORD})\b(?!\sof)"
        r"|(?P<the>[Tt]he\s(?:spring|summer|autumn|winter))\b(?!\sof)"
    ),
    "month_year": rf"{MONTH}{_YEAR_AFTER}",
    "which_month": rf"{_DETERMINER}\s{MONTH}(?!\.?\s\d)",
    "month": _BARE_MONTH,
    "decade": r"(?:[Tt]he\s)?(?P<decade>(?:1[5-9]|20)\d0|['’]\d0)['’]?s\b",
    "century": r"(?:[Tt]he\s)?(?P<number>1\d|2[01])(?:st|nd|rd|th)[\s-][Cc]entury\b",
    "fiscal": rf"(?:the\s)?(?:[Ff]iscal(?:\s[Yy]ear)?\s|FY\s?){YEAR}",
    "years": r"(?P<year>1[89]\d\d|20\d\d)[-–/](?P<year2>(?:1[89]|20)\d\d|\d\d)(?![\d/%-]|[.,]\d)",
    "year": YEAR,
    "day_word": (
        r"(?P<word>[Tt]he\sday\sbefore\syesterday|[Tt]he\sday\safter\stomorrow|[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow|[Ll]ast\snight"
        rf"|[Tt]his\s(?:morning|afternoon|evening))\b{_DAYTIME}"
    ),
    "weekend": r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he)\sweekend\b",
    "recent": (
        r"(?:[Tt]he\s|[Tt]hese\s)?(?:[Rr]ecent|[Cc]oming|past\sfew|last\sfew|next\sfew|past\sseveral|next\sseveral|[Pp]ast|[Ll]atest)"
        r"\s(?:hours|days|weeks|months|years|decades)\b"
    ),
    "stretch": (
        rf"(?:[Tt]he\s|[Tt]hese\s)?(?P<which>[Pp]ast|[Ll]ast|[Nn]ext|[Cc]oming|[Pp]revious)\s{NUMBER}\s{_UNIT}s?\b"
    ),
    "the_past": rf"[Tt]he\s(?P<which>past|coming)\s{_UNIT}\b",
    "unit": (
        r"(?P<which>[Ll]ast|[Tt]his|[Nn]ext)\s(?P<unit>week|month|year|quarter|decade)\b"
        r"(?!['’]s\s(?:first|second|third|fourth))"
    ),
    "ago": (
        rf"(?:(?P<about>[Mm]ore\sthan|[Oo]ver|[Nn]early|[Aa]lmost|[Aa]bout|[Aa]round|[Ss]ome)\s)?(?:{NUMBER}|{_VAGUE})"
        rf"(?P<half>\sand\sa\shalf)?\s{_UNIT}s?\sago\b"
    ),
    "narrative": (
        rf"(?:{NUMBER}|{_VAGUE})\s(?:minute|hour|day|week|month|year|decade)s?\s(?:earlier|later|before|after|afterwards?|previously)\b"
        r"|[Tt]hat\s(?:same\s)?(?:day|week|month|year|night|evening|morning|afternoon|weekend)\b"
        r"|[Tt]he\s(?:same|following|next|previous|preceding)\s(?:day|week|month|year|night|evening|morning|afternoon|weekend)\b"
        r"|[Tt]he\s(?:day|week|month|year|night|evening|morning|weekend)\s(?:before|after)\b(?!\s(?:yesterday|tomorrow))"
    ),
    "weekday_week": rf"(?P<weekday>{_WEEKDAY})\s(?:of\s)?(?P<which>last|this|next)\sweek\b(?!['’])",
    "weekday": (
        rf"(?:{_DETERMINER}\s)?(?P<weekday>{_WEEKDAY}\b|(?:Mon|Tues?|Wed|Thu|Thurs?|Fri)\.(?=[\s,])){_DAYTIME}"
    ),
    "holiday": rf"(?:{_DETERMINER}\s)?(?P<holiday>{_HOLIDAY})\b",
}


def _nameless(pattern: str) -> str:
    """The pattern with its groups unnamed, so that several patterns can stand in one."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=mark)", "[/.]")


@cache
def reader(kind: str) -> re.Pattern[str]:
    """The pattern of one kind, with its groups, compiled when first used: all take longer than an import may."""
    return re.compile(KINDS[kind])


@cache
def scanner() -> re.Pattern[str]:
    """All kinds as one pattern; the name of the group that matched is the kind.

    It looks first at the word that an expression can start with, and does not try every kind at every word.
    """
    starts = [
        _open(word)
        for word in {*tables()["context"]["first"], *words("numbers"), *words("ordinals"), *words("seasons")}
    ]
    starts += [form for name in ("months", "weekdays") for word in words(name) for form in (word.title(), word.upper())]
    starts += [word.title() for name in ("month_abbreviations", "weekday_abbreviations") for word in words(name)]
    starts += [word.split()[0].title() for word in tables()["holidays"]]
    first = r"\d|['’]\d|FY|Q[1-4]|H[12]|(?:" + "|".join(sorted(starts)) + r")(?![a-z])"
    kinds = "|".join(f"(?P<{name}>{_nameless(pattern)})" for name, pattern in KINDS.items())
    return re.compile(rf"(?<![\w$£€¥#@&/])(?<!\d[.,:–-])(?={first})(?:{kinds})")
