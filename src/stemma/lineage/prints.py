"""Prints of one text: reports that are one another's copies word for word.

What one print shows, all show: so they are one text where evidence is weighed, and one print, the likeliest to be the
first, stands for it. A copy more changes nothing in what is found of the other reports."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.statements import Said
from stemma.lineage.wording import Kin
from stemma.model import Reading
from stemma.values.moments import later
from stemma.values.outlets import is_agency
from stemma.values.passages import Words, prints, whole


@dataclass(frozen=True, slots=True)
class Prints:
    """`first`: for each report, by its number, the print that stands for its text, mostly itself; `of` the prints of
    each text with several, by the one that stands for it."""

    first: tuple[int, ...]
    of: Mapping[int, tuple[int, ...]]

    def all(self, report: int) -> tuple[int, ...]:
        """Every print of a report's text."""
        return self.of.get(self.first[report], (report,))

    def copies(self, texts: Sequence[Words]) -> list[Kin]:
        """Each other print and the one that stands for the text, with what they share as one passage."""
        pairs = sorted(sorted((copy, first)) for copy, first in enumerate(self.first) if copy != first)
        return [Kin(left, right, (whole(texts[left], texts[right]),)) for left, right in pairs]


@dataclass(frozen=True, slots=True)
class Standing:
    """What tells which of several prints was first: the `readings`; what they state (`said`); where each names its own
    outlet (`own`); the reports whose outlets carry the texts of others (`transport`), by id."""

    readings: Sequence[Reading]
    said: Said
    own: Sequence[Collection[int]]
    transport: Collection[str]


def prints_of(texts: Sequence[Words], standing: Standing, evidence: Collection[EvidenceKind]) -> Prints:
    """The prints of each text."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for earliest, copy in prints(texts) if "wording" in evidence else ():
        groups[earliest].append(copy)
    named = {to for _, to in standing.said}
    crediting = {report for (report, _), edges in standing.said.items() if any(edge.outside for edge in edges)}
    chosen = {}
    for earliest, copies in groups.items():
        group = (earliest, *copies)
        chosen[min(group, key=lambda report: _rank(standing, report, group, named, crediting))] = group
    first = list(range(len(texts)))
    for one, group in chosen.items():
        for report in group:
            first[report] = one
    return Prints(tuple(first), chosen)


def _rank(
    standing: Standing, report: int, group: Sequence[int], named: Collection[str], crediting: Collection[str]
) -> tuple[bool | int, ...]:
    """The lower, the likelier a print was the first: others name it as theirs, its text names its outlet, it says where
    it has it from outside, an agency's, no carrier's; none is surely earlier; its hour is known; it is listed first."""
    own = standing.readings[report].report
    return (
        own.id not in named,
        not standing.own[report],
        own.id not in crediting,
        not is_agency(own.outlet),
        own.id in standing.transport,
        any(later(own.dating, standing.readings[other].report.dating) for other in group),
        not own.dating.moment,
        report,
    )
