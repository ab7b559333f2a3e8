"""Opens a story file, holds one transaction from opening to closing, and turns SQLite's errors into Stemma's.

    BEGIN IMMEDIATE ── whole run ──┬── COMMIT     at a clean exit
                                   └── ROLLBACK   at any exception; SQLite's own journal does it after a kill

The journal is SQLite's plain rollback journal, not WAL. A story is one file that people copy, mail and put on a
stick. WAL leaves `-wal` and `-shm` files beside it, whose loss loses data; it does not work on network drives, nor in
a folder that cannot be written. What WAL is for, readers beside a writer, is had without: changed pages stay in memory
(`WRITE_CACHE`) until the commit, so that readers see the last good state while a run is at work.

A new story that fails before its first commit leaves an empty file, which opens as a new story. It is not deleted:
another run may have opened it meanwhile, and would write into a file that nobody can find.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from stemma.errors import NewerStory, NotAStory, StoryBusy, StoryError, StoryUnwritable
from stemma.store.migrations import known_migrations, migrate, version_of

# "Stem" in ASCII: the tool `file` and SQLite show it.
APPLICATION_ID = 0x5374656D

# How long a run waits for another one to finish before it gives up: enough for a reader's glance, not for a trace.
PATIENCE = 1.0

# At the commit a whole run is at stake: wait for readers as long as reading the largest story could take.
PATIENCE_AT_COMMIT = 60_000  # milliseconds

# Changed pages beyond this go to the file before the commit, and then readers have to wait. A traced story of 100
# reports takes about 10 MB.
WRITE_CACHE = 64 * 1024  # kibibytes

_NOT_A_STORY = "no story of Stemma"
_DAMAGED = "the story is damaged"
_BUSY = "another run is writing to this story; try again when it is done"
_IO = "cannot be read or written"

# By SQLite's primary result code.
_ERRORS: dict[int, tuple[type[StoryError], str]] = {
    sqlite3.SQLITE_NOTADB: (NotAStory, _NOT_A_STORY),
    sqlite3.SQLITE_CORRUPT: (NotAStory, _DAMAGED),
    sqlite3.SQLITE_FORMAT: (NotAStory, _DAMAGED),
    sqlite3.SQLITE_ERROR: (NotAStory, _DAMAGED),  # a table or column is missing
    sqlite3.SQLITE_BUSY: (StoryBusy, _BUSY),
    sqlite3.SQLITE_LOCKED: (StoryBusy, _BUSY),
    sqlite3.SQLITE_FULL: (StoryUnwritable, "no room left on the disk"),
    sqlite3.SQLITE_READONLY: (StoryUnwritable, "no permission to write"),
    sqlite3.SQLITE_PERM: (StoryUnwritable, "no permission to write"),
    sqlite3.SQLITE_CANTOPEN: (StoryUnwritable, "no permission to write it or its folder"),
    sqlite3.SQLITE_IOERR: (StoryUnwritable, _IO),
}


@contextmanager
def session(path: Path, *, write: bool) -> Iterator[sqlite3.Connection]:
    """A connection to the story at `path`, in one transaction; `write` makes the file where it is missing.

    Raises a StoryError, of one of its kinds where one fits, with the path and the reason.
    """
    with _plain_errors(path):
        try:
            _look(path, write)
        except OSError as error:
            raise StoryError(f"{path}: cannot be opened ({error.strerror})") from error
        with closing(_connect(path, write)) as connection:
            yield from (_writing if write else _reading)(path, connection)


def _writing(path: Path, connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute(f"PRAGMA cache_size = -{WRITE_CACHE}")
    connection.execute("BEGIN IMMEDIATE")
    try:
        _identify(path, connection, or_make=True)
        # A first write, if only of the same number: a folder that cannot be written shows now, not after the work.
        connection.execute(f"PRAGMA user_version = {version_of(connection)}")
        migrate(connection, known_migrations())
        yield connection
        connection.execute(f"PRAGMA busy_timeout = {PATIENCE_AT_COMMIT}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has rolled back by itself where the disk is full
            connection.execute("ROLLBACK")
        raise


def _reading(path: Path, connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    connection.execute("PRAGMA query_only = ON")
    connection.execute("BEGIN")  # one state for all that is read
    _identify(path, connection, or_make=False)
    if version_of(connection) == known_migrations()[-1].number:
        yield connection
        return
    # Who only reads changes nothing: an older story is brought up to date in a copy.
    with closing(_connect_memory()) as copy:
        connection.backup(copy)
        migrate(copy, known_migrations())
        yield copy


def _look(path: Path, write: bool) -> None:
    """What can be said better before SQLite sees the path."""
    if path.is_dir():
        raise NotAStory(f"{path}: is a folder, no story")
    if not write and not path.exists():
        raise NotAStory(f"{path}: no such story")
    if not write:
        with path.open("rb") as file:  # SQLite would not say that it may not be read
            if not file.read(1):
                raise NotAStory(f"{path}: is empty; no run has been completed into it")
    if write and not path.parent.is_dir():
        raise StoryUnwritable(f"{path}: there is no folder {path.parent}")


def _connect(path: Path, write: bool) -> sqlite3.Connection:
    # Readers open for writing too, where they may: what a killed run left has to be rolled back by whoever comes first.
    mode = "rwc" if write else "rw"
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", PATIENCE, uri=True, isolation_level=None)
    connection.execute("PRAGMA temp_store = MEMORY")  # what is confidential stays out of the folder for temporary files
    return connection


def _connect_memory() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None)


def _identify(path: Path, connection: sqlite3.Connection, *, or_make: bool) -> None:
    """Make sure that the file is a story that this version can read; make an empty file one."""
    newest = known_migrations()[-1].number
    if or_make and path.stat().st_size == 0:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAStory(f"{path}: {_NOT_A_STORY}")
    version = version_of(connection)
    if version > newest:
        raise NewerStory(f"{path}: written by a later version of Stemma (format {version}; this one knows {newest})")


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise  # mistakes of the code, not of the file
    except sqlite3.Error as error:
        raise _translated(path, error) from error


def _translated(path: Path, error: sqlite3.Error) -> StoryError:
    # Text that is no UTF-8 has no code of SQLite's: the file is damaged then.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    kind, reason = _ERRORS.get(code, (StoryError, _IO))
    return kind(f"{path}: {reason} ({error})")
