"""What the lineage needs of a report at hand: who published it, when, and how outlets are named."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from stemma.model import Dating, Reading, Report, Span
from stemma.values.moments import later
from stemma.values.outlets import matching, outlet_key

LEAST_WORDS = 2  # Words of a name that stands out from the words around it: not "Express" or "Today".

Place = tuple[date, str, str]


def used(report: Report) -> list[Span]:
    """The blocks that are the report's own text."""
    return [Span(block.start, block.end) for block in report.blocks if block.kind != "boilerplate"]


@dataclass(frozen=True, slots=True)
class Outlets:
    """The reports by the key of their outlet, each list in order of date and id, and their places in that order; the
    keys of LEAST_WORDS words or more by their first word."""

    reports: dict[str, tuple[Report, ...]]
    places: dict[str, tuple[Place, ...]]
    names: frozenset[str]
    by_first_word: dict[str, tuple[str, ...]]

    def report_of(self, name: str, citing: Report) -> Report | None:
        """The report of the story that `citing` can mean when it names the outlet: the latest one not after it, else
        the earliest; None where the outlet has none besides `citing` itself."""
        meant = outlet_key(matching(name, self.names))
        reports = self.reports.get(meant, ())
        upto = bisect_right(self.places.get(meant, ()), _latest(citing.dating))
        before = (report for report in reversed(reports[:upto]) if not later(report.dating, citing.dating))
        found = next((report for report in before if report.id != citing.id), None)
        return found or next((report for report in reports if report.id != citing.id), None)


def _latest(dating: Dating) -> Place:
    """After every report that may have come out no later."""
    return dating.latest or date.max, "~", "~"


def outlets(readings: Iterable[Reading]) -> Outlets:
    """The outlets of the story's reports."""
    table: dict[str, list[Report]] = {}
    for reading in readings:
        if reading.report.outlet:
            table.setdefault(outlet_key(reading.report.outlet), []).append(reading.report)
    names = frozenset(report.outlet for reports in table.values() for report in reports)
    ordered = {name: tuple(sorted(reports, key=order)) for name, reports in table.items()}
    places = {name: tuple(map(order, reports)) for name, reports in ordered.items()}
    by_first_word: dict[str, tuple[str, ...]] = {}
    for name in sorted(name for name in ordered if name.count(" ") + 1 >= LEAST_WORDS):
        first = name.split()[0]
        by_first_word[first] = (*by_first_word.get(first, ()), name)
    return Outlets(ordered, places, names, by_first_word)


def order(report: Report) -> Place:
    """Reports in order of publication as far as it is known; the unknown last."""
    return (report.dating.earliest or date.max, report.dating.moment, report.id)


def sequence(readings: Sequence[Reading]) -> list[Reading]:
    """The readings in order of publication."""
    return sorted(readings, key=lambda reading: order(reading.report))


def own_mentions(report: Report) -> tuple[int, ...]:
    """Where the report names its own outlet in its own text: "told the Evening Post"."""
    name = report.outlet.removeprefix("The ")
    if not name:
        return ()
    return tuple(
        span.start + match.start()
        for span in used(report)
        for match in re.finditer(re.escape(name), report.text[span.start : span.end])
    )
