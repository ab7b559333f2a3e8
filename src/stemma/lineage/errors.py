"""Rare errors: a reading that a few reports share against many, and one that a report has alone.

Method: conjunctive and separative errors of textual criticism (Maas, Textual Criticism, 1958, sections 5-8). A figure
or spelling that few reports have where more have another is an error that nobody makes twice by chance; a
report without it does not rest on one that has it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations

from stemma.lineage.contested import contested
from stemma.model import Excerpt, Links, Mention, Reading
from stemma.values.names import same_spelling
from stemma.values.outlets import MEDIA

LEAST_AGAINST = 2  # Reports that must give the other reading for a shared one to stand out as an error.
MOST_SHARING = 6  # Reports that may share it: beyond that it is one of two accounts, and no rarity.
MOST_COUNTED = 2  # Errors of two reports beyond which more say nothing new.

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Errors:
    """`shared`: by two report ids, sorted, what they share as rare errors, excerpts in pairs. `odd`: the readings of
    each report that most others contradict; `held`: all contested readings of each; `rivals`: those against each."""

    shared: dict[Pair, tuple[Excerpt, ...]]
    odd: dict[str, tuple[int, ...]]
    held: dict[str, frozenset[int]]
    rivals: tuple[frozenset[int], ...]

    def number(self, report: str, other: str) -> int:
        """How many errors the two share, up to MOST_COUNTED."""
        return min(MOST_COUNTED, len(self.shown(report, other)) // 2)

    def shown(self, report: str, other: str) -> tuple[Excerpt, ...]:
        """Where the two have the same errors."""
        return self.shared.get((min(report, other), max(report, other)), ())

    def alone(self, report: str, other: str) -> int:
        """How many errors `report` has where `other` has the reading of the many, up to MOST_COUNTED."""
        held = self.held.get(other, frozenset())
        return min(MOST_COUNTED, sum(bool(self.rivals[reading] & held) for reading in self.odd.get(report, ())))


def errors(readings: Sequence[Reading], links: Links, without: Collection[int], voices: Mapping[str, str]) -> Errors:
    """The rare errors that figures and spellings of names betray, of all `readings` but those `without`, by number.
    `voices` names for each report, by id, the one text that it is a form of: all forms are one voice against a reading,
    or an agency's own slip would make errors of what everybody else has right."""
    counting = [reading for n, reading in enumerate(readings) if n not in without]
    disputed = contested(readings, links, frozenset(reading.report.id for reading in counting))
    given = {Excerpt(m.report, m.start, m.end) for r in counting for m in r.mentions if _on_a_word(m)}
    shared: defaultdict[Pair, list[Excerpt]] = defaultdict(list)
    odd: defaultdict[str, list[int]] = defaultdict(list)
    held: defaultdict[str, set[int]] = defaultdict(set)
    for number, reading in enumerate(disputed):
        for report in reading.holders:
            held[report].add(number)
        against = {report for rival in reading.rivals for report in disputed[rival].holders} - reading.holders.keys()
        against = {voices[report] for report in against}
        if len(against) < max(LEAST_AGAINST, len(reading.holders) + 1) or len(reading.holders) > MOST_SHARING:
            continue
        for report in reading.holders:
            odd[report].append(number)
        for left, right in combinations(sorted(reading.holders), 2):
            places = [reading.holders[left], reading.holders[right]]
            if not given.issuperset(places):  # What each has on somebody's word, neither needs a third text for.
                shared[left, right] += places
    for pair, evidence in _spellings(counting, voices):
        shared[pair] += evidence
    return Errors(
        {pair: tuple(dict.fromkeys(found)) for pair, found in shared.items()},
        {report: tuple(found) for report, found in odd.items()},
        {report: frozenset(found) for report, found in held.items()},
        tuple(reading.rivals for reading in disputed),
    )


def _on_a_word(mention: Mention) -> bool:
    """Whether a mention is given on the word of somebody other than an outlet."""
    return bool(mention.chain) and mention.chain[-1].kind not in MEDIA


def _spellings(readings: Iterable[Reading], voices: Mapping[str, str]) -> Iterator[tuple[Pair, list[Excerpt]]]:
    """Pairs of reports that spell a person's name in a way of their own against at least LEAST_AGAINST others, forms
    of one text taken as one."""
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
        against = {voices[report] for report in spelt[usual]}
        if len(spelt[odd]) > MOST_SHARING or len(against) < max(LEAST_AGAINST, 1 + len(spelt[odd])):
            continue
        if _respelt(odd, usual):
            for left, right in combinations(sorted(spelt[odd]), 2):
                yield (left, right), [spelt[odd][left], spelt[odd][right]]


def _respelt(odd: str, usual: str) -> bool:
    """Whether two names with the same given names spell one surname in two ways."""
    a, b = odd.lower().split()[-1], usual.lower().split()[-1]
    return a != b and same_spelling(a, b)
