"""Divides a draft's text into blocks: title, text, and boilerplate with its reason. No words are left out."""

from collections.abc import Iterator

from stemma.documents.boilerplate import mark
from stemma.documents.draft import Draft
from stemma.model import Block


def divide(draft: Draft) -> tuple[Block, ...]:
    """The blocks of a draft's text, in order, none overlapping another."""
    top = list(_top(draft))
    below = _line_end(draft.text, top[-1].end) if top else 0
    rest = [
        Block(part.start, part.end, "boilerplate" if part.reason else "text", part.reason)
        for part in mark(draft.text, below)
    ]
    if rest and draft.title and _same(draft.text[rest[0].start : rest[0].end], draft.title):
        rest[0] = Block(rest[0].start, rest[0].end, "boilerplate", "repeated title")
    if draft.title or any(block.kind == "text" for block in rest):
        return (*top, *rest)
    # A text that is furniture from end to end is one that the table does not understand: it is kept as text.
    return (*top, *(Block(block.start, block.end, "text") for block in rest))


def _top(draft: Draft) -> Iterator[Block]:
    """The title and the header lines above or below it."""
    spans = [Block(start, end, "boilerplate", "header line") for start, end in draft.labels]
    if draft.title:
        spans.append(Block(draft.title_at, draft.title_at + len(draft.title), "title"))
    for span in sorted(spans, key=lambda block: block.start):
        words = draft.text[span.start : span.end]
        start = span.start + len(words) - len(words.lstrip())
        yield Block(start, start + len(words.strip()), span.kind, span.reason)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _same(line: str, title: str) -> bool:
    return " ".join(line.split()).casefold() == " ".join(title.split()).casefold()
