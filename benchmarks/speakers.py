"""Who speaks each direct quote: hand-made truth in `data/speakers.json`, over articles under the shared folder.

A row gives an article, the characters inside the quotation marks, the fullest mention of the speaker's name in that
article, and what stands beside the quote (`by`): the name, a surname, a pronoun, a common noun, or nothing.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.tables import Table, number
from stemma.attributions import attribute
from stemma.language import annotate
from stemma.model import Annotated, Attribution, Block, Dating, Report
from stemma.values.names import same_name

TRUTH = Path(__file__).with_name("data") / "speakers.json"
BESIDE = ("name", "surname", "pronoun", "nominal", "none")


@dataclass(frozen=True, slots=True)
class Quote:
    """One row of the truth."""

    set: str
    article: str
    start: int
    end: int
    speaker: tuple[int, int]
    by: str


def quotes() -> list[Quote]:
    """All rows, in the order of the file."""
    rows = json.loads(TRUTH.read_text(encoding="utf-8"))
    return [Quote(r["set"], r["article"], r["start"], r["end"], tuple(r["speaker"]), r["by"]) for r in rows]


def scored(shared: Path) -> Counter[str]:
    """Right answers and rows, by what stands beside the quote and by set: "right pronoun", "all pronoun"."""
    counts = Counter[str]()
    for _, rows in groupby(quotes(), key=lambda quote: (quote.set, quote.article)):
        group = list(rows)
        annotated, shift = _read(shared, group[0])
        attributions = attribute(annotated)
        for quote in group:
            right = is_right(quote, shift, annotated, attributions)
            for key in (quote.by, quote.set, "all quotes"):
                counts[f"right {key}"] += right
                counts[f"all {key}"] += 1
    return counts


def is_right(quote: Quote, shift: int, annotated: Annotated, attributions: Iterable[Attribution]) -> bool:
    """Whether the innermost attribution that holds most of the quote goes to the speaker, as an entity or by name."""
    start, end = quote.start + shift, quote.end + shift
    holding = [
        (sum(max(0, min(c.end, end) - max(c.start, start)) for c in each.contents), -_size(each), n, each)
        for n, each in enumerate(attributions)
    ]
    best = max(holding, key=lambda h: (2 * h[0] >= end - start, h[1], h[2]), default=None)  # an inner one stands later
    if best is None or 2 * best[0] < end - start:
        return False
    source = best[3].source
    first, last = (offset + shift for offset in quote.speaker)
    entities = {n.entity for n in annotated.names if n.kind == "name" and n.start < last and n.end > first}
    if source.entity is not None and source.entity in entities:
        return True
    wording = annotated.report.text[first:last]
    return same_name(source.name, wording, "person" if source.kind == "person" else "body")


def _size(attribution: Attribution) -> int:
    return sum(c.end - c.start for c in attribution.contents)


def _read(shared: Path, quote: Quote) -> tuple[Annotated, int]:
    """The article as annotated, and how far its text stands behind the report's beginning."""
    if quote.set == "polnear":
        path = shared / "data" / "polnear" / "dev" / "text" / f"{quote.article}.txt"
        return annotate(plain(path.read_text(encoding="utf-8"), "")), 0
    story, _, name = quote.article.partition("/")
    gold = json.loads((shared / "gold" / "dev" / f"{story}.json").read_text(encoding="utf-8"))
    file = next(report["file"] for report in gold["reports"] if report["id"] == name)
    found = json.loads((shared / "data" / "stories" / "clusters" / story / file).read_text(encoding="utf-8"))
    title = (found.get("title") or "").replace("\n", " ")
    return annotate(plain(found["text"], title)), len(title) + 1 if title else 0


def plain(text: str, title: str) -> Report:
    """A report of one block a line, with nothing known but its text; the title, where there is one, goes first."""
    whole = f"{title}\n{text}" if title else text
    undated = Dating(None, None, "none")
    return Report("r", "r.txt", whole, title, "", "", (), "", "en", undated, tuple(_blocks(whole, title)), (), ())


def _blocks(text: str, title: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield Block(start, start + len(line), "title" if title and start == 0 else "text")
        start += len(line) + 1


def table(counts: Counter[str]) -> Table:
    """The shares of right speakers."""
    rows = tuple(
        (key, str(counts[f"all {key}"]), number(counts[f"right {key}"] / max(1, counts[f"all {key}"]), 3))
        for key in ("all quotes", "polnear", "gold", *BESIDE)
    )
    return Table("Speakers of direct quotes, resolved to a name", ("beside the quote", "quotes", "right"), rows)
