"""Shared wording: which reports have passages in common that neither a quotation nor a stock phrase explains."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from operator import or_

from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.page import used
from stemma.lineage.tables import table
from stemma.model import Passage, Reading, Span
from stemma.values.passages import Aligned, Text, Words, aligned, words_of
from stemma.values.proposals import proposals
from stemma.values.quotations import quotations

LEAST_PASSAGE = 5  # Free matched words of a passage: a clause. Names, and a verb between them, meet at fewer.
LEAST_WORDS = 9  # The same of all passages together: a short sentence, in which two can meet by chance, has eight.
LEAST_VERBATIM = 12  # The same, in rows of five, where reworded passages are left out.


@dataclass(frozen=True, slots=True)
class Kin:
    """Two reports, by their numbers in the sequence, and the passages that they share."""

    left: int
    right: int
    passages: tuple[Aligned, ...]

    @property
    def words(self) -> int:
        """The free words of all passages together."""
        return sum(one.words for one in self.passages)

    def matched(self, report: int) -> int:
        """The places of the free matched words in one of the two, as bits."""
        return reduce(or_, (one.here if report == self.left else one.there for one in self.passages), 0)

    def within(self, report: int) -> int:
        """The same, with all places between the first and the last of each passage."""
        sides = [one.here if report == self.left else one.there for one in self.passages]
        return reduce(or_, ((1 << side.bit_length()) - (side & -side) for side in sides if side), 0)

    def seen_from(self, report: int) -> tuple[Passage, ...]:
        """The passages with `report`'s own side first, in the order of its text."""
        found = [one.passage for one in self.passages]
        if report != self.left:
            found = [Passage(p.other_start, p.other_end, p.start, p.end) for p in found]
        return tuple(sorted(found, key=lambda p: (p.start, p.end, p.other_start)))


def laid_out(readings: Sequence[Reading]) -> list[Words]:
    """The words of each report. Bound are those that two can have without having them from each other: any witness of a
    speech can carry its words, stock phrases are everybody's, and nobody can tell a story without its names, its days
    and who said it."""
    return words_of(Text(r.report.text, used(r.report), _bound(r)) for r in readings)


def _bound(reading: Reading) -> tuple[Span, ...]:
    """The quotations, stock phrases, names, sources with their words of saying, and dates of a report."""
    report = reading.report
    stock = (Span(match.start(), match.end()) for match in _stock_phrases().finditer(report.text))
    names = (Span(name.start, name.end) for name in reading.names if name.kind == "name")
    sources = (Span(a.source.start, a.source.end) for a in reading.attributions)
    cues = (a.cue for a in reading.attributions if a.cue)
    dates = (Span(when.start, when.end) for mention in reading.mentions for when in mention.dates)
    return (*quotations(report.text, report.blocks), *stock, *names, *sources, *cues, *dates)


@cache
def _stock_phrases() -> re.Pattern[str]:
    phrases = "|".join(f"(?:{phrase})" for phrase in table("formulas")["phrases"])
    return re.compile(rf"\b(?:{phrases})", re.IGNORECASE)  # \b: tried where a word begins, not at every letter


def kinships(texts: list[Words], evidence: Collection[EvidenceKind]) -> Iterator[Kin]:
    """Each pair of texts that shares passages, sorted."""
    for left, right in proposals(texts) if "wording" in evidence else ():
        found = aligned(texts[left], texts[right], LEAST_PASSAGE)
        if "rewording" not in evidence:
            found = tuple(one for one in found if one.verbatim >= LEAST_VERBATIM)
        kin = Kin(left, right, found)
        if kin.words >= LEAST_WORDS:
            yield kin
