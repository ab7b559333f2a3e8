"""Ages: "a 16-year-old", "aged 34", "43 years old", "the driver, 51,", "in her 30s"."""

import re
from dataclasses import dataclass

from stemma.values.numerals import Amount

_UNIT = r"(?P<unit>year|month|week|day)s?"
_AFTER = re.compile(rf"[\s-]{_UNIT}[\s-](?:olds?\b|of\sage\b)|(?P<short>\s?y/?o\b)")
_BEFORE = re.compile(r"\b[Aa]ge[ds]?\s(?:of\s)?(?:between\s|about\s|around\s)?$")
_TURNED = re.compile(r"\bturn(?:ed|s|ing)\s$")
_ENDS = re.compile(r"$|[.,;)]|\s(?:last|this|on|in|next|today|when|and|earlier|yesterday)\b")
# "The driver, 51, was freed", "Ann Lee (51)"; only a plain number that can be somebody's age.
_ASIDE_BEFORE = re.compile(r"(?:[^\W\d_]|[”\"’.]),\s$|[^\W\d_]\s\($")
_ASIDE_AFTER = re.compile(r",\s|\.\s|\.$|\)|;|,$")
_NAME_BEFORE = re.compile(r"(\b(?:[A-Z][\w.’'-]*\s)*[A-Z][\w’'-]+)[,\s]\s?\(?$")
_OLDEST = 115
_LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class Age:
    """The unit of an age ("year"), where its words start and end, and the name right before it: whose age it is."""

    unit: str
    start: int
    end: int
    whose: tuple[int, int] | None = None


def age(text: str, start: int, end: int, found: Amount) -> Age | None:
    """The age that `found` tells; None where it tells none. Only `text[start:end]` is read."""
    follows = _AFTER.match(text, found.end, end)
    if follows:
        return Age(follows.group("unit") or "year", found.start, follows.end())
    reach = max(start, found.start - 16)
    before = _BEFORE.search(text, reach, found.start)
    if before:
        return Age("year", before.start(), found.end)
    if _TURNED.search(text, reach, found.start) and _ENDS.match(text, found.end, end):
        return Age("year", found.start, found.end)
    plain = found.form == "number" and not found.worded and found.end - found.start <= 3 and found.scale == 1
    aside = plain and _ASIDE_BEFORE.search(text, reach, found.start) and _ASIDE_AFTER.match(text, found.end, end)
    if not aside or not 0 < (found.value or 0) <= _OLDEST:
        return None
    name = _NAME_BEFORE.search(text, max(start, found.start - _LONGEST_NAME), found.start)
    return Age("year", found.start, found.end, name.span(1) if name else None)
