"""The language model on its own: every head on dev data, speakers of quotes, what makes no claim, and the speed of the
whole stage."""

import time
from pathlib import Path

from benchmarks import speakers, stances
from benchmarks.corpus import shared_texts
from benchmarks.floors import Row
from benchmarks.tables import Table, number
from stemma.engines import run
from stemma.language import annotate, warm
from stemma.language.network import shipped
from stemma.model import Report
from training.evaluate import MEASURES, agreement

ARTICLES = 200


def measured(shared: Path) -> tuple[Row, Row]:
    """The figures of the shipped model, and those of annotators where several did the same work."""
    data = shared / "data"
    network = shipped()
    row: Row = {}
    for measure in MEASURES:
        if measure is not agreement:
            row.update(measure(network, data))
    counts = speakers.scored(shared)
    row.update({f"speaker of a quote: {key}": counts[f"right {key}"] / counts[f"all {key}"] for key in _SPEAKERS})
    row.update(stances.measured(shared))
    return row, dict(agreement(network, data))


_SPEAKERS = ("all quotes", "polnear", "gold", *speakers.BESIDE)


def words_per_second(shared: Path, processes: int = 2) -> float:
    """Words a second of the language stage over PolNeAR's dev articles and reports of stories, once it is warm."""
    reports = articles(shared)
    marks = []
    words = []
    for report, _ in zip(reports, run(_read, reports, processes, initialise=warm, few=0), strict=True):
        marks.append(time.perf_counter())
        words.append(len(report.text.split()))
    return sum(words[_COLD:]) / (marks[-1] - marks[_COLD - 1])


_COLD = 16  # Articles before the clock starts: the first of each worker, and what lay in the queue.


def _read(report: Report) -> int:
    return len(annotate(report).tokens)


def articles(shared: Path) -> list[Report]:
    """The first articles of both sets by name, as bare text."""
    paths = sorted((shared / "data/polnear/dev/text").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    stories = shared_texts(shared)
    return [speakers.plain(text, "") for text in [*texts, *stories][:ARTICLES]]


def table(row: Row, annotators: Row) -> Table:
    """Figures, with the annotators' beside those that they are the ceiling of."""
    rows = tuple((name, number(value, 3), number(annotators.get(_same(name)), 3)) for name, value in row.items())
    return Table("The language model, int8, on dev data", ("what", "model", "two annotators"), rows)


def _same(name: str) -> str:
    return name.replace("attribution tags", "annotators").replace("whole attribution", "annotators")
