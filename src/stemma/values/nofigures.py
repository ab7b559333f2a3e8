"""Numbers that are no quantities: clock times, ages, scores in lists, versions, telephone numbers, addresses."""

import re
from functools import cache

_WORD = (
    "(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|"
    "[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|"
    "[Nn]inety)"
)

KINDS: dict[str, str] = {
    "address": r"https?://\S+|www\.\S+",
    "clock": (
        r"\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.m\b\.?|[ap]m\b|[AP]M\b)|\d{1,2}:\d\d(?::\d\d)?\b"
        rf"|\d{{4}}\s(?:GMT|UTC|BST|EST|EDT|CET|local time)|(?:\d{{1,2}}|{_WORD})\so['’]clock"
    ),
    "telephone": (
        r"\+\d[\d ()-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|(?:1-)?\d{3}-\d{3}-\d{4}\b"
        r"|0\d{2,4}[ -]\d{3,4}[ -]?\d{3,4}\b|\d{3}-\d{4}\b"
    ),
    "version": r"[vV]?\d+\.\d+\.\d+(?:\.\d+)*",
    "score": r"\d{1,3}[-–]\d{1,3}[-–]\d{1,3}\b",
    "place in a list": r"(?<!\d )\d{1,3}/\d{1,4}\b|(?m:^)\d{1,2}[.)]\s|#\s?\d+|[Nn]os?\.\s\d+",
    "age": (
        rf"(?:\d[\d-]*|{_WORD}(?:-[a-z]+)?)[\s-](?:years?|months?|weeks?|days?)[\s-]olds?\b"
        r"|[Aa]ge[ds]?\s(?:between\s)?\w+(?:(?:\sto\s|\sand\s|-|–)\d+)?|in\s(?:his|her|their)\s(?:early\s|late\s|mid-)?\d0s"
        r"|(?<=[A-Za-z”\"’.],\s)\d{1,2}(?=,\s|\.\s|\.$|\)|;|,$)|(?<=[a-z]\s\()\d{1,2}(?=\))"
    ),
}

# What the kinds start with: it keeps the engine from trying all of them at every word.
_FIRST = rf"[\d#+(]|https?:|www\.|[vV]\d|[Aa]ge|[Nn]os?\.|in\s(?:h|t)|{_WORD}[\s-]"


@cache
def no_figure() -> re.Pattern[str]:
    """All of these as one pattern, compiled when first used."""
    return re.compile(rf"(?<!\w)(?={_FIRST})(?:{'|'.join(KINDS.values())})")
