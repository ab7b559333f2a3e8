"""What the language stage asks of a language model: one protocol, which the rules fulfil and a trained model can.

Everything after it (entities, roles in apposition, pronouns) works on these answers alone.
"""

from dataclasses import dataclass
from typing import Protocol

from stemma.model import EntityKind, Report, Sentence, Span, Token


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch that names something: where, of what kind, and how sure the kind is (0 to 1).

    `title` are the words before a person's name that belong to it ("Mr."), `role` where those words stand;
    `canonical` is the name in the tables, where it is known, else empty.
    """

    start: int
    end: int
    kind: EntityKind
    sure: float
    title: str = ""
    role: Span | None = None
    canonical: str = ""


class Adapter(Protocol):
    """A language model for one language. All offsets are characters into the report's text."""

    def tokens(self, text: str) -> list[Token]:
        """The words and marks of one block; offsets from the block's start."""
        ...

    def sentences(self, text: str) -> list[tuple[int, int]]:
        """The sentences of one block; offsets from the block's start."""
        ...

    def names(self, report: Report, sentences: tuple[Sentence, ...]) -> list[Found]:
        """Every name in the sentences, in order, none overlapping another."""
        ...
