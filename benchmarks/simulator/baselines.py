"""What simple systems make of a simulated story. Each gives edges, and with perfect knowledge of which reports tell a
claim the number of its origins: reports that an edge or a common publisher joins are one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

import networkx

from benchmarks.simulator.edges import Judge, Pair
from benchmarks.simulator.truth import TrueClaim
from stemma.model import Report

SAME_HEADLINE = 0.55  # Jaccard of the words of two headlines.
SHINGLE, LEAST_SHARED = 5, 0.2  # Words in a row; share of the shorter text's that the other has.

Reports = Sequence[Report]  # In the order of their dates.
System = Callable[[Judge, Reports], Iterable[Pair]]


def nothing(judge: Judge, reports: Reports) -> Iterator[Pair]:
    """No lineage at all: each report stands for itself."""
    yield from ()


def families(judge: Judge, reports: Reports) -> Iterator[Pair]:
    """A report rests on the earliest of its publisher's."""
    first: dict[str, str] = {}
    for report in reports:
        publisher = judge.made.families.get(report.outlet, report.outlet)
        if publisher in first:
            yield report.id, first[publisher]
        first.setdefault(publisher, report.id)


def agency_tags(judge: Judge, reports: Reports) -> Iterator[Pair]:
    """A report rests on the agency that it credits."""
    for report in reports:
        for credit in report.credits:
            yield judge.pair(report.id, credit.name, outside=True)


def headlines(judge: Judge, reports: Reports) -> Iterator[Pair]:
    """The later of two reports with much the same headline rests on the earlier."""
    words = [frozenset(re.findall(r"\w+", report.title.lower())) for report in reports]
    for earlier, later in combinations(range(len(reports)), 2):
        both = words[earlier] | words[later]
        if both and len(words[earlier] & words[later]) >= SAME_HEADLINE * len(both):
            yield reports[later].id, reports[earlier].id


def shingles(judge: Judge, reports: Reports) -> Iterator[Pair]:
    """The later of two reports that share many runs of five words rests on the earlier."""
    runs = [_runs(report.text) for report in reports]
    for earlier, later in combinations(range(len(reports)), 2):
        shared = len(runs[earlier] & runs[later])
        if shared >= LEAST_SHARED * max(1, min(len(runs[earlier]), len(runs[later]))):
            yield reports[later].id, reports[earlier].id


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))


SYSTEMS: Mapping[str, System] = {
    "number of outlets (no lineage)": nothing,
    "publisher families": families,
    "headlines alike (Jaccard 0.55)": headlines,
    "five-word shingles": shingles,
    "agency tag only": agency_tags,
}


def origins(claim: TrueClaim, pairs: Iterable[Pair]) -> int:
    """How many origins a claim has where reports that are joined, or rest on the same outside source, are one."""
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_edges_from(pairs)
    tellers = {mention.report for mention in claim.mentions}
    graph.add_nodes_from(tellers)
    return sum(bool(tellers & group) for group in networkx.connected_components(graph))
