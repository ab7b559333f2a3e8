"""Dates and hours of one thing that cannot be one."""

import re

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.model import Mention, When
from stemma.values.dates import same_time
from stemma.values.words import content

NEAR = 0.5  # Chance that two mentions tell of one thing from which their dates are compared;
LEAST_SHARED = 3  # and so many stems, those of the dates left out, that both must have;
NEAR_BY_CLOCK = 0.15  # less for hours: few things of a story have one told.
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_ZONE = re.compile(r"\b(?:GMT|UTC|BST|CES?T|[ECMP][SD]?T)\b")
_ABOUT = re.compile(
    r"\b(?:about|around|shortly|just|soon|nearly|almost|roughly|approximately|some)\b[^.;]{0,25}$", re.IGNORECASE
)
# Words of an hour that tell no day.
_DAYLESS = re.compile(
    r"(?:[\d.:\s]|[ap]\.?m\b\.?|local|time|noon|midday|midnight|o['’]clock|in|the|at|morning|afternoon|evening|night)+",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?<=[a-z] )[A-Z][a-z]+ $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
# What makes a date the end of a stretch, not the day of what happens.
_BOUND = re.compile(r"\b(?:since|until|till|by|before|after|from)\s(?:the\s|early\s|late\s|mid-?)?$", re.IGNORECASE)
_EARLIER = re.compile(r"\b(?:earlier|previous|another|similar|last) (?!week|month|year)[a-z]+\b", re.IGNORECASE)
_MONTH = re.compile(r"(?:in |early |late |mid-)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?")
_WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day")
# Precisions fine enough to say when something happened.
_PLACED = frozenset({"moment", "day", "week", "part of month", "month", "year"})
_DAY = 24 * 60


def time(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    """The difference between the hours or the dates of two mentions."""
    if left.commitment != right.commitment or left.negated or right.negated:
        return None
    reason = _by_clock(desk, left, right) or _by_day(desk, left, right)
    return Difference(left, right, "date", True, reason, "date") if reason else None


def _by_clock(desk: Desk, left: Mention, right: Mention) -> str:
    ours, theirs = _clock(desk, left), _clock(desk, right)
    if ours is None or theirs is None:
        return ""
    apart = abs(ours[0] - theirs[0])
    apart = min(apart, _DAY - apart)
    if apart <= ours[1] + theirs[1] or not _tied(desk, left, right):
        return ""
    return "the hours cannot be one" if alike(desk, left, right) >= NEAR_BY_CLOCK else ""


def _tied(desk: Desk, left: Mention, right: Mention) -> bool:
    """Whether one names what happens in the other, or both stand in one claim."""
    named = any(set(_parts(one)) & set(other.words) for one, other in ((left, right), (right, left)))
    return named or (_together(desk, left, right) and alike(desk, left, right) >= NEAR)


def _parts(mention: Mention) -> tuple[str, ...]:
    return mention.event + mention.agents + mention.patients


def _together(desk: Desk, left: Mention, right: Mention) -> bool:
    return desk.group_of[left.id] == desk.group_of[right.id]


def _clock(desk: Desk, mention: Mention) -> tuple[int, int] | None:
    """The one hour that a mention tells, in minutes of the day, and how many minutes off it may be; None where it tells
    none or several, or one by another zone's clock."""
    text = desk.reports[mention.report].text
    told = [(when, clock) for when in mention.dates if (clock := _CLOCK.search(when.value))]
    if len(told) != 1 or _ZONE.search(text, told[0][0].start, told[0][0].end + 5):
        return None
    when, clock = told[0]
    hour, minute = int(clock[1]), int(clock[2])
    loose = _ABOUT.search(text[max(mention.start, when.start - 40) : when.start]) is not None
    return (60 * hour + minute) % _DAY, _slack(minute, loose)


def _slack(minute: int, loose: bool) -> int:
    """How far off an hour may be: "about 11" by a quarter, "about 12.20" by five minutes, "12.13" by none."""
    step = next(step for step in (30, 10, 5, 1) if minute % step == 0)
    return step // 2 if loose else step // 6


def _by_day(desk: Desk, left: Mention, right: Mention) -> str:
    ours, theirs = _days(desk, left), _days(desk, right)
    if len(ours) != 1 or len(theirs) != 1 or same_time(ours[0], theirs[0]) is not False:
        return ""
    happened = set(left.event) & set(right.event) or _together(desk, left, right)
    if _EARLIER.search(desk.text(left)) or _EARLIER.search(desk.text(right)):
        return ""
    undated = _undated(desk, left, ours[0]), _undated(desk, right, theirs[0])
    if not happened or len(undated[0] & undated[1]) < LEAST_SHARED or alike(desk, left, right, undated) < NEAR:
        return ""
    words = [desk.reports[m.report].text[w.start : w.end].lower() for m, w in ((left, ours[0]), (right, theirs[0]))]
    weekdays = [set(_WEEKDAY.findall(each)) for each in words]
    if words[0] == words[1] or weekdays[0] & weekdays[1]:
        return ""  # one "Monday" in two reports is two days only where one of them is dated wrongly
    if any(_MONTH.fullmatch(each) or "ago" in each for each in words):
        return ""  # "June" may be last year's or the next, and "42 years ago" 41
    return "the dates cannot be one"


def _undated(desk: Desk, mention: Mention, when: When) -> frozenset[str]:
    """The stems of a mention without those of its date."""
    return frozenset(mention.words) - frozenset(content(desk.reports[mention.report].text[when.start : when.end]))


def _days(desk: Desk, mention: Mention) -> list[When]:
    """The dates that a mention tells. Of an hour alone the day is anybody's guess."""
    text = desk.reports[mention.report].text
    return [
        when
        for when in mention.dates
        if when.earliest
        and when.precision in _PLACED
        and not (when.kind == "time" and _DAYLESS.fullmatch(text[when.start : when.end]))
        and not _is_named(text, mention, when)
        and not _BOUND.search(text, mention.start, when.start)
    ]


def _is_named(text: str, mention: Mention, when: When) -> bool:
    """Whether a date is a part of a name: "Long March 9", "the 2016 Harbour Games"."""
    before = text[when.start].isupper() and _NAME_BEFORE.search(text, mention.start, when.start)
    return bool(before) or _NAME_AFTER.match(text, when.end) is not None
