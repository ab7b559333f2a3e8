"""Numbers that are no quantities: clock times, scores in lists, versions, telephone numbers, addresses."""

import re
from functools import cache

_HOUR = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"

KINDS: dict[str, str] = {
    "address": r"https?://\S+|www\.\S+",
    "clock": (
        r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]M\b)|\d{1,2}:\d\d(?::\d\d)?\b"
        rf"|\d{{4}}\s(?:GMT|UTC|BST|EST|EDT|CET|local time)|(?:\d{{1,2}}|(?i:{_HOUR}))\so['’]clock"
    ),
    "telephone": (
        r"\+\d[\d ()-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{4}\b"
        r"|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b|\d{3}-\d{4}\b"
    ),
    "version": r"[vV]?\d+\.\d+\.\d+(?:\.\d+)*",
    "score": r"\d{1,3}[-–]\d{1,3}[-–]\d{1,3}\b",
    "place in a list": (
        r"(?<!\d )(?![1-9]/(?:[2-9]|10|16|32|64)(?:\s[a-z]|$))\d{1,3}/\d{1,4}\b"  # "1/4 mile" is none
        r"|(?m:^)\d{1,2}[.)]\s(?=\S)|#\s?\d+|[Nn]os\.\s\d+"
    ),
}

# What the kinds start with: it keeps the engine from trying all of them at every word.
_FIRST = rf"[\d#+(]|https?:|www\.|[vV]\d|[Nn]os\.|(?i:{_HOUR})\so"


@cache
def no_figure() -> re.Pattern[str]:
    """All of these as one pattern, compiled when first used."""
    return re.compile(rf"(?<!\w)(?={_FIRST})(?:{'|'.join(KINDS.values())})")
