"""The people who wrote a report, from its author field and its byline, without what is often mixed in."""

import re
from collections.abc import Collection, Iterator, Sequence

from stemma.model import Block
from stemma.values.outlets import agencies

SEPARATORS = re.compile(r"\s*(?:[;|\n]|,(?! Jr\.?\b)| and | & |/)\s*|\s+(?:for|in|at|of) (?=[A-Z])", re.I)
NOT_A_NAME = re.compile(
    r"\d|@|https?:|\b(?:published|updated|editor|reporter|correspondent|writer|staff|contributor|desk|bureau|columnist|producer|"
    r"images?|getty|photo|newsroom|online|dailymail|news|agency|agencies|min read)\b|\.com\b|^(?:et|am|pm|a\.m|p\.m)\b",
    re.I,
)
LONGEST_NAME = 60


def authors_of(given: Sequence[str], text: str, blocks: Sequence[Block], bodies: Collection[str]) -> tuple[str, ...]:
    """Names of people, each once, as written; those of the author field first.

    Agencies are none, nor are `bodies`: the outlet and what the report credits.
    """
    others = {body.casefold() for body in bodies} | agencies().keys()
    bylines = [text[block.start : block.end] for block in blocks if block.reason == "byline"]
    found: dict[str, str] = {}
    for name in (name for entry in (*given, *bylines) for name in _names(entry)):
        if name.casefold() not in others:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())


def _names(entry: str) -> Iterator[str]:
    words = re.sub(r"^\s*by\s+", "", entry.strip(), flags=re.I)
    for part in SEPARATORS.split(re.sub(r"\([^()]*\)", " ", words)):
        name = " ".join(part.split()).strip(" .,-–—") if part else ""
        if " " in name and len(name) <= LONGEST_NAME and not NOT_A_NAME.search(name):
            yield name
