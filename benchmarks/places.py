"""Which place each name means: hand-made truth in `data/places.json`, over articles under the shared folder.

A row gives an article, the characters of a name in its text, and the GeoNames number of the place that a reader takes
it to mean; null where it is none that a gazetteer of areas and towns holds (a river, a club's name, a tram stop).
The rows were labelled by reading; four labels were put right later, one of them after the rules had read the name. 302
rows served to mend the rules. On the other 150, in 43 reports, the rules first came to 0.969 found, 0.946 decided and
0.984 right; those errors were then looked at as well.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.floors import Row
from benchmarks.results import Part
from benchmarks.tables import Table, number
from stemma.documents import read
from stemma.language import annotate
from stemma.model import File, Place, Report
from stemma.settings import DEFAULTS
from stemma.values.places import find_places

TRUTH = Path(__file__).with_name("data") / "places.json"
MEASURES = {
    "found": "names of places of which anything is said",
    "decided": "names of places that are read as one",
    "right": "names that are read as a place, and rightly",
}


@dataclass(frozen=True, slots=True)
class Named:
    """One row of the truth."""

    report: str
    start: int
    end: int
    place: int | None


def named() -> list[Named]:
    """All rows, in the order of the file."""
    return [Named(**row) for row in json.loads(TRUTH.read_text(encoding="utf-8"))]


def measured(shared: Path) -> Part:
    """The measures that have floors, and their table."""
    row = scored(shared)
    return Part("places", row, (table(row),))


def scored(shared: Path) -> Row:
    """The share of names found and decided, and that of those read as a place which are read rightly."""
    counts = Counter[str]()
    for article, rows in groupby(named(), key=lambda row: row.report):
        report, shift = _report(shared / "data" / "stories" / article)
        places = find_places(annotate(report))
        for row in rows:
            counts.update(judged(row, shift, places))
    return {
        "found": counts["found"] / max(1, counts["real"]),
        "decided": counts["decided"] / max(1, counts["real"]),
        "right": counts["right"] / max(1, counts["read"]),
    }


def judged(row: Named, shift: int, places: Sequence[Place]) -> list[str]:
    """What a name counts as: "real" where it means a place, then "found" and "decided"; "read" where it was read as a
    place, then "right"."""
    here = [place for place in places if place.start < row.end + shift and row.start + shift < place.end]
    decided = [place for place in here if place.kind is not None]
    counted = ["read"] if decided else []
    if row.place is None:
        return counted
    counted += ["real", *(["found"] if here else []), *(["decided"] if decided else [])]
    return [*counted, *(["right"] if decided and decided[0].number == row.place else [])]


def _report(path: Path) -> tuple[Report, int]:
    """The article as read, and how far its text stands behind the report's beginning."""
    record = json.loads(path.read_text(encoding="utf-8"))
    body = record.get("text") or "\n".join(" ".join(sentences) for sentences in record["body-paragraphs"])
    title = (record.get("title") or "").replace("\n", " ")
    content = json.dumps({"text": body, "title": title}).encode()
    file = File(path.name, hashlib.sha256(content).hexdigest(), content)
    report = next(each for each in read(file, DEFAULTS) if isinstance(each, Report))
    return report, len(title) + 1 if title.strip() else 0


def table(row: Row) -> Table:
    """The shares."""
    return Table(
        "Places, resolved to the gazetteer",
        ("what", "share"),
        tuple((text, number(row[name], 3)) for name, text in MEASURES.items()),
        note=f"{len(named())} names in {len({each.report for each in named()})} reports",
    )
