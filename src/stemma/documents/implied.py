"""When a text without a date was written, as far as its own dates tell.

A month told of in the past ("she said in August") was over or nearly so: while it runs, news says "this month" or names
the weekday. A time told of as coming ("by mid-September") had not begun. The report was written between the latest of
the first and the earliest of the second; years named in the text, and dated teasers in its furniture, say which year.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from stemma.documents.days import MONTHS, days_of
from stemma.model import Block, Dating, Span

Tense = Literal["past", "future", "unknown"]

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
EXPRESSION = re.compile(
    r"\b(?:(?P<part>early|mid|late|the end of|the middle of|the beginning of)[ -])?"
    r"(?:(?P<before>\d{1,2})(?:st|nd|rd|th)? )?"
    rf"(?P<month>{_MONTH})(?: (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:))?(?:,? (?P<year>(?:19|20)\d\d)\b)?"
    r"|\b(?P<lone>20\d\d)\b(?![-/.,]\d)"
)
# Right before the date ...
AHEAD = re.compile(
    r"\b(?:by|until|before|next|no later than|ahead of)\s+"
    r"(?:(?:the|around|about|as soon as|as early as|end of|early|late|mid)[ -])*$",
    re.I,
)
# ... or anywhere before it in the sentence. The one that stands nearest counts.
COMING = re.compile(
    r"\b(?:will|to be|expects?|expected to|(?:scheduled|planned|targeted|slated|set) (?:for|to)|due (?:in|by|on)"
    r"|plans? to|aims? to|targeting|upcoming|coming|currently|launching)\b",
    re.I,
)
TWEET = re.compile(r"\(@\w+\) $")
# A bare year tells when something was, or is whose report it is: "in 2014", "the agency's 2025 assessment".
DATED = re.compile(r"\b(?:in|since|after|during|early|late|from|of|mid)[ -]$", re.I)
THIS_YEARS = re.compile(r"(?:['’]s|\bthe|\bits|\btheir) $", re.I)
_NO_PAST = (
    r"(?:need|seed|speed|indeed|exceed|feed|united|unprecedented|hundred|expected|scheduled|planned|targeted|slated"
    r"|alleged)\b"
)
GONE = re.compile(
    r"\b(?:was|were|had|did|said|told|made|took|began|came|led|held|went|gave|found|wrote|won|lost|killed|died|since"
    rf"|last|after|following|during|ago|ending|(?!{_NO_PAST})[a-z]{{2,}}ed)\b",
    re.I,
)
SENTENCE = re.compile(r"[.!?]['”\"’)]*\s+(?=[A-Z“\"‘])")
WINDOW = 90
# From this day of a month on, news that looks back on the month names it instead of saying "this month".
DAY_WHEN_NAMED = 20
PARTS = {
    "early": (1, 10),
    "the beginning of": (1, 10),
    "mid": (11, 20),
    "the middle of": (11, 20),
    "late": (21, 31),
    "the end of": (21, 31),
}
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Reference:
    """A date in the text, from `first` to `last` day of `month` (1 to 31 for all of it); a bare year has no month.

    `firm`: it tells which year the text is of, not only that the text is later.
    """

    tense: Tense
    year: int | None
    month: int | None
    first: int
    last: int
    span: Span
    firm: bool = True

    def before(self, year: int) -> date:
        """The latest day on which it is told of as coming: what comes "in 2018" may be so all through 2018."""
        return date(year, self.month, self.first) - ONE_DAY if self.month else date(year, 12, 31)

    def named_from(self, year: int) -> date:
        """The earliest day on which it would be told of so in the past."""
        if self.month is None:
            return date(year, 1, 1)
        whole = (self.first, self.last) == (1, 31)
        return _day(year, self.month, DAY_WHEN_NAMED if whole else self.last)


def implied(text: str, blocks: Sequence[Block]) -> Dating:
    """The interval that the text implies, with the stretches that say so; unknown where it names no year."""
    references = [reference for block in blocks for reference in _references(text, block)]
    teasers = list(_teasers(text, blocks))
    floor = _floor(references, teasers)
    if floor is None:
        return Dating(None, None, "none")
    earliest, evidence, firm = floor
    latest, ahead = _ceiling(references, earliest, firm)
    if latest is None or ahead is None:
        return Dating(earliest, None, "text", evidence=(evidence,))
    named = [(_last_named(reference, latest), reference.span) for reference in references if _is_open_past(reference)]
    last, span = max(named, key=lambda pair: (pair[0], -pair[1].start), default=(earliest, evidence))
    if last <= earliest:
        return Dating(earliest, latest, "text", evidence=_in_order({evidence, ahead}))
    return Dating(last, latest, "text", evidence=_in_order({evidence, ahead, span}))


def _is_open_past(reference: Reference) -> bool:
    """Whether it looks back on a month without saying of which year."""
    return reference.tense == "past" and reference.year is None and reference.month is not None


def _last_named(reference: Reference, latest: date) -> date:
    """The last day up to `latest` from which on it would be told of in the past."""
    day = reference.named_from(latest.year)
    return day if day <= latest else reference.named_from(latest.year - 1)


def _in_order(spans: set[Span]) -> tuple[Span, ...]:
    return tuple(sorted(spans, key=lambda span: span.start))


def _floor(references: Sequence[Reference], teasers: Sequence[tuple[date, Span]]) -> tuple[date, Span, bool] | None:
    """The latest day that the text looks back on by a date with its year, and whether that is the text's own year."""
    past = [
        (reference.named_from(reference.year), reference.span, reference.firm)
        for reference in references
        if reference.year and reference.tense == "past"
    ]
    dated = [(day, span, True) for day, span in teasers]
    return max([*past, *dated], key=lambda found: (found[0], found[2], -found[1].start), default=None)


