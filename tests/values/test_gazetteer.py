"""The table of places: found by name, lying in one another, credited, small, and quick to read."""

import gzip
import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.values import gazetteer
from stemma.values.gazetteer import CREDIT, area, around, countries_of, key, named, near, sovereign, words

PACKED = (files("stemma.values") / "data" / "gazetteer.tsv.gz").read_bytes()
AREAS, _, TOWNS = (block.split("\n") for block in gzip.decompress(PACKED).decode().partition("\n\n"))
LARGEST_FILE = 1_500_000


def test_geonames_are_credited_in_the_table_itself():
    assert AREAS[0] == CREDIT
    assert "geonames.org" in CREDIT
    assert "CC BY 4.0" in CREDIT


def test_the_table_is_small_and_holds_no_coordinates():
    assert len(PACKED) <= LARGEST_FILE
    fields = {field for line in (*AREAS[1:1000], *TOWNS[:5000]) for field in line.split("\t")[1:]}
    assert not [field for field in fields if field.replace("-", "").replace(".", "").isdigit() and "." in field]


@pytest.mark.parametrize("lines", [AREAS[1:], TOWNS], ids=["areas", "towns"])
def test_lines_are_in_the_order_of_their_keys(lines: list[str]):
    keys = [key(line.partition("\t")[0]) for line in lines]
    assert keys == sorted(keys)
    assert len(lines) > 5000


def test_nothing_is_read_before_it_is_asked_for():
    probe = "import stemma.values.places, stemma.values.gazetteer as g; print(g._table.cache_info().currsize)"
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == ["0"]


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Erie", "Erie, Pennsylvania, United States"),
        ("ERIE", "Erie, Pennsylvania, United States"),
        ("Sao Paulo", "São Paulo, Brazil"),
        ("the Netherlands", "The Netherlands"),
        ("Bombay", "Mumbai, Maharashtra, India"),
        ("Cologne", "Köln, North Rhine-Westphalia, Germany"),
        ("Kiev", "Kyiv, Kyiv City, Ukraine"),
        ("Hwangju", "Hwangju-ŭp, North Hwanghae, North Korea"),
        ("Moscow Oblast", "Moscow Oblast, Russia"),
        ("Erie County", "Erie County, New York, United States"),
        ("Burma", "Myanmar"),
        ("U.S.", "United States"),
        ("Calif.", "California, United States"),
        ("LA", "Los Angeles, California, United States"),
        ("La.", "Louisiana, United States"),
        ("Mideast", "Middle East"),
        ("Asia", "Asia"),
    ],
)
def test_places_are_found_by_their_names(name: str, first: str):
    entry = named(name)[0]
    assert ", ".join((entry.name, *around(entry))) == first


@pytest.mark.parametrize(("a", "b"), [("Saint Louis", "St. Louis"), ("The Hague", "hague"), ("Córdoba's", "Cordoba")])
def test_writings_of_one_name_have_one_key(a: str, b: str):
    assert key(a) == key(b)


@pytest.mark.parametrize("name", ["", "us", "Qwertyville", "ill"])
def test_what_is_no_name_finds_nothing(name: str):
    assert named(name) == ()


def test_places_of_one_name_come_with_the_largest_first():
    people = [entry.population for entry in named("Springfield")]
    assert len(people) > 10
    assert people == sorted(people, reverse=True)


def test_areas_lie_in_areas():
    assert area("US.PA") is not None
    assert area("XX") is None
    assert {"US", "MX", "CA"} <= countries_of("na")
    assert "IQ" in countries_of("middle east")
    assert countries_of("US") == frozenset()
    assert near("US") == {"na", "CA", "CU", "MX"}
    assert sovereign("PR") == "US"
    assert sovereign("FR") == "FR"


def test_every_code_in_the_table_of_words_is_an_area():
    table = words()
    codes = [*table["areas"], *table["belongs"], *table["disputed"], *table["disputed"].values(), *table["alone"]]
    codes += " ".join([*table["belongs"].values(), *(one["countries"] for one in table["regions"].values())]).split()
    assert [code for code in codes if area(code) is None] == []


def test_every_city_that_is_written_alone_is_in_the_table():
    listed = [(name, division) for division, names in words()["alone"].items() for name in names]
    assert [one for one in listed if not any((e.kind, e.division) == ("city", one[1]) for e in named(one[0]))] == []


@given(st.sampled_from(TOWNS))
def test_every_town_is_found_by_its_name_and_lies_in_a_country(line: str):
    name, code, population, number, *_ = line.split("\t")
    (entry,) = [e for e in named(name) if e.number == int(number) and e.kind == "city"]
    assert (entry.code, entry.population) == (code, int(population))
    assert around(entry)
    assert area(entry.country) is not None


@given(st.text(max_size=20))
def test_any_text_can_be_asked_for(text: str):
    assert all(key(entry.name) for entry in named(text))
    assert gazetteer.key(key(text)) == key(text)
