"""Chains of two and more hops: hand-made truth in `data/chains.json`, over stories under the shared folder.

A row gives a story and file, the characters of what is claimed in the file's text, and the hops from the nearest to the
farthest: each with its fullest name in the report and the characters that refer to it there. The text of a file that
keeps paragraphs as lists of sentences is those sentences with a space between, and the paragraphs with a line break.

Two thirds (`tuned`) were looked at when rules were made; the stories of the other third are held out.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.floors import Row
from benchmarks.matching import Span, locate, overlap, same_name
from benchmarks.results import Part
from benchmarks.tables import Table, number
from stemma.attributions import attribute
from stemma.claims import state
from stemma.documents import read
from stemma.language import annotate
from stemma.model import File, Mention, Report
from stemma.settings import DEFAULTS

TRUTH = Path(__file__).with_name("data") / "chains.json"
MEASURES = ("exact", "nearest", "root", "length")
SETS = ("all", "held out", "tuned", "three hops and more")


@dataclass(frozen=True, slots=True)
class Chain:
    """One row of the truth; `hops` are names, nearest first."""

    story: str
    file: str
    span: Span
    hops: tuple[str, ...]


def chains() -> list[Chain]:
    """All rows, in the order of the file."""
    rows = json.loads(TRUTH.read_text(encoding="utf-8"))
    return [Chain(r["story"], r["file"], (r["start"], r["end"]), tuple(h["name"] for h in r["hops"])) for r in rows]


def sets_of(chain: Chain) -> Iterator[str]:
    """The sets of rows that `chain` belongs to."""
    yield "all"
    yield "tuned" if tuned(chain.story) else "held out"
    if len(chain.hops) > 2:
        yield "three hops and more"


def tuned(story: str) -> bool:
    """Whether rules may be made by looking at the story: no, for each fourth cluster and third digit of triplets."""
    folder, _, name = story.partition("/")
    return bool(int(name[0], 16) % 3 if folder == "triplets" else int(name) % 4)


def scored(shared: Path) -> Counter[str]:
    """Right answers and rows by measure and set: "exact held out", "rows held out"."""
    counts = Counter[str]()
    for _, group in groupby(chains(), key=lambda chain: (chain.story, chain.file)):
        for chain, found in answers(shared, list(group)):
            right = judged(chain.hops, found)
            for name in sets_of(chain):
                counts[f"rows {name}"] += 1
                counts.update(f"{measure} {name}" for measure in MEASURES if right[measure])
    return counts


def answers(shared: Path, group: Sequence[Chain]) -> Iterator[tuple[Chain, tuple[str, ...] | None]]:
    """For each row of one file, the chain found in its place; None where no mention is."""
    body, report = reported(shared, group[0])
    annotated = annotate(report)
    mentions = state(annotated, attribute(annotated))
    for chain in group:
        span = locate(body[slice(*chain.span)], report.text)
        best = stated_at(span, mentions) if span else None
        yield chain, tuple(hop.name for hop in best.chain) if best else None


def judged(wanted: tuple[str, ...], found: tuple[str, ...] | None) -> dict[str, bool]:
    """Whether each measure is met: all hops in their order, the first, the last, how many there are."""
    if not found:
        return dict.fromkeys(MEASURES, False)
    length = len(found) == len(wanted)
    return {
        "exact": length and all(map(same_name, wanted, found)),
        "nearest": same_name(wanted[0], found[0]),
        "root": same_name(wanted[-1], found[-1]),
        "length": length,
    }


def stated_at(span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that overlaps the stretch most, by half of the shorter; of equal ones the nearest in length."""
    length = span[1] - span[0]
    near = [(overlap(span, (m.start, m.end)), -abs(m.end - m.start - length), -n, m) for n, m in enumerate(mentions)]
    best = max(near, key=lambda each: each[:3], default=None)
    return best[3] if best and best[0] >= 0.5 else None


def reported(shared: Path, chain: Chain) -> tuple[str, Report]:
    """The text that the row's characters count in, and the report as Stemma reads it. ValueError where it cannot."""
    path = shared / "data" / "stories" / chain.story / chain.file
    record = json.loads(path.read_text(encoding="utf-8"))
    body = record.get("text") or "\n".join(_paragraph(sentences) for sentences in record["body-paragraphs"])
    content = json.dumps(_record(record, body)).encode()
    outcome = next(iter(read(File(str(path), hashlib.sha256(content).hexdigest(), content), DEFAULTS)))
    if not isinstance(outcome, Report):
        raise ValueError(f"{path}: {outcome.reason}")
    return body, outcome


def _paragraph(sentences: list[str]) -> str:
    return " ".join(sentence.strip() for sentence in sentences)


def _record(record: dict[str, Any], body: str) -> dict[str, Any]:
    if "text" in record:
        return record
    known = {"title": record["title"], "url": record["url"], "date_publish": record["date"], "text": body}
    return {**known, "outlet": _OUTLETS.get(record["source"], record["source"])}


_OUTLETS = {"nyt": "The New York Times", "fox": "Fox News", "hpo": "HuffPost"}


def measured(shared: Path) -> Part:
    """The measures that have floors, and their table."""
    counts = scored(shared)
    row: Row = {
        f"{measure}: {name}": counts[f"{measure} {name}"] / counts[f"rows {name}"]
        for name in SETS
        for measure in ("exact", "nearest", "root")
    }
    return Part("chains", row, (table(counts),))


def table(counts: Counter[str]) -> Table:
    """The shares of right chains."""
    rows = tuple(
        (
            name,
            str(counts[f"rows {name}"]),
            *(number(counts[f"{measure} {name}"] / max(1, counts[f"rows {name}"]), 3) for measure in MEASURES),
        )
        for name in SETS
    )
    return Table("Chains of two and more hops, by hand", ("stories", "chains", *MEASURES), rows)
