"""Words as the encoder takes them: word pieces and the shape of each word.

The vocabulary is uncased (Devlin et al. 2019), so the casing of a word and a line break before it travel beside its
pieces as one small number, the shape.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tokenizers import Tokenizer

LOWER, TITLE, UPPER, MIXED, MARK = range(5)
SHAPES = 2 * 5 + 1
"""Shapes with and without a line break before the word, and one for the edges of a window."""

EDGE = SHAPES - 1
MASK, UNKNOWN, START, END = 103, 100, 101, 102
_MOST = 6  # Pieces kept of one word: an address or a hash tells no more in its tail.


@dataclass(frozen=True, slots=True)
class Encoded:
    """A window: piece ids and shapes with the edges, and the place of each word's first piece."""

    ids: list[int]
    shapes: list[int]
    starts: list[int]


class Pieces:
    """The word pieces of a vocabulary; each word is looked up once."""

    def __init__(self, path: Path) -> None:
        """`path` is a tokenizer's JSON file. Raises an error of the library where it cannot be read."""
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._known: dict[str, list[int]] = {}

    def word(self, word: str) -> list[int]:
        """The ids of a word's pieces, one at least."""
        ids = self._known.get(word)
        if ids is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids[:_MOST] or [UNKNOWN]
            self._known[word] = ids
        return ids

    def encode(self, words: Sequence[str], breaks: Sequence[bool]) -> Encoded:
        """The words of one window; `breaks` says before which a line begins."""
        ids, shapes, starts = [START], [EDGE], []
        for word, after_break in zip(words, breaks, strict=True):
            mine = self.word(word)
            starts.append(len(ids))
            ids.extend(mine)
            shapes.extend([shape(word) + 5 * after_break] * len(mine))
        ids.append(END)
        shapes.append(EDGE)
        return Encoded(ids, shapes, starts)


def shape(word: str) -> int:
    """How a word is written: in small letters, with a capital, in capitals, mixed, or without letters."""
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word.istitle():
        return TITLE
    return MIXED if any(c.isalpha() for c in word) else MARK
