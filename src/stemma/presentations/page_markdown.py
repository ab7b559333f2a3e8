"""A page as Markdown (CommonMark), with the reports' words escaped so that they stay words."""

import re
from collections.abc import Iterator

from stemma.presentations.page import Item, Page, Run, RunKind

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST_MARK = re.compile(r"^(\d*)([-+.)])(?=\s)")
_EMPHASIS: dict[RunKind, str] = {"plain": "", "quote": "", "strong": "**", "mark": "**", "faint": "*"}


def page_markdown(page: Page) -> str:
    """`page` as Markdown."""
    lines = [f"# {_escaped(page.title)}", ""]
    for section in page.sections:
        lines += [f"## {_escaped(section.title)}", ""]
        lines += [f"*{_escaped(section.lead)}*", ""] if section.lead else []
        lines += [line for entry in section.items for line in _item(entry, 0)]
        lines += [""]
    return "\n".join(lines)


def _item(entry: Item, depth: int) -> Iterator[str]:
    body = _LIST_MARK.sub(r"\1\\\2", "".join(_run(run) for run in entry.runs))
    yield f"{'  ' * depth}- {body}"
    for below in entry.below:
        yield from _item(below, depth + 1)


def _run(run: Run) -> str:
    text = _escaped(run.text)
    if run.kind == "quote":
        return f"“{text}”"
    # Where something stands needs no emphasis; and emphasis may not begin or end with a space.
    emphasis = "" if not text.strip() or (run.text.startswith("[") and run.kind == "faint") else _EMPHASIS[run.kind]
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{emphasis}{text.strip()}{emphasis}{after}" if emphasis else text


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
