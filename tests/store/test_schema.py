"""The tables hold what the types need; the views say what they promise; every version leads to the newest."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from stemma.model import (
    Claim,
    Dating,
    Excerpt,
    Feature,
    File,
    Findings,
    Hop,
    Link,
    Links,
    Mention,
    Numbers,
    Origin,
    Reading,
    Report,
    Stemma,
)
from stemma.store import open_story
from stemma.store.migrations import known_migrations, migrate, version_of
from stemma.store.session import APPLICATION_ID
from stemma.store.tables import CONCLUSIONS, IN_READING, REPORT, Table
from stemma.store.trees import family, insert

TABLES = [table for root in (REPORT, *IN_READING.values(), *CONCLUSIONS) for table in family(root)]
TEXT = "Engineers say the dam broke. The mayor denies it."
REPORT_A = Report(
    "a", "a.txt", TEXT, "", "The Valley Post", "", (), "", "en", Dating(date(2031, 3, 1), None, "given"), (), (), ()
)
HOPS = (Hop("Hill News", "outlet", 0, 9), Hop("engineers", "unnamed", 0, 9))
MENTION = Mention("a-1", "a", 14, 27, HOPS, None, False, False, "says", False, "done", (), (), (), ("dam", "broke"))
READING = Reading(REPORT_A, (), (), (), (MENTION,))
LINKS = Links(
    (
        Link(
            "a-1",
            "a-1",
            "same",
            0.75,
            None,
            (Feature("words", None, 1.5, "too few"), Feature("names", 0.5, 2.0, "one of two")),
        ),
    ),
    (("a-1",),),
)
ORIGIN = Origin("engineers", "unnamed", ("a-1",), True, True, "unnamed, through Hill News")
CLAIM = Claim("c1", Excerpt("a", 14, 27), ("a-1",), (ORIGIN,), (1, 1), ("one origin",), (), 1.0)
FINDINGS = Findings(Numbers(1, 1, 1, 1), (CLAIM,), (), (), (), (), (), ())


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "dam.story"
    with open_story(path, write=True) as store:
        store.add(File("a.txt", "0a", b"bytes"), [READING], [])
        store.conclude(LINKS, Stemma((), (), ()), FINDINGS)
    return path


def at_version(number: int) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection, known_migrations()[:number])
    return connection


def test_migrations_are_numbered_without_gaps():
    assert [migration.number for migration in known_migrations()] == list(range(1, len(known_migrations()) + 1))


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_every_table_has_the_columns_of_its_type(table: Table):
    with closing(at_version(len(known_migrations()))) as connection:
        found = {row[1]: (row[2], not row[3]) for row in connection.execute(f'PRAGMA table_info("{table.name}")')}
    found.pop("number", None) if table is REPORT else None  # the row's number, which full text needs
    places = {name: found.pop(name) for name in table.columns[: len(table.columns) - len(table.shape.columns)]}
    assert found == {column.name: (column.type, column.nullable) for column in table.shape.columns}
    assert set(places) == {*table.owner, *(["position"] if table.listed else [])}


def schema(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


@pytest.mark.parametrize("number", range(len(known_migrations())))
def test_every_version_leads_to_the_newest_schema(number: int):
    with closing(at_version(number)) as old, closing(at_version(len(known_migrations()))) as new:
        migrate(old, known_migrations())
        assert version_of(old) == len(known_migrations())
        assert schema(old) == schema(new)


def old_story(path: Path) -> None:
    """A story as the first version wrote it, before there was full text: with the columns that there were."""
    newest = at_version(len(known_migrations()))
    with closing(newest) as new, closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        migrate(old, known_migrations()[:1])
        insert(new, REPORT, [REPORT_A])
        for field, table in IN_READING.items():
            insert(new, table, getattr(READING, field), ("a",))
        for table in (each for root in (REPORT, *IN_READING.values()) for each in family(root)):
            columns = ", ".join(f'"{row[1]}"' for row in old.execute(f'PRAGMA table_info("{table.name}")'))
            if columns:
                rows = new.execute(f'SELECT {columns} FROM "{table.name}"').fetchall()
                marks = ", ".join("?" * (columns.count(",") + 1))
                old.executemany(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', rows)


def test_an_older_story_is_read_without_being_changed(tmp_path: Path):
    path = tmp_path / "old.story"
    old_story(path)
    before = path.read_bytes()
    with open_story(path, write=False) as store:
        assert store.readings() == (READING,)
        assert store.search("dam") == (Excerpt("a", 18, 21),)
    assert path.read_bytes() == before


def test_an_older_story_is_brought_up_to_date_when_written(tmp_path: Path):
    path = tmp_path / "old.story"
    old_story(path)
    with open_story(path, write=True) as store:
        store.conclude(LINKS, Stemma((), (), ()), FINDINGS)
    with open_story(path, write=False) as store:
        assert store.story().readings == (READING,)
        assert store.search("mayor") == (Excerpt("a", 33, 38),)
    with closing(sqlite3.connect(path)) as connection:
        assert version_of(connection) == len(known_migrations())


def test_the_views_say_it_in_words(story: Path):
    with closing(sqlite3.connect(story)) as connection:
        ask = connection.execute
        assert ask("SELECT * FROM chain").fetchall() == [("a-1", "Hill News > engineers")]
        assert ask("SELECT id, statement, min, max, reports, mentions FROM claim_overview").fetchall() == [
            ("c1", "the dam broke", 1, 1, 1, 1)
        ]
        assert ask("SELECT mention, outlet, words, chain FROM mention_text").fetchall() == [
            ("a-1", "The Valley Post", "the dam broke", "Hill News > engineers")
        ]
        assert ask("SELECT name, value, weight, reason FROM link_feature").fetchall() == [
            ("words", None, 1.5, "too few"),
            ("names", 0.5, 2.0, "one of two"),
        ]


def test_the_comments_travel_with_the_tables(story: Path):
    with closing(sqlite3.connect(story)) as connection:
        row = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'hop'").fetchone()
    assert "nearest first" in row[0]


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_no_column_is_written_twice(table: Table):
    assert len(set(table.columns)) == len(table.columns)
