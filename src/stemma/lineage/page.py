"""What the lineage needs of a report at hand: who published it, when, its quotations, and how outlets are named."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stemma.model import Reading, Report, Span
from stemma.values.moments import later
from stemma.values.outlets import matching, outlet_key


def used(report: Report) -> list[Span]:
    """The blocks that are the report's own text."""
    return [Span(block.start, block.end) for block in report.blocks if block.kind != "boilerplate"]


@dataclass(frozen=True, slots=True)
class Outlets:
    """The reports by the key of their outlet, each list in order of date and id."""

    reports: dict[str, tuple[Report, ...]]
    names: frozenset[str]

    def report_of(self, name: str, citing: Report) -> Report | None:
        """The report of the story that `citing` can mean when it names the outlet: the latest one not after it, else
        the earliest; None where the outlet has none besides `citing` itself."""
        meant = outlet_key(matching(name, self.names))
        others = [report for report in self.reports.get(meant, ()) if report.id != citing.id]
        before = [report for report in others if not later(report.dating, citing.dating)]
        return before[-1] if before else others[0] if others else None


def outlets(readings: Iterable[Reading]) -> Outlets:
    """The outlets of the story's reports."""
    table: dict[str, list[Report]] = {}
    for reading in readings:
        if reading.report.outlet:
            table.setdefault(outlet_key(reading.report.outlet), []).append(reading.report)
    names = frozenset(report.outlet for reports in table.values() for report in reports)
    return Outlets({name: tuple(sorted(reports, key=order)) for name, reports in table.items()}, names)


def order(report: Report) -> tuple[date, str, str]:
    """Reports in order of publication as far as it is known; the unknown last."""
    return (report.dating.earliest or date.max, report.dating.moment, report.id)


def dated_first(a: Report, b: Report) -> tuple[Report, Report, bool]:
    """The two reports, the earlier first, and whether their order is known."""
    if later(a.dating, b.dating):
        return b, a, True
    if later(b.dating, a.dating):
        return a, b, True
    first, second = sorted((a, b), key=order)
    return first, second, False


def sequence(readings: Sequence[Reading]) -> list[Reading]:
    """The readings in order of publication."""
    return sorted(readings, key=lambda reading: order(reading.report))
