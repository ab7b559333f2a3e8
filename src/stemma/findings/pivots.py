"""What would change a count most if it were wrong: the claim is counted again without each of the weakest links, and
without each edge of the lineage that it rests on.

The weakest link of a claim is found on its maximum spanning tree (Kruskal 1956): taking an edge of the tree away parts
the claim where no stronger link holds it together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from stemma.findings.count import Count, count
from stemma.findings.desk import Desk
from stemma.model import Edge, Link, Mention, Pivot
from stemma.values.lists import joined
from stemma.values.together import Parts

MOST = 4  # Pivots that a reader can weigh.
LINKS = 2  # Weakest links of a claim that are tried.
EDGES = 2  # Edges of the lineage that are tried, the least probable first; doubtful ones, the most probable first.
SURE = 0.995  # Score of mentions in the same words: no link to doubt.
LEAST = 0.02  # Probability of being wrong that any link or edge has.
NAMED = 3  # Reports that a sentence names before it counts them.


def pivots(desk: Desk, members: tuple[str, ...], counted: Count) -> tuple[Pivot, ...]:
    """The pivots of the claim whose mentions are `members`, those first that are likely to change most. A claim of one
    report has none."""
    if len({desk.mentions[member].report for member in members}) < 2:
        return ()
    found = [*_links(desk, members), *_edges(desk, members)]
    changing = [pivot for pivot in found if pivot.independent != counted.independent]
    changing.sort(key=lambda pivot: (-_change(pivot, counted.independent), pivot.kind, pivot.ids))
    return tuple(changing[:MOST])


def _change(pivot: Pivot, independent: tuple[int, int]) -> float:
    """By how much the ends of the count are expected to move."""
    return pivot.probability * sum(abs(then - now) for then, now in zip(pivot.independent, independent, strict=True))


def _links(desk: Desk, members: tuple[str, ...]) -> Iterator[Pivot]:
    tree = _tree(desk, members)
    weakest = sorted((link for link in tree if link.score < SURE), key=lambda link: (link.score, link.left, link.right))
    for link in weakest[:LINKS]:
        parts = _parted(members, [other for other in tree if other is not link])
        sides = [next(part for part in parts if end in part) for end in (link.left, link.right)]
        rest, apart = sorted(sides, key=lambda side: -len({desk.mentions[m].report for m in side}))
        if {desk.mentions[m].report for m in rest} >= {desk.mentions[m].report for m in apart}:
            continue  # What a report says twice stands by its other words.
        wholes = [tuple(m for m in members if m in side) for side in (rest, apart)]
        without = desk.with_claims(*wholes)
        then, other = (count(without, whole).independent for whole in wholes)
        one = len({desk.mentions[m].report for m in apart}) == 1
        do, it = ("does", "it") if one else ("do", "them")
        what = (
            f"If {_labels(desk, apart)} {do} not say the same as the others (the link scores {link.score:.2f}), "
            f"the claim falls in two: {list(then)} without {it}, {list(other)} for {it} alone."
        )
        yield Pivot("link", (link.left, link.right), then, max(LEAST, round(1 - link.score, 6)), what)


def _tree(desk: Desk, members: tuple[str, ...]) -> list[Link]:
    """The maximum spanning tree of the links that hold the claim together."""
    inside = set(members)
    inner = {
        link
        for member in members
        for link in desk.links_of.get(member, ())
        if link.left in inside and link.right in inside and (link.relation == "same" or link.kind == "figure")
    }
    parts = Parts[str]()
    ordered = sorted(inner, key=lambda each: (-each.score, each.left, each.right))
    return [link for link in ordered if parts.join(link.left, link.right)]


def _parted(members: Sequence[str], tree: Iterable[Link]) -> list[set[str]]:
    hanging = Parts((link.left, link.right) for link in tree)
    parts: defaultdict[str, set[str]] = defaultdict(set)
    for member in members:
        parts[hanging.first(member)].add(member)
    return list(parts.values())


def _edges(desk: Desk, members: tuple[str, ...]) -> Iterator[Pivot]:
    # Whose word a named source's is does not hang on who copied whom.
    reports = dict.fromkeys(m.report for m in map(desk.mentions.__getitem__, members) if _could_be_taken(m))
    for edge in sorted(_between(desk, reports, members, desk.edges), key=_by_probability)[:EDGES]:
        fewer = tuple(other for other in desk.edges[edge.report] if other.to != edge.to)
        then = count(desk.with_edges(edge.report, fewer), members).independent
        wrong = max(LEAST, round(1 - edge.probability, 6))
        yield Pivot(
            "edge", (edge.report, edge.to), then, wrong, f"If {_said(desk, edge, 'does not have')}: {list(then)}."
        )
    for edge in sorted(_between(desk, reports, members, desk.doubtful), key=_by_probability)[-EDGES:]:
        then = count(desk.with_edges(edge.report, (*desk.edges.get(edge.report, ()), edge)), members).independent
        what = f"If {_said(desk, edge, 'has')}: {list(then)}."
        yield Pivot("doubtful edge", (edge.report, edge.to), then, edge.probability, what)


def _could_be_taken(mention: Mention) -> bool:
    return not mention.chain or mention.chain[-1].kind in ("unnamed", "general")


def _between(
    desk: Desk, reports: Iterable[str], members: Sequence[str], edges: Mapping[str, tuple[Edge, ...]]
) -> Iterable[Edge]:
    """The edges, one for each pair, by which one of `reports` can have the claim from another or from outside."""
    outlets = desk.kin[members[0]].outlets
    leading = [edge for report in reports for edge in edges.get(report, ())]
    return {(e.report, e.to): e for e in leading if e.outside or desk.key(e.to) in outlets}.values()


def _by_probability(edge: Edge) -> tuple[float, str, str]:
    return edge.probability, edge.report, edge.to


def _said(desk: Desk, edge: Edge, has: str) -> str:
    return f"{desk.label(edge.report)} {has} it from {edge.to if edge.outside else desk.label(edge.to)}"


def _labels(desk: Desk, side: Iterable[str]) -> str:
    reports = sorted({desk.mentions[m].report for m in side}, key=desk.order.__getitem__)
    names = [desk.label(report) for report in reports]
    return joined(names if len(names) <= NAMED else [*names[: NAMED - 1], f"{len(names) - NAMED + 1} others"])
