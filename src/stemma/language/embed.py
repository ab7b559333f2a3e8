"""The vector of every mention: where it lies among all that can be said."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from stemma.model import Mention, Name, Reading

_SCALE = 512  # Steps of a packed vector in 1: no part of one of length 1 and this width goes past a quarter of it.
_REMEMBERED = 4096  # Texts whose vectors are kept: reprints have the same sentences again.


def with_vectors(reading: Reading) -> Reading:
    """`reading` with the vector of every mention, read with the names that its pronouns stand for."""
    names = sorted((name for name in reading.names if name.kind == "pronoun"), key=lambda name: name.start)
    starts = [name.start for name in names]
    mentions = []
    for mention in reading.mentions:
        within = names[bisect_left(starts, mention.start) : bisect_left(starts, mention.end)]
        mentions.append(replace(mention, vector=_packed(_named(reading, mention, within))))
    return replace(reading, mentions=tuple(mentions))


def _named(reading: Reading, mention: Mention, pronouns: Sequence[Name]) -> str:
    """The mention's words with names in the place of pronouns: "Ana Roy resigned" for "she resigned"."""
    text, at, parts = reading.report.text, mention.start, []
    for name in pronouns:
        if at <= name.start and name.end <= mention.end:
            parts += [text[at : name.start], reading.entities[name.entity].name]
            at = name.end
    return "".join([*parts, text[at : mention.end]])


@lru_cache(maxsize=_REMEMBERED)
def _packed(text: str) -> bytes:
    import numpy as np  # noqa: PLC0415  (the network takes a while to load: help must not wait for it)

    from stemma.language.vectors import vectors  # noqa: PLC0415

    packed: bytes = np.clip(np.rint(vectors([text])[0] * _SCALE), -127, 127).astype(np.int8).tobytes()
    return packed
