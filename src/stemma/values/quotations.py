"""Quotation marks of every kind: where quoted words begin and end."""

import re

from stemma.model import Block, Span

# Opening mark -> the marks that may close it. A straight mark closes itself; it opens only before a word.
_CLOSERS = {"“": '”"', "„": "“”", "«": "»", "»": "«", "‘": "’", '"': '"”', "``": "''"}
_OPENING = re.compile(r"“|„|«|``|(?<![\w.,!?%)])\"(?=[\w($£€\[‘'…])|(?<![\w.,!?])‘(?=\w)")
_APOSTROPHE = re.compile(r"’(?=\w)")


def quotations(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The quoted stretches of `text`, marks included, in order. A quotation ends with its block: one that goes on in
    the next paragraph opens anew there, as printers do."""
    found = []
    for block in blocks:
        if block.kind == "boilerplate":
            continue
        at = block.start
        while (opening := _OPENING.search(text, at, block.end)) is not None:
            end = _closing(text, opening, block.end)
            if end is None:
                at = opening.end()
                continue
            found.append(Span(opening.start(), end))
            at = end
    return tuple(found)


def _closing(text: str, opening: re.Match[str], limit: int) -> int | None:
    mark = opening.group()
    closers = _CLOSERS[mark]
    for at in range(opening.end(), limit):
        if text[at] in closers and not (text[at] == "’" and _APOSTROPHE.match(text, at)):
            return at + 1
    # A double quotation left open runs to the end of its paragraph; a single one was an apostrophe.
    return None if mark == "‘" else limit
