"""Traces of small texts, and what becomes of inputs that cannot be used; each in a process of its own."""

import json

import pytest

from stemma.presentations.exits import Exit

WIRE = """Bridge at Lower Tarn closed after crack is found

TARN CITY, 4 March 2031 (Upland Wire) - The bridge at Lower Tarn was closed on Tuesday after engineers found a crack in
its northern pier, the roads office said. About 9,000 cars use the bridge each day.

"We have no reason to think that it will fall," said Maria Holt, who heads the roads office.
"""
LOCAL = """Lower Tarn bridge shut

The bridge at Lower Tarn was closed on Tuesday after engineers found a crack in its northern pier, Upland Wire
reported. The news agency quoted Maria Holt, who heads the roads office, as saying there was no reason to think
that it would fall.
"""
MORE = """Ferry to run at Lower Tarn

A ferry will carry passengers across the river at Lower Tarn from Monday, the town council said on Thursday.
"""


@pytest.fixture
def texts(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "wire.txt").write_text(WIRE, encoding="utf-8")
    (folder / "local.txt").write_text(LOCAL, encoding="utf-8")
    return folder


def test_trace_brief_export(stemma, texts, tmp_path):
    story = tmp_path / "bridge.stemma"
    traced = stemma("trace", texts, "--story", story)
    assert (traced.returncode, traced.stderr) == (Exit.DONE, "")
    assert traced.stdout.startswith("2 reports (2 new)")
    assert f"stemma brief {story}" in traced.stdout
    brief = stemma("brief", story)
    assert "a crack in its northern pier" in " ".join(brief.stdout.split())
    exported = json.loads(stemma("export", story).stdout)
    assert {report["file"].rpartition("/")[2] for report in exported["reports"]} == {"wire.txt", "local.txt"}


def test_summary_for_machines_and_a_second_run(stemma, texts, tmp_path):
    story = tmp_path / "bridge.stemma"
    first = json.loads(stemma("trace", texts, "--story", story, "--json", "--processes", "1").stdout)
    assert (first["reports"], first["added"], first["refused"]) == (2, 2, [])
    (tmp_path / "more.txt").write_text(MORE, encoding="utf-8")
    second = json.loads(stemma("trace", tmp_path / "more.txt", "--story", story, "--json").stdout)
    assert (second["reports"], second["added"]) == (3, 1)
    assert second["numbers"]["reports"] == 3


def test_inputs_that_cannot_be_used_are_named_and_the_rest_is_done(stemma, texts, tmp_path):
    (texts / "empty.txt").touch()
    story = tmp_path / "bridge.stemma"
    traced = stemma("trace", texts, tmp_path / "missing.txt", "--story", story)
    assert traced.returncode == Exit.INPUTS_REFUSED
    lines = traced.stderr.splitlines()
    assert sorted(line.split(": ")[1].rpartition("/")[2] for line in lines) == ["empty.txt", "missing.txt"]
    assert traced.stdout.startswith("2 reports (2 new)")
    assert stemma("brief", story).returncode == Exit.DONE


def test_duplicates_are_a_notice(stemma, texts, tmp_path):
    (texts / "wire-again.txt").write_text(WIRE, encoding="utf-8")
    traced = stemma("trace", texts, "--story", tmp_path / "bridge.stemma")
    assert traced.returncode == Exit.DONE
    assert traced.stderr.startswith("stemma: note: ")
    assert traced.stdout.startswith("2 reports (2 new)")


def test_nothing_usable_makes_no_story(stemma, tmp_path):
    story = tmp_path / "none.stemma"
    traced = stemma("trace", tmp_path / "missing.txt", "--story", story)
    assert traced.returncode == Exit.INPUTS_REFUSED
    assert traced.stderr.splitlines()[-1] == "stemma: none of the inputs could be used; no story was written"
    assert "missing.txt" in traced.stderr.splitlines()[0]
    assert not story.exists()


def test_nothing_usable_leaves_no_findings(stemma, tmp_path):
    (tmp_path / "empty.txt").touch()
    story = tmp_path / "none.stemma"
    assert stemma("trace", tmp_path / "empty.txt", "--story", story).returncode == Exit.INPUTS_REFUSED
    assert stemma("brief", story).returncode == Exit.ERROR


def test_story_that_is_something_else_is_left_alone(stemma, texts):
    other = texts / "wire.txt"
    traced = stemma("trace", texts, "--story", other)
    assert traced.returncode == Exit.ERROR
    assert traced.stderr.count("\n") == 1
    assert other.read_text(encoding="utf-8") == WIRE


def test_demo_keeps_its_story_where_told(stemma, tmp_path):
    story = tmp_path / "demo.stemma"
    demo = stemma("demo", "--story", story)
    assert demo.returncode == Exit.DONE
    assert "THE STORY IN FOUR NUMBERS" in demo.stdout
    assert stemma("brief", story).stdout == demo.stdout
