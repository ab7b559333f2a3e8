"""Lost ancestors: texts that nobody has, but that must have been, since reports share what neither can have from the
other.

Two reports that are surely related, of which neither rests on the other and which rest on nothing in common that is
known, have a lost ancestor. Such pairs that hang together have the same one (the hyparchetype of textual criticism,
Maas, Textual Criticism, 1958, section 8)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.lineage.desk import Desk
from stemma.lineage.kinship import Related
from stemma.lineage.shares import Share, explained
from stemma.lineage.weigh import Values, logit, weigh, without
from stemma.lineage.wording import Kin
from stemma.model import Ancestor, Edge, Excerpt, Span
from stemma.values.together import together

# Probability from which two reports are taken to share a lost ancestor: below even, since to give one too many costs a
# reader a look, and to miss one counts an origin twice.
LIKELY = 0.4
MOST_EXCERPTS = 12  # Shared stretches shown of one ancestor: the longest.

Chances = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Orphans:
    """Two related reports and the probability that a lost ancestor is what they have in common."""

    pair: Related
    probability: float


def orphans(desk: Desk, pairs: Sequence[Related], chances: Chances) -> list[Orphans]:
    """The pairs that likely share a lost ancestor. `chances`: report -> what it may rest on -> probability."""
    found = []
    for pair, values in ancestor_values(desk, pairs, chances):
        probability = weigh("lost ancestor", without("lost ancestor", values, desk.evidence))
        if probability >= LIKELY:
            found.append(Orphans(pair, probability))
    return found


def ancestor_values(desk: Desk, pairs: Sequence[Related], chances: Chances) -> Iterator[tuple[Related, Values]]:
    """For each pair the evidence that the two have what they share from a text that nobody has, by name."""
    shared: defaultdict[int, list[Share]] = defaultdict(list)
    for pair in sorted(pairs, key=lambda pair: -pair.probability):
        for report in (pair.kin.left, pair.kin.right):
            shared[report].append(Share(pair.kin.matched(report), 0, pair.probability))
    for pair in pairs:
        kin = pair.kin
        lacking = [_lacking(kin.matched(report), shared[report]) for report in (kin.left, kin.right)]
        yield (
            pair,
            _parents_of(desk, kin, chances)
            | {
                "kinship": logit(pair.probability),
                "share": next((f.value for f in pair.features if f.name == "share"), None),
                "missing in both": min(lacking),
            },
        )


def _lacking(matched: int, shared: Sequence[Share]) -> float:
    """The share of what a report has in common with any other that is not among `matched`, as bits of places."""
    elsewhere = explained(~matched, shared)
    return elsewhere / (elsewhere + matched.bit_count()) if elsewhere else 0.0


def _parents_of(desk: Desk, kin: Kin, chances: Chances) -> dict[str, float | None]:
    left, right = desk.id(kin.left), desk.id(kin.right)
    here, there = _of_text(desk, kin.left, chances), _of_text(desk, kin.right, chances)
    other = [max((p for name, p in of.items() if name not in (left, right)), default=0.0) for of in (here, there)]
    return {
        "one from the other": min(1.0, here.get(right, 0.0) + there.get(left, 0.0)),
        "another parent": max(other),
        "known source in common": max(
            (min(here[name], there[name]) for name in here.keys() & there.keys()), default=0.0
        ),
        "shared errors": float(desk.errors.number(left, right)) or None,
        "one says so": 1.0 if desk.states(kin.left, kin.right) or desk.states(kin.right, kin.left) else None,
        "credit": 1.0 if desk.credits[kin.left] or desk.credits[kin.right] else None,
        "an agency": 1.0 if desk.agencies[kin.left] or desk.agencies[kin.right] else None,
        "same family": 1.0 if desk.families.alike(left, right) else None,
    }


def _of_text(desk: Desk, report: int, chances: Chances) -> Mapping[str, float]:
    """What a text rests on, by any of its prints, with probability; not what one print has from another."""
    prints = [desk.id(each) for each in desk.prints.all(report)]
    if len(prints) == 1:
        return chances.get(prints[0], {})
    found: dict[str, float] = {}
    for each in prints:
        for name, chance in chances.get(each, {}).items():
            if name not in prints:
                found[name] = max(chance, found.get(name, 0.0))
    return found


def ancestors(desk: Desk, found: Sequence[Orphans]) -> tuple[tuple[Ancestor, ...], tuple[Edge, ...]]:
    """The lost ancestors of the pairs, and the edges that lead to them, in order of their first report."""
    named = [(f"lost ancestor {n}", group) for n, group in enumerate(_groups(found), 1)]
    lost = tuple(_ancestor(desk, name, group) for name, group in named)
    edges = tuple(edge for name, group in named for edge in _edges(desk, name, group))
    return lost, edges


def _groups(found: Sequence[Orphans]) -> list[list[Orphans]]:
    """The pairs that hang together."""
    first = together((each.pair.kin.left, each.pair.kin.right) for each in found)
    groups: defaultdict[int, list[Orphans]] = defaultdict(list)
    for each in found:
        groups[first[each.pair.kin.left]].append(each)
    return [groups[first] for first in sorted(groups)]


def _ancestor(desk: Desk, name: str, group: list[Orphans]) -> Ancestor:
    reports = sorted({report for each in group for report in (each.pair.kin.left, each.pair.kin.right)})
    evidence = dict.fromkeys(excerpt for each in group for excerpt in _evidence(desk, each.pair.kin))
    longest = sorted(evidence, key=lambda e: (e.start - e.end, e.report, e.start))[:MOST_EXCERPTS]
    wording = any(each.pair.kin.passages for each in group)
    shared = "share wording" if wording else "share a reading that the other reports contradict"
    return Ancestor(
        name=name,
        reports=tuple(sorted(desk.id(report) for report in reports)),
        evidence=tuple(sorted(longest, key=lambda e: (desk.numbers[e.report], e.start))),
        reason=f"{shared}, neither has it from the other, and nothing shows where they have it",
        probability=round(max(each.probability for each in group), 4),
    )


def _evidence(desk: Desk, kin: Kin) -> list[Excerpt]:
    left, right = desk.id(kin.left), desk.id(kin.right)
    sides = [(left, p.start, p.end) for p in kin.seen_from(kin.left)]
    sides += [(right, p.start, p.end) for p in kin.seen_from(kin.right)]
    return [*desk.errors.shown(left, right), *(Excerpt(report, start, end) for report, start, end in sides)]


def _edges(desk: Desk, name: str, group: list[Orphans]) -> Iterable[Edge]:
    """One `shares` edge for each report of a group, shown in the other with which it shares most."""
    best: dict[int, Orphans] = {}
    for each in sorted(group, key=lambda o: (-o.pair.kin.words, -o.probability)):
        for report in (each.pair.kin.left, each.pair.kin.right):
            best.setdefault(report, each)
    for report in sorted(best):
        kin = best[report].pair.kin
        other = kin.right if report == kin.left else kin.left
        passages = kin.seen_from(report)
        mine = [excerpt for excerpt in _evidence(desk, kin) if excerpt.report == desk.id(report)]
        longest = max(mine, key=lambda e: (e.end - e.start, -e.start))
        yield Edge(
            report=desk.id(report),
            to=name,
            outside=True,
            kind="shares",
            evidence=Span(longest.start, longest.end),
            passages=passages,
            reason="shares with another what neither can have from the other",
            probability=round(best[report].probability, 4),
            witness=desk.id(other) if passages else "",
            features=best[report].pair.features,
        )
