"""Lineage with the publishers of a simulated story, and what each kind of evidence adds to it."""

from collections import defaultdict

from benchmarks.simulator.pool import pool
from benchmarks.simulator.story import SimulatedStory
from stemma.lineage import descend
from stemma.lineage.evidence import ALL, EvidenceKind
from stemma.lineage.families import Publisher
from stemma.model import Links, Reading, Stemma

WITHOUT: dict[str, frozenset[EvidenceKind]] = {f"without {kind}": ALL - {kind} for kind in sorted(ALL)}


def tree(
    made: SimulatedStory, readings: tuple[Reading, ...], links: Links, kinds: frozenset[EvidenceKind] = ALL
) -> Stemma:
    """The family tree from these kinds of evidence; the story's own publishers stand in for the table of real ones."""
    return descend(readings, links, kinds, publishers(made))


def publishers(made: SimulatedStory) -> list[Publisher]:
    """The publishers of a simulated story as a table."""
    carriers = pool(made.split).names["transport"]
    outlets: defaultdict[str, list[str]] = defaultdict(list)
    for outlet, name in made.families.items():
        outlets[name].append(outlet)
    return [Publisher(n, "transport" if n in carriers else "owner", tuple(o)) for n, o in sorted(outlets.items())]
