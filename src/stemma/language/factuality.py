"""How sure the text presents what a word names: the factuality of events (Saurí and Pustejovsky 2009), in numbers.

There are two, from two corpora that ask differently. Readers of newspapers said how sure the writer is that an event
was, is or will be so (UW, Lee et al. 2015); readers of web text, whether it happened (UDS-IH2, Rudinger et al. 2018).
"""

from collections.abc import Mapping, Sequence

from stemma.language.network import Array

EVENTFUL = frozenset({"VERB", "AUX", "NOUN", "PROPN", "ADJ"})
"""Parts of speech that name events and states. The corpora that taught the scores ask of others by a slip only."""

MOST = 3.0
"""Certainly so; its negative is certainly not so."""

Scores = tuple[float, float]
"""That it is so, and that it has happened: each from -MOST to MOST."""


def scores(states: Mapping[str, Array], upos: Sequence[str]) -> list[Scores | None]:
    """Each word's scores; None where a word of its part of speech names no event."""
    found = states["factuality"].clip(-MOST, MOST).tolist()
    return [(so, happened) if kind in EVENTFUL else None for (so, happened), kind in zip(found, upos, strict=True)]
