"""The vector of every mention: where it lies among all that can be said."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from stemma.model import Mention, Reading

_SCALE = 512  # Steps of a packed vector in 1: no part of one of length 1 and this width goes past a quarter of it.
_REMEMBERED = 4096  # Texts whose vectors are kept: reprints have the same sentences again.

_known: dict[str, bytes] = {}


def with_vectors(reading: Reading) -> Reading:
    """`reading` with the vector of every mention."""
    found = packed([embedded(reading, mention) for mention in reading.mentions])
    mentions = tuple(replace(each, vector=vector) for each, vector in zip(reading.mentions, found, strict=True))
    return replace(reading, mentions=mentions)


def embedded(reading: Reading, mention: Mention) -> str:
    """The mention's words with names in the place of pronouns: "Ana Roy resigned" for "she resigned"."""
    text, at, parts = reading.report.text, mention.start, []
    first = bisect_left(reading.names, mention.start, key=lambda name: name.start)
    for name in reading.names[first:]:
        if name.start >= mention.end:
            break
        if name.kind == "pronoun" and at <= name.start and name.end <= mention.end:
            parts += [text[at : name.start], reading.entities[name.entity].name]
            at = name.end
    return "".join([*parts, text[at : mention.end]])


def packed(texts: Sequence[str]) -> list[bytes]:
    """The vector of each text, one signed byte a dimension."""
    import numpy as np  # noqa: PLC0415  (the network takes a while to load: help must not wait for it)

    from stemma.language.vectors import vectors  # noqa: PLC0415

    if len(_known) > _REMEMBERED:
        _known.clear()
    new = [text for text in dict.fromkeys(texts) if text not in _known]
    rows = np.clip(np.rint(vectors(new) * _SCALE), -127, 127).astype(np.int8)
    _known.update(zip(new, map(np.ndarray.tobytes, rows), strict=True))
    return [_known[text] for text in texts]
