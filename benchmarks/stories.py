"""The gold stories, where their reports lie, and tracing them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from benchmarks.shapes import Export, Gold
from stemma.documents import gather, read
from stemma.model import File, Report
from stemma.pipeline import trace
from stemma.presentations.export import export_story
from stemma.settings import DEFAULTS

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
EXAMPLES = ROOT / "src" / "stemma" / "examples"


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A gold story and the files of its reports."""

    name: str
    gold: Gold
    paths: tuple[Path, ...]


def load(name: str, truth: Path, folder: Path) -> GoldStory:
    """The gold story in the file `truth`, whose reports lie in `folder`."""
    gold = cast(Gold, json.loads(truth.read_text(encoding="utf-8")))
    return GoldStory(name, gold, tuple(folder / report["file"] for report in gold["reports"]))


def demonstration() -> GoldStory:
    """The story that is part of Stemma, with its truth."""
    return load("demo", EXAMPLES / "truth.json", EXAMPLES / "story")


def shared_stories(shared: Path) -> list[GoldStory]:
    """The gold stories under `shared`, by name; none where the folder holds none."""
    clusters = shared / "data" / "stories" / "clusters"
    truths = sorted((shared / "gold" / "dev").glob("*.json"))
    return [load(truth.stem, truth, clusters / truth.stem) for truth in truths if (clusters / truth.stem).is_dir()]


def traced(story: GoldStory) -> Export:
    """The story as Stemma traces and exports it. ValueError where a report cannot be used."""
    found, refusals = trace(story.paths)
    refused = [f"{refusal.file}: {refusal.reason}" for refusal in refusals if refusal.fatal]
    if refused:
        raise ValueError(f"story {story.name}: {'; '.join(refused)}")
    return cast(Export, export_story(found))


def reports_of(paths: Sequence[Path]) -> list[Report]:
    """The reports in the files, as Stemma reads them; what cannot be used is left out."""
    files = (file for file in gather(paths, DEFAULTS) if isinstance(file, File))
    return [report for file in files for report in read(file, DEFAULTS) if isinstance(report, Report)]
