"""What the machine was unsure of, so that a reader knows where to look."""

from collections.abc import Iterable, Iterator

from stemma.findings.desk import Desk
from stemma.model import Claim, Doubt, Excerpt, Reading, Span

UNSURE = 0.6  # Score of a claim's best link for a mention below which its place in the claim is a guess.
MOST = 40  # Doubts that a reader can use; the weightiest claims' first.


def doubts(desk: Desk, claims: Iterable[Claim]) -> tuple[Doubt, ...]:
    """Unknown dates, sources of unknown name or place, mentions that barely belong to their claim, copies of unknown
    direction, in that order."""
    found = [*_dates(desk), *_directions(desk), *_weak(desk, claims), *_speakers(desk)]
    return tuple(dict.fromkeys(found))[:MOST]


def _dates(desk: Desk) -> Iterator[Doubt]:
    for reading in desk.readings:
        dating = reading.report.dating
        if dating.source in ("text", "dateline", "none"):
            spans = dating.evidence or (Span(0, min(len(reading.report.text), max(1, len(reading.report.title)))),)
            what = (
                "no publication date is given"
                if dating.source == "none"
                else "the publication date is inferred from the text"
            )
            yield Doubt(what, Excerpt(reading.report.id, spans[0].start, spans[0].end))


def _directions(desk: Desk) -> Iterator[Doubt]:
    for edge in (edge for edges in desk.edges.values() for edge in edges):
        if edge.kind == "reuses" and "cannot be told" in edge.reason:
            yield Doubt(
                "which of the two had this wording first", Excerpt(edge.report, edge.evidence.start, edge.evidence.end)
            )


def _weak(desk: Desk, claims: Iterable[Claim]) -> Iterator[Doubt]:
    best: dict[str, float] = {}
    for link in desk.links:
        if link.relation == "same" and desk.group_of[link.left] == desk.group_of[link.right]:
            for mention in (link.left, link.right):
                best[mention] = max(best.get(mention, 0.0), link.score)
    for claim in claims:
        for mention in claim.mentions:
            if len(claim.mentions) > 1 and best.get(mention, 0.0) < UNSURE:
                found = desk.mentions[mention]
                yield Doubt(f"whether this states claim {claim.id}", Excerpt(found.report, found.start, found.end))


def _speakers(desk: Desk) -> Iterator[Doubt]:
    for reading in desk.readings:
        yield from _unnamed_pronouns(reading)


def _unnamed_pronouns(reading: Reading) -> Iterator[Doubt]:
    for attribution in reading.attributions:
        if attribution.source.name.lower() in ("he", "she", "it", "they"):
            source = attribution.source
            yield Doubt("who is meant", Excerpt(reading.report.id, source.start, source.end))
