"""The most probable single tree: for each report the one parent that it mostly rests on, or its own reporting.

Method: maximum branching (Edmonds, Optimum branchings, 1967) over the logarithm of the odds of each edge, against own
reporting. In a tree no two rest on each other, so an edge's odds are those that it has if the other way round is ruled
out: of two equal texts without dates, one is the copy. Edges between groups of reports that do not rest on one another
in a circle lie on no cycle, so the branching is sought in each group by itself: the cost grows with the edges, not with
the reports' square."""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from stemma.lineage.loops import circles
from stemma.lineage.weigh import logit
from stemma.model import Branch
from stemma.values.together import Parts

# An edge less probable than this is not drawn: with .5 more of those who only heard one speech are joined, and no more
# prints of one text are found.
LEAST = 0.6
SUREST = 0.999  # What no evidence exceeds.
TIE = 0.0005  # How much an edge's own probability counts beside that given that it is not the other way round.
CLOSE = 4.0  # Odds by which the runner-up may fall behind and still be shown.

Odds = dict[str, dict[str, float]]
Kin = tuple[str, str]


def tree(
    reports: Sequence[str], probabilities: Iterable[tuple[str, str, float]], kin: Iterable[Kin] = ()
) -> tuple[Branch, ...]:
    """One branch for each of `reports`, in their order. `probabilities` are those of (report, parent); `kin` are pairs
    of reports whose shared wording is surely inherited, whoever has it from whom."""
    given: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for report, parent, probability in probabilities:
        given[report][parent] = max(probability, given[report].get(parent, 0.0))
    chosen = _chosen(reports, given)
    chosen |= _bridges(chosen, given, kin)
    return tuple(_branch(report, chosen[report], given[report]) for report in reports)


def _bridges(chosen: Mapping[str, str], given: Odds, kin: Iterable[Kin]) -> dict[str, str]:
    """Parents for those whose kin is sure and whose parent is not: the likeliest edges that join kin which nothing else
    joins, to those that have no parent yet."""
    drawn = [(report, parent) for report, parent in chosen.items() if parent]
    drawn += [(report, parent) for report, parents in given.items() for parent, p in parents.items() if p > LEAST]
    either = [way for pair in kin for way in (pair, pair[::-1])]
    ways = [(-given[a][b], a, b) for a, b in either if not chosen[a] and b in given.get(a, ())]
    parts = Parts(drawn)
    bridges: dict[str, str] = {}
    for _, report, parent in sorted(ways):
        if report not in bridges and parts.join(report, parent):
            bridges[report] = parent
    return bridges


def _branch(report: str, parent: str, given: dict[str, float]) -> Branch:
    chances = {**given, "": math.prod(1 - probability for probability in given.values())}
    others = sorted((name for name in chances if name != parent), key=lambda name: (-chances[name], name))
    if not others or logit(chances[parent]) - logit(chances[others[0]]) > math.log(CLOSE):
        return Branch(report, parent, round(chances[parent], 4))
    return Branch(report, parent, round(chances[parent], 4), others[0], round(chances[others[0]], 4))


def _chosen(reports: Sequence[str], given: Odds) -> dict[str, str]:
    """The parent of each report in the maximum branching; empty for own reporting."""
    known = frozenset(reports)
    likely = {report: _if_not_the_other_way(report, given) for report in reports}
    chosen = {report: min(parents, key=lambda p: (-parents[p], p), default="") for report, parents in likely.items()}
    for circle in circles((report, p) for report, parents in likely.items() for p in parents if p in known):
        chosen |= _branching(circle, likely)
    return chosen


def _if_not_the_other_way(report: str, given: Odds) -> dict[str, float]:
    """The parents that are more probable than own reporting, each given that it does not itself rest on `report`."""
    parents = given.get(report, {})
    found = {}
    for parent, chance in parents.items():
        ruled = chance / max(chance, 1 - given.get(parent, {}).get(report, 0.0))
        if ruled > LEAST:
            # Where one of the two is sure to rest on the other, the likelier way decides.
            found[parent] = min(SUREST, ruled) * (1 - TIE) + TIE * chance
    return found


def _branching(circle: tuple[str, ...], likely: Odds) -> dict[str, str]:
    """The same for reports that may rest on one another in a circle. Of the parents outside it, each needs its best."""
    import networkx  # noqa: PLC0415  Half a second to import; only stories with circles need it.

    graph: Any = networkx.DiGraph()
    graph.add_nodes_from(circle)
    for report in circle:
        for parent, probability in sorted(likely[report].items(), key=lambda item: (item[1], item[0])):
            node = parent if parent in circle else (report, "outside the circle")
            graph.add_edge(node, report, weight=logit(probability), parent=parent)
    found = networkx.maximum_branching(graph, attr="weight")
    kept = {report: graph.edges[node, report]["parent"] for node, report in found.edges}
    return {report: kept.get(report, "") for report in circle}
