"""How fast Stemma is: the start, a small story cold, a hundred reports, each stage, and one report more."""

import json
import os
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.corpus import NUMBER, write
from benchmarks.processes import Run, whole
from benchmarks.stories import ROOT
from stemma.pipeline import trace
from stemma.store import open_story

STEMMA = [sys.executable, "-m", "stemma"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT / "src")}
STARTS = 7
IMPORT = [sys.executable, "-c", "import stemma.language.component"]
LOAD = [sys.executable, "-c", "from stemma.language import pipeline; pipeline()"]


@dataclass(slots=True)
class Clock:
    """Called when a stage begins; knows afterwards how long each lasted."""

    marks: list[tuple[str, float]] = field(default_factory=list)

    def __call__(self, stage: str) -> None:
        self.marks.append((stage, time.perf_counter()))

    def seconds(self) -> dict[str, float]:
        """Stage -> seconds, in the order in which they began. The last mark only ends the one before it."""
        lasted: dict[str, float] = {}
        for (stage, began), (_, ended) in zip(self.marks, self.marks[1:], strict=False):
            lasted[stage] = lasted.get(stage, 0.0) + ended - began
        return lasted


@dataclass(frozen=True, slots=True)
class Speed:
    """`measured`: the figures that the bounds are about; `stages`: seconds for the hundred reports, by stage."""

    measured: dict[str, float | None]
    stages: dict[str, float]
    words: int


def measure(texts: Sequence[str], small: Sequence[Path]) -> Speed:
    """Measures with a hundred reports made of `texts`, and with the story in the files `small` as the small one."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "reports").mkdir()
        *paths, one_more = write(texts, folder / "reports", NUMBER + 1)
        one_more = one_more.rename(folder / one_more.name)
        cold = whole_trace(small, folder / "small.story")
        hundred = whole_trace([folder / "reports"], folder / "whole.story")
        clock, all_seconds, one_seconds = adding(paths, one_more, folder / "adding.story")
        words = sum(len(json.loads(path.read_text(encoding="utf-8"))["text"].split()) for path in paths)
    start = statistics.median(whole(IMPORT, ENVIRONMENT).seconds for _ in range(STARTS))
    return Speed(
        {
            "help_seconds": statistics.median(whole([*STEMMA, "--help"], ENVIRONMENT).seconds for _ in range(STARTS)),
            "cold_seconds": cold.seconds,
            "load_seconds": statistics.median(whole(LOAD, ENVIRONMENT).seconds for _ in range(STARTS)) - start,
            "reports_per_second": NUMBER / hundred.seconds,
            "words_per_second": words / hundred.seconds,
            "peak_mb": hundred.peak_mb,
            "adding_seconds": one_seconds,
            "adding_share": one_seconds / all_seconds,
        },
        clock.seconds(),
        words,
    )


def whole_trace(paths: Sequence[Path], story: Path) -> Run:
    """`stemma trace` as a user runs it, start and end included."""
    return whole([*STEMMA, "trace", *map(str, paths), "--story", str(story)], ENVIRONMENT)


def adding(paths: Sequence[Path], one_more: Path, story: Path) -> tuple[Clock, float, float]:
    """The stages of tracing `paths` into a new story, the seconds that this takes, and those for adding one report.

    Both are measured in this process, which has traced before: neither includes a start.
    """
    clock = Clock()
    began = time.perf_counter()
    with open_story(story, write=True) as store:
        trace(paths, store=store, on_stage=clock)
    between = time.perf_counter()
    with open_story(story, write=True) as store:
        trace([one_more], store=store)
    return clock, between - began, time.perf_counter() - between
