"""Words that are signed: “It is over.” — Ana Roy; and posts set into a page: TEXT — Ana Roy (@roy) May 1, 2018."""

import re

from stemma.attributions.frame import Frame
from stemma.attributions.page import Page
from stemma.attributions.speakers.sources import read_source
from stemma.model import Sentence

_DASHES = frozenset({"—", "–", "―", "--", "-"})
_LONGEST = 8  # Tokens of a signature, a post's handle and date left out.
_HANDLE = re.compile(r"\s*\(@\w+\)")
_LEAD = re.compile(r"Skip \w+ post(?: \d+)? by @?\w+ ")  # what pages say to readers who cannot see the post


def signed(page: Page, sentence: Sentence) -> list[Frame]:
    """The frame of a signature in `sentence`; its content may stand in the sentences of the block before it."""
    block = page.annotated.report.blocks[sentence.block]
    for at in range(sentence.first, sentence.last - 1):
        if page.words[at] not in _DASHES or page.quoted[at]:
            continue
        end = _signature_end(page, at + 1, sentence.last)
        handle = _HANDLE.match(page.text, page.span(at, end).end)
        source = read_source(page, at + 1, end) if at + 1 < end else None
        if source is None or not (handle or not page.text[page.span(at, end).end : block.end].strip()):
            continue
        first = _content_start(page, block.start, at, posted=bool(handle))
        if first is not None:
            return [Frame((at + 1, end), source, (at, at + 1), "says", ((first, at),))]
    return []


def _signature_end(page: Page, first: int, last: int) -> int:
    """The token before which the name ends: a bracket, or the end of the sentence."""
    end = first
    while end < min(last, first + _LONGEST) and page.words[end] not in ("(", "."):
        end += 1
    return end


def _content_start(page: Page, block: int, dash: int, posted: bool) -> int | None:
    """The token with which the signed words begin: those of the quotation right before the dash, or of the whole post;
    None where nothing is signed."""
    before = page.span(dash - 1, dash).end if dash else 0
    quotation = next((q for q in page.quotes if q.start >= block and q.end == before), None)
    if quotation:
        return page.token_at(quotation.start)
    if not posted or before <= block:
        return None
    lead = _LEAD.match(page.text, block)
    return page.token_at(lead.end() if lead else block)
