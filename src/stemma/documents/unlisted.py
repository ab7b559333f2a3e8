"""Credits of agencies that no table knows: capitals ("MNA") or a name that ends as agencies' names do.

Such words are a credit only where nothing else stands: in a dateline, behind the last full stop, in a line of their own
at the top or foot, in a byline, or in a sentence of thanks. In running text they may be an office, a body or a share.
"""

import re
from collections.abc import Iterator
from functools import cache

from stemma.documents.datelines import Dateline
from stemma.documents.tables import table
from stemma.model import Credit
from stemma.values.outlets import agencies, matching

_CAPITALS = r"(?-i:[A-Z]{2,6})"
_ENDING = "News Agency|Press Agency|Press Association|News Service|News Bureau|Press Bureau|Newswire|Wire(?: Service)?"
_NAME = rf"(?-i:(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}} (?:{_ENDING}))"
_AGENCY = rf"(?:{_NAME}|{_CAPITALS})(?![\w’'-])"
_SEVERAL = rf"{_AGENCY}(?:(?:, | and |/| & ){_AGENCY})*"
_STAFF = (
    r"(?:(?:our )?(?:own )?(?:staff|reporters?|correspondents?|newsroom|desk|(?:other |news )?agenc(?:y|ies)|wires?)\b)"
)
# Two capitals alone on a line are rather the initials of a writer.
_ALONE = rf"(?:{_NAME}|(?-i:[A-Z]{{3,6}}))"
AGENCY = re.compile(rf"{_NAME}|(?-i:(?<![\w’'-])[A-Z]{{2,6}}(?![\w’'-]))")
BRACKET = re.compile(rf"{_NAME}|{_CAPITALS}")
BYLINE = re.compile(
    rf"by (?:[^\n]{{0,100}}?(?:, | and | for |/| \| ?|\())?(?P<who>{_SEVERAL})"
    rf"(?: \({_CAPITALS}\)|\))?(?: {_STAFF}.{{0,30}}|,.{{0,60}})?$",
    re.I,
)
# A byline in capitals alone names a person: "By JANE".
BY_ALONE = re.compile(rf"by {_CAPITALS}(?: {_CAPITALS})*$", re.I)
OWN_LINE = (
    re.compile(rf"[^\w\n(]{{0,3}}(?P<who>{_ALONE})[^\w\n)]{{0,3}}$"),
    re.compile(rf"\((?P<who>{_SEVERAL})\)\.?$"),
)
THANKS = (
    re.compile(rf"(?P<who>{_ALONE}),? (?:and|with) {_STAFF}(?: reports?)?\.?$", re.I),
    re.compile(rf"(?:{_STAFF},? )?(?:and|with) (?:files from |reports? (?:from|by) )?(?P<who>{_SEVERAL})\.?$", re.I),
    re.compile(
        r"[^\w\n]{0,3}(?:additional |with |further )*(?:reporting|inputs?|files|material|information|reports?) "
        rf"(?:from|by) (?:[^.\n]{{0,80}}?(?:, | and | of | for ))?(?P<who>{_SEVERAL})\W{{0,2}}$",
        re.I,
    ),
    re.compile(rf"(?P<who>{_SEVERAL})(?: {_STAFF})?(?: also)? contributed(?: reporting)?\W?$", re.I),
    re.compile(
        rf"(?:[^.\n]{{0,80}}?(?:, | and | of | for ))?(?P<who>{_SEVERAL})(?: {_STAFF})?(?: also)? contributed"
        r"(?: reporting)? to (?:this|the) (?:report|story|article|piece)\W?$",
        re.I,
    ),
)
LAST_WORDS = re.compile(rf"(?:(?<=[.!?] )|(?<=[.!?][”\"’'] )|(?<=[.!?]))\((?P<who>{_SEVERAL})\)$")


def from_dateline(dateline: Dateline) -> Iterator[Credit]:
    """The agency in a dateline's brackets, where its place stands in capitals, with a day, or not at all."""
    place = dateline.place.partition(",")[0]
    surely = not place or place.isupper() or dateline.day is not None
    if surely and BRACKET.fullmatch(dateline.agency) and not is_same(dateline.agency, place):
        yield from _credits(dateline.agency, dateline.start, dateline.end)


def from_line(line: str, offset: int, reason: str, at_edge: bool) -> Iterator[Credit]:
    """The credits that a whole line, which starts at `offset`, is; `at_edge`: it is one of the first or last."""
    if reason in ("byline", "header line") and not BY_ALONE.match(line):
        yield from _matched(BYLINE.match(line), offset)
    if at_edge or reason == "credit line":
        for pattern in (*THANKS, *_thanks()):
            yield from _matched(pattern.match(line), offset)
    if at_edge and not reason:
        for pattern in OWN_LINE:
            yield from _matched(pattern.match(line), offset)


@cache
def _thanks() -> tuple[re.Pattern[str], ...]:
    who = rf"(?P<who>{_SEVERAL})"
    return tuple(re.compile(words.replace("{who}", who) + "$", re.I) for words in table("credits")["thanks"])


def from_last_words(line: str, offset: int) -> Iterator[Credit]:
    """The agency in brackets behind the last full stop of a line, of which `line` is the end, from `offset` on."""
    yield from _matched(LAST_WORDS.search(line), offset)


def is_same(name: str, other: str) -> bool:
    """Whether `name` means `other`: spelled so, shortened, or its first letters."""
    return bool(other) and bool(matching(name, frozenset({other})))


def _matched(match: re.Match[str] | None, offset: int) -> Iterator[Credit]:
    if match:
        yield from _credits(match["who"], offset + match.start(), offset + match.end())


def _credits(words: str, start: int, end: int) -> Iterator[Credit]:
    for match in AGENCY.finditer(words):
        name = match.group()
        if name not in _no_agencies() and name.lower() not in agencies():
            yield Credit(name, start, end)


@cache
def _no_agencies() -> frozenset[str]:
    return frozenset(table("credits")["no_agencies"])
