"""How the table of places is made of the tables of GeoNames."""

from training.gazetteer import _continents, _counties, _countries, _lines, _round, _towns


def town(name: str, people: int, code: str = "XA", division: str = "01", others: tuple[str, ...] = ()):
    return {
        "name": name,
        "population": people,
        "countrycode": code,
        "admin1code": division,
        "geonameid": people,
        "alternatenames": list(others),
    }


def test_small_towns_are_left_out_and_large_ones_have_their_other_names():
    towns = [
        town("Averell", 2499),
        town("Sandry", 2500, others=("Sandri",)),
        town("Göteberg", 460_000, others=("Gotteburg", "GOT", "göteberg", "Гётеборг", "Kestria", "Inland")),
    ]
    taken = {"kestria": {"XB"}, "inland": {"XA"}}
    assert list(_towns(towns, taken)) == [
        ("Sandry", "XA.01", "2500", "2500"),
        ("Göteberg", "XA.01", "460000", "460000"),
        ("Inland", "XA.01", "460000", "460000", "Göteberg"),
        ("Gotteburg", "XA.01", "460000", "460000", "Göteberg"),
    ]


def test_where_states_are_known_by_name_no_city_has_their_name():
    towns = [town("Averell City", 460_000, "US", others=("Averell",))]
    assert [row[0] for row in _towns(towns, {"averell": {"US"}})] == ["Averell City"]


def test_korean_towns_are_known_without_the_word_for_town():
    assert [row[0] for row in _towns([town("Sandry-ŭp", 9000)], {})] == ["Sandry-ŭp", "Sandry"]


def test_countries_have_their_continent_and_neighbours_and_none_that_are_gone():
    record = {"name": "Kestria ", "population": 1_234_567, "geonameid": 7, "continentcode": "EU", "neighbours": "XC,XB"}
    assert list(_countries({"XA": record, "CS": record})) == [
        ("Kestria", "XA", "1200000", "7", "country", "", "eu XB XC")
    ]


def test_continents_have_small_letters_and_counties_their_states():
    assert list(_continents({"EU": {"name": "Europe", "population": "10", "geonameId": "3"}})) == [
        ("Europe", "eu", "10", "3", "continent")
    ]
    county = {"name": "Erie County", "state": "PA", "fips": "42049"}
    assert list(_counties([county], {"US.PA.049": "9"})) == [("Erie County", "US.PA.049", "0", "9", "county")]


def test_lines_are_sorted_by_key_and_equal_ones_are_one():
    assert _lines([("Öst", "1"), ("Ost", "1"), ("Nord", "2", ""), ("Ost", "1")]) == ["Nord\t2", "Ost\t1", "Öst\t1"]


def test_populations_are_rounded_to_two_figures():
    assert [_round(n) for n in (0, 7, 14_999, "153000")] == ["0", "7", "15000", "150000"]
