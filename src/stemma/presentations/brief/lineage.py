"""The lineage of the brief: the reports as the most probable tree, each below the one text that it mostly rests on,
with whatever else it rests on beside it."""

from collections import defaultdict
from collections.abc import Iterable

from stemma.model import Ancestor, Edge, Story
from stemma.model import Branch as TreeBranch
from stemma.presentations.brief.model import Branch, FamilyEntry, LineageEntry, LostAncestor, Resting, Tie
from stemma.presentations.labels import Labels
from stemma.presentations.wording import EDGE_VERBS, EDGE_WORDS, FAMILY_WORDS, chance, plain
from stemma.values.lists import joined

_Edges = dict[str, dict[str, list[Edge]]]


def lineage_entry(story: Story, labels: Labels) -> LineageEntry:
    """Who rests on whom: the trees, the largest first, then reports that rest on others for parts alone."""
    stemma = story.stemma
    edges: _Edges = defaultdict(lambda: defaultdict(list))
    for edge in stemma.edges:
        edges[edge.report][edge.to].append(edge)
    branches = {branch.report: branch for branch in stemma.tree}
    below: defaultdict[str, list[str]] = defaultdict(list)
    for report in labels.by_id:
        below[branches[report].parent if report in branches else ""].append(report)
    drawn = _Drawing(labels, edges, branches, below)
    tops = [*(name for name in below if name and name not in labels.by_id), *below[""]]
    trees = [drawn.branch(name) for name in tops if below.get(name) or edges.get(name)]
    tied = {end for edge in stemma.edges for end in (edge.report, edge.to)} | {name for name in below if below[name]}
    alone = (key for key in below[""] if key not in tied)
    return LineageEntry(
        trees=tuple(sorted(trees, key=lambda tree: -_size(tree))),
        alone=tuple(labels.number(key) for key in alone),
        loops=tuple(tuple(labels.number(report) for report in loop) for loop in stemma.loops),
        ancestors=tuple(_lost(ancestor, labels) for ancestor in stemma.ancestors),
        families=tuple(
            FamilyEntry(plain(family.name), FAMILY_WORDS[family.kind], _numbers(family.reports, labels))
            for family in stemma.families
        ),
        doubtful=len(stemma.doubtful),
    )


class _Drawing:
    """Draws the branches of one story."""

    def __init__(
        self, labels: Labels, edges: _Edges, branches: dict[str, TreeBranch], below: dict[str, list[str]]
    ) -> None:
        self._labels, self._edges, self._branches, self._below = labels, edges, branches, below

    def branch(self, key: str) -> Branch:
        """A report, an outside source or a lost ancestor with all that mostly rests on it."""
        label = self._labels.by_id.get(key)
        here = self._branches.get(key)
        resting = self._edges.get(key, {})
        parent = here.parent if here else ""
        second = here is not None and here.runner_up_probability is not None
        return Branch(
            name=label.name if label else plain(key),
            number=label.number if label else None,
            chance=chance(here.probability) if here and parent else "",
            ties=tuple(self._tie(edge) for edge in resting.get(parent, ())),
            others=tuple(
                Resting(
                    self.called(to),
                    joined([EDGE_VERBS[edge.kind] for edge in found]),
                    tuple(self._tie(edge) for edge in found),
                )
                for to, found in resting.items()
                if to != parent
            ),
            runner_up=self.called(here.runner_up) if here and second else "",
            runner_up_chance=chance(here.runner_up_probability or 0.0) if here and second else "",
            below=tuple(self.branch(report) for report in self._below.get(key, ())),
        )

    def called(self, key: str) -> str:
        """`[3] The Gazette`, the name of what is outside the story, or that it has it from nobody."""
        label = self._labels.by_id.get(key)
        return f"{label.short} {label.outlet}" if label else plain(key) or "its own reporting"

    def _tie(self, edge: Edge) -> Tie:
        evidence = self._labels.words(edge.report, edge.evidence.start, edge.evidence.end)
        # That it names or credits the other is what the words themselves show.
        reason = plain(edge.reason) if edge.kind in ("reuses", "shares") else ""
        return Tie(EDGE_WORDS[edge.kind], evidence, reason, chance(edge.probability))


def _size(tree: Branch) -> int:
    return 1 + sum(_size(branch) for branch in tree.below)


def _numbers(reports: Iterable[str], labels: Labels) -> tuple[int, ...]:
    return tuple(sorted(labels.number(report) for report in reports))


def _lost(ancestor: Ancestor, labels: Labels) -> LostAncestor:
    return LostAncestor(
        name=ancestor.name,
        reports=_numbers(ancestor.reports, labels),
        chance=chance(ancestor.probability),
        reason=ancestor.reason,
        evidence=tuple(labels.excerpt(excerpt) for excerpt in ancestor.evidence),
    )
