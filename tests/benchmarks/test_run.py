"""A run of the benchmarks on the demonstration story alone, as it goes where the gold stories are not at hand."""

from pathlib import Path

import pytest

from benchmarks import __main__ as program
from benchmarks import floors, results
from benchmarks.speed import Clock
from benchmarks.tally import MEASURES


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> results.Results:
    nothing = tmp_path_factory.mktemp("shared")
    return program.run(nothing, timed=False, say=lambda line: None)


def test_demonstration_story_is_scored_on_every_measure(found: results.Results):
    row = found.scores()["demo"]
    assert list(row) == list(MEASURES)
    assert all(value is not None for value in row.values())


def test_what_is_left_out_is_said(found: results.Results):
    left_out = ["the gold stories", "the simulated stories, as asked", "speed and memory, as asked"]
    assert [line.split(" (")[0] for line in found.left_out] == left_out
    assert "Left out: the gold stories" in results.page(found)


def test_simple_systems_stand_beside(found: results.Results):
    (group,) = found.groups
    assert set(group.others) == set(program.SYSTEMS)
    perfect = group.others["perfect links, count = 1"]
    assert perfect["links"] == 1


def test_stemma_keeps_its_floors_on_the_demonstration_story(found: results.Results):
    assert floors.undercut(floors.read(), found.scores(), found.measured()) == []


def test_results_are_kept_in_the_same_order(found: results.Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(results, "FOLDER", tmp_path)
    program.keep(found)
    first = (tmp_path / "results.json").read_text(encoding="utf-8")
    program.keep(found)
    assert (tmp_path / "results.json").read_text(encoding="utf-8") == first
    assert (tmp_path / "RESULTS.md").read_text(encoding="utf-8").startswith("# Results")


def test_clock_gives_each_stage_its_time():
    clock = Clock([("reading", 1.0), ("links", 4.0), ("lineage", 4.5), ("done", 5.0)])
    assert clock.seconds() == {"reading": 3.0, "links": 0.5, "lineage": 0.5}
