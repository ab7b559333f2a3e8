"""Credits for the whole text: the agency in the dateline, byline or foot."""

from collections.abc import Iterable

from stemma.lineage.page import Outlets
from stemma.model import Credit, Edge, Reading, Report, Span
from stemma.values.outlets import matching, outlet_key


def credited(reading: Reading, outlets: Outlets) -> Iterable[Edge]:
    """One edge for each agency credited, to its own report where that is in the story."""
    report = reading.report
    seen: set[str] = set()
    for credit in report.credits:
        if outlet_key(credit.name) in seen or _own(credit, report):
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


def _own(credit: Credit, report: Report) -> bool:
    """Whether an outlet credits itself, by its name or its initials as printed: "MNA" is first of all the one that
    prints it, and only then another agency of that name."""
    printed = report.text[credit.start : credit.end].strip("()[]–—- \n")
    own = frozenset({report.outlet} - {""})
    return any(matching(name, own) for name in (credit.name, printed))
