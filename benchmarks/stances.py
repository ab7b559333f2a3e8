"""What makes no claim: hand-made truth in `data/stances.json`, over reports under the shared folder.

A row gives a report, the characters of a stretch, its stance, and the set. The tables of the stage were written with
the set "stories" at hand, and words were added to them after a look at "politics" (PolNeAR dev, where opinions are
many; its recall was 0.21 before). "held out" was labelled last, and nothing was changed for it. A stretch that no
mention covers has no stance."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from pathlib import Path

from benchmarks.floors import Row
from benchmarks.matching import overlap
from benchmarks.stories import reports_of
from stemma.attributions import attribute
from stemma.claims import state
from stemma.language import annotate
from stemma.model import Mention

SETS = ("stories", "politics", "held out")
TRUTH = Path(__file__).with_name("data") / "stances.json"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One row of the truth."""

    set: str
    article: str
    start: int
    end: int
    stance: str


def labelled() -> list[Labelled]:
    """All rows, in the order of the file."""
    return [Labelled(**row) for row in json.loads(TRUTH.read_text(encoding="utf-8"))]


def outcomes(shared: Path) -> Iterator[tuple[Labelled, Mention | None]]:
    """Every row with the mention found in its place."""
    for article, rows in groupby(labelled(), key=lambda row: row.article):
        mentions = _mentions(shared / "data" / article)
        for row in rows:
            best = max(mentions, key=partial(_fit, row), default=None)
            yield row, best if best is not None and _fit(row, best)[0] >= 0.5 else None


def _fit(row: Labelled, mention: Mention) -> tuple[float, int]:
    shared = overlap((row.start, row.end), (mention.start, mention.end))
    return shared, -abs((mention.end - mention.start) - (row.end - row.start))


def measured(shared: Path) -> Row:
    """Precision and recall of "opinion" and "question", for both sets."""
    counts = Counter[tuple[str, str, str]]()
    for row, mention in outcomes(shared):
        counts[row.set, row.stance, mention.stance if mention else "none"] += 1
    return {
        f"stance, {name}: {stance}, {measure}": share
        for name in SETS
        for stance in ("opinion", "question")
        for measure, share in _shares(counts, name, stance)
    }


def _shares(counts: Counter[tuple[str, str, str]], name: str, stance: str) -> Iterator[tuple[str, float | None]]:
    right = counts[name, stance, stance]
    given = sum(n for (of, _, found), n in counts.items() if of == name and found == stance)
    wanted = sum(n for (of, truth, _), n in counts.items() if of == name and truth == stance)
    yield "precision", right / given if given else None
    yield "recall", right / wanted if wanted else None


def _mentions(path: Path) -> tuple[Mention, ...]:
    annotated = [annotate(report) for report in reports_of([path])]
    return tuple(mention for each in annotated for mention in state(each, attribute(each)))
