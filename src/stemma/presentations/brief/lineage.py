"""The lineage of the brief: the reports as a tree, each below what it rests on."""

from collections.abc import Iterable

from stemma.model import Ancestor, Edge, Story
from stemma.presentations.brief.model import Branch, LineageEntry, LostAncestor, Tie
from stemma.presentations.labels import Labels
from stemma.presentations.wording import EDGE_WORDS, plain

_Below = dict[str, dict[str, list[Edge]]]


def lineage_entry(story: Story, labels: Labels) -> LineageEntry:
    """Who rests on whom. A report that rests on several stands below each, and is drawn in full below the first."""
    below = _edges_below(story.stemma.edges)
    drawn: set[str] = set()
    trees = tuple(_branch(root, (), below, drawn, labels) for root in _roots(story, below, labels))
    tied = {edge.report for edge in story.stemma.edges} | set(below)
    return LineageEntry(
        trees=trees,
        alone=tuple(label.number for key, label in labels.by_id.items() if key not in tied),
        loops=tuple(tuple(labels.number(report) for report in loop) for loop in story.stemma.loops),
        ancestors=tuple(_lost(ancestor, labels) for ancestor in story.stemma.ancestors),
    )


def _edges_below(edges: Iterable[Edge]) -> _Below:
    below: _Below = {}
    for edge in edges:
        below.setdefault(edge.to, {}).setdefault(edge.report, []).append(edge)
    return below


def _roots(story: Story, below: _Below, labels: Labels) -> list[str]:
    """What rests on nothing; then, for each loop that none of these reaches, its first report."""
    resting = {edge.report for edge in story.stemma.edges}
    order = [*labels.by_id, *sorted(set(below) - set(labels.by_id))]
    roots = sorted((key for key in order if key in below and key not in resting), key=lambda key: -_size(key, below))
    reached = {key for root in roots for key in _reach(root, below)}
    for key in order:
        if key in below and key not in reached:
            roots.append(key)
            reached |= _reach(key, below)
    return roots


def _reach(root: str, below: _Below) -> set[str]:
    reached, waiting = {root}, [root]
    while waiting:
        new = set(below.get(waiting.pop(), {})) - reached
        reached |= new
        waiting += sorted(new)
    return reached


def _size(root: str, below: _Below) -> int:
    return len(_reach(root, below))


def _branch(key: str, edges: tuple[Edge, ...], below: _Below, drawn: set[str], labels: Labels) -> Branch:
    label = labels.by_id.get(key)
    again = key in drawn and bool(below.get(key))
    children: list[Branch] = []
    if key not in drawn:
        drawn.add(key)
        reports = sorted(below.get(key, {}), key=labels.number)
        children = [_branch(report, tuple(below[key][report]), below, drawn, labels) for report in reports]
    ties = tuple(_tie(edge, labels) for edge in edges)
    return Branch(label.name if label else plain(key), label.number if label else None, ties, tuple(children), again)


def _tie(edge: Edge, labels: Labels) -> Tie:
    evidence = labels.words(edge.report, edge.evidence.start, edge.evidence.end)
    return Tie(EDGE_WORDS[edge.kind], evidence, edge.reason)


def _lost(ancestor: Ancestor, labels: Labels) -> LostAncestor:
    return LostAncestor(
        name=ancestor.name,
        reports=tuple(sorted(labels.number(report) for report in ancestor.reports)),
        reason=ancestor.reason,
        evidence=tuple(labels.excerpt(excerpt) for excerpt in ancestor.evidence),
    )
