"""The stage: the family tree of the reports."""

from collections.abc import Iterable

from stemma.lineage.ancestors import ancestors
from stemma.lineage.citations import citations, hyperlinks
from stemma.lineage.copies import copies
from stemma.lineage.credits import credited
from stemma.lineage.loops import loops
from stemma.lineage.page import outlets, sequence
from stemma.model import Edge, Links, Reading, Stemma


def descend(readings: Iterable[Reading], links: Links) -> Stemma:
    """What each report rests on, by citation, credit, hyperlink and shared wording; the loops; the lost ancestors.
    The order of `readings` changes nothing."""
    ordered = sequence(tuple(readings))
    known = outlets(ordered)
    edges: list[Edge] = []
    for reading in ordered:
        edges.extend(credited(reading, known))
        edges.extend(citations(reading, known))
        edges.extend(hyperlinks(reading, ordered))
    edges.extend(copies(ordered, {(edge.report, edge.to) for edge in edges}))
    kept = _distinct(edges)
    return Stemma(kept, loops(kept), ancestors(ordered, links, kept))


def _distinct(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    """One edge for each pair and kind, the first found; sorted."""
    first: dict[tuple[str, str, str], Edge] = {}
    for edge in edges:
        first.setdefault((edge.report, edge.to, edge.kind), edge)
    return tuple(first[key] for key in sorted(first))
