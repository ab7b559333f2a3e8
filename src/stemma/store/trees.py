"""Writes values with all that hangs on them into their tables, and reads them back. The only SQL made by code."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from stemma.store.rows import Cell
from stemma.store.tables import Table

Key = tuple[Cell, ...]


def insert(connection: sqlite3.Connection, table: Table, items: Iterable[Any], owner: Key = ()) -> None:
    """Write `items`, in their order, as those of `owner` (the cells of the table's owner columns)."""
    rows: dict[str, list[list[Cell]]] = defaultdict(list)
    _collect(table, items, owner, rows)
    for each in family(table):
        if rows[each.name]:
            connection.executemany(_insert_statement(each), rows[each.name])


def select(connection: sqlite3.Connection, table: Table, order: str = "") -> dict[Key, tuple[Any, ...]]:
    """Every value of `table` with all that hangs on it, by owner, in the order of the list or the `order` given."""
    children = {name: select(connection, child) for name, child in table.children.items()}
    alone = not children and not table.inherited
    found: dict[Key, list[Any]] = defaultdict(list)
    width = len(table.owner)
    skip = width + table.listed
    key_at = 0 if alone else table.columns.index(table.key)
    read = table.shape.read
    for row in connection.execute(_select_statement(table, order)):
        owner = row[:width]
        if alone:
            found[owner].append(read(row[skip:], {}))
        else:
            key = (*owner, row[key_at])
            elsewhere: dict[str, Any] = {name: values.get(key, ()) for name, values in children.items()}
            for name in table.inherited:
                elsewhere[name] = owner[table.owner.index(name)]
            found[owner].append(read(row[skip:], elsewhere))
    return {owner: tuple(items) for owner, items in found.items()}


def clear(connection: sqlite3.Connection, table: Table) -> None:
    """Remove every row of `table` and of the tables that hang on it."""
    for each in reversed(tuple(family(table))):
        connection.execute(f"DELETE FROM {_quoted(each.name)}")


def family(table: Table) -> Iterator[Table]:
    """The table and those that hang on it, owners first."""
    yield table
    for child in table.children.values():
        yield from family(child)


def _collect(table: Table, items: Iterable[Any], owner: Key, rows: dict[str, list[list[Cell]]]) -> None:
    mine = rows[table.name]
    for position, item in enumerate(items):
        place = (position,) if table.listed else ()
        mine.append([*owner, *place, *table.shape.write(item)])
        if table.children:
            key = (*owner, position if table.key == "position" else getattr(item, table.key))
            for field, child in table.children.items():
                _collect(child, getattr(item, field), key, rows)


def _insert_statement(table: Table) -> str:
    columns = ", ".join(map(_quoted, table.columns))
    marks = ", ".join("?" * len(table.columns))
    return f"INSERT INTO {_quoted(table.name)} ({columns}) VALUES ({marks})"


def _select_statement(table: Table, order: str) -> str:
    # The primary keys of tables with an owner start with these columns, so that no sorting is needed.
    order = order or ", ".join(map(_quoted, (*table.owner, "position")[: len(table.owner) + table.listed]))
    ordering = f" ORDER BY {order}" if order else ""
    return f"SELECT {', '.join(map(_quoted, table.columns))} FROM {_quoted(table.name)}{ordering}"


def _quoted(name: str) -> str:
    # "to" and "distinct" are words of SQL. In brackets, since SQLite takes an unknown name in double quotes for a text.
    return f"[{name}]"
