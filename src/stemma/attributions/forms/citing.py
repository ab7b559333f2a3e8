"""Whom a source is said to rest on: "the wire reported, citing documents"; "said the Herald, picking up a story by the
Post"; "with reference to the Post, the Herald wrote"."""

from collections.abc import Iterator
from dataclasses import replace

from stemma.attributions.cues import table
from stemma.attributions.frame import Frame, printed
from stemma.attributions.page import Page
from stemma.attributions.phrases import phrase_after
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import Range
from stemma.model import Sentence, Source

_WRITTEN = ("outlet", "agency", "document")


def with_citing(page: Page, sentence: Sentence, found: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Adds to each frame what it cites: "a report citing three sources", "the wire reported, citing documents",
    "according to the Herald, which cited the Post"."""
    result = list(found)
    for at, cited, source in _citations(page, sentence, found):
        # "Pointing to a report by the Post" is read as somebody's words, too.
        result = [frame for frame in result if not at <= frame.cue[0] < cited]
        if not result:
            continue
        nearest = min(range(len(result)), key=lambda k: abs(result[k].cue[0] - at))
        frame = result[nearest]
        end = page.token_at(source.end)
        content = tuple(_without(page, part, at, end) for part in frame.content)
        result[nearest] = replace(frame, cites=(*frame.cites, source), content=content)
    return tuple(result)


def _citations(page: Page, sentence: Sentence, found: tuple[Frame, ...]) -> Iterator[tuple[int, int, Source]]:
    """Where a source is said to rest on another: the first token of the words that say so, the first token of the
    other's phrase, and the other."""
    openers = table("cues")["cites"]
    for at in range(sentence.first, sentence.last - 1):
        if page.quoted[at]:
            continue
        if (first := _after(page, at, openers["surely"])) and not any(at in range(*f.cue) for f in found):
            source = _source(page, first, sentence.last) or _quoted(page, at, first, sentence.last)
        elif first := _after(page, at, openers["written"]):
            source = _source(page, first, sentence.last)
            source = source if source and source.kind in _WRITTEN else None
        else:
            continue
        if source is not None:
            yield at, first, source


def _after(page: Page, at: int, openers: list[list[str]]) -> int:
    """The token behind the longest of the openers that stands at token `at`; 0 where none does."""
    lengths = (len(words) for words in openers if page.words[at : at + len(words)] == tuple(words))
    longest = max(lengths, default=0)
    return at + longest if longest else 0


def _source(page: Page, first: int, last: int) -> Source | None:
    phrase = phrase_after(page, first, last)
    return read_source(page, *phrase) if phrase else None


def _quoted(page: Page, at: int, first: int, last: int) -> Source | None:
    """Whoever is quoted, of whatever kind: only people and what they wrote can be."""
    phrase = phrase_after(page, first, last)
    return printed(page, *phrase) if phrase and page.words[at] == "quoting" else None


def _without(page: Page, content: Range, at: int, end: int) -> Range:
    """Content without the words `[at, end)` that cite somebody: what stands before them, else what follows."""
    first, last = content
    if first != at:
        return first, min(last, at) if first < at < last else last
    while end < last and page.words[end] in (",", "that"):
        end += 1
    return end, last
