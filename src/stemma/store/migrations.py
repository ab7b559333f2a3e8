"""The numbered migrations: each makes the tables of one version out of those of the version before."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Migration:
    """The statements that lead from version `number - 1` to `number`."""

    number: int
    name: str
    statements: tuple[str, ...]


@cache
def known_migrations() -> tuple[Migration, ...]:
    """All migrations that this version of Stemma knows, in their order, from the files `migrations/NNNN_name.sql`."""
    scripts = [each for each in files("stemma.store").joinpath("migrations").iterdir() if each.name.endswith(".sql")]
    return tuple(
        Migration(int(script.name[:4]), script.name, tuple(_statements(script.read_text(encoding="utf-8"))))
        for script in sorted(scripts, key=lambda script: script.name)
    )


def version_of(connection: sqlite3.Connection) -> int:
    """The number of the last migration that was applied to this file; 0 for a new one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Apply, within the transaction that is open, those of `migrations` that the file does not have yet."""
    version = version_of(connection)
    for migration in migrations:
        if migration.number > version:
            for statement in migration.statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {migration.number}")


def _statements(script: str) -> Iterator[str]:
    # sqlite3's executescript would commit the transaction that a whole run is to stay in.
    lines: list[str] = []
    for line in script.splitlines(keepends=True):
        lines.append(line)
        statement = "".join(lines)
        # A comment may follow the semicolon.
        if sqlite3.complete_statement(statement) and statement.strip():
            yield statement
            lines.clear()
