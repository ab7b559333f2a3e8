"""Shared wording: which reports have passages in common that neither a quotation nor a stock phrase explains."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.page import used
from stemma.lineage.tables import table
from stemma.model import Passage, Reading, Span
from stemma.values.passages import Aligned, Text, Words, aligned, equal, whole, words_of
from stemma.values.proposals import proposals
from stemma.values.quotations import quotations

LEAST_PASSAGE = 8  # Free matched words of a passage: a clause. Names and a verb meet at fewer.
LEAST_VERBATIM = 12  # The same, in rows of five, where reworded passages are left out.


@dataclass(frozen=True, slots=True)
class Kin:
    """Two reports, by their numbers in the sequence, and the passages that they share."""

    left: int
    right: int
    passages: tuple[Aligned, ...]

    def matched(self, report: int) -> frozenset[int]:
        """The places of the free matched words in one of the two."""
        sides = (one.here if report == self.left else one.there for one in self.passages)
        return frozenset[int]().union(*sides)

    def seen_from(self, report: int) -> tuple[Passage, ...]:
        """The passages with `report`'s own side first, in the order of its text."""
        found = [one.passage for one in self.passages]
        if report != self.left:
            found = [Passage(p.other_start, p.other_end, p.start, p.end) for p in found]
        return tuple(sorted(found, key=lambda p: (p.start, p.end, p.other_start)))


def laid_out(readings: Sequence[Reading]) -> list[Words]:
    """The words of each report, those of quotations, stock phrases and names bound: any witness of a speech can carry
    its words, stock phrases are everybody's, and nobody can tell a story without its names."""
    return words_of(Text(r.report.text, used(r.report), _bound(r)) for r in readings)


def _bound(reading: Reading) -> tuple[Span, ...]:
    report = reading.report
    stock = (Span(match.start(), match.end()) for match in _stock_phrases().finditer(report.text))
    names = (Span(name.start, name.end) for name in reading.names if name.kind == "name")
    return (*quotations(report.text, report.blocks), *stock, *names)


@cache
def _stock_phrases() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in table("formulas")["phrases"]), re.IGNORECASE)


def kinships(texts: list[Words], evidence: Collection[EvidenceKind]) -> Iterator[Kin]:
    """Each pair of texts that shares passages, sorted."""
    if "wording" not in evidence:
        return
    alike = set(equal(texts))
    for left, right in sorted(alike | set(proposals(texts))):
        found = aligned(texts[left], texts[right], LEAST_PASSAGE)
        if "rewording" not in evidence:
            found = tuple(one for one in found if one.verbatim >= LEAST_VERBATIM)
        if not found and (left, right) in alike:
            found = (whole(texts[left], texts[right]),)
        if found:
            yield Kin(left, right, found)


def by_report(kin: Sequence[Kin]) -> dict[int, list[Kin]]:
    """The pairs of each report, by its number."""
    table: defaultdict[int, list[Kin]] = defaultdict(list)
    for pair in kin:
        table[pair.left].append(pair)
        table[pair.right].append(pair)
    return dict(table)
