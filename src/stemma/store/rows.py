"""How one value of the model stands in one row, read off the types themselves.

A field becomes one column of its own name, except:

    Span, Excerpt, Source, Dating    their own columns, with the field's name in front: cue_start, cue_end
    tuple[int, int]                  an interval: independent_min, independent_max
    tuple[...]                       a table of its own where `tables` names one, else a JSON list
    date                             ISO 8601 text

An unknown (None) is NULL.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Cell = str | int | float | bytes | None
Cells = Sequence[Cell]

# Compact, in UTF-8, and strictly JSON, so that SQLite's own JSON functions read it: no NaN, no Infinity.
_encode_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_decode_json = json.JSONDecoder().decode


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its SQL type, and whether it may be NULL."""

    name: str
    type: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A type as cells of a row: its columns, the way there, and the way back.

    `write` takes a value and gives its cells. `read` takes the cells, and by name the values of those fields that stand
    elsewhere.
    """

    columns: tuple[Column, ...]
    write: Callable[[Any], Cells]
    read: Callable[[Cells, Mapping[str, Any]], Any]


@dataclass(frozen=True, slots=True)
class _Part:
    """One field as one or more cells. `write` and `read` of None mean: the value is its own one cell."""

    columns: tuple[Column, ...]
    write: Callable[[Any], Cells] | None = None
    read: Callable[[Cells], Any] | None = None


def shape_of(kind: type, apart: tuple[str, ...] = ()) -> Shape:
    """The shape of the dataclass `kind`; the fields named in `apart` stand elsewhere."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)]
    parts = {name: _part(name, hints[name]) for name in names if name not in apart}
    writers = [(attrgetter(name), part.write) for name, part in parts.items()]
    readers = _readers(names, parts)

    def write(item: Any) -> Cells:
        cells: list[Cell] = []
        for get, there in writers:
            if there is None:
                cells.append(get(item))
            else:
                cells.extend(there(get(item)))
        return cells

    def read(cells: Cells, elsewhere: Mapping[str, Any]) -> Any:
        values: list[Any] = []
        for name, first, last, back in readers:
            if back is not None:
                values.append(back(cells[first:last]))
            elif last:
                values.append(cells[first])
            else:
                values.append(elsewhere[name])
        return kind(*values)

    columns = tuple(column for part in parts.values() for column in part.columns)
    if not apart and all(part.read is None for part in parts.values()):
        return Shape(columns, write, lambda cells, _: kind(*cells))
    return Shape(columns, write, read)


def shape_of_value(name: str, hint: Any) -> Shape:
    """The shape of rows that hold one value, in the column `name`: a text, or a JSON list of texts."""
    part = _part(name, hint)
    write, back = part.write, part.read
    return Shape(
        part.columns,
        write if write is not None else lambda value: (value,),
        (lambda cells, _: back(cells)) if back is not None else (lambda cells, _: cells[0]),
    )


def _readers(names: list[str], parts: Mapping[str, _Part]) -> list[tuple[str, int, int, Callable[[Cells], Any] | None]]:
    """For each field: its name, its cells `[first, last)` (0, 0 where it stands elsewhere), its way back."""
    readers: list[tuple[str, int, int, Callable[[Cells], Any] | None]] = []
    first = 0
    for name in names:
        if name not in parts:
            readers.append((name, 0, 0, None))
            continue
        last = first + len(parts[name].columns)
        readers.append((name, first, last, parts[name].read))
        first = last
    return readers


def _part(name: str, hint: Any) -> _Part:
    plain, nullable = _without_none(hint)
    if is_dataclass(plain) and isinstance(plain, type):
        return _embedded(name, plain, nullable)
    if get_origin(plain) is tuple:
        return _interval(name) if get_args(plain) == (int, int) else _listed(name, get_args(plain)[0])
    if get_origin(plain) in (Literal, Union, UnionType):
        return _Part((Column(name, "TEXT", nullable),))
    return _SCALARS[plain](name, nullable)


def _without_none(hint: Any) -> tuple[Any, bool]:
    """The hint without its None, and whether it had one. What remains of a union of literals is one of text."""
    if get_origin(hint) not in (Union, UnionType):
        return hint, False
    kinds = [kind for kind in get_args(hint) if kind is not NoneType]
    return (kinds[0] if len(kinds) == 1 else hint), NoneType in get_args(hint)


def _date(name: str, nullable: bool) -> _Part:
    def write(value: date | None) -> Cells:
        return (None if value is None else value.isoformat(),)

    def read(cells: Cells) -> date | None:
        return None if cells[0] is None else date.fromisoformat(str(cells[0]))

    return _Part((Column(name, "TEXT", nullable),), write, read)


def _float(name: str, nullable: bool) -> _Part:
    # A whole number may stand for a float and be larger than SQLite's integers.
    return _Part((Column(name, "REAL", nullable),), lambda value: (None if value is None else float(value),))


_SCALARS: dict[type, Callable[[str, bool], _Part]] = {
    str: lambda name, nullable: _Part((Column(name, "TEXT", nullable),)),
    int: lambda name, nullable: _Part((Column(name, "INTEGER", nullable),)),
    bool: lambda name, nullable: _Part((Column(name, "INTEGER", nullable),), None, lambda cells: bool(cells[0])),
    float: _float,
    bytes: lambda name, nullable: _Part((Column(name, "BLOB", nullable),)),
    date: _date,
}


def _embedded(name: str, kind: type, nullable: bool) -> _Part:
    """A value inside a value. Where it may be missing, all its columns are NULL, its first one then and only then."""
    inner = shape_of(kind)
    columns = tuple(
        Column(f"{name}_{column.name}", column.type, nullable or column.nullable) for column in inner.columns
    )
    missing = (None,) * len(columns)

    def write(value: Any) -> Cells:
        return missing if value is None else inner.write(value)

    def read(cells: Cells) -> Any:
        return None if nullable and cells[0] is None else inner.read(cells, {})

    return _Part(columns, write, read)


def _interval(name: str) -> _Part:
    return _Part((Column(f"{name}_min", "INTEGER"), Column(f"{name}_max", "INTEGER")), tuple, tuple)


def _listed(name: str, kind: Any) -> _Part:
    """A tuple as a JSON list: texts as they are, small flat values as the lists of their fields."""
    column = (Column(name, "TEXT"),)
    if not is_dataclass(kind):
        return _Part(column, lambda items: (_encode_json(items),), lambda cells: tuple(_decode_json(str(cells[0]))))
    cells_of = attrgetter(*(field.name for field in fields(kind)))
    make: Callable[..., Any] = kind  # type: ignore[assignment]
    return _Part(
        column,
        lambda items: (_encode_json([cells_of(item) for item in items]),),
        lambda cells: tuple([make(*values) for values in _decode_json(str(cells[0]))]),
    )
