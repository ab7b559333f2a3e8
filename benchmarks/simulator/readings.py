"""Simulated reports as Stemma understands them. The language model is the slow part: its work can be kept on disk."""

import pickle
from collections.abc import Iterable, Sequence
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

import stemma
from benchmarks.simulator.story import SimulatedStory
from stemma.engines import run
from stemma.intake import understand
from stemma.language import warm
from stemma.model import Reading, Report
from stemma.settings import DEFAULTS

# The parts of the package that a reading depends on.
PARTS = ("documents", "language", "attributions", "claims", "values")


def readings(stories: Sequence[SimulatedStory], kept: Path | None = None) -> list[list[Reading]]:
    """The readings of each story, read by as many processes as there are. Those in the folder `kept` are not read
    again, and new ones are put there; a change of the code or the model makes them all new."""
    paths = {report.id: _path(kept, report) for story in stories for report in story.reports} if kept else {}
    found = {name: pickle.loads(path.read_bytes()) for name, path in paths.items() if path.exists()}
    new = {report.id: report for story in stories for report in story.reports if report.id not in found}
    for reading in understood(new.values()):
        found[reading.report.id] = reading
        if kept:
            paths[reading.report.id].parent.mkdir(parents=True, exist_ok=True)
            paths[reading.report.id].write_bytes(pickle.dumps(reading))
    return [[found[report.id] for report in story.reports] for story in stories]


def understood(reports: Iterable[Report]) -> Iterable[Reading]:
    """Each report by itself, as Stemma understands it."""
    return run(understand, reports, initialise=partial(warm, DEFAULTS.pipeline))


def _path(folder: Path, report: Report) -> Path:
    name = sha256(repr(report).encode(errors="surrogatepass")).hexdigest()
    return folder / _version() / name[:2] / f"{name}.pickle"


@cache
def _version() -> str:
    """A hash of everything that a reading depends on."""
    package = Path(stemma.__file__).parent
    files = [path for part in PARTS for path in (package / part).rglob("*") if path.suffix in _CODE]
    total = sha256()
    for path in sorted([*files, package / "model.py", package / "intake.py"]):
        total.update(path.read_bytes())
    return total.hexdigest()[:16]


_CODE = frozenset({".py", ".toml", ".txt", ".onnx", ".npz", ".json"})
