"""Finds the files to read: walks folders, opens nothing that is too large, and counts identical bytes once."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from stemma.documents.kinds import known, sniff
from stemma.model import File, Refusal
from stemma.settings import Settings

MEGABYTE = 1024 * 1024


def gather(paths: Iterable[Path], settings: Settings) -> Iterator[File | Refusal]:
    """Files, folders -> each file once, in the order of sorted paths, and a refusal for each that cannot be used.

    Folders are walked through; hidden files and files of other kinds in them are passed over. A file named directly
    may have any name. Two files of the same bytes give one file and a refusal that is not fatal.
    """
    first: dict[str, str] = {}
    visited: set[str] = set()
    for path, named in _candidates(paths):
        if isinstance(path, Refusal):
            yield path
            continue
        place = os.path.realpath(path)
        if place in visited:
            continue
        visited.add(place)
        found = _open(path, named, settings)
        if isinstance(found, File) and found.sha256 in first:
            found = Refusal(str(path), f"same bytes as {first[found.sha256]}; counted once", fatal=False)
        elif isinstance(found, File):
            first[found.sha256] = found.path
        yield found


def _candidates(paths: Iterable[Path]) -> Iterator[tuple[Path | Refusal, bool]]:
    """Every file in question, and whether it was named directly."""
    for path in sorted(Path(path) for path in paths):
        if path.is_dir():
            yield from ((item, False) for item in _walk(path))
        else:
            yield path, True


def _walk(folder: Path) -> Iterator[Path | Refusal]:
    """The files of known kinds under a folder; refusals for what cannot be listed and for a folder without any."""
    barred: list[Refusal] = []
    files: list[Path] = []
    for root, names, found in os.walk(folder, onerror=lambda error: barred.append(_barred(error, folder))):
        names[:] = [name for name in names if not name.startswith(".")]
        files.extend(Path(root, name) for name in found if not name.startswith("."))
    reports = sorted(file for file in files if known(file))
    yield from sorted(barred, key=lambda refusal: refusal.file)
    yield from reports
    if not reports and not barred:
        others = f" (files of other kinds: {len(files)})" if files else ""
        yield Refusal(str(folder), f"the folder holds no text, HTML or JSON files{others}")


def _barred(error: OSError, folder: Path) -> Refusal:
    return Refusal(str(error.filename or folder), f"the folder cannot be read: {_words(error)}")


def _words(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _open(path: Path, named: bool, settings: Settings) -> File | Refusal:
    """The file with its bytes, or why not. The size is looked at before anything is read."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            return Refusal(str(path), "not a file")
        if size > settings.largest_file:
            limit = settings.largest_file / MEGABYTE
            return Refusal(str(path), f"larger than {limit:.4g} MB ({size / MEGABYTE:.1f} MB)")
        content = path.read_bytes()
    except FileNotFoundError:
        return Refusal(str(path), "no such file or folder")
    except (OSError, ValueError) as error:
        return Refusal(str(path), f"cannot be read: {_words(error) if isinstance(error, OSError) else error}")
    if not content.strip():
        return Refusal(str(path), "the file is empty")
    if named and not known(path) and sniff(content) == "binary":
        return Refusal(str(path), "neither text nor HTML nor JSON")
    return File(str(path), hashlib.sha256(content).hexdigest(), content)
