"""Quotation marks of every kind: where quoted words begin and end."""

import re
from collections.abc import Iterator

from stemma.model import Block, Span

# Opening mark -> the marks that may close it. A straight mark closes itself; it opens only before a word.
_CLOSERS = {"“": '”"', "„": "“”", "«": "»", "»": "«", "‘": "’'", '"': '"”', "``": "''"}
# Papers that quote with straight single marks open before a capital, and close after a mark or before a space.
_STRAIGHT = re.compile(r"(?<![\w.,!?%)'])'(?=[A-Z(\[])")
_CLOSING = re.compile(r"(?<=[.,!?…])'(?=[\s)]|$)|(?<=[a-z)])(?<!s)'(?=[\s.,;:!?)]|$)")
_OPENING = re.compile(r"“|„|«|``|(?<![\w.,!?%)])\"(?=[\w($£€\[‘'…])|(?<![\w.,!?])‘(?=\w)")
_APOSTROPHE = re.compile(r"[’'](?=\w)")


def quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The quoted stretches of `text`, marks included, in order. A quotation ends with its block: one that goes on in
    the next paragraph opens anew there, as printers do."""
    found: list[Span] = []
    double = '"' in text or "“" in text
    for block in blocks:
        if block.kind == "boilerplate":
            continue
        if not double:
            found.extend(_straight(text, block))
        at = block.start
        while (opening := _OPENING.search(text, at, block.end)) is not None:
            end = _closing(text, opening, block.end)
            if end is None:
                at = opening.end()
                continue
            found.append(Span(opening.start(), end))
            at = end
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def _straight(text: str, block: Block) -> Iterator[Span]:
    """Quotations in straight single marks, in a text that has no double ones. One left open runs to the end of its
    paragraph where it opens it."""
    at = block.start
    while (opening := _STRAIGHT.search(text, at, block.end)) is not None:
        closing = _CLOSING.search(text, opening.end(), block.end)
        if closing is None and opening.start() > block.start:
            return
        end = closing.end() if closing else block.end
        yield Span(opening.start(), end)
        at = end


def _closing(text: str, opening: re.Match[str], limit: int) -> int | None:
    mark = opening.group()
    closers = _CLOSERS[mark]
    for at in range(opening.end(), limit):
        if text[at] in closers and not (text[at] in "’'" and _APOSTROPHE.match(text, at)):
            return at + 1
    # A double quotation left open runs to the end of its paragraph; a single one was an apostrophe.
    return None if mark == "‘" else limit
