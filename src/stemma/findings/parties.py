"""Who is who over all reports: names of one person or body under one head, with the roles that the reports give."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stemma.findings.bodies import person_of, proper, unnational
from stemma.findings.meant import Bodies, bodies
from stemma.findings.posts import ministers, posts
from stemma.model import EntityKind, Excerpt, Party, Reading, SourceKind
from stemma.values.names import fold, fullest, merge, same_body

_STEM = 3  # Letters that two spellings of a name begin with alike.
_KINDS: dict[SourceKind | EntityKind, EntityKind] = {
    "person": "person",
    "body": "body",
    "company": "body",
    "court": "body",
    "outlet": "outlet",
    "agency": "outlet",
    "place": "place",
    "other": "other",
}


@dataclass(frozen=True, slots=True)
class Parties:
    """Every name of the story -> the name that its bearer goes under; and for each person of office the keys of the
    bodies that the reports have them speak for ("Apple's marketing chief Phil Schiller"); `belongs` the same for posts
    that are no office ("a physician at the County Hospital"). `holders` gives for each
    office, in lower case without peoples' names, who is said to hold it ("prime minister")."""

    heads: dict[tuple[str, EntityKind], str]
    serves: dict[str, frozenset[str]]
    belongs: dict[str, frozenset[str]]
    holders: dict[str, frozenset[str]]
    bodies: Bodies

    def head(self, name: str, kind: SourceKind | EntityKind) -> str:
        """The name under which `name` goes in the story; `name` itself where it is nobody's."""
        entity = _KINDS.get(kind)
        return self.heads.get((name, entity), name) if entity else name

    def misread(self, name: str) -> bool:
        """Whether a name that was read as a person's is a body's: nobody gives it a post."""
        head = self.head(name, "person")
        return head not in self.serves and head not in self.belongs and self.bodies.names_one(name)


def parties(readings: Sequence[Reading]) -> Parties:
    """The parties of the story, whatever the order of `readings`."""
    uses = Counter(
        use for r in readings for use in {*((e.name, e.kind) for e in r.entities), *((h, k) for h, k in _sources(r))}
    )
    named = sorted(uses)
    heads: dict[tuple[str, EntityKind], str] = {}
    for members in merge(named):
        head = _head([named[i] for i in members], uses)
        heads.update({named[i]: head for i in members})
    serves: defaultdict[str, set[str]] = defaultdict(set)
    belongs: defaultdict[str, set[str]] = defaultdict(set)
    known = _bodies(readings, heads)
    leading = ministers(readings, heads, known)
    minister = min(leading) if len(leading) == 1 else ""
    for reading in readings:
        for person, body, office in posts(reading, heads, known, minister):
            (serves if office else belongs)[heads[person.name, person.kind]].add(body)
    heads |= _misread(heads)
    return Parties(heads, _frozen(serves), _frozen(belongs), _holders(readings, heads), known)


def _bodies(readings: Iterable[Reading], heads: dict[tuple[str, EntityKind], str]) -> Bodies:
    """The bodies of the story: those that are named in it, and those that speak under a name."""
    spoken = {
        each.source.name
        for reading in readings
        for each in reading.attributions
        if each.source.kind in ("body", "company", "court") and proper(each.source.name)
        if not person_of(each.source.name)
    }
    named = {heads.get((name, "body"), name) for name in spoken}
    named |= {head for (_, kind), head in heads.items() if kind == "body"}
    # A name of one word can be a town's and its club's; one of several that is a body's was misread as a place.
    places = (name for name, kind in heads if kind == "place" and not (" " in name and name in named))
    return bodies(named, places)


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in table.items()}


def _misread(heads: dict[tuple[str, EntityKind], str]) -> dict[tuple[str, EntityKind], str]:
    """Names of one word read as a person's in one report that are a body's in another ("Energiya", "Energia")."""
    bodies: defaultdict[str, list[str]] = defaultdict(list)
    for name, kind in heads:
        if kind == "body" and " " not in name:
            bodies[fold(name)[:_STEM]].append(name)
    return {
        (name, kind): heads[meant[0], "body"]
        for name, kind in heads
        if kind == "person" and " " not in name and heads[name, kind] == name
        if (meant := [body for body in bodies[fold(name)[:_STEM]] if same_body(name, body)])
    }


def _holders(readings: Iterable[Reading], heads: dict[tuple[str, EntityKind], str]) -> dict[str, frozenset[str]]:
    holders: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        for person in reading.entities:
            for role in person.roles if person.kind == "person" else ():
                said = unnational(role.text).split()
                for at in range(len(said)):
                    holders[" ".join(said[at:])].add(heads[person.name, person.kind])
    return _frozen(holders)


def _head(names: Sequence[tuple[str, EntityKind]], uses: Counter[tuple[str, EntityKind]]) -> str:
    """The name that a party goes under: of those as full as the fullest, the one that most reports use."""
    words = len(fold(fullest([name for name, _ in names])).split())
    full = [use for use in names if len(fold(use[0]).split()) == words]
    most = max(uses[use] for use in full)
    return fullest([use[0] for use in full if uses[use] == most])


def _sources(reading: Reading) -> Iterable[tuple[str, EntityKind]]:
    for attribution in reading.attributions:
        for source in (attribution.source, *attribution.cites):
            if source.kind in _KINDS and source.entity is not None:
                yield source.name, _KINDS[source.kind]


def whos_who(readings: tuple[Reading, ...], known: Parties) -> tuple[Party, ...]:
    """People, bodies and outlets of the story with their roles, those in most reports first; places are left out."""
    found: dict[tuple[str, EntityKind], list[tuple[Reading, int]]] = {}
    for reading in readings:
        for entity in reading.entities:
            if entity.kind in ("person", "body", "outlet"):
                found.setdefault((known.head(entity.name, entity.kind), entity.kind), []).append(
                    (reading, entity.number)
                )
    made = [_party(head, kind, places) for (head, kind), places in found.items()]
    return tuple(sorted(made, key=lambda party: (-len(party.reports), party.kind != "person", party.name)))


def _party(head: str, kind: EntityKind, places: list[tuple[Reading, int]]) -> Party:
    entities = [(reading.report.id, reading.entities[number]) for reading, number in places]
    aliases = {alias for _, e in entities for alias in (e.name, *e.aliases) if alias != head}
    roles: dict[str, Excerpt] = {}
    for report, entity in entities:
        for role in entity.roles:
            roles.setdefault(fold(role.text), Excerpt(report, role.start, role.end))
    return Party(
        head,
        kind,
        tuple(sorted(aliases)),
        tuple(roles.values()),
        tuple(dict.fromkeys(report for report, _ in entities)),
    )
