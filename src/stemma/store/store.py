"""A story, opened: what was read, what was concluded, and the words to search."""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stemma.errors import InputError, NotAStory, StoryError
from stemma.model import Excerpt, File, Findings, Links, Reading, Refusal, Stemma, Story
from stemma.store.search import search
from stemma.store.session import session
from stemma.store.tables import CONCLUSIONS, IN_FINDINGS, IN_LINKS, IN_READING, IN_STEMMA, NUMBERS, REPORT, Table
from stemma.store.trees import clear, insert, select

# The order of the reports of a story; a date that is not known comes last.
_BY_DATE = "coalesce(dating_earliest, '9999-12-31'), dating_moment, id"


@contextmanager
def open_story(path: Path, *, write: bool) -> Iterator["Store"]:
    """Open the story at `path`; with `write`, alone, and make it where it is missing.

    All that is done until the block ends is kept together at its clean end, or not at all: after an exception or a kill
    the story is as it was. A new story that fails leaves at most an empty file, which counts as a new story again.

    Raises NotAStory (missing, something else, or damaged), NewerStory, StoryBusy (at the latest after a second),
    StoryUnwritable (no permission, disk full), or a plain StoryError (it may not be read).
    """
    with session(path, write=write) as connection:
        yield Store(path, connection)


class Store:
    """An open story. Made by `open_story`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    def files(self) -> dict[str, str]:
        """SHA-256 (hex) -> path of every file read before, whether it gave reports or refusals; oldest first."""
        return dict(self._connection.execute("SELECT sha256, path FROM file ORDER BY rowid"))

    def refusals(self) -> tuple[Refusal, ...]:
        """Every refusal so far, oldest first."""
        rows = self._connection.execute("SELECT file, reason, fatal FROM refusal ORDER BY rowid")
        return tuple(Refusal(file, reason, bool(fatal)) for file, reason, fatal in rows)

    def original(self, report: str) -> bytes:
        """The bytes of the first file that gave the report with this id. Raises KeyError where there is none."""
        row = self._connection.execute(
            "SELECT content FROM file JOIN file_report USING (sha256) WHERE report = ? ORDER BY file_report.rowid",
            (report,),
        ).fetchone()
        if row is None:
            raise KeyError(report)
        try:
            return zlib.decompress(row[0])
        except zlib.error as error:
            raise self._damaged(error) from error

    def add(self, file: File, readings: Iterable[Reading], refusals: Iterable[Refusal]) -> None:
        """Keep a file with its bytes, and what it gave. A report that is there already stays as it is.

        Raises InputError, with nothing kept of the file, where a text or a number in it cannot be stored.
        """
        self._connection.execute("SAVEPOINT one_file")
        try:
            self._add(file, readings, refusals)
        except (UnicodeEncodeError, OverflowError) as error:  # half a surrogate pair; a number beyond 64 bits
            self._undo()
            raise InputError(printable(file.path), f"cannot be stored: {error}") from error
        except BaseException:
            self._undo()
            raise
        self._connection.execute("RELEASE one_file")

    def readings(self) -> tuple[Reading, ...]:
        """Every report with what was read in it, by its earliest date (none: last) and its id."""
        with self._sound():
            parts = {field: select(self._connection, table) for field, table in IN_READING.items()}
            reports = select(self._connection, REPORT, _BY_DATE).get((), ())
        return tuple(
            Reading(report, **{field: values.get((report.id,), ()) for field, values in parts.items()})
            for report in reports
        )

    def links(self) -> Links:
        """The links last concluded; none before the first time."""
        return Links(**self._read(IN_LINKS))

    def conclude(self, links: Links, stemma: Stemma, findings: Findings) -> None:
        """Keep what was found across the reports, in place of what was found before."""
        for table in reversed(CONCLUSIONS):
            clear(self._connection, table)
        insert(self._connection, NUMBERS, (findings.numbers,))
        for value, tables in ((links, IN_LINKS), (stemma, IN_STEMMA), (findings, IN_FINDINGS)):
            for field, table in tables.items():
                insert(self._connection, table, getattr(value, field))

    def story(self) -> Story:
        """All of it, equal to what was written. Raises StoryError where nothing was concluded yet."""
        with self._sound():
            numbers = select(self._connection, NUMBERS).get((), ())
        if not numbers:
            raise StoryError(f"{self._path}: holds no findings yet; trace it first")
        findings = Findings(numbers[0], **self._read(IN_FINDINGS))
        return Story(self.readings(), self.links(), Stemma(**self._read(IN_STEMMA)), findings)

    def search(self, words: str) -> tuple[Excerpt, ...]:
        """Where the reports have all these words, in any form; "in quotation marks": next to each other.

        The excerpts are the words found, neighbours together; the best report first, each from its start on.
        """
        return search(self._connection, words)

    def _add(self, file: File, readings: Iterable[Reading], refusals: Iterable[Refusal]) -> None:
        run = self._connection.execute
        content = zlib.compress(file.content)
        run(
            "INSERT OR IGNORE INTO file (sha256, path, size, content) VALUES (?, ?, ?, ?)",
            (file.sha256, printable(file.path), len(file.content), content),
        )
        for reading in readings:
            report = reading.report.id
            if run("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone() is None:
                insert(self._connection, REPORT, (reading.report,))
                for field, table in IN_READING.items():
                    insert(self._connection, table, getattr(reading, field), (report,))
            run("INSERT OR IGNORE INTO file_report (sha256, report) VALUES (?, ?)", (file.sha256, report))
        for refusal in refusals:
            run(
                "INSERT OR IGNORE INTO refusal (sha256, file, reason, fatal) VALUES (?, ?, ?, ?)",
                (file.sha256, printable(refusal.file), refusal.reason, refusal.fatal),
            )

    def _undo(self) -> None:
        if self._connection.in_transaction:
            self._connection.execute("ROLLBACK TO one_file")
            self._connection.execute("RELEASE one_file")

    def _read(self, tables: Mapping[str, Table]) -> dict[str, Any]:
        with self._sound():
            return {field: select(self._connection, table).get((), ()) for field, table in tables.items()}

    @contextmanager
    def _sound(self) -> Iterator[None]:
        try:
            yield
        except (ValueError, TypeError) as error:  # a date or a list that is none
            raise self._damaged(error) from error

    def _damaged(self, error: Exception) -> NotAStory:
        return NotAStory(f"{self._path}: the story is damaged ({error})")


def printable(path: str) -> str:
    """A path with the bytes of a name that is no UTF-8 written as \\xNN."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
