"""A publication date as formats give it ("2018-02-05T14:36:13Z", "12 May 2025", 1517841373) -> days and moment."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_CLOCK = re.compile(r"\d{4}-?\d\d-?\d\d[T ]\d\d:?\d\d")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<number>[01]\d)(?P<day>[0-3]\d)(?!\d)")
_ISO = re.compile(r"(?P<year>(?:19|20)\d\d)[-/.](?P<number>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?!\d)")
_DAY_FIRST = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?{_NAME},? (?P<year>(?:19|20)\d\d)\b", re.I)
_MONTH_FIRST = re.compile(rf"\b{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>(?:19|20)\d\d)\b", re.I)
_MONTH_ONLY = re.compile(rf"\b{_NAME},? (?P<year>(?:19|20)\d\d)\b", re.I)
_SLASHES = re.compile(r"\b(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>(?:19|20)\d\d)\b")
_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")
# No date of a news text is longer; what is longer is a text.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Days:
    """The days from `earliest` to `latest`; `moment` is the ISO 8601 time with its zone, where one was given."""

    earliest: date
    latest: date
    moment: str = ""


def days_of(given: str) -> Days | None:
    """What a date field says; the whole month where it names no day; both readings where 5/12 may be either."""
    text = " ".join(given.split())
    if not text or len(text) > LONGEST:
        return None
    return _clock(text) or _calendar(text) or _slashes(text) or _mail(text) or _epoch(text)


def _clock(text: str) -> Days | None:
    if not _CLOCK.match(text):
        return None
    try:
        moment = datetime.fromisoformat(text.replace(" UTC", "+00:00").replace(" GMT", "+00:00"))
    except ValueError:
        return None
    return Days(moment.date(), moment.date(), moment.isoformat() if moment.tzinfo else "")


def _mail(text: str) -> Days | None:
    """RFC 2822, as feeds write it."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None
    return Days(moment.date(), moment.date(), moment.isoformat() if moment.tzinfo else "")


def _calendar(text: str) -> Days | None:
    if "," in text and ":" in text and (found := _mail(text)) and found.moment:
        return found
    for pattern in (_ISO, _COMPACT, _DAY_FIRST, _MONTH_FIRST, _MONTH_ONLY):
        if match := pattern.search(text):
            groups = match.groupdict()
            name = groups.get("month")
            month = MONTHS.index(name[:3].lower()) + 1 if name else int(groups["number"])
            return _span(int(groups["year"]), month, int(groups["day"]) if groups.get("day") else None)
    return None


def _slashes(text: str) -> Days | None:
    match = _SLASHES.search(text)
    if not match:
        return None
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    readings = [found for found in (_span(year, one, two), _span(year, two, one)) if found]
    if not readings:
        return None
    return Days(min(found.earliest for found in readings), max(found.latest for found in readings))


def _epoch(text: str) -> Days | None:
    """Seconds or milliseconds since 1970."""
    if not _EPOCH.fullmatch(text):
        return None
    whole = int(text.partition(".")[0])
    moment = datetime.fromtimestamp(whole / 1000 if whole > 10**11 else whole, UTC)
    return Days(moment.date(), moment.date(), moment.isoformat())


def _span(year: int, month: int, day: int | None) -> Days | None:
    """A day, or the whole month where `day` is None."""
    try:
        first = date(year, month, day or 1)
        last = first if day else first.replace(day=calendar.monthrange(year, month)[1])
    except ValueError:
        return None
    return Days(first, last)
