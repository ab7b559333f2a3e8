"""Whether two places can be one."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Place
from stemma.values.gazetteer import named
from stemma.values.placerelations import lies_in, same_place
from tests.values.marked import places
from tests.values.test_gazetteer import TOWNS


def place(words: str) -> Place:
    """What the first of the names in a text is read as: "[Paris], [Texas]"."""
    return places(f"Talks began in {words} today.")[0]


ERIE, PENNSYLVANIA = places("[Erie], [Pa.]")
PARIS, PARIS_TEXAS = place("[Paris]"), place("[Paris], [Texas]")
UNKNOWN = place("[Springfield]")

ONE = [
    (ERIE, ERIE),
    (ERIE, PENNSYLVANIA),
    (ERIE, place("[United States]")),
    (place("[Tunis]"), place("[Africa]")),
    (place("[Baghdad]"), place("[Middle East]")),
    (place("[Puerto Rico]"), place("[United States]")),
    (place("[Bombay]"), place("[Mumbai]")),
    (place("[Manhattan]"), place("[New York City]")),
]
APART = [
    (PARIS, PARIS_TEXAS),
    (ERIE, place("[Philadelphia]")),
    (PENNSYLVANIA, place("[Ohio]")),
    (place("[France]"), place("[Texas]")),
    (place("[Tunis]"), place("[Europe]")),
    (place("[Africa]"), place("[Asia]")),
]
UNTOLD = [
    (UNKNOWN, UNKNOWN),
    (UNKNOWN, ERIE),
    (place("[Crimea]"), place("[Russia]")),
    (place("[West Bank]"), place("[Israel]")),
    (place("[Croydon], [England]"), place("[London]")),
    (place("[Kurdistan]"), place("[Middle East]")),
]
CASES = [
    *((pair, True) for pair in ONE),
    *((pair, False) for pair in APART),
    *((pair, None) for pair in UNTOLD),
]


@pytest.mark.parametrize(("pair", "one"), CASES, ids=[f"{a.name}, {b.name}: {one}" for (a, b), one in CASES])
def test_places_are_one_or_apart_or_it_cannot_be_told(pair: tuple[Place, Place], one: bool | None):
    assert same_place(*pair) is one
    assert same_place(*reversed(pair)) is one


known = st.sampled_from([place for pair in (*ONE, *APART) for place in pair])


@given(known)
def test_a_known_place_is_itself(place: Place):
    assert same_place(place, place) is True


@given(st.sampled_from(TOWNS), st.sampled_from(TOWNS))
def test_nothing_lies_in_what_lies_in_it(one: str, other: str):
    pairs = product(*(named(line.partition("\t")[0]) for line in (one, other)))
    assert not any(lies_in(a, b) and lies_in(b, a) for a, b in pairs)
    assert not any(lies_in(entry, entry) for entry in named(one.partition("\t")[0]))
