"""Bad input, from the command line to the story file, each run in a process of its own.

Always the same: one clear line that names the file and the reason, the right exit code, no traceback, the rest done,
nothing lost.
"""

import ctypes
import json
import os
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from stemma.presentations.exits import Exit
from stemma.store import open_story

SOURCE = Path(__file__).resolve().parents[1] / "src"
EXAMPLES = SOURCE / "stemma" / "examples" / "story"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
Ended = subprocess.CompletedProcess[str]

WELL = """Well at Corran Moor runs dry

The well at Corran Moor ran dry on Monday, the water board said. About 400 households take their water from it.

"We are bringing tankers," said Ines Farrow, who heads the water board.
"""
TANKERS = """Tankers reach Corran Moor

Three tankers reached Corran Moor on Tuesday, two days after the well there ran dry, the parish council said.
"""
NORWEGIAN = (
    "Brønnen på heia gikk tørr mandag, sier vannverket. Omtrent fire hundre husstander får vannet sitt fra den, og "
    "kommunen har bedt folk om å spare på vannet til det har regnet i fjellet. Ingen vet hvor lenge det kan vare.\n"
)


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "stemma", *map(str, arguments)]


def stemma(*arguments: object, **options: Any) -> Ended:
    """Runs the command; whatever goes wrong, a user never sees a traceback."""
    settings: dict[str, Any] = {"capture_output": True, "encoding": "utf-8", "env": ENVIRONMENT, "timeout": 120}
    ended: Ended = subprocess.run(command(*arguments), check=False, **settings | options)
    assert "Traceback" not in (ended.stderr or "")
    return ended


def trace(*paths: Path, story: Path, **options: Any) -> Ended:
    return stemma("trace", *paths, "--story", story, "--processes", 1, **options)


def reports(story: Path) -> set[str]:
    """The names of the files whose reports the story holds."""
    with open_story(story, write=False) as store:
        return {reading.report.file for reading in store.story().readings}