def _ceiling(references: Sequence[Reference], earliest: date, firm: bool) -> tuple[date | None, Span | None]:
    """The day before the earliest time that the text looks ahead to, and where it does."""
    coming: list[tuple[date, Span]] = []
    for reference in references:
        if reference.tense != "future" or (reference.year is None and not firm):
            continue
        years = (reference.year,) if reference.year else (earliest.year, earliest.year + 1)
        coming.extend((day, reference.span) for year in years if (day := reference.before(year)) >= earliest)
    return min(coming, key=lambda pair: (pair[0], pair[1].start), default=(None, None))


def _teasers(text: str, blocks: Sequence[Block]) -> Iterator[tuple[date, Span]]:
    """The days of full dates that stand alone in the furniture: what the page shows had been published."""
    for block in blocks:
        if block.kind == "boilerplate" and re.search(r"\b(?:19|20)\d\d\b", text[block.start : block.end][:80]):
            line = text[block.start : block.end]
            found = (
                days_of(line)
                if block.reason in ("timestamp", "related links", "recommendation block", "video block", "embed marker")
                else None
            )
            if found and found.earliest == found.latest:
                yield found.earliest, Span(block.start, block.end)


def _references(text: str, block: Block) -> Iterator[Reference]:
    if block.kind == "boilerplate":
        return
    line = text[block.start : block.end]
    for match in EXPRESSION.finditer(line):
        reference = _reference(match, _tense(line, match), block.start)
        if reference:
            yield reference


def _reference(match: re.Match[str], tense: Tense, offset: int) -> Reference | None:
    span = Span(offset + match.start(), offset + match.end())
    if match["lone"]:
        before = match.string[max(0, match.start() - 12) : match.start()]
        after = match.string[match.end() : match.end() + 2]
        firm = bool(THIS_YEARS.search(before) and re.match(r" [a-z]", after))
        if not firm and tense == "past" and not DATED.search(before):
            return None
        return Reference(tense, int(match["lone"]), None, 1, 31, span, firm)
    month = MONTHS.index(match["month"][:3].lower()) + 1
    year = int(match["year"]) if match["year"] else None
    first, last = PARTS.get((match["part"] or "").lower(), (1, 31))
    if day := match["day"] or match["before"]:
        first = last = int(day)
        if not 1 <= first <= 28 and _day(year or 2024, month, first).day != first:
            return None
    elif year is None and match["part"] is None and _is_no_month(match):
        return None
    return Reference(tense, year, month, first, last, span)


def _is_no_month(match: re.Match[str]) -> bool:
    """ "May" and "March" are also a verb and a name: alone they count only after a word that a month follows."""
    if match["month"] not in ("May", "March", "August", "April", "June"):
        return False
    before = match.string[max(0, match.start() - 12) : match.start()].lower()
    return not re.search(r"\b(?:in|by|since|until|last|next|this|of|from|a|an|before|after|during)\s$", before)


def _tense(line: str, match: re.Match[str]) -> Tense:
    """By the nearest sign before the date in its sentence, else by the first one behind it."""
    head = line[max(0, match.start() - WINDOW) : match.start()]
    if TWEET.search(head):
        return "past"
    head = SENTENCE.split(head)[-1]
    if AHEAD.search(head):
        return "future"
    signs = [(sign.end(), tense) for pattern, tense in _SIGNS for sign in pattern.finditer(head)]
    if signs:
        return max(signs)[1]
    tail = SENTENCE.split(line[match.end() : match.end() + WINDOW])[0]
    later: list[tuple[int, Tense]] = [
        (-sign.start(), tense) for pattern, tense in _SIGNS for sign in pattern.finditer(tail)
    ]
    return max(later)[1] if later else "unknown"


_SIGNS: tuple[tuple[re.Pattern[str], Tense], ...] = ((COMING, "future"), (GONE, "past"))


def _day(year: int, month: int, day: int) -> date:
    """The day, or the month's last where it has fewer."""
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, min(day, 28)) + timedelta(days=max(0, day - 28)), first_of_next - ONE_DAY)
