"""Contested figures: those for which other reports give another.

Two figures contest one another where the links between claims say so, and where two mentions have them in partly the
same words, whether or not their claims were linked; but not where a report tells both in its text: readings of one
place exclude each other."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Excerpt, Figure, Links, Mention, Reading
from stemma.values.fit import counts_things

LEAST_STEMS = 3  # Stems in common, figures aside, from which two mentions speak of one thing.
MOST_HOLDERS = 6  # Reports that may have a figure for it to be looked at as an error.
COMMONEST = 200  # Mentions that may hold a stem for it to lead from one to another.

Rivals = dict[float, set[float]]


@dataclass(frozen=True, slots=True)
class Contested:
    """One figure: the reports that have it, by id, and where; the figures against it, by their numbers."""

    holders: dict[str, Excerpt]
    rivals: frozenset[int]


def contested(readings: Sequence[Reading], links: Links, counting: Collection[str]) -> list[Contested]:
    """Every precise figure of the reports `counting`, by id, that is contested, in order of size. A link between two
    figures may stand with any mention that is in the same words, so those of all `readings` are looked up."""
    exact = {m.id: figures for r in readings for m in r.mentions if (figures := _precise(m.figures))}
    bearing = [m for r in readings for m in r.mentions if m.id in exact and m.report in counting]
    places: defaultdict[float, list[Mention]] = defaultdict(list)
    for mention in bearing:
        for value in exact[mention.id]:
            places[value].append(mention)
    holders = {value: _holders(mentions) for value, mentions in places.items()}
    told = {value: {m.report for m in mentions if not m.headline} for value, mentions in places.items()}
    few = {value: places[value] for value, reports in holders.items() if len(reports) <= MOST_HOLDERS}
    against: Rivals = defaultdict(set)
    near = {*_by_words(few, bearing), *_by_links(links)}
    for one, other in {values for a, b in near for values in _apart(exact.get(a, {}), exact.get(b, {}))}:
        if one in places and other in places and told[one].isdisjoint(told[other]):
            against[one].add(other)
            against[other].add(one)
    numbers = {value: n for n, value in enumerate(sorted(against))}
    return [Contested(holders[value], frozenset(numbers[rival] for rival in against[value])) for value in numbers]


def _holders(mentions: Iterable[Mention]) -> dict[str, Excerpt]:
    """The reports of `mentions`, each with the first of them."""
    found: dict[str, Excerpt] = {}
    for mention in sorted(mentions, key=lambda m: (m.report, m.start)):
        found.setdefault(mention.report, Excerpt(mention.report, mention.start, mention.end))
    return found


def _by_links(links: Links) -> Iterator[tuple[str, str]]:
    """The mentions of which links say that their figures do not fit."""
    return ((link.left, link.right) for link in links.links if link.kind == "figure")


def _by_words(few: dict[float, list[Mention]], bearing: Sequence[Mention]) -> Iterator[tuple[str, str]]:
    """The mentions in partly the same words, of which the first bears one of the `few` figures."""
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for n, mention in enumerate(bearing):
        for stem in _stems(mention):
            by_stem[stem].append(n)
    for mention in {m.id: m for mentions in few.values() for m in mentions}.values():
        shared: Counter[int] = Counter()
        for stem in _stems(mention):
            if len(by_stem[stem]) <= COMMONEST:
                shared.update(by_stem[stem])
        yield from ((mention.id, bearing[other].id) for other, number in shared.items() if number >= LEAST_STEMS)


def _apart(left: dict[float, Figure], right: dict[float, Figure]) -> Iterator[tuple[float, float]]:
    """The figures of two mentions that only one of them has, each with each that can be of the same thing."""
    for a in left.keys() - right.keys():
        yield from ((a, b) for b in right.keys() - left.keys() if _comparable(left[a], right[b]))


def _comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures can tell one thing: dollars are no people, and a rise is no level."""
    things = counts_things(one) and counts_things(other)
    return one.kind == other.kind and (things or one.unit == other.unit)


def _stems(mention: Mention) -> set[str]:
    return {word for word in mention.words if not word[0].isdigit()}


def _precise(figures: Iterable[Figure]) -> dict[float, Figure]:
    """The exact figures with two digits that tell, by value, as hardly two rounded guesses have in common."""
    found: dict[float, Figure] = {}
    for figure in figures:
        if figure.low is not None and figure.low == figure.high:
            digits = f"{abs(figure.low):g}".replace(".", "").strip("0")
            if len(digits) > 1:
                found.setdefault(figure.low, figure)
    return found