def complaint(ended: Ended) -> str:
    """The one line on standard error."""
    lines = ended.stderr.splitlines()
    assert len(lines) == 1, ended.stderr
    assert lines[0].startswith("stemma: ")
    return lines[0]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return tmp_path / "well.stemma"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(WELL, encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def traced_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("once")
    (folder / "good.txt").write_text(WELL, encoding="utf-8")
    assert trace(folder / "good.txt", story=folder / "well.stemma").returncode == Exit.DONE
    return folder / "well.stemma"


@pytest.fixture
def traced(traced_once: Path, story: Path) -> Path:
    """A story that holds one report, that of `good`."""
    shutil.copy(traced_once, story)
    return story


# --- inputs that cannot be used --------------------------------------------------------------------------------------

PAGE_WITHOUT_TEXT = b"<html><head><title>Corran Moor</title></head><body><nav><a href='/a'>News</a></nav></body></html>"
NO_TEXT_FIELD = json.dumps({"title": "Well at Corran Moor runs dry", "words": WELL}).encode()
UNUSABLE = {
    "empty file": ("empty.txt", b"", "the file is empty"),
    "only blanks": ("blank.txt", b" \n\n\t", "the file is empty"),
    "binary garbage": ("noise.txt", bytes(range(256)) * 40, "binary data"),
    "binary with no known name": ("noise.dat", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "neither text"),
    "binary called a page": ("noise.html", b"\x7fELF" + bytes(range(256)) * 4, "binary data"),
    "no English": ("norsk.txt", NORWEGIAN.encode(), "not in English but, it seems, in Norwegian"),
    "no words": ("figures.txt", b"12 34 56\n---\n", "holds no words"),
    "50 MB of one line": ("line.txt", b"the well ran dry and " * (50 * 1024 * 1024 // 21 + 1), "larger than 32 MB"),
    "HTML without text": ("page.html", PAGE_WITHOUT_TEXT, "HTML without the text of an article"),
    "JSON without text": ("record.json", NO_TEXT_FIELD, "JSON without a text field"),
    "JSON that is none": ("broken.json", b'{"text": "The well at Corran', "JSON"),
    "JSON of something else": ("number.json", b"42", "JSON without a text field: not an object"),
}


@pytest.fixture(scope="session")
def with_unusable(tmp_path_factory: pytest.TempPathFactory) -> tuple[Ended, Path, Path]:
    """One run over all of them and one good report: how it ended, the folder, the story."""
    folder = tmp_path_factory.mktemp("unusable")
    (folder / "good.txt").write_text(WELL, encoding="utf-8")
    for name, content, _ in UNUSABLE.values():
        (folder / name).write_bytes(content)
    return trace(*sorted(folder.iterdir()), story=folder / "well.stemma"), folder, folder / "well.stemma"


@pytest.mark.parametrize(("name", "content", "reason"), UNUSABLE.values(), ids=UNUSABLE)
def test_unusable_file_is_named_with_its_reason(
    with_unusable: tuple[Ended, Path, Path], name: str, content: bytes, reason: str
):
    ended, folder, _ = with_unusable
    (line,) = (line for line in ended.stderr.splitlines() if str(folder / name) in line)
    assert re.match(rf"stemma: {re.escape(str(folder / name))}(:\d+)?: ", line)
    assert reason in line


def test_the_rest_is_done(with_unusable: tuple[Ended, Path, Path]):
    ended, _, story = with_unusable
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert len(ended.stderr.splitlines()) == len(UNUSABLE)
    assert ended.stdout.startswith("1 report (1 new)")
    assert reports(story) == {"good.txt"}


def test_missing_path(good: Path, story: Path, tmp_path: Path):
    ended = trace(tmp_path / "none.txt", good, story=story)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert complaint(ended) == f"stemma: {tmp_path / 'none.txt'}: no such file or folder"
    assert reports(story) == {"good.txt"}


def test_no_path_at_all_is_wrong_usage(story: Path):
    assert stemma("trace", "--story", story).returncode == Exit.USAGE
    assert not story.exists()


@pytest.mark.parametrize("others", [(), ("photo.jpg", ".hidden.txt")])
def test_folder_without_reports(good: Path, story: Path, tmp_path: Path, others: tuple[str, ...]):
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in others:
        (folder / name).write_text("The well ran dry.")
    ended = trace(folder, good, story=story)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert complaint(ended).startswith(f"stemma: {folder}: the folder holds no text, HTML or JSON files")
    assert reports(story) == {"good.txt"}


def powerless() -> None:
    """Called in the new process: root may read everything, unless these two powers are gone at its next exec."""
    drop_from_bounding_set, override, search = 24, 1, 2
    libc = ctypes.CDLL(None)
    for power in (override, search):
        libc.prctl(drop_from_bounding_set, power, 0, 0, 0)


def test_unreadable_file_and_folder(good: Path, story: Path, tmp_path: Path):
    locked, closed = tmp_path / "locked.txt", tmp_path / "closed"
    locked.write_text(TANKERS)
    locked.chmod(0)
    closed.mkdir(mode=0)
    as_root = os.geteuid() == 0
    if as_root and sys.platform != "linux":
        pytest.skip("root may read everything")
    ended = trace(good, locked, closed, story=story, preexec_fn=powerless if as_root else None)
    closed.chmod(0o700)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert sorted(ended.stderr.splitlines()) == [
        f"stemma: {closed}: the folder cannot be read: permission denied",
        f"stemma: {locked}: cannot be read: permission denied",
    ]
    assert reports(story) == {"good.txt"}


def test_link_that_leads_in_a_circle(good: Path, story: Path, tmp_path: Path):
    circle = tmp_path / "circle.txt"
    circle.symlink_to(circle)
    ended = trace(good, circle, story=story)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert complaint(ended).startswith(f"stemma: {circle}: ")
    assert reports(story) == {"good.txt"}


def test_none_of_the_inputs_usable_adds_nothing(traced: Path, tmp_path: Path):
    before = stemma("brief", traced).stdout
    (tmp_path / "empty.txt").touch()
    ended = trace(tmp_path / "empty.txt", story=traced)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert complaint(ended) == f"stemma: {tmp_path / 'empty.txt'}: the file is empty"
    assert stemma("brief", traced).stdout == before


def test_machines_get_the_reasons_too(good: Path, story: Path, tmp_path: Path):
    (tmp_path / "empty.txt").touch()
    ended = trace(good, tmp_path / "empty.txt", Path("--json"), story=story)
    summary = json.loads(ended.stdout)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert summary["refused"] == [{"file": str(tmp_path / "empty.txt"), "reason": "the file is empty"}]
    assert (summary["reports"], summary["added"]) == (1, 1)


# --- inputs that can be used in part, or in spite of themselves ------------------------------------------------------


def test_a_broken_line_among_good_ones_costs_only_itself(story: Path, tmp_path: Path):
    lines = [
        json.dumps({"text": WELL}),
        '{"text": "Three tank',
        json.dumps({"title": "none"}),
        json.dumps({"text": TANKERS}),
    ]
    many = tmp_path / "many.jsonl"
    many.write_text("\n".join(lines), encoding="utf-8")
    ended = trace(many, story=story)
    assert ended.returncode == Exit.INPUTS_REFUSED
    refused = ended.stderr.splitlines()
    assert [line.startswith(f"stemma: {many}:{number}: ") for line, number in zip(refused, (2, 3), strict=True)] == [
        True
    ] * 2
    assert ended.stdout.startswith("2 reports (2 new)")
    texts = [report["text"] for report in json.loads(stemma("export", story).stdout)["reports"]]
    assert sorted(texts) == sorted([TANKERS, WELL])


def test_duplicates_count_once(good: Path, story: Path, tmp_path: Path):
    shutil.copy(good, tmp_path / "again.txt")
    ended = trace(good, tmp_path / "again.txt", story=story)
    assert ended.returncode == Exit.DONE
    assert complaint(ended) == f"stemma: note: {good}: same bytes as {tmp_path / 'again.txt'}; counted once"
    assert ended.stdout.startswith("1 report (1 new)")


def test_the_same_file_in_a_later_run_adds_nothing(good: Path, traced: Path):
    ended = trace(good, story=traced)
    assert (ended.returncode, ended.stdout[:16]) == (Exit.DONE, "1 report (0 new)")


MARKED = (
    WELL.replace('"We are', "“We’re").replace('tankers,"', "tankers – soon,”").replace("Ines Farrow", "Inês Farröw")
)
ENCODED: dict[str, Callable[[str], bytes]] = {
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "utf-16 with a mark": lambda text: text.encode("utf-16"),
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "windows-1252": lambda text: text.encode("cp1252"),
    "decoded wrongly once": lambda text: text.encode().decode("cp1252", "replace").encode(),
    "mixed": lambda text: text.replace("Inês", "In??s").encode().replace(b"??", "ê".encode("cp1252")),
}


@pytest.fixture(scope="session")
def encoded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of each report, by the name of its encoding."""
    folder = tmp_path_factory.mktemp("encoded")
    for number, (name, encode) in enumerate(ENCODED.items()):
        # Equal texts would be one report.
        (folder / f"{name}.txt").write_bytes(encode(MARKED.replace("400", f"40{number}")))
    assert trace(folder, story=folder / "well.stemma").returncode == Exit.DONE
    exported = json.loads(stemma("export", folder / "well.stemma").stdout)
    return {report["file"].removesuffix(".txt"): report["text"] for report in exported["reports"]}


@pytest.mark.parametrize("name", ENCODED)
def test_wrong_and_mixed_encodings_are_read(encoded: dict[str, str], name: str):
    assert "Inês Farröw" in encoded[name]
    assert "well at Corran Moor ran dry" in encoded[name]


def test_a_wrongly_declared_encoding_does_no_harm(story: Path, tmp_path: Path):
    head = "<head><meta charset='x-unheard-of'><title>Well</title></head>"
    page = f"<html>{head}<body><article><p>{MARKED * 3}</p></article></body></html>"
    (tmp_path / "page.html").write_bytes(page.encode())
    assert trace(tmp_path / "page.html", story=story).returncode == Exit.DONE
    assert "Inês Farröw" in json.loads(stemma("export", story).stdout)["reports"][0]["text"]


def test_one_sentence_without_an_end_is_done_in_time(good: Path, story: Path, tmp_path: Path):
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    letters = "".join(character for character in words if character.isalpha() or character == " ")
    (tmp_path / "line.txt").write_text(letters * 10, encoding="utf-8")
    ended = trace(good, tmp_path / "line.txt", story=story)
    assert ended.returncode == Exit.DONE
    assert reports(story) == {"good.txt", "line.txt"}


def test_a_name_that_no_terminal_can_show(good: Path, story: Path, tmp_path: Path):
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff\n\x1b[31m.txt"))
    try:
        odd.write_bytes(b"")
    except OSError:
        pytest.skip("this file system takes no such names")
    ended = trace(good, odd, story=story)
    assert ended.returncode == Exit.INPUTS_REFUSED
    assert "the file is empty" in complaint(ended)
    assert "\x1b" not in ended.stderr
    odd.write_text(TANKERS)
    assert trace(odd, story=story).returncode == Exit.DONE
    assert len(reports(story)) == 2


# --- a story file that is none ---------------------------------------------------------------------------------------


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE well (depth)")
    connection.close()


def from_a_newer_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version = {version + 1}")
    connection.close()


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)


def text_instead(path: Path) -> None:
    path.write_text(WELL)


NO_STORIES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a text": (text_instead, "no story of Stemma"),
    "cut off": (cut_off, "damaged"),
    "overwritten": (overwritten, "damaged"),
    "newer": (from_a_newer_version, "written by a later version of Stemma"),
}


@pytest.mark.parametrize(("spoil", "reason"), NO_STORIES.values(), ids=NO_STORIES)
def test_story_that_cannot_be_read_is_left_as_it_is(
    traced: Path, tmp_path: Path, spoil: Callable[[Path], None], reason: str
):
    spoil(traced)
    before = traced.read_bytes()
    (tmp_path / "tankers.txt").write_text(TANKERS)
    runs = [
        stemma(*words)
        for words in (("brief", traced), ("show", traced, "c1"), ("export", traced), ("search", traced, "well"))
    ]
    for ended in [*runs, trace(tmp_path / "tankers.txt", story=traced)]:
        assert ended.returncode == Exit.ERROR
        assert ended.stdout == ""
        assert complaint(ended).startswith(f"stemma: {traced}: ")
        assert reason in complaint(ended)
    assert traced.read_bytes() == before


def test_other_database_is_left_as_it_is(good: Path, story: Path):
    other_database(story)
    before = story.read_bytes()
    ended = trace(good, story=story)
    assert ended.returncode == Exit.ERROR
    assert complaint(ended) == f"stemma: {story}: no story of Stemma"
    assert story.read_bytes() == before


def test_story_that_is_missing_or_a_folder(good: Path, story: Path, tmp_path: Path):
    assert complaint(stemma("brief", story)) == f"stemma: {story}: no such story"
    for ended in (stemma("brief", tmp_path), trace(good, story=tmp_path)):
        assert ended.returncode == Exit.ERROR
        assert complaint(ended) == f"stemma: {tmp_path}: is a folder, no story"
    ended = trace(good, story=tmp_path / "none" / "well.stemma")
    assert ended.returncode == Exit.ERROR
    assert complaint(ended).endswith(f"there is no folder {tmp_path / 'none'}")


# --- a full disk -----------------------------------------------------------------------------------------------------


def small_files() -> None:
    """Called in the new process: no file may grow beyond 64 kB."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))


def much(folder: Path, count: int = 12) -> Path:
    """A folder with different reports: words of the demonstration story, shuffled."""
    folder.mkdir(exist_ok=True)
    dice = random.Random(7)
    words = " ".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))).split()
    for number in range(count):
        lines = [f"The {' '.join(dice.choices(words, k=16))} of it." for _ in range(20)]
        (folder / f"{number}.txt").write_text("\n\n".join([f"Well {number} runs dry", *lines]), encoding="utf-8")
    return folder


