"""Frames that hold a whole sentence: according to NP, CONTENT; CONTENT: report."""

from stemma.attributions.frame import Frame
from stemma.attributions.page import Page
from stemma.attributions.phrases import phrase_after
from stemma.attributions.speakers.sources import read_source
from stemma.model import Sentence


def according(page: Page, sentence: Sentence) -> list[Frame]:
    """ "according to NP"."""
    found = []
    words = page.words
    for at in range(sentence.first, sentence.last - 2):
        if words[at : at + 2] != ("according", "to"):
            continue
        phrase = phrase_after(page, at + 2, sentence.last)
        source = read_source(page, *phrase) if phrase else None
        if phrase is None or source is None:
            continue
        after = (phrase[1] + 1, sentence.last)
        closed = words[phrase[1] : phrase[1] + 1] == (",",)
        amid = at - sentence.first < 6 and closed
        dated = closed and words[at - 1] in _DASHES  # after a dateline
        leads = at <= sentence.first + 1 or dated
        content = (after,) if leads else ((sentence.first, at), after) if amid else ((sentence.first, at),)
        found.append(Frame(phrase, source, (at, at + 2), "says", content))
    return found


_DASHES = ("—", "–", "--", "-")


def headline_frames(page: Page, sentence: Sentence) -> list[Frame]:
    colons = [i for i in range(sentence.first + 1, sentence.last - 1) if page.words[i] in (":", "–", "—", "-", "|")]
    if len(colons) != 1:
        return []
    at = colons[0]
    for part, content in (
        ((at + 1, sentence.last), (sentence.first, at)),
        ((sentence.first, at), (at + 1, sentence.last)),
    ):
        short = part[1] - part[0] <= 4 and content[1] - content[0] >= 3
        source = read_source(page, *part) if short else None
        if source and (source.kind in ("document", "person", "body", "unnamed", "outlet") and page.words[at] == ":"):
            return [Frame(part, source, (at, at + 1), "says", (content,))]
    return []
