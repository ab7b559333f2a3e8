"""Which place each name in a report means, and what decided it.

A name is decided by the first of these that applies, else it is not decided at all:

    written     the words beside it say where it lies or what it is: "Erie, Pa.", "the French city of Tours"
    elsewhere   so they do where else the report has that name: one name is one place, unless written otherwise
    alone       a country's name; a city that news writes without its state; by far the largest of its name
    near        the report names the division or the country of one, or of one by far larger than the others there

The outlet's own country is no evidence, nor is any other report.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from stemma.model import Annotated, Place
from stemma.values.gazetteer import Entry, around, key, named, near, words
from stemma.values.name_tables import nations
from stemma.values.placerelations import lies_in
from stemma.values.placespots import Spot, spots

FAR_LARGER = 10
"""How many times the people of the next place of its name a place must have to be meant where nothing is said. London
has 21 times those of its Canadian namesake; Birmingham 5 and Columbus 4 times those of theirs, and need the words."""

LARGE = 100_000
"""People from which a place can be meant by its size alone."""

SMALL = 15_000
"""People below which a place is meant only where the report names its own division: nearly every name is some village's
somewhere, and the gazetteer does not hold the smallest."""

BETTER_KNOWN = 3
"""How many times the people of a place another of its name, in a country that is named too, must have to be meant as
likely, though its own division is not named."""

WRITTEN = "written with where it lies"
TOLD = "the words beside it say what it is"
HOLDS = "written with a place that lies in it"
ELSEWHERE = "said elsewhere in the report"
COUNTRY = "a country's name"
STATE = "a state's or province's name"
ALONE = "a city that news writes without its country or state"
LARGEST = "by far the largest of that name"
ONLY = "the only place of that name"
NEAR_DIVISION = "the report names the division that it lies in"
NEAR_COUNTRY = "the report names the country that it lies in, or others near it"

NO_NAME = "no place of that name is known"
NOT_THERE = "no place of that name is known where the report puts it"
SEVERAL = "nothing in the report tells which of that name"
TWO = "the report writes of two places of that name"

_AREAS = frozenset({"continent", "region", "country", "division"})
# Where states are at least as well known as cities of their name; elsewhere the city is the one in the news.
_KNOWN_BY_STATE = frozenset({"AU", "CA", "US"})


@dataclass(frozen=True, slots=True)
class _Decision:
    """The place, None where it cannot be told, and why."""

    entry: Entry | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """Codes that speak for a place: divisions and countries that are named or hold a place that is; `inner` are the
    countries of which more is named than themselves: a place in them, or their people."""

    divisions: frozenset[str]
    countries: frozenset[str]
    inner: frozenset[str]


def find_places(annotated: Annotated) -> tuple[Place, ...]:
    """Every name of a place in the report, in order: what it means and what decided, or that it cannot be told."""
    found = spots(annotated)
    decided = _written(found)
    decided |= _said_elsewhere(found, decided)
    for number, spot in enumerate(found):
        if number not in decided and (decision := _alone(spot.entries)):
            decided[number] = _Decision(None, SEVERAL) if spot.doubtful and decision.reason == ALONE else decision
    evidence = _evidence(annotated, [decision.entry for decision in decided.values() if decision.entry])
    return tuple(
        _place(spot, decided.get(number) or _near(spot.entries, evidence)) for number, spot in enumerate(found)
    )


def _written(found: Sequence[Spot]) -> dict[int, _Decision]:
    """What the words beside the names decide, by the number of the spot."""
    decided: dict[int, _Decision] = {}
    for number, spot in enumerate(found):
        holders = found[spot.holder].entries if spot.holder is not None else spot.countries
        if not holders or not spot.entries:
            if spot.told and (entry := _outstanding(spot.entries)):
                decided[number] = _Decision(entry, TOLD)
            continue
        inside = _inside(spot.entries, holders)
        if inside:
            entry = _outstanding(inside)
            decided[number] = _Decision(entry, WRITTEN if entry else SEVERAL)
            if entry and spot.holder is not None:
                above = [holder for holder in holders if holder.kind != "city" and lies_in(entry, holder)]
                if len(above) == 1:
                    decided.setdefault(spot.holder, _Decision(above[0], HOLDS))
        elif spot.holder == number + 1 and not any(e.kind in _AREAS for e in spot.entries):
            decided[number] = _Decision(None, NOT_THERE)
    return decided


def _inside(entries: Sequence[Entry], holders: Sequence[Entry]) -> tuple[Entry, ...]:
    """The places that lie in what is written with them; where that is no area, those in the same division as the town
    that it is."""
    inside = tuple(e for e in entries if any(lies_in(e, holder) for holder in holders))
    divisions = {holder.division for holder in holders if holder.kind == "city"}
    return inside or tuple(e for e in entries if e.kind == "city" and e.division in divisions and e not in holders)


def _said_elsewhere(found: Sequence[Spot], decided: Mapping[int, _Decision]) -> dict[int, _Decision]:
    """What names mean that are written with where they lie at another place of the report."""
    meant: dict[str, set[Entry]] = defaultdict(set)
    for number, decision in decided.items():
        if decision.entry and decision.reason != HOLDS:  # "Brooklyn, New York" is the state, "New York" the city
            meant[key(found[number].name)].add(decision.entry)
    more: dict[int, _Decision] = {}
    for number, spot in enumerate(found):
        entries = meant.get(key(spot.name), set()) & set(spot.entries)
        if number not in decided and entries:
            more[number] = _Decision(next(iter(entries)), ELSEWHERE) if len(entries) == 1 else _Decision(None, TWO)
    return more


@lru_cache(maxsize=16384)
def _alone(entries: tuple[Entry, ...]) -> _Decision | None:
    """What a name means by itself."""
    if not entries:
        return _Decision(None, NO_NAME)
    wide = [e for e in entries if e.kind in ("continent", "region")]
    countries = [e for e in entries if e.kind == "country"]
    largest = entries[0].population
    if wide or (len(countries) == 1 and countries[0].population >= _most_people(entries, "division")):
        return _Decision((wide or countries)[0], COUNTRY if not wide else ONLY)
    alone = [e for e in entries if e in _written_alone()]
    if len(alone) == 1:
        return _Decision(alone[0], ALONE)
    if entries[0].kind == "division" and entries[0].country in _KNOWN_BY_STATE and not countries:
        return _Decision(entries[0], STATE)
    entry = _outstanding(entries)
    if entry and largest >= LARGE:
        return _Decision(entry, ONLY if len(_merged(entries)) == 1 else LARGEST)
    return None


def _most_people(entries: Iterable[Entry], kind: str) -> int:
    return max((e.population for e in entries if e.kind == kind), default=0)


@cache
def _written_alone() -> frozenset[Entry]:
    """The cities that news writes without their state or country."""
    listed = [(name, division) for division, names in words()["alone"].items() for name in names]
    return frozenset(
        e for name, division in listed for e in named(name)[:3] if e.kind == "city" and e.division == division
    )


def _outstanding(entries: Sequence[Entry]) -> Entry | None:
    """The only one of the places, or the one by far larger than all others; None where there is none such."""
    ordered = sorted(_merged(tuple(entries)), key=lambda e: -e.population)
    if len(ordered) > 1 and ordered[0].population < FAR_LARGER * max(1, ordered[1].population):
        return None
    return ordered[0]


@lru_cache(maxsize=16384)
def _merged(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The places without those that share their name with what they are the main part of: a division named like its
    city, a city like its country; of states as well known as their cities, both stay."""
    countries = {e.code for e in entries if e.kind == "country"}
    cities = {e.country for e in entries if e.kind == "city" and e.population >= LARGE} - _KNOWN_BY_STATE
    return tuple(
        e
        for e in entries
        if e.kind == "country" or not (e.country in countries or (e.kind == "division" and e.country in cities))
    )


