"""JSON -> drafts: one object, an array of them, or one a line, with the usual names of the fields."""

import json
import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import cast

from stemma.documents.decoding import LINE_ENDS, decode, well_formed
from stemma.documents.draft import Draft
from stemma.documents.outlets import is_address
from stemma.model import Refusal

# A field and its usual names, the first that is there and not empty counts.
NAMES = {
    "text": ("text", "content", "body", "maintext"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("date_publish", "published", "date", "date_published"),
    "outlet": ("source_domain", "outlet", "source", "publisher"),
    "authors": ("authors", "byline", "author"),
}
RETURNS = re.compile("\r\n?")


def draft_records(path: str, content: bytes, by_line: bool) -> Iterator[Draft | Refusal]:
    """Each report of a JSON file. Of JSON lines and arrays, report and refusal are named `file:number`."""
    text = decode(content)
    if not by_line:
        try:
            value = json.loads(text)
        except RecursionError:
            yield Refusal(path, "broken JSON: nested too deeply")
            return
        except ValueError as error:
            if not _is_lines(text):
                yield _broken(path, 1, error)
                return
        else:
            yield from _whole(path, value)
            return
    yield from _each_line(path, text)


def _whole(path: str, value: object) -> Iterator[Draft | Refusal]:
    name = PurePath(path).name
    if not isinstance(value, list):
        yield _one(path, name, value)
        return
    if not value:
        yield Refusal(path, "the JSON array is empty")
    for number, item in enumerate(value, start=1):
        yield _one(f"{path}:{number}", f"{name}:{number}", item)


def _is_lines(text: str) -> bool:
    """Whether a file that is no JSON as a whole starts with a line that is."""
    lines = [line for line in text.split("\n", 50) if line.strip()]
    try:
        return len(lines) > 1 and isinstance(json.loads(lines[0]), dict)
    except (ValueError, RecursionError):
        return False


def _each_line(path: str, text: str) -> Iterator[Draft | Refusal]:
    name = PurePath(path).name
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except RecursionError:
            yield Refusal(f"{path}:{number}", "broken JSON: nested too deeply")
        except ValueError as error:
            yield _broken(path, number, error)
        else:
            yield _one(f"{path}:{number}", f"{name}:{number}", value)


def _broken(path: str, first: int, error: ValueError) -> Refusal:
    """`first` is the number of the line at which what was parsed begins."""
    line = first + error.lineno - 1 if isinstance(error, json.JSONDecodeError) else first
    words = error.msg if isinstance(error, json.JSONDecodeError) else str(error).partition(";")[0]
    return Refusal(f"{path}:{line}", f"broken JSON: {words[:1].lower()}{words[1:]}")


def _one(path: str, name: str, value: object) -> Draft | Refusal:
    """One object as a draft. The text stays as it is but for its line ends: others point into it."""
    if not isinstance(value, dict):
        return Refusal(path, "JSON without a text field: not an object")
    record = cast("dict[str, object]", value)
    text = _plain(record, "text")
    if not text.strip():
        there = any(key in record for key in NAMES["text"])
        return Refusal(path, "the text field is empty or no text" if there else "JSON without a text field")
    title = LINE_ENDS.sub(" ", _plain(record, "title").replace("\n", " "))
    title = title if title.strip() else ""
    published = _plain(record, "published")
    return Draft(
        file=name,
        text=f"{title}\n{text}" if title else text,
        title=title,
        outlet=_outlet(record),
        url=_plain(record, "url").strip(),
        authors=_authors(record),
        published=published,
        dated_by="given" if published else "none",
    )


def _plain(record: dict[str, object], field: str) -> str:
    """The field's text; of an object ({"name": "..."}) its name; a number's digits; empty where there is nothing."""
    return next(_values(record, field), "")


def _outlet(record: dict[str, object]) -> str:
    """The first of the outlet's fields that holds a name, else the first that holds anything, which is a domain."""
    values = list(_values(record, "outlet"))
    return next((value for value in values if not is_address(value.strip())), values[0] if values else "")


def _values(record: dict[str, object], field: str) -> Iterator[str]:
    """What the field's usual names hold, in their order."""
    for name in NAMES[field]:
        value = record.get(name)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, int | float) and not isinstance(value, bool) and field == "published":
            value = str(value)
        if isinstance(value, str) and value.strip():
            yield well_formed(RETURNS.sub("\n", value)).replace("\0", "")


def _authors(record: dict[str, object]) -> tuple[str, ...]:
    for name in NAMES["authors"]:
        value = record.get(name)
        items = value if isinstance(value, list) else [value]
        names = [item.get("name") if isinstance(item, dict) else item for item in items]
        found = tuple(well_formed(item) for item in names if isinstance(item, str) and item.strip())
        if found:
            return found
    return ()
