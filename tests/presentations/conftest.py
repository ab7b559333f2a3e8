import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from stemma.model import File
from stemma.store import open_story
from tests.presentations.ferry import STORY

SOURCE = Path(__file__).resolve().parents[2] / "src"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hand-built story, in a story file."""
    path = tmp_path_factory.mktemp("ferry") / "ferry.stemma"
    with open_story(path, write=True) as store:
        for reading in STORY.readings:
            report = reading.report
            store.add(File(report.file, report.id, report.text.encode()), (reading,), ())
        store.conclude(STORY.links, STORY.stemma, STORY.findings)
    return path


@pytest.fixture(scope="session")
def stemma() -> Run:
    """Runs the command in a process of its own."""
    environment = os.environ | {"PYTHONPATH": str(SOURCE), "PYTHONIOENCODING": "utf-8"}
    environment.pop("COLUMNS", None)

    def run(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "stemma", *map(str, arguments)]
        settings = {"capture_output": True, "text": True, "env": environment, "encoding": "utf-8"} | options
        return subprocess.run(command, check=False, **settings)  # type: ignore[call-overload, no-any-return]

    return run
