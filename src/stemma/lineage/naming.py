"""Outlets of the story and news agencies that a report names anywhere in its text: who names one mostly has something
from it."""

from collections.abc import Iterable

from stemma.lineage.page import Outlets, used
from stemma.model import Edge, Reading, Span
from stemma.values.outlets import is_agency, outlet_key
from stemma.values.passages import WORD


def named(reading: Reading, outlets: Outlets) -> Iterable[Edge]:
    """One edge for each other outlet of the story, and each agency outside it, that `reading` names in full."""
    report = reading.report
    seen = {outlet_key(report.outlet), ""}
    for name in reading.names:
        said = report.text[name.start : name.end]
        if name.kind == "name" and " " in said and is_agency(said) and outlet_key(said) not in seen:
            seen.add(outlet_key(said))
            agency = outlets.report_of(said, report)
            to = agency.id if agency else said.removeprefix("the ").removeprefix("The ")
            yield Edge(report.id, to, agency is None, "cites", Span(name.start, name.end), (), "names it")
    for key, span in _spelt_out(reading, outlets):
        other = outlets.report_of(key, report)
        if key not in seen and other is not None:
            seen.add(key)
            yield Edge(report.id, other.id, False, "cites", span, (), "names it")


def _spelt_out(reading: Reading, outlets: Outlets) -> Iterable[tuple[str, Span]]:
    """Where outlets of the story stand in the text under their full names, with their keys."""
    text = reading.report.text
    for block in used(reading.report):
        words = list(WORD.finditer(text, block.start, block.end))
        plain = [word.group().lower() for word in words]
        for first, word in enumerate(plain):
            for key in outlets.by_first_word.get(word, ()) if text[words[first].start()].isupper() else ():
                last = first + key.count(" ")
                if " ".join(plain[first : last + 1]) == key:
                    yield key, Span(words[first].start(), words[last].end())
