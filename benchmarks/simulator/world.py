"""What happened: one event with its names and figures, and the parties that can tell of it."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from benchmarks.simulator.numerals import in_words
from benchmarks.simulator.parts import Naming
from benchmarks.simulator.pool import Fact, Kind, Pool, Source

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
FIRST, SPAN = datetime(2031, 1, 6, 4, 0), 700  # Events lie within so many days from the first.


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who tells something: `key` is the same wherever it is the same origin."""

    key: str
    source: Source
    person: str = ""
    title: str = ""
    words: str = ""


@dataclass(slots=True)
class World:
    """An event. `values` fills the slots; `figures` and `people` are the slots that hold a number or a person."""

    number: int
    kind: Kind
    start: datetime
    values: Mapping[str, str]
    figures: Mapping[str, int]
    people: frozenset[str]
    names: Mapping[str, tuple[str, ...]]
    parties: dict[str, Party] = field(default_factory=dict)
    surnames: set[str] = field(default_factory=set)

    def fact(self, number: str) -> Fact:
        """The fact of that id."""
        return next(fact for fact in self.kind.facts if fact.id == number)

    def party(self, role: str, outlet: str) -> Party:
        """Who `role` is for that outlet: another witness or group for each, else the same for all."""
        source = self.kind.sources[role]
        apart = source.kind in ("witness", "unnamed", "seen")
        key = f"{role}@{outlet}" if apart else role
        if key not in self.parties:
            rng = Random(f"{self.number}/{self.start}/{key}")
            title = rng.choice(source.people) if source.people else source.title
            words = rng.choice(source.words) if source.words else ""
            name = person(rng, self.names, self.surnames)
            self.surnames.add(name.rpartition(" ")[2])
            self.parties[key] = Party(key, source, name, title, words)
        return self.parties[key]

    def name(self, key: str, naming: Naming) -> str:
        """The party as a chain gives it; what an outlet sees itself is no hop and has no name."""
        party = self.parties[key]
        if party.source.kind == "seen":
            return ""
        if naming == "person":
            return party.person
        return self.filled(party.source.body if naming == "body" else party.words)

    def filled(self, text: str) -> str:
        """`text` with its slots filled."""
        return re.sub(r"\{(\w+)\}", lambda match: self.values.get(match[1], match[0]), text)


def world(rng: Random, pool: Pool, number: int) -> World:
    """An event drawn from the pool."""
    kind = pool.kinds[number % len(pool.kinds)] if number else rng.choice(pool.kinds)
    start = FIRST + timedelta(days=rng.randrange(SPAN), hours=rng.randrange(20))
    values = _days(start)
    figures: dict[str, int] = {}
    people: dict[str, str] = {}
    for slot, spec in kind.slots.items():
        if spec == "people":
            values[slot] = person(rng, pool.names, set(people.values()))
            people[slot] = values[slot].rpartition(" ")[2]
        elif isinstance(spec, str):
            taken = set(values.values())
            values[slot] = rng.choice([name for name in pool.names[spec] if name not in taken])
        elif isinstance(spec[0], int):
            low, high, step = (int(each) for each in spec)
            figures[slot] = rng.randrange(low, high + 1, step)
            values[slot] = in_words(figures[slot]) if figures[slot] < 10 else f"{figures[slot]:,}"
        else:
            values[slot] = str(rng.choice(spec))
    return World(number, kind, start, values, figures, frozenset(people), pool.names, surnames=set(people.values()))


def person(rng: Random, names: Mapping[str, tuple[str, ...]], taken: Collection[str] = ()) -> str:
    """A name, with a surname that is not `taken` as long as there are others."""
    surnames = [surname for surname in names["surnames"] if surname not in taken]
    return f"{rng.choice(names['given'])} {rng.choice(surnames or names['surnames'])}"


def _days(start: datetime) -> dict[str, str]:
    at = start.weekday()
    return {"day": DAYS[at], "next_day": DAYS[(at + 1) % 7], "later_day": DAYS[(at + 4) % 7]}
