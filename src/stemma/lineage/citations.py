"""Citations by name: which outlet, agency or journalist a report says it rests on."""

from collections.abc import Iterable

from stemma.lineage.page import Outlets
from stemma.model import Attribution, Edge, Entity, Reading, Report, Source, Span
from stemma.values.outlets import matching, may_be_medium, outlet_key

_WRITERS = frozenset({"journalist", "reporter", "correspondent", "columnist", "blogger", "editor"})


def citations(reading: Reading, outlets: Outlets) -> Iterable[Edge]:
    """One edge for each outside voice or other report that `reading`'s attributions rest on, with its words."""
    seen: set[str] = set()
    for attribution in reading.attributions:
        relayed = () if _is_medium(attribution.source, reading, outlets) else attribution.cites
        for source in (attribution.source, *relayed):
            key = outlet_key(source.name)
            if not _is_medium(source, reading, outlets) or key in seen or _own(source, reading.report):
                continue
            seen.add(key)
            yield _edge(reading.report, source, attribution, outlets)


def _is_medium(source: Source, reading: Reading, outlets: Outlets) -> bool:
    """Whether a source is an outlet, an agency or a journalist. By the words as printed: "Averford town council" may go
    under the name of Averford, which an outlet has too."""
    if may_be_medium(source.name, source.kind, frozenset()):
        return True
    printed = reading.report.text[source.start : source.end]
    if may_be_medium(source.name, source.kind, outlets.names) and matching(printed, outlets.names):
        return True
    if source.kind != "person" or source.entity is None:
        return False
    return writes(reading.entities[source.entity])


def writes(entity: Entity) -> bool:
    """Whether the report calls this person a journalist."""
    return any(word in _WRITERS for role in entity.roles for word in role.text.lower().replace(",", " ").split())


def _own(source: Source, report: Report) -> bool:
    return (
        bool(report.outlet) and outlet_key(source.name) == outlet_key(report.outlet)
    ) or source.name in report.authors


def _edge(report: Report, source: Source, attribution: Attribution, outlets: Outlets) -> Edge:
    other = outlets.report_of(source.name, report)
    start = min(source.start, attribution.cue.start if attribution.cue else source.start)
    end = max(source.end, attribution.cue.end if attribution.cue else source.end)
    if end - start > 200:
        start, end = source.start, source.end
    return Edge(
        report=report.id,
        to=other.id if other else source.name,
        outside=other is None,
        kind="cites",
        evidence=Span(start, end),
        reason="names it as the source",
    )
