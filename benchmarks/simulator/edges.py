"""Who rests on whom: what was found against what is true, as pairs of a report and what it rests on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from benchmarks.simulator.story import SimulatedStory
from stemma.model import Stemma
from stemma.values.outlets import matching

Pair = tuple[str, str]
OUTSIDE = "~"
BINS = 10


@dataclass(frozen=True)
class Judge:
    """The truth of one story as pairs: a report's id, and the id or, behind OUTSIDE, the outlet that it rests on."""

    made: SimulatedStory

    @cached_property
    def true(self) -> frozenset[Pair]:
        """All true pairs."""
        edges = self.made.truth.edges
        return frozenset((edge.report, OUTSIDE + edge.to if edge.outside else edge.to) for edge in edges)

    @cached_property
    def _outlets(self) -> dict[str, str]:
        names = {lost.outlet: OUTSIDE + lost.outlet for lost in self.made.truth.lost}
        names |= {edge.to: OUTSIDE + edge.to for edge in self.made.truth.edges if edge.outside}
        return names | {report.outlet: report.id for report in self.made.reports}

    def pair(self, report: str, to: str, *, outside: bool) -> Pair:
        """A found edge as a pair. An outlet whose report is in the story is that report."""
        if not outside:
            return report, to
        known = matching(to, frozenset(self._outlets))
        return report, self._outlets[known] if known else OUTSIDE + to

    def found(self, stemma: Stemma) -> frozenset[Pair]:
        """The pairs of a family tree. That two share an ancestor is no edge between them."""
        return frozenset(
            self.pair(edge.report, edge.to, outside=edge.outside) for edge in stemma.edges if edge.kind != "shares"
        )

    @cached_property
    def above(self) -> dict[str, frozenset[str]]:
        """For each report all that it rests on in the end, lost texts among it."""
        parents: dict[str, set[str]] = {report.id: set() for report in self.made.reports}
        for report, to in self.true:
            parents[report].add(to)
        for number, lost in enumerate(self.made.truth.lost):
            for report in lost.reports:
                parents[report].add(f"lost {number}")
        return {report: _closure(report, parents) for report in parents}

    def mistake(self, pair: Pair) -> str:
        """What is wrong with a pair that is not true."""
        report, to = pair
        if (to, report) in self.true:
            return "turned round"
        if to in self.above[report]:
            return "not the nearest: rests on it through another"
        if self.above[report] & self.above.get(to, frozenset()) - {report, to}:
            return "siblings: both rest on the same"
        if report in self.above.get(to, frozenset()):
            return "turned round, through another"
        return "strangers" if not to.startswith(OUTSIDE) else "no such source"

    def ways(self) -> dict[Pair, str]:
        """True pair -> how the report shows it."""
        found: dict[Pair, str] = {}
        for edge in self.made.truth.edges:
            pair = (edge.report, OUTSIDE + edge.to if edge.outside else edge.to)
            found[pair] = " and ".join(edge.kinds) + (", outside" if edge.outside else "")
        return found


def _closure(report: str, parents: dict[str, set[str]]) -> frozenset[str]:
    found, waiting = {report}, [report]
    while waiting:
        new = parents.get(waiting.pop(), set()) - found
        found |= new
        waiting += sorted(new)
    return frozenset(found)


def scored(judge: Judge, found: Iterable[Pair]) -> Counter[str]:
    """Right, extra and missed pairs; for each way of resting its pairs and those found; for each mistake its pairs."""
    pairs = frozenset(found)
    counts = Counter({"right": len(pairs & judge.true), "extra": len(pairs - judge.true)})
    counts["missed"] = len(judge.true - pairs)
    for pair, way in judge.ways().items():
        counts[f"way {way}"] += 1
        counts[f"found {way}"] += pair in pairs
    counts.update(f"mistake {judge.mistake(pair)}" for pair in sorted(pairs - judge.true))
    return counts


def f1(counts: Counter[str]) -> float | None:
    """The balanced measure; None where there was nothing to find and nothing found."""
    total = 2 * counts["right"] + counts["extra"] + counts["missed"]
    return 2 * counts["right"] / total if total else None


def ancestors(made: SimulatedStory, stemma: Stemma) -> Counter[str]:
    """Lost texts that nobody names, and those found: by an ancestor at least half of whose reports are heirs, two or
    more; ancestors given, and those that stand for a lost text, named or not."""
    groups = [frozenset(ancestor.reports) for ancestor in stemma.ancestors]
    counts = Counter({"given": len(groups)})
    counts["given right"] = sum(any(_fits(group, lost.reports) for lost in made.truth.lost) for group in groups)
    unnamed = [lost for lost in made.truth.lost if not lost.named]
    counts["lost"] = len(unnamed)
    counts["lost found"] = sum(any(_fits(group, lost.reports) for group in groups) for lost in unnamed)
    return counts


def _fits(group: frozenset[str], heirs: Sequence[str]) -> bool:
    shared = group & set(heirs)
    return len(shared) > 1 and 2 * len(shared) >= len(group)


def reprints(made: SimulatedStory, judge: Judge, stemma: Stemma) -> Counter[str]:
    """Prints of an agency's text, and those joined to another print or to the agency; pairs of reports that heard one
    speech for themselves, and those that are wrongly joined."""
    pairs = judge.found(stemma)
    joined = {frozenset(pair) for pair in pairs}
    joined |= {frozenset((edge.report, edge.to)) for edge in stemma.edges if edge.kind == "shares"}
    ancestors = [frozenset(ancestor.reports) for ancestor in stemma.ancestors]
    parents: dict[str, set[str]] = {}
    for report, to in pairs:
        parents.setdefault(report, set()).add(to)

    def kin(left: str, right: str) -> bool:
        together = any(left in group and right in group for group in ancestors)
        return (
            together or frozenset((left, right)) in joined or bool(parents.get(left, set()) & parents.get(right, set()))
        )

    counts = Counter[str]()
    for group in made.truth.reprints:
        counts["prints"] += len(group)
        counts["prints found"] += sum(any(kin(one, other) for other in group if other != one) for one in group)
    for group in made.truth.speeches:
        for number, one in enumerate(group):
            for other in group[number + 1 :]:
                counts["hearers"] += 1
                counts["hearers joined"] += kin(one, other)
    return counts


def chances(judge: Judge, stemma: Stemma) -> list[tuple[float, bool]]:
    """The probability of each edge given, doubtful ones too, and whether it is true."""
    edges = [edge for edge in (*stemma.edges, *stemma.doubtful) if edge.kind != "shares"]
    best: dict[Pair, float] = {}
    for edge in edges:
        pair = judge.pair(edge.report, edge.to, outside=edge.outside)
        best[pair] = max(best.get(pair, 0.0), edge.probability)
    return [(probability, pair in judge.true) for pair, probability in sorted(best.items())]


def calibration(found: Sequence[tuple[float, bool]]) -> list[tuple[int, float, float]]:
    """For each of BINS bins of equal width with any edges: how many, their mean probability, and the share of true
    ones."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for probability, right in found:
        bins[min(BINS - 1, int(probability * BINS))].append((probability, right))
    return [(len(b), sum(p for p, _ in b) / len(b), sum(r for _, r in b) / len(b)) for b in bins if b]


def calibration_error(found: Sequence[tuple[float, bool]]) -> float | None:
    """The expected calibration error (Naeini, Cooper and Hauskrecht 2015): the mean gap of the bins, by their size."""
    rows = calibration(found)
    total = sum(number for number, _, _ in rows)
    return sum(number * abs(mean - share) for number, mean, share in rows) / total if total else None
