"""Posts: which bodies the people of a story are said to speak for, or to belong to.

By what a report says of them beside their name: a role with a body in it ("a physician at the County Hospital") or
beside it ("Apple's marketing chief"), an office of state ("the health secretary"), or a clause that tells what they
lead ("who has run Bramhall & Sons since 2019", "who ran the minister's private office").
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from stemma.findings.bodies import GOVERNMENT, person_of, served, unnational, whose
from stemma.findings.meant import Bodies
from stemma.findings.tables import plain, words
from stemma.model import Entity, EntityKind, Name, Reading, Role
from stemma.values.names import fold

_STATE = frozenset({"president", "premier", "minister", "chancellor"})  # Offices that speak for a government.
_BESIDE = 4  # Characters between a body's name and the role that it owns: "Apple's ".
_MINISTERS = re.compile(r"^(.+) (?:minister|secretary)$")

_BESIDE_NAME = re.compile(r", (?!who\b|which\b)((?:(?!\bformer\b)[^,.;:\n]){4,90})(?=[,.;:\n])")

Heads = Mapping[tuple[str, EntityKind], str]


def ministers(readings: Iterable[Reading], heads: Heads, known: Bodies) -> frozenset[str]:
    """Those who head a ministry of the story, by their names."""
    return frozenset(
        heads[person.name, person.kind]
        for reading in readings
        for person in reading.entities
        if person.kind == "person" and any(_ministry(role.text, known) for role in person.roles)
    )


def posts(reading: Reading, heads: Heads, known: Bodies, minister: str) -> Iterator[tuple[Entity, str, bool]]:
    """(person, key of the body or the person spoken for, whether it is an office) for each post that a report gives a
    person; `minister` is the only one of the story, or ""."""
    named = [
        name
        for name in reading.names
        if reading.entities[name.entity].kind in ("body", "outlet") and name.kind == "name"
    ]
    for person in reading.entities:
        for role in person.roles if person.kind == "person" else ():
            for body, office in _of_role(reading, role, heads, known, named):
                yield person, body, office
    for name in reading.names:
        person = reading.entities[name.entity]
        if person.kind == "person" and (led := _leads().match(reading.report.text, name.end)) is not None:
            for body in known.within(led.group(1)):
                yield person, plain(body), True
            if minister and _of_minister().search(led.group(1)):
                yield person, plain(minister), True
        if person.kind == "person" and (beside := _BESIDE_NAME.match(reading.report.text, name.end)) is not None:
            yield from ((person, body, True) for body in _of_officer(beside.group(1), heads, known))


def _of_role(
    reading: Reading, role: Role, heads: Heads, known: Bodies, named: list[Name]
) -> Iterator[tuple[str, bool]]:
    """The bodies of one role: named in it or right beside it, under a common noun, known from any report, the
    state's."""
    seats: dict[str, str] = words("acts")["seats"]
    said = frozenset(fold(role.text).split())
    if "former" in said:
        return
    office = bool(frozenset(words("acts")["officers"]) & said)
    yield from ((seats[word], office) for word in sorted(said & seats.keys()))
    if _STATE & said:
        yield GOVERNMENT, office
    if body := _ministry(role.text, known) or plain(known.meant(whose(role.text) or role.text)) or served(role.text):
        yield body, office
    if (principal := person_of(role.text)) and (principal, "person") in heads:
        yield plain(heads[principal, "person"]), True
    for name in named:
        if role.start - (_BESIDE if office else 0) <= name.end and name.start <= role.end + 1:
            entity = reading.entities[name.entity]
            yield plain(heads[entity.name, entity.kind]), office


def _of_officer(words_beside: str, heads: Heads, known: Bodies) -> Iterator[str]:
    """The bodies for which an officer speaks by what stands beside the name: "convenor of the Counter Staff Guild"."""
    said = frozenset(fold(words_beside).split())
    seats: dict[str, str] = words("acts")["seats"]
    yield from (seats[word] for word in sorted(said & seats.keys()))
    if (principal := person_of(words_beside)) and (principal, "person") in heads:
        yield plain(heads[principal, "person"])
    if said & frozenset(words("acts")["officers"]):
        yield from map(plain, known.within(words_beside) or filter(None, [known.meant(words_beside)]))


def _ministry(role: str, known: Bodies) -> str:
    """The ministry that a minister heads: the story's one body of state for the same matter."""
    found = _MINISTERS.match(unnational(role))
    if found is None:
        return ""
    also: dict[str, str] = words("acts")["matters"]
    state = frozenset(words("acts")["ministries"])
    for matter in filter(None, (found.group(1), also.get(found.group(1), ""))):
        of_it = frozenset.intersection(*(frozenset(known.by_word.get(word, ())) for word in fold(matter).split()))
        named = {plain(name) for name in of_it if state & set(fold(name).split())}
        if len(named) == 1:
            return min(named)
    return ""


@cache
def _of_minister() -> re.Pattern[str]:
    return re.compile(rf"^ the (?:minister|secretary)['’]s (?:[\w-]+ )*(?:{'|'.join(words('acts')['voices'])})$")


@cache
def _leads() -> re.Pattern[str]:
    verbs = "|".join(words("acts")["leading"])
    return re.compile(rf"(?:, \d{{2}})?, who (?:(?:has|have|had|is|was|also|currently|now) )*(?:{verbs})\b([^.,;:\n]*)")
