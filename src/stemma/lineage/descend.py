"""The stage: the family tree of the reports."""

from collections.abc import Iterable, Sequence

from stemma.lineage.ancestors import ancestors, orphans
from stemma.lineage.desk import lay
from stemma.lineage.edges import LIKELY, chances, edges
from stemma.lineage.evidence import ALL, EvidenceKind
from stemma.lineage.families import Publisher, known_publishers
from stemma.lineage.kinship import related
from stemma.lineage.loops import loops
from stemma.lineage.page import sequence
from stemma.lineage.parents import parentages, second_look
from stemma.lineage.tree import tree
from stemma.model import Edge, Links, Reading, Stemma

# Probability from which two reports are surely kin: something joins them. Of the pairs that nothing else joined, 78 of
# 81 on the tuning and dev stories were kin.
SURELY = 0.8


def descend(
    readings: Iterable[Reading],
    links: Links,
    evidence: frozenset[EvidenceKind] = ALL,
    publishers: Sequence[Publisher] | None = None,
) -> Stemma:
    """What each report rests on, by what it says and by what it shares with others; the loops; the lost ancestors; the
    most probable tree. Kinds of `evidence` can be left out, and other `publishers` given than the table has. The order
    of `readings` changes nothing."""
    known = known_publishers() if publishers is None else publishers
    desk = lay(sequence(tuple(readings)), links, evidence, known)
    pairs = related(desk)
    found = edges(desk, second_look(desk, parentages(desk, pairs)))
    lost, shared = ancestors(desk, orphans(desk, pairs, chances(found)))
    reports = [reading.report.id for reading in desk.readings]
    kin = [(desk.id(pair.kin.left), desk.id(pair.kin.right)) for pair in pairs if pair.probability >= SURELY]
    branches = tree(reports, [_chance(edge) for edge in (*found, *shared)], kin)
    chosen = {(branch.report, branch.parent) for branch in branches}
    sure = [edge for edge in found if edge.probability > LIKELY or (edge.report, edge.to) in chosen]
    kept = _sorted((*sure, *shared))
    return Stemma(
        edges=kept,
        loops=loops(kept),
        ancestors=lost,
        doubtful=_sorted(edge for edge in found if edge.probability <= LIKELY and (edge.report, edge.to) not in chosen),
        tree=branches,
        families=desk.families.found,
    )


def _chance(edge: Edge) -> tuple[str, str, float]:
    return edge.report, edge.to, edge.probability


def _sorted(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(sorted(edges, key=lambda edge: (edge.report, edge.to, edge.kind)))
