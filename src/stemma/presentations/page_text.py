"""A page for the terminal: wrapped to its width, with sparing styles, plain where the output is no terminal."""

from collections.abc import Iterator
from itertools import pairwise

from rich.console import Console
from rich.text import Text

from stemma.presentations.page import Item, Page, Run, RunKind

_STYLES: dict[RunKind, str] = {"plain": "", "strong": "bold", "quote": "", "faint": "dim", "mark": "yellow"}
_STEP = 3
_NARROWEST = 30


def page_text(page: Page, console: Console) -> str:
    """`page` as text for `console`, whose width and colours it takes."""
    with console.capture() as capture:
        for line in _lines(page, console):
            console.print(line, soft_wrap=True)
    return capture.get()


def _lines(page: Page, console: Console) -> Iterator[Text]:
    yield Text(page.title, "bold")
    for section in page.sections:
        yield Text()
        yield Text(section.title.upper(), "bold")
        if section.lead:
            yield from _wrapped(Text(section.lead, "italic dim"), console.width, console)
            yield Text()
        # Items with others below them stand apart.
        apart = [bool(entry.below) for entry in section.items]
        for number, (entry, gap) in enumerate(zip(section.items, map(any, pairwise([False, *apart])), strict=True)):
            if gap and number:
                yield Text()
            yield from _item(entry, 0, console)


def _item(entry: Item, depth: int, console: Console) -> Iterator[Text]:
    bullet = "" if entry.bare or not depth else "- "
    first = " " * (_STEP * depth) + bullet
    # Without a bullet, the lines that follow are set in, so that it shows where an item begins.
    rest = " " * (len(first) if bullet else len(first) + _STEP)
    body = Text().join(_run(run) for run in entry.runs)
    for number, line in enumerate(_wrapped(body, console.width - len(rest), console)):
        yield Text(rest if number else first) + line
    for below in entry.below:
        yield from _item(below, depth + 1, console)


def _wrapped(text: Text, width: int, console: Console) -> Iterator[Text]:
    for line in text.wrap(console, max(_NARROWEST, width)):
        line.rstrip()
        yield line


def _run(run: Run) -> Text:
    return Text(f"“{run.text}”" if run.kind == "quote" else run.text, _STYLES[run.kind])
