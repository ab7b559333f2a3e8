"""The few words that Stemma adds to what it quotes: counts, dates, kinds."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from stemma.model import (
    Commitment,
    DateSource,
    Dating,
    DisagreementKind,
    EdgeKind,
    EntityKind,
    FamilyKind,
    OmissionKind,
    Strength,
)
from stemma.values.lists import joined

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")
_DASH = "–"

DISAGREEMENT_TITLES: dict[DisagreementKind, str] = {
    "denial": "Denials",
    "polarity": "Happened or not",
    "update": "Updates",
    "figure": "Figures",
    "date": "Dates",
    "place": "Places",
    "identity": "Who",
    "modality": "Planned, ordered, done",
    "scope": "Different things counted",
}
EDGE_WORDS: dict[EdgeKind, str] = {
    "cites": "cites it",
    "reuses": "takes over its words",
    "credits": "credits it",
    "shares": "shares words with it",
}
EDGE_VERBS: dict[EdgeKind, str] = {
    "cites": "cites",
    "reuses": "takes words from",
    "credits": "credits",
    "shares": "shares words with",
}
FAMILY_WORDS: dict[FamilyKind, str] = {
    "owner": "of one owner",
    "editions": "editions of one another",
    "transport": "carries the texts of others",
}
DATE_SOURCES: dict[DateSource, str] = {
    "given": "given with the text",
    "json-ld": "given in the page's data",
    "meta": "given in the page's head",
    "url": "read from the address",
    "dateline": "read from the dateline",
    "text": "inferred from the text",
    "none": "",
}
PARTY_TITLES: dict[EntityKind, str] = {
    "person": "People",
    "body": "Bodies",
    "outlet": "Outlets",
    "place": "Places",
    "other": "Others",
}
OMISSION_WORDS: dict[OmissionKind, str] = {
    "denial": "the denial",
    "claim": "the claim",
    "source": "where it comes from",
}
COMMITMENT_WORDS: dict[Commitment, str] = {
    "done": "",
    "ordered": "ordered",
    "planned": "planned",
    "possible": "possible",
    "conditional": "conditional",
    "denied": "denied",
}


ANSWER_WORDS: dict[Strength, str] = {"confirms": "confirms", "denies": "denies", "admits": "admits"}
# How probable something is, in words, from the least upwards.
_CHANCES = ((0.1, "unlikely"), (0.35, "less likely than not"), (0.65, "as likely as not"), (0.9, "likely"))


def heard_by(witnesses: Sequence[str]) -> str:
    """`at first hand: 3 outlets, A, B and C`: who has something from its origin itself."""
    return f"at first hand: {counted(len(witnesses), 'outlet')}, {joined(witnesses)}"


def chance(probability: float) -> str:
    """A probability in words and as a number: `likely, 0.78`."""
    words = next((words for least, words in _CHANCES if probability < least), "nearly certain")
    return f"{words}, {probability:.2f}"


def plain(text: str) -> str:
    """`text` on one line, with what could command a terminal or turn the writing direction made visible."""
    return flat(text).strip()


def flat(text: str) -> str:
    """Like `plain`, with a space kept where the text begins or ends with one."""
    return _CONTROL.sub("\ufffd", _SPACE.sub(" ", text))


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 report`, `3 reports`."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def origins(independent: tuple[int, int]) -> str:
    """The count in words: `1 origin`, `1 to 3 origins`."""
    low, high = independent
    return counted(high, "origin") if low == high else f"{low} to {high} origins"


def bracketed(independent: tuple[int, int]) -> str:
    """The count as `[min, max]`."""
    return f"[{independent[0]}, {independent[1]}]"


def day(moment: date) -> str:
    """`7 March 2025`."""
    return f"{moment.day} {moment:%B %Y}"


def days(earliest: date | None, latest: date | None) -> str:
    """The days from `earliest` to `latest`, both included, as short as they can be said exactly."""
    if earliest is None or latest is None:
        only = earliest or latest
        return "unknown" if only is None else f"{'from' if earliest else 'until'} {day(only)}"
    if earliest == latest:
        return day(earliest)
    ends_month = (latest + timedelta(days=1)).day == 1
    if earliest.year == latest.year and earliest.day == 1 and ends_month:
        if (earliest.month, latest.month) == (1, 12):
            return str(earliest.year)
        if earliest.month == latest.month:
            return f"{earliest:%B %Y}"
        return f"{earliest:%B} to {latest:%B %Y}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day}{_DASH}{day(latest)}"
    first = f"{earliest.day} {earliest:%B}" if earliest.year == latest.year else day(earliest)
    return f"{first} to {day(latest)}"


def published(dating: Dating) -> str:
    """When a report was published: `7 March 2025`, `between 25 August and …` or `date unknown`."""
    return "date unknown" if dating.earliest is None and dating.latest is None else days(dating.earliest, dating.latest)


def place(number: int, start: int, end: int) -> str:
    """Where to open a statement: the report's number and the characters, `[3:1042–1101]`."""
    return f"[{number}:{start}{_DASH}{end}]"
