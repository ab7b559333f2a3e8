"""Dates against TimeBank and AQUAINT (TempEval-3's training data): found, and with the right TIMEX3 value.

All four types count. The time at which a document was written is given and not to be found. As in TempEval-3 (UzZaman
et al. 2013), a value is right where the stretches overlap and the values are equal, letter by letter: AQUAINT's own
spellings ("1949-XX", "2000-W6", "199X") cannot be reached by a system that writes TimeBank's. The second half of
TimeBank by name was never looked at while the readers were made: its figures are the ones to believe.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.floors import Row
from benchmarks.tables import Table, number
from stemma.values.dates import find_dates

FOLDER = Path("data/tempeval3/TBAQ-cleaned")
_WRITTEN = {"CREATION_TIME", "PUBLICATION_TIME"}
_PARAGRAPH = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
_TYPES = {"date": "DATE", "time": "TIME", "duration": "DURATION", "set": "SET"}


@dataclass(frozen=True, slots=True)
class Timex:
    """One expression: where it stands, its type and value."""

    start: int
    end: int
    type: str
    value: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with its annotations; `given` are the stretches that state when it was written."""

    text: str
    written: date
    expressions: tuple[Timex, ...]
    given: tuple[tuple[int, int], ...]


def scored(shared: Path) -> tuple[dict[str, Row], ...]:
    """The rows of the table: all documents, those that were looked at, and those that were held back; by type over
    all."""
    seen, held = documents(shared)
    return (
        {"all": row(count([*seen, *held])), "looked at": row(count(seen)), "held back": row(count(held))},
        {name: by_type(count([*seen, *held]), name) for name in _TYPES.values()},
    )


def documents(shared: Path) -> tuple[list[Document], list[Document]]:
    """AQUAINT and the first half of TimeBank by name, and the second half of TimeBank."""
    timebank = [read(path) for path in sorted((shared / FOLDER / "TimeBank").glob("*.tml"))]
    aquaint = [read(path) for path in sorted((shared / FOLDER / "AQUAINT").glob("*.tml"))]
    return aquaint + timebank[: len(timebank) // 2], timebank[len(timebank) // 2 :]


def read(path: Path) -> Document:
    """One file in TimeML."""
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    assert body is not None
    written = [each.get("value", "") for each in root.iter("TIMEX3") if each.get("functionInDocument") in _WRITTEN]
    parts: list[str] = []
    placed = list(_walk(body, parts))
    text = re.sub(r"(?<!\n)\n(?!\n)", " ", "".join(parts))
    return Document(
        text,
        date.fromisoformat(written[0][:10]),
        tuple(
            Timex(start, end, each.get("type", ""), each.get("value", ""))
            for each, start, end in placed
            if start < end and each.get("functionInDocument") not in _WRITTEN
        ),
        tuple((start, end) for each, start, end in placed if each.get("functionInDocument") in _WRITTEN),
    )


def _walk(element: ElementTree.Element, parts: list[str]) -> Iterator[tuple[ElementTree.Element, int, int]]:
    """The TIMEX3 elements with their offsets; the text goes into `parts`."""
    start = sum(map(len, parts))
    parts.append(element.text or "")
    for child in element:
        yield from _walk(child, parts)
        parts.append(child.tail or "")
    if element.tag == "TIMEX3":
        yield element, start, sum(map(len, parts))


def found(document: Document) -> list[Timex]:
    """What Stemma finds."""
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(document.text)]
    anchor = (document.written, document.written)
    return [
        Timex(when.start, when.end, _TYPES[when.kind], when.value)
        for when in find_dates(document.text, paragraphs, anchor, ends_apart=True)
        if not any(when.start < end and start < when.end for start, end in document.given)
    ]


def count(documents: Iterable[Document]) -> Counter[str]:
    """How many there are, found, and right, in all and by the type annotated."""
    counts: Counter[str] = Counter()
    for document in documents:
        ours = found(document)
        counts.update(wanted=len(document.expressions), found=len(ours))
        counts.update(f"{each.type} found" for each in ours)
        for wanted in document.expressions:
            counts[f"{wanted.type} wanted"] += 1
            match = next((each for each in ours if each.start < wanted.end and wanted.start < each.end), None)
            if match is None:
                continue
            ours.remove(match)
            counts.update([f"{wanted.type} overlap", "overlap"])
            counts["strict"] += (match.start, match.end) == (wanted.start, wanted.end)
            counts.update(["value", f"{wanted.type} value"] if match.value == wanted.value else [])
    return counts


def row(counts: Counter[str]) -> Row:
    """F1 of stretches that overlap and that are equal, and of values; precision and recall of the first."""
    both = counts["wanted"] + counts["found"]
    return {
        "expressions": counts["wanted"],
        "precision": counts["overlap"] / counts["found"],
        "recall": counts["overlap"] / counts["wanted"],
        "relaxed F1": 2 * counts["overlap"] / both,
        "strict F1": 2 * counts["strict"] / both,
        "value F1": 2 * counts["value"] / both,
    }


def by_type(counts: Counter[str], name: str) -> Row:
    """For one type of the annotation: how many, the share found, and the share with the right value."""
    wanted = counts[f"{name} wanted"]
    return {
        "expressions": wanted,
        "recall": counts[f"{name} overlap"] / wanted,
        "right value": counts[f"{name} value"] / wanted,
    }


def table(groups: dict[str, Row], types: dict[str, Row]) -> Table:
    """All rows."""
    header = ("expressions", "precision", "recall", "relaxed F1", "strict F1", "value F1", "right value")
    rows = tuple(
        (name, *(number(values.get(measure), 0 if measure == "expressions" else 3) for measure in header))
        for name, values in {**groups, **types}.items()
    )
    return Table(
        "Dates: TimeBank and AQUAINT",
        ("documents or type", *header),
        rows,
        note="Held back: TimeBank's second half by name. Value F1 on TempEval-3's test: HeidelTime .776, UWTime .824.",
    )
