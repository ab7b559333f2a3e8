"""The gazetteer: what places there are of a name, and which lies in which.

`data/gazetteer.tsv.gz` is made of GeoNames (https://www.geonames.org, CC BY 4.0) by `training/gazetteer.py`:
continents, countries and territories, their first-level divisions, counties of the United States, and towns from
2,500 people. After its credit, two blocks with a blank line between them, areas and towns, each sorted by
`key` of the name:

    areas: name, code, population, number, kind, full name where the first is short for it, continent and neighbours
    towns: name, code of the division, population, number, own name where the first is another

Codes are those of GeoNames: "US", "US.PA", "US.PA.049"; continents have small letters ("eu"). A name is found by
bisection, so that reading the table costs little and keeping it less. `data/places.toml` adds what it lacks.
"""

import gzip
import re
import tomllib
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from stemma.model import PlaceKind
from stemma.values.names import fold

CREDIT = "# From GeoNames, https://www.geonames.org, licensed CC BY 4.0; selected and rearranged."

SHORTEST = 5
"""Letters from which a name of `data/places.toml` is known in any writing: "US" is no pronoun, and "La." not "LA"."""

_ONE_WORD_FOR = {"saint": "st", "sainte": "ste", "mount": "mt"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer; of a town, `code` is its division's. `number` is GeoNames', None where it has none."""

    name: str
    kind: PlaceKind
    code: str
    population: int
    number: int | None

    @property
    def country(self) -> str:
        """The ISO 3166 code of the country or territory that it is or lies in; empty for what lies in several."""
        code = self.code.partition(".")[0]
        return code if code.isupper() else ""

    @property
    def division(self) -> str:
        """The code of the first-level division that it is or lies in ("US.PA"); empty where it is none."""
        return ".".join(self.code.split(".")[:2]) if "." in self.code else ""


class _Lines(Sequence[str]):
    """The lines of a text, cut out when they are asked for: as strings they would take three times the room."""

    def __init__(self, text: bytes) -> None:
        self._text = text
        self._ends = array("L", (match.start() for match in re.finditer(rb"\n|\Z", text)))

    def __len__(self) -> int:
        return len(self._ends)

    def __getitem__(self, number: Any) -> Any:
        start = self._ends[number - 1] + 1 if number else 0
        return self._text[start : self._ends[number]].decode()


@dataclass(frozen=True, slots=True)
class _Table:
    areas: Sequence[str]
    towns: Sequence[str]


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """The same for every writing of a name: folded, without "the", saints and mounts short."""
    words = fold(name).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_ONE_WORD_FOR.get(word, word) if len(words) > 1 else word for word in words)


@lru_cache(maxsize=16384)
def named(name: str) -> tuple[Entry, ...]:
    """Every place that `name` can mean, the largest first; none where the gazetteer has none."""
    short = _other_names().get(name, ()) if len(name) < SHORTEST else ()
    more = _other_names().get(key(name), ())
    found = dict.fromkeys(short or (*more, *_rows(_table().areas, name), *_rows(_table().towns, name)))
    return tuple(sorted(found, key=lambda e: (-e.population, e.code, e.number or 0)))


@cache
def area(code: str) -> Entry | None:
    """The continent, country, division, county or region of that code."""
    return _areas().get(code)


def around(entry: Entry) -> tuple[str, ...]:
    """The names of the areas in which a place lies, the nearest first: "Pennsylvania", "United States"."""
    codes = dict.fromkeys((entry.code if entry.kind == "city" else "", entry.division, entry.country))
    areas = (area(code) for code in codes if code and (entry.kind == "city" or code != entry.code))
    return tuple(each.name for each in areas if each)


def near(code: str) -> frozenset[str]:
    """The codes of a country's continent and neighbours."""
    return frozenset(_near().get(code, "").split())


@cache
def countries_of(code: str) -> frozenset[str]:
    """The countries of a continent or region; none for other areas."""
    if code in _regions():
        return frozenset(_regions()[code]["countries"].split())
    if code.isupper():
        return frozenset()
    return frozenset(country for country, around in _near().items() if code in around.split())


@cache
def sovereign(country: str) -> str:
    """The country that a territory belongs to; of others, the country itself."""
    return next((holder for holder, held in words()["belongs"].items() if country in held.split()), country)


def disputed(code: str, country: str) -> bool:
    """Whether the country claims or holds the area of that code, against others."""
    return bool(words()["disputed"].get(code) == country)


def is_part(town: Entry, city: Entry) -> bool:
    """Whether a town is known as a part of a city."""
    return town.kind == "city" and town.name in words()["parts"].get(f"{city.name}, {city.code}", ())


@cache
def kind_words(kind: PlaceKind) -> tuple[str, ...]:
    """The words that say of a place that it is of this kind ("province")."""
    return tuple(words()["kinds"].get(kind, ()))


@cache
def words() -> Mapping[str, Any]:
    """The tables of `data/places.toml`."""
    text = (files("stemma.values") / "data" / "places.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _table() -> _Table:
    packed = (files("stemma.values") / "data" / "gazetteer.tsv.gz").read_bytes()
    areas, _, towns = gzip.decompress(packed).partition(b"\n\n")
    return _Table(areas.decode().split("\n")[1:], _Lines(towns))


def _rows(lines: Sequence[str], name: str) -> Iterator[Entry]:
    """The entries of all lines with the name."""
    wanted = key(name)
    place = bisect_left(lines, wanted, key=_key_of_line)
    while place < len(lines) and _key_of_line(lines[place]) == wanted:
        yield _entry(lines[place])
        place += 1


def _key_of_line(line: str) -> str:
    return key(line[: line.index("\t")])


def _entry(line: str) -> Entry:
    name, code, population, number, *rest = line.split("\t")
    if rest and rest[0] in ("continent", "country", "division", "county"):
        kind: PlaceKind = rest[0]  # type: ignore[assignment]  # narrowed by the line above
        rest = rest[1:]
    else:
        kind = "city"
    own = rest[0] if rest and rest[0] else name
    return Entry(own, kind, code, int(population), int(number) if number else None)


@cache
def _areas() -> Mapping[str, Entry]:
    """Code -> area."""
    found = {entry.code: entry for entry in map(_entry, _table().areas)}
    regions = {code: Entry(region["name"], "region", code, 0, None) for code, region in _regions().items()}
    return MappingProxyType(found | regions)


@cache
def _regions() -> Mapping[str, Mapping[str, Any]]:
    return MappingProxyType({key(name): {"name": name, **rest} for name, rest in words()["regions"].items()})


@cache
def _near() -> Mapping[str, str]:
    fields = (line.split("\t") for line in _table().areas)
    return MappingProxyType({row[1]: row[6] for row in fields if len(row) > 6})


@cache
def _other_names() -> Mapping[str, tuple[Entry, ...]]:
    """The names of `data/places.toml`, short ones as they are written, others by their key -> places."""
    found: dict[str, list[Entry]] = {}
    for names, entry in _with_other_names():
        for name in names:
            found.setdefault(name if len(name) < SHORTEST else key(name), []).append(entry)
    return MappingProxyType({name: tuple(dict.fromkeys(entries)) for name, entries in found.items()})


def _with_other_names() -> Iterator[tuple[Sequence[str], Entry]]:
    for code, names in words()["areas"].items():
        yield names, _areas()[code]
    for town, names in words()["towns"].items():
        name, _, code = town.rpartition(", ")
        yield names, next(entry for entry in _rows(_table().towns, name) if entry.code == code)
    for code, region in _regions().items():
        yield (region["name"], *region.get("other", ())), _areas()[code]