def test_a_file_that_cannot_grow_keeps_the_story_as_it_was(traced: Path, tmp_path: Path):
    before = stemma("brief", traced).stdout
    ended = trace(much(tmp_path / "much"), story=traced, preexec_fn=small_files)
    assert ended.returncode == Exit.ERROR
    assert complaint(ended).startswith(f"stemma: {traced}: ")
    assert stemma("brief", traced).stdout == before
    assert trace(tmp_path / "much", story=traced).returncode == Exit.DONE
    assert len(reports(traced)) == 13


def test_a_full_disk_keeps_the_story_as_it_was(good: Path, tmp_path: Path):
    """On a file system of one megabyte in a name space of its own, where the system lets us make one."""
    mount = tmp_path / "disk"
    mount.mkdir()
    within = [shutil.which("unshare") or "unshare", "--mount", "--map-root-user", "sh", "-ec"]
    script = f"mount -t tmpfs -o size=1m none {mount}; "
    try:
        able = subprocess.run([*within, script], check=False, capture_output=True).returncode == 0
    except OSError:
        able = False
    if not able:
        pytest.skip("no name spaces here")
    story = mount / "well.stemma"
    python = " ".join(command())
    script += f"{python} trace {good} --story {story} >&2; {python} brief {story} >{tmp_path}/before; "
    script += f"{python} trace {much(tmp_path / 'much', 60)} --story {story} --processes 1 && exit 99; echo $? >&2; "
    script += f"{python} brief {story} >{tmp_path}/after"
    ended = subprocess.run([*within, script], check=False, capture_output=True, text=True, env=ENVIRONMENT, timeout=120)
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    assert f"stemma: {story}: no room left on the disk" in ended.stderr
    assert ended.stderr.splitlines()[-1] == str(int(Exit.ERROR))
    assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text() != ""


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="no such device")
@pytest.mark.parametrize(
    "words", [("brief",), ("brief", "--format", "json"), ("export",), ("show", "c1"), ("search", "well")]
)
def test_an_answer_that_cannot_be_written_is_an_error(traced: Path, words: tuple[str, ...]):
    with FULL.open("w") as full:
        ended = stemma(words[0], traced, *words[1:], capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ended.returncode == Exit.ERROR
    assert "no space left on device" in complaint(ended).lower()


@pytest.mark.skipif(not FULL.exists(), reason="no such device")
def test_an_export_that_cannot_be_written_is_an_error(traced: Path):
    ended = stemma("export", traced, "--output", FULL)
    assert ended.returncode == Exit.ERROR
    assert complaint(ended).lower() == f"stemma: {FULL}: no space left on device"


def test_an_export_that_fails_leaves_the_earlier_one(traced: Path, tmp_path: Path):
    out = tmp_path / "out.json"
    out.write_text("earlier")
    ended = stemma(
        "export", traced, "--output", out, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))
    )
    assert ended.returncode == Exit.ERROR
    assert complaint(ended).startswith(f"stemma: {out}: ")
    assert out.read_text() == "earlier"
    assert sorted(tmp_path.glob("*out.json*")) == [out]


