"""How time and memory grow with the number of reports, for all that comes after the language model.

`python -m benchmarks.simulator.cost FILE` compares the readings pickled in FILE and writes the seconds by stage as JSON
beside it: a process of its own, whose memory can be told."""

import json
import math
import os
import pickle
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.processes import whole
from benchmarks.simulator.story import story
from benchmarks.speed import Clock
from benchmarks.stories import ROOT
from stemma.attributions import attribute
from stemma.claims import state
from stemma.engines import run
from stemma.language import annotate, pipeline, warm, with_vectors
from stemma.model import Reading, Report
from stemma.pipeline import compare
from stemma.settings import DEFAULTS

SIZES, FULL = (100, 1_000), (100, 1_000, 10_000)
STAGES = ("attributions", "claims", "links", "lineage", "findings")
SEED = 1


@dataclass(frozen=True, slots=True)
class Cost:
    """What a story of so many reports costs after the language model: seconds of a processor by stage, and the peak
    memory of comparing all reports in megabytes (None: cannot tell)."""

    reports: int
    seconds: dict[str, float]
    peak_mb: float | None

    def total(self) -> float:
        """All stages together."""
        return sum(self.seconds.values())


def timed(report: Report) -> tuple[Reading, dict[str, float]]:
    """A report by itself, and the seconds of what follows the language model in it."""
    annotated = annotate(report, pipeline(DEFAULTS.pipeline))
    began = time.process_time()
    attributions = attribute(annotated)
    between = time.process_time()
    mentions = state(annotated, attributions)
    seconds = {"attributions": between - began, "claims": time.process_time() - between}
    return with_vectors(Reading(report, annotated.entities, annotated.names, attributions, mentions)), seconds


def costs(sizes: Sequence[int] = SIZES) -> list[Cost]:
    """What stories of these sizes cost."""
    return [cost(size) for size in sizes]


def cost(size: int) -> Cost:
    """What a story of so many reports costs. Its language is read by all processors and not counted."""
    seconds = Counter[str]()
    found = []
    for reading, each in run(timed, story(SEED, size).reports, initialise=partial(warm, DEFAULTS.pipeline)):
        found.append(reading)
        seconds.update(each)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "readings"
        path.write_bytes(pickle.dumps(found))
        del found
        environment = os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT)))}
        process = whole([sys.executable, "-m", "benchmarks.simulator.cost", str(path)], environment)
        seconds.update(json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
    return Cost(size, {stage: seconds[stage] for stage in STAGES}, process.peak_mb)


def exponent(found: Sequence[Cost], stage: str = "") -> float | None:
    """By which power of the number of reports the seconds grow (slope of the logarithms, by least squares), for one
    stage or all; None for one size."""
    points = [(math.log(each.reports), math.log(each.seconds[stage] if stage else each.total())) for each in found]
    if len(points) < 2:
        return None
    x, y = sum(a for a, _ in points) / len(points), sum(b for _, b in points) / len(points)
    return sum((a - x) * (b - y) for a, b in points) / sum((a - x) * (a - x) for a, _ in points)


def main(path: Path) -> None:
    """Compares the readings in a file, and writes what each stage took."""
    readings = pickle.loads(path.read_bytes())
    marks: list[tuple[str, float]] = []
    compare(readings, lambda stage: marks.append((stage, time.process_time())))
    marks.append(("done", time.process_time()))
    path.with_suffix(".json").write_text(json.dumps(Clock(marks).seconds()), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
