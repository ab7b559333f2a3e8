"""Rare errors: a reading that a few reports share against many, and one that a report has alone.

Method: conjunctive and separative errors of textual criticism (Maas, Textual Criticism, 1958, sections 5-8). A figure,
day, place or spelling that few reports have where more have another is an error that nobody makes twice by chance; a
report without it does not rest on one that has it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from stemma.model import DisagreementKind, Excerpt, Link, Links, Mention, Reading
from stemma.values.fit import fit
from stemma.values.names import same_spelling

LEAST_AGAINST = 2  # Reports that must give the other reading for a shared one to stand out as an error.
MOST_SHARING = 6  # Reports that may share it: beyond that it is one of two accounts, and no rarity.
MOST_RARE = 4  # Reports that may have a figure for it to be rare.
MOST_COUNTED = 2  # Errors of two reports beyond which more say nothing new.
_READINGS: frozenset[DisagreementKind] = frozenset({"figure", "date", "place"})
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Errors:
    """`shared`: by two report ids, sorted, what they share as rare errors. `odd`: the readings of each report that most
    others contradict; `held`: all contested readings of each; `rivals`: those that contradict each reading; `figures`:
    where two have precise figures that few others have, one after the other."""

    shared: dict[Pair, tuple[Excerpt, ...]]
    odd: dict[str, tuple[int, ...]]
    held: dict[str, frozenset[int]]
    rivals: dict[int, frozenset[int]]
    figures: dict[Pair, tuple[Excerpt, ...]]

    def number(self, report: str, other: str) -> int:
        """How many errors the two share, up to MOST_COUNTED."""
        return min(MOST_COUNTED, len(self.shared.get((min(report, other), max(report, other)), ())) // 2)

    def rare(self, report: str, other: str) -> int:
        """How many rare figures the two share, up to MOST_COUNTED."""
        return min(MOST_COUNTED, len(self.figures.get((min(report, other), max(report, other)), ())) // 2)

    def shown(self, report: str, other: str) -> tuple[Excerpt, ...]:
        """Where the two have the same errors and rare figures."""
        pair = min(report, other), max(report, other)
        return (*self.shared.get(pair, ()), *self.figures.get(pair, ()))

    def alone(self, report: str, other: str) -> int:
        """How many errors `report` has where `other` has the reading of the many, up to MOST_COUNTED."""
        held = self.held.get(other, frozenset())
        return min(MOST_COUNTED, sum(bool(self.rivals[reading] & held) for reading in self.odd.get(report, ())))


def errors(readings: Sequence[Reading], links: Links) -> Errors:
    """The rare errors that figures, days, places and spellings of names betray."""
    mentions = {mention.id: mention for reading in readings for mention in reading.mentions}
    rivals = _rivals(links)
    holders = {n: {m.report: m for m in (mentions[id] for id in reversed(links.groups[n]))} for n in rivals}
    shared: defaultdict[Pair, list[Excerpt]] = defaultdict(list)
    odd: defaultdict[str, list[int]] = defaultdict(list)
    held: defaultdict[str, set[int]] = defaultdict(set)
    for reading in sorted(rivals):
        mine = holders[reading]
        for report in mine:
            held[report].add(reading)
        against = {report for rival in rivals[reading] for report in holders[rival]} - mine.keys()
        if len(against) < max(LEAST_AGAINST, len(mine) + 1) or len(mine) > MOST_SHARING:
            continue
        for report in mine:
            odd[report].append(reading)
        for left, right in combinations(sorted(mine.values(), key=lambda m: m.report), 2):
            if _same_reading(left, right):
                shared[left.report, right.report] += [_excerpt(left), _excerpt(right)]
    for pair, evidence in _spellings(readings):
        shared[pair] += evidence
    return Errors(
        {pair: tuple(dict.fromkeys(found)) for pair, found in shared.items()},
        {report: tuple(found) for report, found in odd.items()},
        {report: frozenset(found) for report, found in held.items()},
        rivals,
        _rare_figures(readings),
    )


def _rivals(links: Links) -> dict[int, frozenset[int]]:
    """Groups of mentions that give another figure, day or place for the same, by number, and those against each."""
    group_of = {mention: number for number, group in enumerate(links.groups) for mention in group}
    apart: defaultdict[int, set[int]] = defaultdict(set)
    for link in links.links:
        if _rival(link) and link.left in group_of and link.right in group_of:
            left, right = group_of[link.left], group_of[link.right]
            if left != right:
                apart[left].add(right)
                apart[right].add(left)
    return {number: frozenset(rivals) for number, rivals in apart.items()}


def _rival(link: Link) -> bool:
    return link.relation == "apart" and link.kind in _READINGS


def _same_reading(a: Mention, b: Mention) -> bool:
    figures = any(fit(x, y) == "same" for x in a.figures for y in b.figures)
    days = any(x.earliest == y.earliest and x.latest == y.latest for x in a.dates for y in b.dates if x.earliest)
    return figures or days or bool({p.name for p in a.places} & {p.name for p in b.places})


def _excerpt(mention: Mention) -> Excerpt:
    return Excerpt(mention.report, mention.start, mention.end)


def _rare_figures(readings: Sequence[Reading]) -> dict[Pair, tuple[Excerpt, ...]]:
    """Where each two reports have the same precise figure that at most MOST_RARE have, and fewer than half of all."""
    holders: defaultdict[float, dict[str, Excerpt]] = defaultdict(dict)
    for reading in readings:
        for mention in reading.mentions:
            for figure in mention.figures:
                if figure.low is not None and figure.low == figure.high and _precise(figure.low):
                    holders[figure.low].setdefault(mention.report, _excerpt(mention))
    found: defaultdict[Pair, list[Excerpt]] = defaultdict(list)
    for value in sorted(holders):
        places = holders[value]
        if 1 < len(places) <= MOST_RARE and 2 * len(places) < len(readings):
            for left, right in combinations(sorted(places), 2):
                found[left, right] += [places[left], places[right]]
    return {pair: tuple(excerpts) for pair, excerpts in found.items()}


def _precise(value: float) -> bool:
    """Whether a figure has two digits that tell, as hardly two rounded guesses have in common."""
    digits = f"{abs(value):g}".replace(".", "").strip("0")
    return len(digits) > 1


def _spellings(readings: Iterable[Reading]) -> Iterator[tuple[Pair, list[Excerpt]]]:
    """Pairs of reports that spell a person's name in a way of their own against at least LEAST_AGAINST others."""
    spelt: defaultdict[str, dict[str, Excerpt]] = defaultdict(dict)
    for reading in readings:
        for name in reading.names:
            entity = reading.entities[name.entity]
            if name.kind == "name" and entity.kind == "person" and " " in entity.name:
                spelt[entity.name].setdefault(reading.report.id, Excerpt(reading.report.id, name.start, name.end))
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for full in sorted(spelt):
        bearers[full.lower().rsplit(maxsplit=1)[0]].append(full)
    for odd, usual in (pair for names in bearers.values() for pair in permutations(names, 2)):
        if len(spelt[odd]) > MOST_SHARING or len(spelt[usual]) < max(LEAST_AGAINST, 1 + len(spelt[odd])):
            continue
        if _respelt(odd, usual):
            for left, right in combinations(sorted(spelt[odd]), 2):
                yield (left, right), [spelt[odd][left], spelt[odd][right]]


def _respelt(odd: str, usual: str) -> bool:
    """Whether two names with the same given names spell one surname in two ways."""
    a, b = odd.lower().split()[-1], usual.lower().split()[-1]
    return a != b and same_spelling(a, b)
