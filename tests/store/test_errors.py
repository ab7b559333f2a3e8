"""What can go wrong with the file itself: a clear line, the right kind of error, and nothing lost."""

import errno
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

import stemma
from stemma.errors import NewerStory, NotAStory, StoryBusy, StoryError, StoryUnwritable
from stemma.model import Dating, File, Findings, Links, Numbers, Reading, Report, Stemma, Story
from stemma.store import Store, open_story

SOURCE = Path(stemma.__file__).parents[1]
TEXT = "The dam broke at noon. " * 20


def reading(id: str, text: str = TEXT) -> Reading:
    return Reading(
        Report(id, id, text, "", "", "", (), "", "en", Dating(None, None, "none"), (), (), ()), (), (), (), ()
    )


def add(store: Store, id: str, content: bytes = b"content") -> None:
    store.add(File(f"{id}.txt", id, content), [reading(id)], [])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A good story of two reports."""
    path = tmp_path / "dam.story"
    with open_story(path, write=True) as store:
        add(store, "a")
        add(store, "b")
        store.conclude(Links((), ()), Stemma((), (), ()), Findings(Numbers(2, 2, 0, 1), (), (), (), (), (), (), ()))
    return path


def story_at(path: Path) -> Story:
    with open_story(path, write=False) as store:
        return store.story()


def read_all(path: Path) -> None:
    with open_story(path, write=False) as store:
        store.original("a")
        store.story()


def write_and_fail(path: Path, error: type[BaseException]) -> None:
    with open_story(path, write=True) as store:
        add(store, "c")
        raise error


def write_much(path: Path, pragma: str = "") -> None:
    with open_story(path, write=True) as store:
        store._connection.execute(pragma)
        add(store, "c", os.urandom(500_000))


def alone(path: Path) -> bool:
    """No journal or other helper file is left beside the story."""
    return list(path.parent.iterdir()) == [path]


# --- no story --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    "content", [b"The dam broke.", os.urandom(5000), b"\0" * 4096, b"SQLite format 3\0" + b"\1" * 200]
)
def test_something_else_is_no_story_and_stays_as_it_is(tmp_path: Path, content: bytes, write: bool):
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(NotAStory, match=r"notes\.txt: ") as caught, open_story(path, write=write):
        pass
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize("statements", ["CREATE TABLE report (id)", "PRAGMA application_id = 7; CREATE TABLE t (x)"])
def test_another_programs_database_is_no_story_and_stays_as_it_is(tmp_path: Path, statements: str, write: bool):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(statements)
    before = path.read_bytes()
    with pytest.raises(NotAStory, match=r"other\.db: no story of Stemma"), open_story(path, write=write):
        pass
    assert path.read_bytes() == before


def test_missing_empty_and_folder(tmp_path: Path):
    with (
        pytest.raises(NotAStory, match=r"none\.story: no such story"),
        open_story(tmp_path / "none.story", write=False),
    ):
        pass
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty.story").touch()
    with pytest.raises(NotAStory, match=r"empty\.story: is empty"), open_story(tmp_path / "empty.story", write=False):
        pass
    for write in (False, True):
        with pytest.raises(NotAStory, match="is a folder"), open_story(tmp_path, write=write):
            pass


@pytest.mark.parametrize("write", [False, True])
def test_a_story_of_a_later_version_is_left_alone(path: Path, write: bool):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = path.read_bytes()
    with pytest.raises(NewerStory, match=r"dam\.story: .*later version.*999"), open_story(path, write=write):
        pass
    assert path.read_bytes() == before


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_story_cut_short_is_damaged(path: Path, keep: float):
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * keep)])
    with pytest.raises(NotAStory, match=r"dam\.story: "):
        story_at(path)


def test_overwritten_pages_are_damage(path: Path):
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(NotAStory, match=r"dam\.story: the story is damaged"):
        story_at(path)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE report SET dating_earliest = 'soon'",
        "UPDATE report SET authors = '['",
        "UPDATE report SET authors = 7",
        "UPDATE report SET title = CAST(x'ff' AS TEXT)",
        "UPDATE file SET content = x'00'",
        "DROP TABLE mention",
        "ALTER TABLE report RENAME COLUMN outlet TO paper",
    ],
)
def test_wrong_content_is_damage(path: Path, statement: str):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP VIEW IF EXISTS mention_text") if "TABLE" in statement else None
        connection.execute("PRAGMA legacy_alter_table = ON")
        connection.execute(statement)
        connection.commit()
    with pytest.raises(NotAStory, match=r"dam\.story: the story is damaged"):
        read_all(path)


# --- not kept --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit, GeneratorExit])
def test_a_run_that_fails_changes_nothing(path: Path, error: type[BaseException]):
    before = path.read_bytes()
    with pytest.raises(error):
        write_and_fail(path, error)
    assert path.read_bytes() == before
    assert alone(path)


def test_a_new_story_that_fails_leaves_a_file_that_opens_as_new(tmp_path: Path):
    path = tmp_path / "new.story"
    with pytest.raises(RuntimeError):
        write_and_fail(path, RuntimeError)
    assert path.stat().st_size == 0
    with open_story(path, write=True) as store:
        assert store.files() == {}
        add(store, "b")
    with open_story(path, write=False) as store:
        assert store.readings() == (reading("b"),)


# A run that says when it is in the middle of writing, and then waits to be killed. `{cache}` is small where changed
# pages are to be in the file already.
RUN = """
import os, sys, time
from pathlib import Path
import stemma.store.session
from tests.store.test_errors import add
stemma.store.session.WRITE_CACHE = {cache}
with stemma.store.session.session(Path(sys.argv[1]), write=True) as connection:
    store = stemma.store.Store(Path(sys.argv[1]), connection)
    for number in range(200):
        add(store, f"more-{{number}}", os.urandom(5000))
    connection.execute("DELETE FROM file WHERE sha256 IN ('a', 'b')")
    print("writing", flush=True)
    time.sleep(60)