# --- two runs at once, and runs that are stopped ---------------------------------------------------------------------


def test_a_story_that_another_run_is_writing_to(traced: Path, tmp_path: Path):
    (tmp_path / "tankers.txt").write_text(TANKERS)
    other = sqlite3.connect(traced, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    ended = trace(tmp_path / "tankers.txt", story=traced)
    assert ended.returncode == Exit.ERROR
    assert complaint(ended).startswith(f"stemma: {traced}: another run is writing to this story; try again")
    assert stemma("brief", traced).returncode == Exit.DONE  # who only reads is not kept out
    other.execute("ROLLBACK")
    other.close()
    assert trace(tmp_path / "tankers.txt", story=traced).returncode == Exit.DONE
    assert reports(traced) == {"good.txt", "tankers.txt"}


def test_two_runs_started_at_once_into_a_new_story(good: Path, story: Path, tmp_path: Path):
    tankers = tmp_path / "tankers.txt"
    tankers.write_text(TANKERS)
    both = {
        path: subprocess.Popen(
            command("trace", path, "--story", story),
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for path in (good, tankers)
    }
    done = set()
    for path, process in both.items():
        errors = process.communicate(timeout=120)[1]
        assert "Traceback" not in errors
        if process.returncode == Exit.DONE:
            done.add(path.name)
        else:
            assert process.returncode == Exit.ERROR
            assert errors.startswith(f"stemma: {story}: another run is writing to this story")
    assert done
    assert reports(story) == done
    for path in both:
        assert trace(path, story=story).returncode == Exit.DONE
    assert reports(story) == {"good.txt", "tankers.txt"}


def stopped_midway(folder: Path, story: Path, number: signal.Signals) -> tuple[int, str]:
    """Starts a run, sends it a signal once it has begun to write, and gives its exit code and its complaint."""
    words = command("trace", folder, "--story", story, "--processes", 1)
    process = subprocess.Popen(words, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    journal = story.with_name(story.name + "-journal")
    patience = time.monotonic() + 60
    while not journal.exists() and time.monotonic() < patience:
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)
    process.send_signal(number)
    errors = process.communicate(timeout=60)[1]
    return process.returncode, errors


def test_a_killed_run_leaves_the_last_good_state(traced: Path, tmp_path: Path):
    before = stemma("brief", traced).stdout
    folder = much(tmp_path / "much", 20)
    assert stopped_midway(folder, traced, signal.SIGKILL)[0] == -signal.SIGKILL
    assert stemma("brief", traced).stdout == before
    assert trace(folder, story=traced).returncode == Exit.DONE
    assert len(reports(traced)) == 21


def test_a_killed_first_run_can_be_done_again(story: Path, tmp_path: Path):
    folder = much(tmp_path / "much", 20)
    assert stopped_midway(folder, story, signal.SIGKILL)[0] == -signal.SIGKILL
    ended = stemma("brief", story)
    assert ended.returncode == Exit.ERROR
    assert "no run has been completed into it" in complaint(ended)
    assert trace(folder, story=story).returncode == Exit.DONE
    assert len(reports(story)) == 20


def test_a_run_stopped_with_ctrl_c_says_so(traced: Path, tmp_path: Path):
    before = stemma("brief", traced).stdout
    code, errors = stopped_midway(much(tmp_path / "much", 20), traced, signal.SIGINT)
    assert (code, errors) == (Exit.INTERRUPTED, "stemma: stopped; the story is as it was before\n")
    assert stemma("brief", traced).stdout == before
