"""Publisher families: outlets of one owner, editions of one another, and those that carry the texts of others.

The table `data/families.toml` is there to be edited. A family is no edge: it tells that copy is shared as a matter of
course, so that shared wording needs no further reason."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from stemma.lineage.tables import table
from stemma.model import Family, FamilyKind, Reading
from stemma.values.outlets import outlet_key


@dataclass(frozen=True, slots=True)
class Publisher:
    """A row of the table: outlets that share copy, and why."""

    name: str
    kind: FamilyKind
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Families:
    """The families in the story, the numbers of each report's, and the reports of outlets that carry others' texts."""

    found: tuple[Family, ...]
    of: dict[str, frozenset[str]]
    transport: frozenset[str]

    def alike(self, left: str, right: str) -> bool:
        """Whether two reports, by their ids, are of one family."""
        return bool(self.of.get(left, frozenset()) & self.of.get(right, frozenset()))


def families(readings: Iterable[Reading], publishers: Sequence[Publisher]) -> Families:
    """The families with two or more reports in the story, and every outlet of transport in it."""
    register = _register(publishers)
    members: defaultdict[tuple[str, FamilyKind], list[str]] = defaultdict(list)
    for reading in readings:
        for name, kind in register.get(outlet_key(reading.report.outlet), ()):
            members[name, kind].append(reading.report.id)
    found = tuple(
        Family(name, kind, tuple(sorted(reports)))
        for (name, kind), reports in sorted(members.items())
        if kind == "transport" or len(reports) > 1
    )
    of: defaultdict[str, set[str]] = defaultdict(set)
    for family in found:
        if family.kind != "transport":
            for report in family.reports:
                of[report].add(family.name)
    carriers = frozenset(report for family in found if family.kind == "transport" for report in family.reports)
    return Families(found, {report: frozenset(names) for report, names in of.items()}, carriers)


@cache
def known_publishers() -> tuple[Publisher, ...]:
    """The table that comes with the package."""
    rows = table("families")["family"]
    return tuple(Publisher(row["name"], row["kind"], tuple(row["outlets"])) for row in rows)


def _register(publishers: Iterable[Publisher]) -> dict[str, tuple[tuple[str, FamilyKind], ...]]:
    """The key of each outlet -> its families."""
    register: defaultdict[str, list[tuple[str, FamilyKind]]] = defaultdict(list)
    for publisher in publishers:
        for outlet in publisher.outlets:
            register[outlet_key(outlet)].append((publisher.name, publisher.kind))
    return {key: tuple(sorted(set(found))) for key, found in register.items()}
