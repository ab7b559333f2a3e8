"""Finding the files: folders, what is passed over, and every input that cannot be used."""

import hashlib
import os
from pathlib import Path

import pytest

from stemma.documents import gather
from stemma.model import File, Refusal
from stemma.settings import DEFAULTS, Settings


def found(*paths: Path, settings: Settings = DEFAULTS) -> list[File | Refusal]:
    return list(gather(paths, settings))


def refusal(*paths: Path, settings: Settings = DEFAULTS) -> Refusal:
    (only,) = found(*paths, settings=settings)
    assert isinstance(only, Refusal)
    return only


def test_a_file_comes_with_its_bytes_and_their_hash(tmp_path: Path):
    path = tmp_path / "ferry.txt"
    path.write_bytes(b"The ferry sank.\r\n")
    assert found(path) == [File(str(path), hashlib.sha256(b"The ferry sank.\r\n").hexdigest(), b"The ferry sank.\r\n")]


def test_folders_are_walked_in_order_and_hidden_and_other_files_passed_over(tmp_path: Path):
    for name in ("b.html", "a/z.txt", "a/b/c.json", ".hidden.txt", ".git/x.txt", "picture.png", "notes.md", "d.NDJSON"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"text of {name}")
    files = found(tmp_path)
    assert all(isinstance(file, File) for file in files)
    names = [Path(file.path).relative_to(tmp_path).as_posix() for file in files if isinstance(file, File)]
    assert names == ["a/b/c.json", "a/z.txt", "b.html", "d.NDJSON", "notes.md"]


def test_the_order_of_the_arguments_changes_nothing(tmp_path: Path):
    paths = [tmp_path / name for name in ("one.txt", "two.txt", "three.txt")]
    for path in paths:
        path.write_text(path.name)
    assert found(*paths) == found(*reversed(paths))


def test_a_file_named_and_also_in_a_named_folder_is_read_once(tmp_path: Path):
    path = tmp_path / "a.txt"
    path.write_text("one text")
    assert len(found(tmp_path, path)) == 1


def test_missing_path(tmp_path: Path):
    assert refusal(tmp_path / "gone.txt") == Refusal(str(tmp_path / "gone.txt"), "no such file or folder")


def test_empty_files_of_no_bytes_and_of_blanks(tmp_path: Path):
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b" \n\n")
    assert [item.reason for item in found(tmp_path) if isinstance(item, Refusal)] == ["the file is empty"] * 2


def test_folder_without_reports(tmp_path: Path):
    assert "holds no text, HTML or JSON files" in refusal(tmp_path).reason
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    assert refusal(tmp_path).reason.endswith("(files of other kinds: 1)")


def test_a_file_that_is_too_large_is_not_even_opened(tmp_path: Path):
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)  # 50 MB of one line; no disk is used for it
    assert refusal(path).reason == "larger than 32 MB (50.0 MB)"
    assert isinstance(found(path, settings=Settings(largest_file=60 * 1024 * 1024))[0], File)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="the administrator may read everything")
def test_unreadable_file_and_folder(tmp_path: Path):
    closed = tmp_path / "closed.txt"
    closed.write_text("secret")
    closed.chmod(0)
    barred = tmp_path / "folder"
    barred.mkdir(mode=0)
    try:
        reasons = [item.reason for item in found(closed, barred) if isinstance(item, Refusal)]
    finally:
        barred.chmod(0o700)
    assert reasons == ["cannot be read: permission denied", "the folder cannot be read: permission denied"]


def test_a_reader_without_permission_is_told_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """As above for an administrator, whom no mode keeps out."""
    path = tmp_path / "closed.txt"
    path.write_text("secret")

    def deny(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", deny)
    assert refusal(path).reason == "cannot be read: permission denied"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").reason == "not a file"


def test_identical_bytes_are_counted_once(tmp_path: Path):
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text("The same words.")
    second.write_text("The same words.")
    file, again = found(tmp_path)
    assert isinstance(file, File)
    assert again == Refusal(str(second), f"same bytes as {first}; counted once", fatal=False)


@pytest.mark.parametrize(
    ("content", "taken"),
    [
        (b"<!DOCTYPE html><html><body><p>A page.</p></body></html>", True),
        (b'{"text": "A record."}', True),
        (b"A plain text of some words.", True),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", False),
        (bytes(range(256)) * 20, False),
    ],
)
def test_a_file_of_unknown_name_is_judged_by_its_content(tmp_path: Path, content: bytes, taken: bool):
    path = tmp_path / "download.part"
    path.write_bytes(content)
    assert isinstance(found(path)[0], File) is taken
