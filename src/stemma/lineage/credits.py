"""Credits for the whole text: the agency in the dateline, byline or foot."""

from collections.abc import Iterable

from stemma.lineage.page import Outlets
from stemma.model import Edge, Reading, Span
from stemma.values.outlets import outlet_key


def credited(reading: Reading, outlets: Outlets) -> Iterable[Edge]:
    """One edge for each agency credited, to its own report where that is in the story."""
    report = reading.report
    seen: set[str] = set()
    for credit in report.credits:
        if outlet_key(credit.name) in seen or outlet_key(credit.name) == outlet_key(report.outlet):
            continue
        seen.add(outlet_key(credit.name))
        other = outlets.report_of(credit.name, report)
        yield Edge(
            report=report.id,
            to=other.id if other else credit.name,
            outside=other is None,
            kind="credits",
            evidence=Span(credit.start, credit.end),
            reason="credits it for the text",
        )
