"""What is kept in mind while a report's attributions are read from top to bottom: who spoke, and through whom."""

from dataclasses import dataclass

from stemma.model import Sentence, Source


@dataclass(frozen=True, slots=True)
class Interview:
    """An appearance that the text tells of: the outlet, the people (entities) who may have spoken there, the block."""

    outlet: Source
    people: frozenset[int]
    block: int


@dataclass(frozen=True, slots=True)
class Memory:
    """The last source and who passed it on, the block it stood in, and the sources that somebody was said to cite:
    (cited source, who cited it, block). `bodies` are the sources so far that are bodies, `unnamed` those that are
    people of no name; `interview` is the last appearance told of."""

    last: Source | None = None
    outer: tuple[Source, ...] = ()
    block: int | None = None
    cited: tuple[tuple[Source, Source, int], ...] = ()
    bodies: tuple[Source, ...] = ()
    unnamed: tuple[Source, ...] = ()
    interview: Interview | None = None


def remember(
    memory: Memory, source: Source, outer: tuple[Source, ...], sentence: Sentence, cites: tuple[Source, ...]
) -> Memory:
    """`memory` after an attribution to `source` in `sentence`."""
    cited = (*memory.cited, *((cite, source, sentence.block) for cite in cites))
    bodies = (*memory.bodies, source) if source.kind == "body" else memory.bodies
    people = source.kind == "unnamed" or (source.kind == "body" and source.entity is None)
    unnamed = (*memory.unnamed, source) if people else memory.unnamed
    return Memory(source, outer, sentence.block, cited, bodies, unnamed, memory.interview)
