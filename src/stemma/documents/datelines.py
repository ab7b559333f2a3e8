"""The dateline of a report: "KABUL, Afghanistan —", "SAN JOSE, Dec 31 (Reuters) -", "WASHINGTON (AP) —"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.documents.days import MONTHS
from stemma.model import Block

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)"
_DAY = rf"(?:,? (?P<month>{_MONTH})[a-z]*\.? (?P<day>\d{{1,2}})(?:, (?P<year>\d{{4}}))?)?"
# In capitals, but no place.
_LABEL = (
    r"(?!(?:FILE|PHOTO|VIDEO|WATCH|UPDATED?|BREAKING|EXCLUSIVE|ANALYSIS|OPINION|COMMENT|LIVE|POLL|READ|ALSO"
    r"|NEW(?! (?:DELHI|HAVEN|ORLEANS|YORK)\b))\b)"
)
_CAPITALS = _LABEL + r"[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}"
_REGION = rf"(?:, (?!{_MONTH}[a-z]*\.? \d)[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){{0,2}})?"
_NAMED = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}"
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,40})\)"
_DASH = r"\s?(?:—|--|–|-)(?=\s|(?<=—))"
PATTERNS = (
    re.compile(rf"(?P<place>{_CAPITALS}{_REGION}){_DAY}(?:,? ?{_AGENCY})?{_DASH}"),
    re.compile(rf"(?P<place>{_NAMED}{_REGION}){_DAY} ?{_AGENCY}{_DASH}"),
    re.compile(rf"(?P<place>){_DAY}{_AGENCY}{_DASH}"),
)
# Standfirsts and captions may stand above it.
FIRST_BLOCKS = 8
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Dateline:
    """`place` as written; the agency in brackets; the day where one stands there; the stretch without the dash."""

    place: str
    agency: str
    month: int | None
    day: int | None
    year: int | None
    start: int
    end: int


def dateline_of(text: str, blocks: Sequence[Block]) -> Dateline | None:
    """The first dateline at the start of one of the first lines of text."""
    lines = [block for block in blocks if block.kind == "text"][:FIRST_BLOCKS]
    for block in lines:
        head = text[block.start : min(block.end, block.start + LONGEST)]
        for pattern in PATTERNS:
            if match := pattern.match(head):
                return _dateline(match, block.start)
    return None


def _dateline(match: re.Match[str], offset: int) -> Dateline:
    groups = match.groupdict()
    month = MONTHS.index(groups["month"][:3].lower()) + 1 if groups["month"] else None
    end = max(match.end(name) for name in ("place", "agency", "day", "year") if groups[name] is not None)
    bracket = 1 if match.end("agency") == end else 0
    return Dateline(
        place=groups["place"].strip(),
        agency=groups["agency"] or "",
        month=month,
        day=int(groups["day"]) if groups["day"] else None,
        year=int(groups["year"]) if groups["year"] else None,
        start=offset,
        end=offset + end + bracket,
    )
