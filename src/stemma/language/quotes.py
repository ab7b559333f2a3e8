"""Which quotation of a report a character stands in."""

from bisect import bisect_right
from collections.abc import Sequence

from stemma.model import Report
from stemma.values.quotations import quotations


def quote_spans(report: Report) -> list[tuple[int, int]]:
    """The quotations of the report as (start, end), in order."""
    return [(quote.start, quote.end) for quote in quotations(report.text, report.blocks)]


def quoted_in(spans: Sequence[tuple[int, int]], position: int) -> int:
    """The number of the quotation that holds the character at `position`, counted from 1; 0 if none does."""
    place = bisect_right(spans, (position, 1 << 60)) - 1
    return place + 1 if place >= 0 and spans[place][0] <= position < spans[place][1] else 0