def _evidence(annotated: Annotated, entries: Iterable[Entry]) -> _Evidence:
    """What the decided places and the peoples that the report names speak for."""
    text = annotated.report.text
    known = nations()
    said = {text[t.start : t.end].lower() for t in annotated.tokens if text[t.start].isupper()}
    peoples = {e for word in said & known.keys() for e in named(known[word])[:1] if e.kind in ("country", "division")}
    everything = [*entries, *peoples]
    return _Evidence(
        frozenset(e.division for e in everything if e.division),
        frozenset(e.country for e in everything if e.country),
        frozenset(e.country for e in everything if e.division or e in peoples),
    )


def _near(entries: tuple[Entry, ...], evidence: _Evidence) -> _Decision:
    """What a name means by the other places of the report."""
    weights = {e: _weight(e, evidence) for e in _merged(entries)}
    most = max(weights.values())
    if not most:
        return _Decision(None, SEVERAL)
    chosen = _outstanding([e for e, weight in weights.items() if weight == most])
    if chosen is None or (most == 1 and chosen.kind == "city" and chosen.population < SMALL):
        return _Decision(None, SEVERAL)
    if any(e.population > BETTER_KNOWN * chosen.population for e, weight in weights.items() if weight and e != chosen):
        return _Decision(None, SEVERAL)
    return _Decision(chosen, NEAR_DIVISION if most == 2 else NEAR_COUNTRY)


def _weight(entry: Entry, evidence: _Evidence) -> int:
    """2 where the division is named, 1 where the country is: more of it than its name for a division, and for a
    country a place in it, its people, or a neighbour."""
    if entry.kind == "country":
        return int(entry.code in evidence.inner or bool(near(entry.code) & evidence.countries))
    if entry.kind == "division":
        return int(entry.country in evidence.inner)
    return 2 if entry.division in evidence.divisions else int(entry.country in evidence.countries)


def _place(spot: Spot, decision: _Decision) -> Place:
    entry = decision.entry
    candidates = len(spot.entries)
    if entry is None:
        return Place(spot.name, None, (), "", "", None, candidates, decision.reason, spot.start, spot.end)
    return Place(
        entry.name,
        entry.kind,
        around(entry),
        entry.country,
        entry.division,
        entry.number,
        candidates,
        decision.reason,
        spot.start,
        spot.end,
    )
