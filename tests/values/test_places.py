"""Which place a name means, what decided it, and when nothing does."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stemma.values import places as reasons
from stemma.values.gazetteer import area, key, named
from stemma.values.places import FAR_LARGER, LARGE, find_places
from tests.values.marked import marked, places, read
from tests.values.test_gazetteer import TOWNS

WRITTEN = [
    ("Snow fell in [Erie], [Pa.], all day.", ["Erie, Pennsylvania, United States", "Pennsylvania, United States"]),
    ("The mill in [Paris], [Texas], closed.", ["Paris, Texas, United States", "Texas, United States"]),
    ("It rained in [London], [Ontario].", ["London, Ontario, Canada", "Ontario, Canada"]),
    ("Trains to [Nice], southern [France], stopped.", ["Nice, Provence-Alpes-Côte d'Azur, France", "France"]),
    ("A fair in [Birmingham] ([Alabama]) ended.", ["Birmingham, Alabama, United States", "Alabama, United States"]),
    ("[Hebei]'s [Baoding] city", ["Hebei, China", "Baoding, Hebei, China"]),
    ("[Japan]'s northern [Hokkaido]", ["Japan", "Hokkaido, Japan"]),
    (
        "the [Dallas] suburb of [Mesquite]",
        ["Dallas, Texas, United States", "Mesquite, Texas, United States"],
    ),
    ("the French city of [Valence]", ["Valence, Auvergne-Rhône-Alpes, France"]),
    ("Floats in [Pasadena], [California],US", ["Pasadena, California, United States", "California, United States"]),
    ("[Atlanta], [Georgia]", ["Atlanta, Georgia, United States", "Georgia, United States"]),
    ("[Tbilisi], [Georgia]", ["Tbilisi, Georgia", "Georgia"]),
    ("[Washington, D.C.]", ["Washington, District of Columbia, United States"]),
    ("the [Los Angeles-Tokyo] flight", ["Los Angeles, California, United States", "Tokyo, Tokyo, Japan"]),
    ("a speech in [Corpus] Christi", ["Corpus Christi, Texas, United States"]),
]


@pytest.mark.parametrize(("text", "found"), WRITTEN, ids=[text for text, _ in WRITTEN])
def test_the_words_beside_a_name_say_where_it_lies(text: str, found: list[str]):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Washington] Gov. Ann Roe signed it.", "Washington, United States"),
        ("the [New York] state budget", "New York, United States"),
        ("Senator Ann Roe of [New York] left.", "New York, United States"),
        ("floods in [Hebei Province]", "Hebei, China"),
    ],
)
def test_the_words_beside_a_name_say_what_it_is(text: str, found: str):
    (place,) = places(text)
    assert ", ".join((place.name, *place.within)) == found
    assert place.reason == reasons.TOLD


def test_a_county_is_no_city():
    place = places("[Erie] County judges met in [Buffalo], [N.Y.]")[0]
    assert (place.name, place.kind, place.division) == ("Erie County", "county", "US.NY")


@pytest.mark.parametrize(
    ("name", "found", "reason"),
    [
        ("France", "France", reasons.COUNTRY),
        ("Ohio", "Ohio, United States", reasons.STATE),
        ("Wyoming", "Wyoming, United States", reasons.STATE),
        ("Denver", "Denver, Colorado, United States", reasons.ALONE),
        ("Washington", "Washington, District of Columbia, United States", reasons.ALONE),
        ("New York", "New York City, New York, United States", reasons.ALONE),
        ("Karachi", "Karachi, Sindh, Pakistan", reasons.ONLY),
        ("Melbourne", "Melbourne, Victoria, Australia", reasons.LARGEST),
        ("Europe", "Europe", reasons.ONLY),
        ("Luxembourg", "Luxembourg", reasons.COUNTRY),
    ],
)
def test_some_names_need_no_more(name: str, found: str, reason: str):
    (place,) = places(f"Talks went on in [{name}] for a week.")
    assert ", ".join((place.name, *place.within)) == found
    assert place.reason == reason


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Springfield", reasons.SEVERAL),
        ("Georgia", reasons.SEVERAL),
        ("Birmingham", reasons.SEVERAL),
        ("Cape Canaveral", reasons.SEVERAL),
        ("Qwertyville", reasons.NO_NAME),
        ("Pacific", reasons.NO_NAME),
        ("Hudson River", reasons.NO_NAME),
        ("Sin City", reasons.NO_NAME),
    ],
)
def test_other_names_alone_cannot_be_told(name: str, reason: str):
    (place,) = places(f"Talks went on in [{name}] for a week.")
    assert (place.name, place.kind, place.number, place.country) == (name, None, None, "")
    assert place.reason == reason


def test_one_name_is_one_place_unless_written_otherwise():
    text = "A barn in [Paris], [Texas], burned. [Paris] has two fire engines."
    assert read(text)[-1] == "Paris, Texas, United States"
    assert places(text)[-1].reason == reasons.ELSEWHERE
    both = "[Mesquite], [Nev.], is small; [Mesquite], [Tex.], is not. The shop is in [Mesquite]."
    assert places(both)[-1].reason == reasons.TWO


def test_the_state_around_a_city_is_not_what_its_name_means_elsewhere():
    assert read("In [Brooklyn], [New York], it snowed. [New York] is used to it.")[1:] == [
        "New York, United States",
        "New York City, New York, United States",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Illinois] will pay, and [Springfield] knows.", "Springfield, Illinois, United States"),
        ("British police went to [Birmingham].", "Birmingham, England, United Kingdom"),
        ("[Boston] and [Chicago] were cold; [Georgia] was not.", "Georgia, United States"),
        ("Russian troops were near [Georgia].", "Georgia"),
        ("[Iowa] has caucuses, and [Des Moines] has hotels.", "Des Moines, Iowa, United States"),
    ],
)
def test_other_places_of_the_report_tell_which(text: str, found: str):
    assert read(text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        "[Illinois] and [Missouri] will pay, and [Springfield] knows.",
        "Snow fell in [Erie], [Pa.], and in [Springfield].",
        "Americans know [Springfield].",
        "In the [United States], [Columbus] is a name.",
    ],
)
def test_places_that_fit_as_well_tell_nothing(text: str):
    assert read(text)[-1] == "?"


def test_a_place_written_into_a_state_that_has_none_is_not_looked_for_elsewhere():
    assert places("The fair in [Denver], [Ohio], opened.")[0].reason == reasons.NOT_THERE


def test_lists_of_areas_do_not_hold_one_another():
    assert read("in [Ohio], [Washington] and [Texas]")[1] == "Washington, United States"
    assert read("in [Germany], [France] and [Georgia]")[:2] == ["Germany", "France"]
    assert read("staff in [Washington] and [Texas]")[0] == "?"
    assert read("from [California], [Nevada] and [Oregon]") == [
        "California, United States",
        "Nevada, United States",
        "Oregon, United States",
    ]


def test_a_clubs_name_is_no_place_wherever_it_stands():
    text = "The [Chicago] Cubs won in [Cleveland]."
    assert read(text) == ["Cleveland, Ohio, United States"]
    assert read(text, title="[Chicago] Cubs Win") == ["Cleveland, Ohio, United States"]
    assert len(read("[Texas] Republicans met.")) == 1
    assert len(read("Rain fell.", title="[Texas] Floods Kill Five")) == 1


def test_seas_are_not_what_they_wash():
    assert read("It landed in the Sea of [Japan].") == ["?"]
    assert read("It left [Japan].") == ["Japan"]


def test_datelines_are_read_in_capitals():
    text = "SEOUL/WASHINGTON — Talks ended. NEW YORK was quiet."
    assert read(text, dateline="SEOUL/WASHINGTON") == [
        "Seoul, Seoul, South Korea",
        "Washington, District of Columbia, United States",
    ]


def test_offsets_are_those_of_the_report():
    text = "Snow fell in [Erie], [Pa.], and in [Springfield]."
    annotated = marked(text)
    found = find_places(annotated)
    words = [annotated.report.text[place.start : place.end] for place in found]
    assert words == ["Erie", "Pa.", "Springfield"]
    assert found[0].number == 5188843
    assert (found[0].country, found[0].division, found[0].kind) == ("US", "US.PA", "city")
    assert found[2].candidates == len(named("Springfield"))


towns = st.sampled_from([line for line in TOWNS if "\tUS." in line]).map(lambda line: line.split("\t"))


@given(towns)
def test_a_town_written_with_its_state_is_never_another(town: list[str]):
    name, code, *_ = town
    state = area(code)
    assume(state is not None and "[" not in name and "," not in name)
    assert state is not None
    place = places(f"A fire broke out in [{name}], [{state.name}], on Monday.")[0]
    assert place.kind is None or place.division == code


@given(towns)
def test_size_alone_decides_only_where_it_is_plain(town: list[str]):
    assume("[" not in town[0])
    (place,) = places(f"A fire broke out in [{town[0]}] on Monday.")
    if place.reason in (reasons.LARGEST, reasons.ONLY):
        (meant,) = [entry for entry in named(town[0]) if entry.number == place.number]
        others = [e for e in named(town[0]) if e.kind == "city" and e != meant]
        assert meant.population >= LARGE
        assert all(other.population * FAR_LARGER <= meant.population for other in others)


@given(
    st.lists(st.sampled_from(["Erie", "Springfield", "Georgia", "Paris", "Texas", "Illinois", "France"]), max_size=6)
)
def test_what_a_name_means_does_not_hang_on_the_order_of_sentences(names: list[str]):
    def meant(order: list[str]) -> set[tuple[str, int | None, str]]:
        text = " ".join(f"People met in [{name}] again." for name in order)
        return {(key(name), place.number, place.reason) for name, place in zip(order, places(text), strict=True)}

    assert meant(names) == meant(names[::-1])


@given(st.text(alphabet="[] ,.’'ErieTxasPnv-\nof", max_size=60))
def test_any_marked_text_can_be_read(text: str):
    annotated = marked(text.replace("[]", ""))
    found = find_places(annotated)
    starts = [place.start for place in found]
    assert starts == sorted(starts)
    assert all(0 <= place.start < place.end <= len(annotated.report.text) for place in found)
    assert all((place.kind is None) <= (place.number is None) for place in found)
