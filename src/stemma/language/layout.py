"""A report's running text as one document, without its boilerplate, and the way back to the report's characters."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from stemma.model import Report, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.tokens import Doc

_BETWEEN = "\n\n"  # Between blocks: no sentence crosses it.


@dataclass(frozen=True, slots=True)
class Layout:
    """`text` joins the blocks that are read; `starts` are the blocks' places in it, `places` those in the report,
    `blocks` their numbers there."""

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    blocks: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The report's character for a character of `text`."""
        n = bisect_right(self.starts, offset) - 1
        return self.places[n] + offset - self.starts[n]

    def block(self, offset: int) -> int:
        """The number of the report's block in which a character of `text` stands."""
        return self.blocks[bisect_right(self.starts, offset) - 1]


@dataclass(frozen=True, slots=True)
class Laid:
    """A read document over the report's own characters. `number` gives a document's token its number in `tokens`; -1
    for white space."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    number: tuple[int, ...]

    def spans(self, words: Sequence[int]) -> tuple[Span, ...]:
        """Tokens of the document, in order, as stretches of the report; words that follow one another are one."""
        found: list[Span] = []
        last = -2
        for n in (self.number[word] for word in words):
            token = self.tokens[n]
            if n == last + 1:
                found[-1] = Span(found[-1].start, token.end)
            else:
                found.append(Span(token.start, token.end))
            last = n
        return tuple(found)


def lay_out(report: Report) -> Layout:
    """The blocks of kind "title" and "text", in order."""
    text, starts, places, blocks = "", [], [], []
    for number, block in enumerate(report.blocks):
        if block.kind != "boilerplate":
            text += _BETWEEN if text else ""
            starts.append(len(text))
            places.append(block.start)
            blocks.append(number)
            text += report.text[block.start : block.end]
    return Layout(text, tuple(starts), tuple(places), tuple(blocks))


def laid(doc: "Doc", layout: Layout) -> Laid:
    """The document's tokens and sentences over the report; no sentence crosses a block."""
    words = doc.to_array("IS_SPACE") == 0
    number = np.where(words, np.cumsum(words) - 1, -1).tolist()
    parsed = doc.has_annotation("DEP")
    factuality = doc._.factuality
    tokens: list[Token] = []
    opens: list[bool] = []
    blocks: list[int] = []
    for token in doc:
        if token.is_space:
            continue
        start = layout.at(token.idx)
        head = number[token.head.i] if parsed else -1
        scores = factuality[token.i] if factuality else None
        tokens.append(Token(start, start + len(token), token.pos_, token.tag_, head, token.dep_, *(scores or ())))
        block = layout.block(token.idx)
        opens.append(bool(token.is_sent_start) or not blocks or blocks[-1] != block)
        blocks.append(block)
    starts = [*(n for n, first in enumerate(opens) if first), len(tokens)]
    sentences = tuple(Sentence(tokens[a].start, tokens[b - 1].end, a, b, blocks[a]) for a, b in pairwise(starts))
    return Laid(tuple(tokens), sentences, tuple(number))
