"""What reports say of themselves: which outlets, agencies and journalists they cite, credit or link to."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Literal, get_args

from stemma.lineage.citations import citations
from stemma.lineage.credits import credited
from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.hyperlinks import addresses, linked
from stemma.lineage.naming import named
from stemma.lineage.page import Outlets
from stemma.lineage.weigh import Values, explain, weigh, without
from stemma.model import Edge, Reading, Report
from stemma.values.moments import later
from stemma.values.outlets import is_agency, matching, outlet_key

Said = dict[tuple[str, str], list[Edge]]

Way = Literal["named as the source", "named in its text", "credited", "linked to"]


def statements(readings: Sequence[Reading], outlets: Outlets, evidence: Collection[EvidenceKind]) -> Said:
    """Every edge that a report states itself, with its probability, by the report and what it rests on."""
    by_address = addresses(readings)
    reports = {reading.report.id: reading.report for reading in readings}
    makers: list[tuple[Way, EvidenceKind, Callable[[Reading], Iterable[Edge]]]] = [
        ("credited", "credits", lambda reading: credited(reading, outlets)),
        ("named as the source", "citations", lambda reading: citations(reading, outlets)),
        ("linked to", "hyperlinks", lambda reading: linked(reading, by_address)),
        ("named in its text", "citations", lambda reading: named(reading, outlets)),
    ]
    found: defaultdict[tuple[str, str], dict[Way, Edge]] = defaultdict(dict)
    made = [
        (way, edge) for reading in readings for way, kind, make in makers if kind in evidence for edge in make(reading)
    ]
    full = _full_names((edge.to for _, edge in made if edge.outside), readings)
    for way, edge in made:
        to = full.get(edge.to, edge.to) if edge.outside else edge.to
        found[edge.report, to].setdefault(way, replace(edge, to=to))
    return {pair: _weighed(pair, edges, reports, evidence) for pair, edges in sorted(found.items())}


def _full_names(outside: Iterable[str], readings: Iterable[Reading]) -> dict[str, str]:
    """For initials that the story spells out elsewhere ("MNA"), and other spellings of one outlet, the full name."""
    names = frozenset(outside)
    bodies = (
        e.name for reading in readings for e in reading.entities if e.kind in ("outlet", "body") and " " in e.name
    )
    spelt = frozenset(name for name in bodies if is_agency(name)) | names
    found = {name: matching(name, spelt - {name}) for name in sorted(names)}
    fuller = {name: other for name, other in found.items() if other and (name.isupper() or _same(name, other))}
    return {name: other for name, other in fuller.items() if (len(other), other) > (len(name), name)}


def _same(name: str, other: str) -> bool:
    return outlet_key(name) == outlet_key(other)


def _weighed(
    pair: tuple[str, str],
    edges: dict[Way, Edge],
    reports: dict[str, Report],
    evidence: Collection[EvidenceKind],
) -> list[Edge]:
    """The edges of one pair, one for each kind, each with the probability that all of them give."""
    values = without("statement", statement_values(pair, edges.keys(), reports), evidence)
    probability, features = weigh("statement", values), explain("statement", values)
    by_kind = {edge.kind: edge for edge in reversed(edges.values())}
    return [replace(edge, probability=probability, features=features) for _, edge in sorted(by_kind.items())]


def statement_values(pair: tuple[str, str], ways: Collection[Way], reports: dict[str, Report]) -> Values:
    """The evidence that the first of `pair` rests on the second, as it says in these ways, by name."""
    said = {way: 1.0 if way in ways else None for way in get_args(Way)}
    return said | {"in time": _in_time(pair, reports)}


def _in_time(pair: tuple[str, str], reports: dict[str, Report]) -> float | None:
    """1 where what is said to be the source came first, -1 where it came later, None where that is not known."""
    if pair[1] not in reports:
        return None
    citing, source = reports[pair[0]].dating, reports[pair[1]].dating
    return 1.0 if later(citing, source) else -1.0 if later(source, citing) else None
