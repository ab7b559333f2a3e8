"""What goes to the terminal: the answer to standard output, everything else to standard error."""

import io
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from stemma.errors import StemmaError
from stemma.presentations.wording import plain

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress, TaskID

# Longer lines are hard to read, however wide the window is.
WIDEST = 120
# A bar for work that is over at once would only flicker.
PATIENCE = 1.0


def make_console() -> "Console":
    """A console as wide as the terminal, up to `WIDEST`, or 80 wide where there is none; NO_COLOR is respected.

    It lends width and colours to what is laid out, and writes nothing itself.
    """
    # Rich takes a tenth of a second to load, and `stemma --help` needs none of it.
    from rich.console import Console

    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDEST)
    # Its terminal is known by now. Rich writes to the file even for what it only captures, and the disk may be full.
    console.file = io.StringIO()
    return console


def emit(text: str) -> None:
    """Write `text` to standard output. A reader who has seen enough (`| head`) and closes the pipe is no error.

    Raises StemmaError where it cannot be written (the disk is full).
    """
    try:
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
        sys.stdout.flush()
    except OSError as error:
        # What is still in the buffer has nowhere to go; without this Python complains about it at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise StemmaError(f"the answer cannot be written: {error.strerror}") from error


def put(text: str, path: Path) -> None:
    """Write `text` to the file at `path`, as a whole: what stood there stays where that fails. Raises StemmaError."""
    # A device or a pipe is no file to be replaced.
    part = path.with_name(f"{path.name}.part") if path.is_file() or not path.exists() else path
    try:
        try:
            part.write_text(text, encoding="utf-8")
            part.replace(path)
        except OSError:
            if part != path:
                part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise StemmaError(f"{path}: {error.strerror}") from error


def as_json(data: Any) -> str:
    """`data` as indented JSON with a newline at its end."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def complain(line: str) -> None:
    """Write one line to standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    print(plain(line).encode(encoding, "replace").decode(encoding), file=sys.stderr, flush=True)


class Meter:
    """A progress bar on standard error. It shows itself where that is a terminal, once the work lasts over a second.

    It draws only when it is told of progress, without a thread of its own.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._shown = sys.stderr.isatty()
        self._bar: tuple[Progress, TaskID] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar[0].stop()

    def on_stage(self, stage: str) -> None:
        """A stage of the work begins."""
        self._show(stage, 0, None)

    def on_read(self, done: int, total: int) -> None:
        """`done` of `total` files have been read."""
        self._show("reading", done, total)

    def _show(self, stage: str, done: int, total: int | None) -> None:
        if not self._shown or self._clock() - self._began < PATIENCE:
            return
        if self._bar is None:
            self._bar = _start_bar()
        progress, task = self._bar
        progress.update(task, description=stage, completed=done, total=total)
        progress.refresh()


def _start_bar() -> tuple["Progress", "TaskID"]:
    # Loaded only where a bar is shown.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    progress.start()
    return progress, progress.add_task("", total=None)
