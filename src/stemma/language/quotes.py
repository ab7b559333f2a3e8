"""Where a report's quotation marks open and close."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from stemma.model import Report

_MARK = re.compile(r"[“”„\"«»]")


def quote_spans(report: Report) -> list[tuple[int, int]]:
    """The stretches in double quotation marks, block by block, in order; one left open runs to its block's end."""
    spans: list[tuple[int, int]] = []
    for block in report.blocks:
        opened = -1
        for mark in _MARK.finditer(report.text, block.start, block.end):
            closing = mark.group() in "”»" or (mark.group() == '"' and opened >= 0)
            if closing and opened >= 0:
                spans.append((opened, mark.end()))
                opened = -1
            elif not closing and opened < 0:
                opened = mark.start()
        if opened >= 0:
            spans.append((opened, block.end))
    return spans


def quoted_in(spans: Sequence[tuple[int, int]], position: int) -> int:
    """The number of the quotation that holds the character at `position`, counted from 1; 0 if none does."""
    place = bisect_right(spans, (position, 1 << 60)) - 1
    return place + 1 if place >= 0 and spans[place][0] <= position < spans[place][1] else 0
