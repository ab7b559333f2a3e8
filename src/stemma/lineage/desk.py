"""Everything that the parts of the stage look up, laid out once: the reports in order of time, and what is known of
each and of each two."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.lineage.errors import Errors, errors
from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.families import Families, Publisher, families
from stemma.lineage.page import Outlets, outlets, own_mentions
from stemma.lineage.prints import Prints, Standing, prints_of
from stemma.lineage.statements import Said, statements
from stemma.lineage.telling import Telling, telling
from stemma.lineage.variants import Variants, variants
from stemma.lineage.wording import Kin, kinships, laid_out
from stemma.model import Links, Reading
from stemma.values.moments import later
from stemma.values.outlets import is_agency, outlet_key
from stemma.values.passages import Words, empty
from stemma.values.together import together

ONE_TEXT = 0.3  # Share of the shorter text from which two texts, cut and reworded, are one.


@dataclass(frozen=True, slots=True)
class Desk:
    """`readings` in order of publication; a report is named by its number there. `numbers` gives it by the id; `texts`
    are the words of each, none where another print stands for it, and `copies` these other `prints`; `shared` has every
    pair of texts with passages in common; `said`
    holds what reports state, `stated` who states that he rests on whom, as texts; `credits` the outside sources that
    any print of each credits for the whole text; `agencies` whether a news agency published it; `own` where each names
    itself."""

    readings: tuple[Reading, ...]
    numbers: dict[str, int]
    outlets: Outlets
    families: Families
    texts: list[Words]
    shared: tuple[Kin, ...]
    prints: Prints
    copies: list[Kin]
    said: Said
    stated: frozenset[tuple[int, int]]
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
        """Whether the one says that it rests on the other; of two texts, whether a print of the one does."""
        return (child, parent) in self.stated


def lay(
    readings: Sequence[Reading], links: Links, evidence: frozenset[EvidenceKind], publishers: Sequence[Publisher]
) -> Desk:
    """The desk for `readings`, which are in order of publication."""
    known = outlets(readings)
    said = statements(readings, known, evidence)
    kin = families(readings, publishers)
    own = tuple(own_mentions(reading.report) for reading in readings)
    texts = laid_out(readings)
    numbers = {reading.report.id: n for n, reading in enumerate(readings)}
    prints = prints_of(texts, Standing(readings, said, own, kin.transport), evidence)
    others = frozenset(n for n, first in enumerate(prints.first) if first != n)
    credits = _credits(said, numbers, prints)
    bare = [empty(text) if n in others else text for n, text in enumerate(texts)]
    shared = tuple(kinships(bare, evidence))
    return Desk(
        readings=tuple(readings),
        numbers=numbers,
        outlets=known,
        families=kin,
        texts=bare,
        shared=shared,
        prints=prints,
        copies=prints.copies(texts),
        said=said,
        stated=_stated(said, numbers, prints),
        credits=credits,
        agencies=tuple(is_agency(reading.report.outlet) for reading in readings),
        errors=errors(readings, links, others, _voices(readings, credits, shared, bare)),
        telling=telling(readings, links, others),
        variants=variants(readings, texts, others),
        own=own,
        evidence=evidence,
    )


def _voices(
    readings: Sequence[Reading], credits: dict[int, frozenset[str]], shared: Sequence[Kin], texts: Sequence[Words]
) -> dict[str, str]:
    """For each report, by id, one of those whose text is its own, cut or reworded: it shares most of the shorter one
    with it, or both print what one agency sent."""
    of_agency: defaultdict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        agency = reading.report.outlet if is_agency(reading.report.outlet) else min(credits[number], default="")
        if agency:
            of_agency[outlet_key(agency)].append(number)
    alike = [(prints[0], other) for prints in of_agency.values() for other in prints[1:]]
    free = [int(text.free.sum()) for text in texts]
    alike += [(kin.left, kin.right) for kin in shared if kin.words >= ONE_TEXT * min(free[kin.left], free[kin.right])]
    first = together(alike)
    return {reading.report.id: readings[first.get(n, n)].report.id for n, reading in enumerate(readings)}


def _stated(said: Said, numbers: dict[str, int], prints: Prints) -> frozenset[tuple[int, int]]:
    """Who states that he rests on whom: prints of one text themselves, else those that stand for their texts."""
    pairs = [(numbers[report], numbers[to]) for report, to in said if to in numbers]
    first = prints.first
    return frozenset((a, b) if first[a] == first[b] else (first[a], first[b]) for a, b in pairs)


def _credits(said: Said, numbers: dict[str, int], prints: Prints) -> dict[int, frozenset[str]]:
    """The outside sources that any print of each report's text credits."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for (report, to), edges in said.items():
        if any(edge.kind == "credits" and edge.outside for edge in edges):
            found[prints.first[numbers[report]]].add(to)
    return {report: frozenset(found.get(first, ())) for report, first in enumerate(prints.first)}
