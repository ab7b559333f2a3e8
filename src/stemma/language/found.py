"""A name as found in the text, before it is known whose it is."""

from dataclasses import dataclass

from stemma.model import EntityKind, Span


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
