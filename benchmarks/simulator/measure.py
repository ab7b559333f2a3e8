"""Stemma and simple systems on simulated stories of the held-out split: who rests on whom, how many origins, what is
lost."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.simulator import counts, edges
from benchmarks.simulator.baselines import SYSTEMS, origins
from benchmarks.simulator.edges import Judge, Pair
from benchmarks.simulator.evidence import WITHOUT, tree
from benchmarks.simulator.noise import DEFAULT, Noise
from benchmarks.simulator.readings import readings
from benchmarks.simulator.story import SimulatedStory, story
from stemma.lineage.evidence import EvidenceKind
from stemma.links import link
from stemma.model import Links, Reading, Report, Stemma
from stemma.pipeline import in_order

REPORTS = 20
STORIES, ALL_STORIES = 40, 200
# Other seeds for the calibration of probabilities, and for stories in which many heard one speech.
CALIBRATION, SPEECHES = 100_000, 200_000
HEARD = Noise(speech=0.5, reprint=0.35, staff=0.1, follow=0.05, copy=0.0, feed=0.0)
HEARD_STORIES = 50  # In fewer the pairs that heard one speech are too few to tell one percent.

Scores = dict[str, float | None]


@dataclass(frozen=True)
class Traced:
    """A simulated story and what Stemma makes of it."""

    made: SimulatedStory
    readings: tuple[Reading, ...]

    @cached_property
    def judge(self) -> Judge:
        """The truth about its lineage."""
        return Judge(self.made)

    @cached_property
    def links(self) -> Links:
        """Which mentions are one claim."""
        return link(self.readings)

    @cached_property
    def stemma(self) -> Stemma:
        """The family tree."""
        return tree(self.made, self.readings, self.links)

    @property
    def reports(self) -> tuple[Report, ...]:
        """The reports in order of their dates."""
        return tuple(reading.report for reading in self.readings)


def traced(seeds: Iterable[int], noise: Noise = DEFAULT, kept: Path | None = None) -> list[Traced]:
    """Stories of the held-out split, read by as many processes as there are."""
    made = [story(seed, REPORTS, noise) for seed in seeds]
    read = readings(made, kept)
    return [Traced(each, tuple(sorted(found, key=in_order))) for each, found in zip(made, read, strict=True)]


def share(part: float, whole: float) -> float | None:
    """A share; None of nothing."""
    return part / whole if whole else None


# --- Stemma -----------------------------------------------------------------------------------------------


def lineage(stories: Sequence[Traced], grown: Callable[[Traced], Stemma] = lambda each: each.stemma) -> Counter[str]:
    """Edges and lost ancestors of all stories, as the `grown` trees have them."""
    total = Counter[str]()
    for each in stories:
        stemma = grown(each)
        total += edges.scored(each.judge, each.judge.found(stemma))
        total += edges.ancestors(each.made, stemma)
    return total


def lineage_scores(total: Counter[str]) -> Scores:
    """The measures of lineage."""
    return {
        "edges, precision": share(total["right"], total["right"] + total["extra"]),
        "edges, recall": share(total["right"], total["right"] + total["missed"]),
        "edges, F1": edges.f1(total),
        "lost ancestors, recall": share(total["lost found"], total["lost"]),
        "lost ancestors, precision": share(total["given right"], total["given"]),
    }


def without(stories: Sequence[Traced]) -> dict[str, Scores]:
    """The measures of lineage with each kind of evidence left out."""

    def grown(kinds: frozenset[EvidenceKind]) -> Callable[[Traced], Stemma]:
        return lambda each: tree(each.made, each.readings, each.links, kinds)

    return {name: lineage_scores(lineage(stories, grown(kinds))) for name, kinds in WITHOUT.items()}


COUNTS = {"exact": "count, exact", "min": "count, min", "holds": "count, holds the truth"}


def count_scores(answered: Iterable[dict[str, bool]]) -> Scores:
    """The shares of claims that are right."""
    rows = list(answered)
    return {name: share(sum(row[key] for row in rows), len(rows)) for key, name in COUNTS.items()}


def counted(each: Traced, links: Links, stemma: Stemma) -> Iterator[dict[str, bool]]:
    """Whether each count of a story is right, from these links and this tree."""
    found = counts.answers(each.made, each.readings, links, stemma)
    yield from map(counts.judged, counts.judged_claims(each.made), found)


def with_truth(stories: Sequence[Traced]) -> dict[str, Scores]:
    """The counts with a stage put right: what the other stages lose."""
    rows: dict[str, list[dict[str, bool]]] = {"true links": [], "true lineage": [], "true links and lineage": []}
    for each in stories:
        right = counts.true_links(each.made, each.readings, each.links)
        grown = counts.true_stemma(each.made)
        rows["true links"] += counted(each, right, tree(each.made, each.readings, right))
        rows["true lineage"] += counted(each, each.links, grown)
        rows["true links and lineage"] += counted(each, right, grown)
    return {f"Stemma, {name}": count_scores(found) for name, found in rows.items()}


def unjoined(stories: Sequence[Traced]) -> Scores:
    """The counts where no lineage is known."""
    nothing = Stemma((), (), ())
    return count_scores(row for each in stories for row in counted(each, each.links, nothing))


def reprint_scores(stories: Sequence[Traced]) -> Scores:
    """Prints of one agency text found, and reports of one speech wrongly joined."""
    total = Counter[str]()
    for each in stories:
        total += edges.reprints(each.made, each.judge, each.stemma)
    return {
        "reprints, recall": share(total["prints found"], total["prints"]),
        "one speech, false alarms": share(total["hearers joined"], total["hearers"]),
    }


def chances(stories: Sequence[Traced]) -> list[tuple[float, bool]]:
    """The probabilities of all edges, and whether they are true."""
    return [chance for each in stories for chance in edges.chances(each.judge, each.stemma)]


# --- simple systems ---------------------------------------------------------------------------------------


def simple(stories: Sequence[Traced]) -> dict[str, Scores]:
    """What simple systems reach."""
    return {name: _simple(stories, system) for name, system in SYSTEMS.items()}


def _simple(stories: Sequence[Traced], system: Callable[[Judge, Sequence[Report]], Iterable[Pair]]) -> Scores:
    total = Counter[str]()
    rows: list[dict[str, bool]] = []
    for each in stories:
        pairs = frozenset(system(each.judge, each.reports))
        total += edges.scored(each.judge, pairs)
        for claim in counts.judged_claims(each.made):
            number = origins(claim, pairs)
            rows.append(counts.judged(claim, (number, number)))
    return lineage_scores(total) | count_scores(rows)
