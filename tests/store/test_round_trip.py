"""What is written is read back equal, and means in SQL what it means in Python."""

import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from stemma.errors import InputError, StoryError
from stemma.model import Dating, File, Findings, Links, Numbers, Reading, Refusal, Report, Stemma, Story
from stemma.store import open_story
from tests.strategies import readings, stories

# A whole story is shrunk for minutes: what differs is seen sooner in the first example found.
LAW = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
NOTHING = (Links((), ()), Stemma((), (), ()), Findings(Numbers(0, 0, 0, 0), (), (), (), (), (), (), ()))


def file_of(content: bytes, path: str = "report.txt") -> File:
    return File(path, sha256(content).hexdigest(), content)


def write(path: Path, story: Story) -> None:
    with open_story(path, write=True) as store:
        for reading in story.readings:
            store.add(file_of(reading.report.id.encode()), [reading], [])
        store.conclude(story.links, story.stemma, story.findings)


def a_reading(id: str, text: str = "The dam broke.", earliest: date | None = None) -> Reading:
    dating = Dating(earliest, earliest, "none" if earliest is None else "given")
    report = Report(id, f"{id}.txt", text, "", "", "", (), "", "en", dating, (), (), ())
    return Reading(report, (), (), (), ())


@LAW
@given(stories())
def test_a_story_written_and_read_back_is_equal(story: Story):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dam.story"
        write(path, story)
        with open_story(path, write=False) as store:
            back = store.story()
            assert back == story
            assert repr(back) == repr(story)  # 1 equals True and 1.0, but an export writes them otherwise
            assert store.readings() == story.readings
            assert store.links() == story.links


@settings(LAW, max_examples=10)
@given(stories(), stories())
def test_a_second_conclusion_replaces_the_first(first: Story, second: Story):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dam.story"
        write(path, first)
        with open_story(path, write=True) as store:
            store.conclude(second.links, second.stemma, second.findings)
            again = store.story()
        assert again == replace(second, readings=first.readings)


@LAW
@given(stories())
def test_every_reference_has_its_target(story: Story):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dam.story"
        write(path, story)
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@LAW
@given(st.lists(readings(), min_size=2, max_size=2))
def test_a_report_that_is_there_already_stays_as_it_is(pair: list[Reading]):
    with tempfile.TemporaryDirectory() as folder, open_story(Path(folder) / "dam.story", write=True) as store:
        store.add(file_of(b"first"), [pair[0]], [])
        store.add(file_of(b"second"), [pair[1]], [])  # the same id
        assert store.readings() == (pair[0],)
        assert store.original("r0") == b"first"
        assert len(store.files()) == 2


def test_reports_come_by_date_and_id_whatever_the_order_of_reading(tmp_path: Path):
    early, late = date(2031, 3, 1), date(2031, 3, 2)
    given_order = [a_reading("d"), a_reading("c", earliest=late), a_reading("b", earliest=early), a_reading("a")]
    with open_story(tmp_path / "dam.story", write=True) as store:
        for reading in given_order:
            store.add(file_of(reading.report.id.encode()), [reading], [])
        assert [reading.report.id for reading in store.readings()] == ["b", "c", "a", "d"]


def test_originals_files_and_refusals_are_kept(tmp_path: Path):
    content = bytes(range(256)) * 40
    refusal = Refusal("pile.jsonl, line 3", "no text")
    with open_story(tmp_path / "dam.story", write=True) as store:
        store.add(file_of(content, "pile.jsonl"), [a_reading("a"), a_reading("b")], [refusal])
        store.add(file_of(b"\0", "noise.bin"), [], [Refusal("noise.bin", "no text in it", fatal=False)])
    with open_story(tmp_path / "dam.story", write=False) as store:
        assert store.original("a") == store.original("b") == content
        assert list(store.files().items()) == [
            (sha256(content).hexdigest(), "pile.jsonl"),
            (sha256(b"\0").hexdigest(), "noise.bin"),
        ]
        assert store.refusals() == (refusal, Refusal("noise.bin", "no text in it", fatal=False))
        with pytest.raises(KeyError):
            store.original("c")


def test_a_file_that_cannot_be_stored_is_refused_and_the_rest_stays(tmp_path: Path):
    with open_story(tmp_path / "dam.story", write=True) as store:
        store.add(file_of(b"good"), [a_reading("a")], [])
        with pytest.raises(InputError, match=r"torn\.txt"):
            store.add(file_of(b"bad", "torn.txt"), [a_reading("b"), a_reading("c", "half \ud83d of it")], [])
        store.add(file_of(b"more"), [a_reading("d")], [])
        assert [reading.report.id for reading in store.readings()] == ["a", "d"]
        assert len(store.files()) == 2


def test_a_path_that_is_no_utf_8_is_kept_readable(tmp_path: Path):
    with open_story(tmp_path / "dam.story", write=True) as store:
        store.add(file_of(b"x", "caf\udce9.txt"), [], [Refusal("caf\udce9.txt", "is empty")])
        assert list(store.files().values()) == [r"caf\xe9.txt"]


def test_a_story_without_findings_says_so(tmp_path: Path):
    path = tmp_path / "dam.story"
    with open_story(path, write=True) as store:
        store.add(file_of(b"good"), [a_reading("a")], [])
        assert store.links() == Links((), ())
        with pytest.raises(StoryError, match=r"dam\.story: holds no findings"):
            store.story()
        store.conclude(*NOTHING)
        assert store.story() == Story((a_reading("a"),), *NOTHING)
