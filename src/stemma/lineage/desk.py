"""Everything that the parts of the stage look up, laid out once: the reports in order of time, and what is known of
each and of each two."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.lineage.errors import Errors, errors
from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.families import Families, Publisher, families
from stemma.lineage.page import Outlets, outlets, own_mentions
from stemma.lineage.statements import Said, statements
from stemma.lineage.telling import Telling, telling
from stemma.lineage.variants import Variants, variants
from stemma.lineage.wording import Kin, laid_out, reprints
from stemma.model import Links, Reading
from stemma.values.moments import later
from stemma.values.outlets import is_agency
from stemma.values.passages import Words, empty


@dataclass(frozen=True, slots=True)
class Desk:
    """`readings` in order of publication; a report is named by its number there. `numbers` gives it by the id; `texts`
    are the words of each, none of `reprints`, which are word for word an earlier report; `said`
    holds what reports state; `credits` the outside sources that each credits for its whole text; `agencies` whether a
    news agency published it; `own` where each names itself."""

    readings: tuple[Reading, ...]
    numbers: dict[str, int]
    outlets: Outlets
    families: Families
    texts: list[Words]
    reprints: dict[int, Kin]
    said: Said
    credits: dict[int, frozenset[str]]
    agencies: tuple[bool, ...]
    errors: Errors
    telling: Telling
    variants: Variants
    own: tuple[tuple[int, ...], ...]
    evidence: frozenset[EvidenceKind]

    def id(self, report: int) -> str:
        """The id of a report."""
        return self.readings[report].report.id

    def outlet(self, report: int) -> str:
        """The outlet of a report; its title or file where that is unknown."""
        found = self.readings[report].report
        return found.outlet or found.title or found.file

    def free(self, report: int) -> int:
        """How many words of a report count as evidence; at least 1."""
        return max(1, int(self.texts[report].free.sum()))

    def in_time(self, child: int, parent: int) -> float | None:
        """1 where `parent` surely came first, -1 where it came later, None where that is not known."""
        if "time" not in self.evidence:
            return None
        a, b = self.readings[child].report.dating, self.readings[parent].report.dating
        return 1.0 if later(a, b) else -1.0 if later(b, a) else None

    def states(self, child: int, parent: int) -> bool:
        """Whether the one says that it rests on the other."""
        return (self.id(child), self.id(parent)) in self.said


def lay(
    readings: Sequence[Reading], links: Links, evidence: frozenset[EvidenceKind], publishers: Sequence[Publisher]
) -> Desk:
    """The desk for `readings`, which are in order of publication."""
    known = outlets(readings)
    said = statements(readings, known, evidence)
    texts = laid_out(readings)
    numbers = {reading.report.id: n for n, reading in enumerate(readings)}
    credits: dict[int, set[str]] = {n: set() for n in numbers.values()}
    for (report, to), edges in said.items():
        if any(edge.kind == "credits" and edge.outside for edge in edges):
            credits[numbers[report]].add(to)
    reprints_of = reprints(texts, evidence)
    distinct = [reading for n, reading in enumerate(readings) if n not in reprints_of]
    return Desk(
        readings=tuple(readings),
        numbers=numbers,
        outlets=known,
        families=families(readings, publishers),
        texts=[empty(text) if n in reprints_of else text for n, text in enumerate(texts)],
        reprints=reprints_of,
        said=said,
        credits={report: frozenset(names) for report, names in credits.items()},
        agencies=tuple(is_agency(reading.report.outlet) for reading in readings),
        errors=errors(distinct, links),
        telling=telling(readings, links, frozenset(reprints_of)),
        variants=variants(readings, texts, frozenset(reprints_of)),
        own=tuple(own_mentions(reading.report) for reading in readings),
        evidence=evidence,
    )
