"""The floors are kept, named when undercut, and only rise."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.floors import ERROR, FLOORS, Floors, Row, raised, read, undercut, written
from benchmarks.tally import MEASURES

values = st.floats(0, 1)
names = st.sampled_from([*sorted(MEASURES), "names, held out: all", "scores, MAE"])
rows = st.dictionaries(names, values)
groups = st.sampled_from(["demo", "gold"])
all_floors = st.builds(
    Floors,
    st.dictionaries(groups, rows.filter(bool)),
    st.dictionaries(st.just("reports_per_second"), values),
    st.dictionaries(st.just("help_seconds"), values),
)
all_scores = st.dictionaries(groups, st.dictionaries(names, st.none() | values))

HELD = Floors(
    {"demo": {"links": 0.5}, "model": {"scores, MAE": 0.4}}, {"reports_per_second": 10.0}, {"help_seconds": 0.3}
)


@pytest.mark.parametrize(
    ("scores", "speed", "named"),
    [
        ({"demo": {"links": 0.5}}, {"reports_per_second": 10.0, "help_seconds": 0.3}, []),
        ({"demo": {"links": 0.499}}, {}, ["demo links: 0.499 is under the floor of 0.500"]),
        ({"demo": {"links": None}}, {}, ["demo links: cannot tell is under the floor of 0.500"]),
        ({"demo": {}}, {}, ["demo links: cannot tell is under the floor of 0.500"]),
        ({}, {}, []),  # the set was left out
        ({"model": {"scores, MAE": 0.4}}, {}, []),
        ({"model": {"scores, MAE": 0.401}}, {}, ["model scores, MAE: 0.401 is over the ceiling of 0.400"]),
        ({"model": {"scores, MAE": None}}, {}, ["model scores, MAE: cannot tell is over the ceiling of 0.400"]),
        ({}, {"reports_per_second": 9.0}, ["reports_per_second: 9.000 is under 10"]),
        ({}, {"help_seconds": 0.4}, ["help_seconds: 0.400 is over 0.3"]),
        ({}, {"help_seconds": None}, ["help_seconds: cannot tell is over 0.3"]),
    ],
)
def test_every_floor_undercut_is_named(scores: dict[str, Row], speed: Row, named: list[str]):
    assert undercut(HELD, scores, speed) == named


@given(all_floors, all_scores)
def test_floors_only_rise(floors: Floors, scores: dict[str, Row]):
    higher = raised(floors, scores)
    for group, measures in floors.scores.items():
        for measure, floor in measures.items():
            reached = higher.scores[group][measure]
            assert reached <= floor if measure.endswith(ERROR) else reached >= floor
    assert (higher.at_least, higher.at_most) == (floors.at_least, floors.at_most)


@given(all_scores)
def test_what_was_reached_reaches_the_raised_floors(scores: dict[str, Row]):
    assert undercut(raised(Floors({}, {}, {}), scores), scores, {}) == []


@given(all_floors)
def test_written_floors_are_read_back(tmp_path_factory: pytest.TempPathFactory, floors: Floors):
    path = tmp_path_factory.getbasetemp() / "floors.toml"
    path.write_text(written(floors), encoding="utf-8")
    assert read(path) == floors


def test_the_file_is_as_the_program_writes_it():
    assert written(read()) == Path(FLOORS).read_text(encoding="utf-8")
