"""The edges of the graph: what a report says it rests on and what its wording shows, put together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from stemma.lineage.desk import Desk
from stemma.lineage.parents import Parentage, copies
from stemma.lineage.weigh import Values, explain, weigh, without
from stemma.model import Edge, Span

LEAST = 0.2  # Probability from which an edge is kept as doubtful.
LIKELY = 0.5  # Probability above which it is taken to be there.


def edges(desk: Desk, ways: Sequence[Parentage]) -> list[Edge]:
    """The edges that reports state and those that `ways`, seen a second time, show: every one with a probability of at
    least LEAST, sorted. Where a report both says and shows that it rests on another, the two have one probability: that
    not both are wrong."""
    shown = {(desk.id(way.child), _name(desk, way)): way for way in ways}
    printed = {(edge.report, edge.to): edge for edge in _printed(desk)}
    chance = {pair: weigh("second look", _seen(desk, way)) for pair, way in shown.items()}
    chance |= {pair: edge.probability for pair, edge in printed.items()}
    found: list[Edge] = []
    for pair in sorted(desk.said.keys() | chance.keys()):
        stated, copied = desk.said.get(pair, []), _one_way(pair, chance)
        likely = copied >= (LIKELY if stated else LEAST)
        told = [*stated, printed.get(pair) or _copied(desk, shown[pair])] if likely else stated
        sure = _either([stated[0].probability if stated else 0.0, copied])
        found.extend(replace(edge, probability=round(sure, 4)) for edge in told)
    return [edge for edge in found if edge.probability >= LEAST]


def _printed(desk: Desk) -> Iterator[Edge]:
    """Two edges for each report that is one text with another: either can be the copy."""
    for kin in desk.copies:
        for child, parent, probability in copies(desk, kin):
            passages = kin.seen_from(child)
            yield Edge(
                report=desk.id(child),
                to=desk.id(parent),
                outside=False,
                kind="reuses",
                evidence=Span(passages[0].start, passages[0].end),
                passages=passages,
                reason=_order(desk, child, parent),
                probability=probability,
            )


def _one_way(pair: tuple[str, str], chance: Mapping[tuple[str, str], float]) -> float:
    """What is left of a pair's probability beside that of the other way round: no two copy each other."""
    return chance.get(pair, 0.0) / max(1.0, chance.get(pair, 0.0) + chance.get(pair[::-1], 0.0))


def _either(probabilities: Sequence[float]) -> float:
    wrong = 1.0
    for probability in probabilities:
        wrong *= 1 - probability
    return 1 - wrong


def _name(desk: Desk, way: Parentage) -> str:
    return way.parent if isinstance(way.parent, str) else desk.id(way.parent)


def _seen(desk: Desk, way: Parentage) -> Values:
    return without("second look", way.values, desk.evidence)


def _copied(desk: Desk, way: Parentage) -> Edge:
    """The edge of a way; how probable it is, is told with what its report says."""
    passages = way.pair.kin.seen_from(way.child)
    longest = max(passages, key=lambda p: (p.end - p.start, -p.start))
    return Edge(
        report=desk.id(way.child),
        to=_name(desk, way),
        outside=way.outside,
        kind="reuses",
        evidence=Span(longest.start, longest.end),
        passages=passages,
        reason=_reason(desk, way),
        witness=desk.id(way.witness) if way.outside else "",
        features=explain("second look", _seen(desk, way)),
    )


def _reason(desk: Desk, way: Parentage) -> str:
    if way.outside:
        return f"shares the wording of {desk.outlet(way.witness)}, which credits it"
    return _order(desk, way.child, way.witness)


def _order(desk: Desk, child: int, parent: int) -> str:
    if desk.in_time(child, parent) == 1 or desk.states(child, parent):
        return "shares its wording, and is later or says so"
    return "shares its wording; which was first cannot be told"


def chances(found: Iterable[Edge]) -> dict[str, dict[str, float]]:
    """Report -> what it may rest on -> probability."""
    table: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for edge in found:
        table[edge.report][edge.to] = max(edge.probability, table[edge.report].get(edge.to, 0.0))
    return dict(table)
