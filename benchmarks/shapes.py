"""The fields that scoring reads, of a gold story and of a traced story as Stemma exports it."""

from typing import NotRequired, TypedDict


class Hop(TypedDict):
    """One step of a chain."""

    name: str


class Place(TypedDict):
    """A stretch of a report's text, `[start, end)` in characters."""

    report: str
    start: int
    end: int


class Mention(Place):
    """A stretch that states a claim, and on whose word, nearest hop first."""

    chain: list[Hop]


class Origin(TypedDict):
    """Where a claim enters the story, and the reports that have it from there."""

    name: str
    mentions: list[str]


class Claim(TypedDict):
    """A claim over all reports; `independent` is [min, max]."""

    id: str
    statement: str
    independent: list[int]
    mentions: list[Mention]
    origins: list[Origin]


Edge = TypedDict("Edge", {"from": str, "to": str, "kind": str})


class Disagreement(TypedDict):
    """How reports differ."""

    kind: str
    about: str
    sides: list[Place]


class Report(TypedDict):
    """A report: `file` is the base name of what was read, `text` what offsets point into."""

    id: str
    file: str
    text: str
    outlet: NotRequired[str]


class Export(TypedDict):
    """A traced story."""

    reports: list[Report]
    claims: list[Claim]
    lineage: list[Edge]
    disagreements: list[Disagreement]


class GoldReport(TypedDict):
    """A report of a gold story."""

    id: str
    file: str
    outlet: str


class GoldQuote(TypedDict):
    """A verbatim stretch of a report."""

    report: str
    quote: str


class GoldMention(GoldQuote):
    """A verbatim stretch that states a claim, and the names of its chain, nearest first."""

    chain: list[str]


class GoldClaim(TypedDict):
    """A claim as the annotators settled it."""

    id: str
    statement: str
    mentions: list[GoldMention]
    origins: list[Origin]
    independent: list[int]


class GoldDisagreement(TypedDict):
    """A disagreement as the annotators settled it."""

    kind: str
    about: str
    sides: list[GoldQuote]


class Gold(TypedDict):
    """A gold story."""

    story: str
    reports: list[GoldReport]
    claims: list[GoldClaim]
    disagreements: list[GoldDisagreement]
    lineage: list[Edge]