"""


@contextmanager
def running(path: Path, cache: int = 64 * 1024) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(SOURCE), str(Path(__file__).parents[2])])}
    script = textwrap.dedent(RUN.format(cache=cache))
    with subprocess.Popen(
        [sys.executable, "-c", script, path], stdout=subprocess.PIPE, text=True, env=environment
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "writing\n"
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("cache", [64 * 1024, 10])
def test_a_killed_run_leaves_the_last_good_state(path: Path, cache: int):
    before, bytes_before = story_at(path), path.read_bytes()
    with running(path, cache) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
        # Only with the small cache was anything in the file yet: without a rollback it would be lost.
        assert (path.read_bytes() != bytes_before) == (cache == 10)
    assert story_at(path) == before
    with open_story(path, write=True) as store:
        assert set(store.files()) == {"a", "b"}
        assert store.original("a") == b"content"
        add(store, "c")
    with open_story(path, write=False) as store:
        assert set(store.files()) == {"a", "b", "c"}
    assert alone(path)


@pytest.mark.parametrize("cache", [64 * 1024, 10])
def test_a_killed_first_run_leaves_a_file_that_opens_as_new(tmp_path: Path, cache: int):
    path = tmp_path / "new.story"
    with running(path, cache) as process:
        process.send_signal(signal.SIGKILL)
    with pytest.raises(NotAStory), open_story(path, write=False):
        pass
    with open_story(path, write=True) as store:
        assert store.files() == {}
        add(store, "a")
    with open_story(path, write=False) as store:
        assert store.readings() == (reading("a"),)


# --- two at once -----------------------------------------------------------------------------------------------------


def test_a_second_run_is_told_at_once_and_readers_see_the_last_good_state(path: Path):
    before = story_at(path)
    with running(path):
        start = time.monotonic()
        with pytest.raises(StoryBusy, match=r"dam\.story: another run"), open_story(path, write=True):
            pass
        assert time.monotonic() - start < 5
        assert story_at(path) == before


def test_a_run_waits_for_readers_to_finish_before_it_commits(path: Path):
    reading_now, done = threading.Event(), threading.Event()
    seen: list[int] = []

    def look() -> None:
        with open_story(path, write=False) as store:
            seen.append(len(store.readings()))
            reading_now.set()
            done.wait(1.5)  # longer than a run waits for another run
            seen.append(len(store.readings()))

    reader = threading.Thread(target=look)
    reader.start()
    reading_now.wait(10)
    with open_story(path, write=True) as store:
        add(store, "c")
    reader.join()
    assert seen == [2, 2]
    with open_story(path, write=False) as store:
        assert len(store.readings()) == 3


# --- not writable ----------------------------------------------------------------------------------------------------


@contextmanager
def as_nobody() -> Iterator[None]:
    """Root may write everywhere: be somebody else for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def common(path: Path) -> Iterator[Path]:
    """The same story in a folder that everybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copy = Path(folder) / "dam.story"
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o444)
        yield copy
        Path(folder).chmod(0o755)


def test_a_story_without_permission_is_unwritable_but_readable(common: Path):
    common.parent.chmod(0o555)
    with as_nobody():
        with pytest.raises(StoryUnwritable, match=r"dam\.story: no permission"), open_story(common, write=True):
            pass
        assert len(story_at(common).readings) == 2


def test_a_folder_without_permission_shows_before_any_work(common: Path):
    common.chmod(0o666)
    common.parent.chmod(0o555)
    with as_nobody():
        with pytest.raises(StoryUnwritable, match=r"dam\.story: no permission"), open_story(common, write=True):
            pytest.fail("opened")
        with pytest.raises(StoryUnwritable), open_story(common.parent / "new.story", write=True):
            pytest.fail("opened")


def test_a_story_that_may_not_be_read_says_so(common: Path):
    common.chmod(0o000)
    with (
        as_nobody(),
        pytest.raises(StoryError, match=r"dam\.story: cannot be opened \(Permission denied\)"),
        open_story(common, write=False),
    ):
        pass


def test_a_folder_that_is_not_there(tmp_path: Path):
    path = tmp_path / "none" / "dam.story"
    with pytest.raises(StoryUnwritable, match=r"there is no folder"), open_story(path, write=True):
        pass


@contextmanager
def limited_file_size(limit: int) -> Iterator[None]:
    """No file may grow beyond `limit` bytes; Python ignores the signal, the write fails."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_that_cannot_grow_keeps_the_last_good_state(path: Path):
    before = path.read_bytes()
    with limited_file_size(len(before) + 4096), pytest.raises(StoryUnwritable, match=r"dam\.story: "):
        write_much(path)
    assert story_at(path).readings == (reading("a"), reading("b"))
    assert alone(path)


def test_a_full_disk_keeps_the_last_good_state(path: Path):
    before = path.read_bytes()
    with pytest.raises(StoryUnwritable, match=r"dam\.story: no room"):
        write_much(path, "PRAGMA max_page_count = 1")  # the same error as that of a disk without room
    assert path.read_bytes() == before


@pytest.mark.skipif(not hasattr(os, "statvfs") or not Path("/dev/full").exists(), reason="no such device")
def test_a_device_that_is_full_says_so():
    with pytest.raises(OSError, match="No space") as caught, open("/dev/full", "wb", buffering=0) as full:
        full.write(b"x")
    assert caught.value.errno == errno.ENOSPC
    with pytest.raises(StoryError), open_story(Path("/dev/full"), write=True):
        pass
