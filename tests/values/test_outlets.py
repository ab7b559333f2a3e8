"""Names of outlets and agencies."""

import pytest

from stemma.values.outlets import agencies, is_agency, looks_like_outlet, matching, outlet_key

KNOWN = frozenset({"Evening Post", "Coast Tribune", "Meridian News Agency", "The Harbour Herald"})


@pytest.mark.parametrize(
    "name", ["AP", "The Associated Press", "Reuters", "the Associated Press", "Meridian News Agency"]
)
def test_agencies_are_known_by_name_or_by_ending(name: str) -> None:
    assert is_agency(name)


@pytest.mark.parametrize("name", ["Averell Daily Record", "Radio Averell", "The Low Messenger", "Low News Service"])
def test_outlets_are_known_by_how_their_names_are_made(name: str) -> None:
    assert looks_like_outlet(name)


@pytest.mark.parametrize("name", ["Record", "Radio", "Ina Roth", "Averell Town Council", "Messenger Works"])
def test_others_are_not_named_like_outlets(name: str) -> None:
    assert not looks_like_outlet(name)


@pytest.mark.parametrize("name", ["Evening Post", "Ina Roth", "Press Street", ""])
def test_others_are_no_agencies(name: str) -> None:
    assert not is_agency(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AP", "The Associated Press"),
        ("A.P.", "Associated Press"),
        ("the Evening Post", "Evening Post"),
        ("Evening Post’s", "EVENING POST"),
        ("Coast-Tribune", "Coast Tribune"),
        ("Harbour News", "Harbour"),
    ],
)
def test_spellings_of_one_outlet_have_one_key(one: str, other: str) -> None:
    assert outlet_key(one) == outlet_key(other)


def test_every_spelling_of_an_agency_has_the_key_of_its_name() -> None:
    for spelling, name in agencies().items():
        assert outlet_key(spelling) == outlet_key(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Evening Post", "Evening Post"),
        ("the Post", "Evening Post"),
        ("Harbour Herald", "The Harbour Herald"),
        ("Meridian", "Meridian News Agency"),
        ("MNA", "Meridian News Agency"),
        ("Morning Post", ""),
        ("Reuters", ""),
        ("", ""),
    ],
)
def test_a_short_name_means_the_only_outlet_that_it_fits(name: str, meant: str) -> None:
    assert matching(name, KNOWN) == meant


def test_a_short_name_that_fits_two_means_neither() -> None:
    assert matching("the Post", KNOWN | {"Morning Post"}) == ""
    assert matching("the Morning Post", KNOWN | {"Morning Post"}) == "Morning Post"
