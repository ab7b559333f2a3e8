"""Outlets of the story and news agencies that a report names anywhere in its text: who names one mostly has something
from it."""

from collections.abc import Iterable

from stemma.lineage.page import Outlets, used
from stemma.model import Edge, Reading, Span
from stemma.values.outlets import is_agency, outlet_key
from stemma.values.passages import WORD

LEAST_WORDS = 2  # Words of a name that is told from the words around it: not "The Times", "Express".
LONGEST = 6


def named(reading: Reading, outlets: Outlets) -> Iterable[Edge]:
    """One edge for each other outlet of the story, and each agency outside it, that `reading` names in full."""
    report = reading.report
    seen = {outlet_key(report.outlet), ""}
    for name in reading.names:
        words = report.text[name.start : name.end]
        if name.kind == "name" and " " in words and is_agency(words) and outlet_key(words) not in seen:
            seen.add(outlet_key(words))
            agency = outlets.report_of(words, report)
            to = agency.id if agency else words.removeprefix("the ").removeprefix("The ")
            yield Edge(report.id, to, agency is None, "cites", Span(name.start, name.end), (), "names it")
    for span in used(report):
        words = list(WORD.finditer(report.text, span.start, span.end))
        for first in range(len(words)):
            if not words[first].group()[0].isupper():
                continue
            for last in range(first + LEAST_WORDS - 1, min(first + LONGEST, len(words))):
                start, end = words[first].start(), words[last].end()
                key = outlet_key(report.text[start:end])
                if key in seen or key not in outlets.reports:
                    continue
                other = outlets.report_of(report.text[start:end], report)
                seen.add(key)
                if other is not None:
                    yield Edge(report.id, other.id, False, "cites", Span(start, end), (), "names it")
