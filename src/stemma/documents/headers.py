"""The header lines of a plain text, which stand above it or right below its title: outlet, authors, date, address.

Order for a line: label ("Source: ..."), date, outlet with date, byline, name of an outlet. A line that is none of these
ends the header. A lone name is believed only beside another header line, or where a blank line follows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from stemma.documents.boilerplate import mark
from stemma.documents.days import days_of
from stemma.documents.tables import table
from stemma.values.name_tables import given_names
from stemma.values.outlets import is_agency

LONGEST_LABEL = 320
LONGEST_HEADER = 120
LONGEST_NAME = 6
LABEL = re.compile(
    r"(?P<label>title|headline|byline|author|authors|published|date|published on|source|outlet|publisher|url|link)"
    r"\s?:\s?(?P<value>\S.*)",
    re.I,
)
FIELDS = {
    "title": "title",
    "headline": "title",
    "byline": "author",
    "author": "author",
    "authors": "author",
    "published": "published",
    "published on": "published",
    "date": "published",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "url": "url",
    "link": "url",
}
STOPS = (".", ",", ";", ":", ".”", '."', ".'", ".’", ",”", ',"')
BYLINE = re.compile(r"By (?P<value>[A-Z(].{1,120})")
GROUP_BYLINE = re.compile(r"(?:By|by|BY) (?P<value>\w.{1,118})")
EMPLOYER = re.compile(r"(?:, | for | \| )(?P<name>[^,|]+)$")
ACRONYM = re.compile(r" \([A-Z][A-Z0-9&]{1,7}\)$")
NAME = re.compile(r"[\w.&'’+!-]+(?: [\w.&'’+-]+)*")

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? "
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_WEEKDAY})?(?:{_NTH} (?:of )?{_MONTH},? \d{{4}}|{_MONTH} {_NTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_CLOCK = r"(?:\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?: \(?(?-i:[A-Z]{1,5})\)?)?"
_WHEN = rf"(?:{_CLOCK},? (?:on )?)?{_DATE}(?:(?:,? (?:at )?| ?[|·–—-] ?|T){_CLOCK}(?:Z|[+-]\d\d:?\d\d)?)?"
DATE_LINE = re.compile(
    rf"(?:(?P<word>(?:first |last )?(?:published|posted|issued|updated|modified))(?: on)?:? ?)?(?P<when>{_WHEN})", re.I
)
OUTLET_AND_DATE = re.compile(rf"(?P<outlet>[^,|]{{2,60}}?)(?:,| ?[|·–—]| -) (?P<when>{_WHEN})", re.I)
DATE = re.compile(_DATE, re.I)
TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d)(?:[.:]\d\d)?)? ?(?:(?P<half>[ap])\.?m\b\.?)?"
    r"(?: ?\(?(?P<zone>(?-i:[A-Z]{1,5})|[+-]\d\d:?\d\d)\)?)?",
    re.I,
)
UNIVERSAL = frozenset({"GMT", "UTC", "Z"})


@dataclass(frozen=True, slots=True)
class Header:
    """What one header line gives, each field empty where it says nothing of the kind.

    `employer` is an outlet that a byline names, `revised` a date that is not said to be the first.
    """

    kind: Literal["label", "date", "byline", "outlet"]
    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    url: str = ""
    employer: str = ""
    revised: str = ""


def labelled(line: str) -> Header | None:
    """What a line says that is a header wherever it stands at the top: a label with its value, or a byline."""
    if len(line) > LONGEST_LABEL:
        return None
    if match := LABEL.fullmatch(line):
        field, value = FIELDS[match["label"].lower()], match["value"]
        given = {name: value if name == field else "" for name in ("title", "outlet", "author", "published", "url")}
        return Header("label", given["title"], given["outlet"], given["author"], given["published"], given["url"])
    match = BYLINE.fullmatch(line)
    return _byline(match["value"]) if match and not line.endswith(STOPS) else None


def header_group(lines: Sequence[str], blank_follows: bool) -> tuple[Header, ...]:
    """The headers that the first of `lines` are; they stand right below the title with no blank line between."""
    found = list(_leading(lines))
    if any(header.kind != "outlet" for header in found) or (blank_follows and len(found) == len(lines)):
        return tuple(found)
    return ()


def moment_of(given: str) -> str:
    """The ISO 8601 time of a date in words with a time of day ("22 October 2025, 5.50am"), to the minute.

    Without a zone where none is given; empty where there is no time, no single day, or a zone that is no UTC.
    """
    days = days_of(given)
    if days is None or days.moment or days.earliest != days.latest:
        return ""
    match = next((match for match in TIME.finditer(DATE.sub(" ", given)) if match["minute"] or match["half"]), None)
    if match is None or (match["zone"] and match["zone"].upper() not in UNIVERSAL):
        return ""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    return f"{days.earliest.isoformat()}T{hour:02}:{minute:02}" + ("+00:00" if match["zone"] else "")


def _leading(lines: Sequence[str]) -> Iterator[Header]:
    """A header for each line up to the first that is none; a second outlet is none."""
    named = False
    for line in lines:
        header = labelled(line) or _unlabelled(line)
        if header is None or (header.kind == "outlet" and named):
            return
        named = named or bool(header.outlet)
        yield header


def _unlabelled(line: str) -> Header | None:
    if len(line) > LONGEST_HEADER:
        return None
    if (match := DATE_LINE.fullmatch(line)) and days_of(match["when"]):
        late = (match["word"] or "").lower().endswith(("updated", "modified"))
        return Header("date", revised=match["when"]) if late else Header("date", published=match["when"])
    if (match := OUTLET_AND_DATE.fullmatch(line)) and days_of(match["when"]):
        return Header("date", published=match["when"], outlet=_outlet(match["outlet"]))
    if line.endswith(STOPS):
        return None
    if match := GROUP_BYLINE.fullmatch(line):
        return _byline(match["value"])
    if _is_person(line):
        return Header("byline", author=line)
    outlet = _outlet(line)
    return Header("outlet", outlet=outlet) if outlet else None


def _byline(value: str) -> Header:
    """The people, and the outlet named behind them; "our correspondent" is nobody."""
    if not value[0].isupper():
        return Header("byline")
    match = EMPLOYER.search(value)
    name = _bare(match["name"] if match else value)
    if not _is_outlet(name):
        return Header("byline", author=value)
    return Header("byline", author=value[: match.start()] if match else "", employer=name)


def _bare(name: str) -> str:
    """The name without the acronym behind it."""
    return ACRONYM.sub("", name.strip())


def _outlet(words: str) -> str:
    """The outlet's name that a few words are, without its acronym; empty where they are no name."""
    name = _bare(words)
    parts = name.split(" ")
    if len(parts) > LONGEST_NAME or not NAME.fullmatch(name) or not _in_capitals(parts):
        return ""
    # A place in capitals starts a dateline; an outlet in capitals is short, or says that it is one.
    if name.isupper() and len(name) > LONGEST_NAME and not _is_outlet(name):
        return ""
    return "" if any(stretch.reason for stretch in mark(words, 0)) else name


def _in_capitals(parts: Sequence[str]) -> bool:
    rest = (part for part in parts[1:] if part.lower() not in _words("small_words"))
    return all(part[0].isupper() or part[0].isdigit() for part in (parts[0], *rest))


def _is_outlet(name: str) -> bool:
    """Whether a name says itself that it is an outlet's or an agency's."""
    parts = name.split(" ")
    known = is_agency(name) or (len(parts) > 1 and any(part.lower() in _words("outlet_words") for part in parts))
    return known and len(parts) <= LONGEST_NAME and _in_capitals(parts) and not any(part == "and" for part in parts)


def _is_person(line: str) -> bool:
    parts = line.split(" ")
    return 2 <= len(parts) <= 3 and parts[0].lower() in given_names() and _in_capitals(parts) and not _is_outlet(line)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(table("headers")[group])
