"""Contested readings: figures, days and places for which other reports give something else.

They come from the links between claims that are apart, and from the figures themselves: two mentions in partly the same
words with different figures contest one another, whether or not their claims were linked."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import DisagreementKind, Excerpt, Figure, Links, Mention, Reading

LEAST_STEMS = 2  # Stems in common, figures aside, from which two mentions speak of one thing.
MOST_HOLDERS = 6  # Reports that may have a figure for it to be looked at as an error.
COMMONEST = 200  # Mentions that may hold a stem for it to lead from one to another.
_KINDS: frozenset[DisagreementKind] = frozenset({"figure", "date", "place"})


@dataclass(frozen=True, slots=True)
class Contested:
    """One reading: the reports that have it, by id, and where; the readings against it, by their numbers."""

    holders: dict[str, Excerpt]
    rivals: frozenset[int]


def contested(readings: Sequence[Reading], links: Links) -> list[Contested]:
    """Every contested reading, those of linked claims first."""
    linked = _linked(readings, links)
    return [*linked, *_figures(readings, len(linked))]


def _linked(readings: Sequence[Reading], links: Links) -> list[Contested]:
    mentions = {mention.id: mention for reading in readings for mention in reading.mentions}
    group_of = {mention: number for number, group in enumerate(links.groups) for mention in group}
    apart: defaultdict[int, set[int]] = defaultdict(set)
    for link in links.links:
        left, right = group_of.get(link.left), group_of.get(link.right)
        if link.kind in _KINDS and left is not None and right is not None and left != right:
            apart[left].add(right)
            apart[right].add(left)
    numbers = {group: n for n, group in enumerate(sorted(apart))}
    return [
        Contested(_holders(mentions[m] for m in links.groups[g]), frozenset(numbers[rival] for rival in apart[g]))
        for g in numbers
    ]


def _holders(mentions: Iterable[Mention]) -> dict[str, Excerpt]:
    """The reports that hold a reading, each with the first place where it does."""
    found: dict[str, Excerpt] = {}
    for mention in sorted(mentions, key=lambda m: (m.report, m.start)):
        found.setdefault(mention.report, Excerpt(mention.report, mention.start, mention.end))
    return found


def _figures(readings: Sequence[Reading], first: int) -> list[Contested]:
    """Precise figures that few reports have, and those that more have in partly the same words. `first` is the number
    of the first of them."""
    bearing = [m for r in readings for m in r.mentions if any(True for _ in _precise(m.figures))]
    by_value: defaultdict[float, list[int]] = defaultdict(list)
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for n, mention in enumerate(bearing):
        for value in _precise(mention.figures):
            by_value[value].append(n)
        for stem in _stems(mention):
            by_stem[stem].append(n)
    holders = {value: _holders(bearing[n] for n in places) for value, places in sorted(by_value.items())}
    against: defaultdict[float, set[float]] = defaultdict(set)
    for value in (value for value, reports in holders.items() if 1 <= len(reports) <= MOST_HOLDERS):
        for other in _like(by_value[value], bearing, by_stem):
            for rival in _precise(bearing[other].figures):
                if rival not in {v for n in by_value[value] for v in _precise(bearing[n].figures)}:
                    against[value].add(rival)
                    against[rival].add(value)
    numbers = {value: n for n, value in enumerate(sorted(against), first)}
    return [Contested(holders[v], frozenset(numbers[rival] for rival in against[v])) for v in numbers]


def _like(places: Iterable[int], bearing: Sequence[Mention], by_stem: dict[str, list[int]]) -> Iterator[int]:
    """The mentions that share LEAST_STEMS stems with one of those at `places`."""
    for place in places:
        shared: Counter[int] = Counter()
        for stem in _stems(bearing[place]):
            if len(by_stem[stem]) <= COMMONEST:
                shared.update(by_stem[stem])
        yield from (other for other, number in shared.items() if number >= LEAST_STEMS and other != place)


def _stems(mention: Mention) -> set[str]:
    return {word for word in mention.words if not word[0].isdigit()}


def _precise(figures: Iterable[Figure]) -> Iterator[float]:
    """The exact figures with two digits that tell, as hardly two rounded guesses have in common."""
    for figure in figures:
        if figure.low is not None and figure.low == figure.high:
            digits = f"{abs(figure.low):g}".replace(".", "").strip("0")
            if len(digits) > 1:
                yield figure.low
