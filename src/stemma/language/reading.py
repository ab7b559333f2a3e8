"""All that the network reads in a text, word by word; a long text stretch by stretch, so that memory stays bounded."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from stemma.language.antecedents import antecedents
from stemma.language.factuality import Scores, scores
from stemma.language.network import Array, Network, Words
from stemma.language.reporting import Reporting, moved, reportings
from stemma.language.spans import Named, names
from stemma.language.trees import trees

STRETCH = 4000
"""Words that are read at a time. Only what words refer back to is looked for across stretches."""

_CANDIDATES = frozenset({"NOUN", "PROPN", "PRON"})
_LEAST, _MOST = 0.02, 12  # Chances below the first are left out of a word's references, and all but the likeliest.
_TOGETHER, _BACK, _AHEAD = 256, 2000, 100  # Words scored at once, against those so far back or ahead: a text's length
# counts once, and nobody is called "he" after four pages without a name.

References = Mapping[int, tuple[tuple[int, float], ...]]


@dataclass(slots=True)
class Read:
    """Tags, heads (words of the text; itself for a root), relations and factuality of all words, the last None where a
    word names no event; names and attributions in order, by words; and for pronouns and common nouns the words that
    they refer back to, with chances, likeliest first."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    factuality: list[Scores | None] = field(default_factory=list)
    names: list[Named] = field(default_factory=list)
    reportings: list[Reporting] = field(default_factory=list)
    references: References = field(default_factory=dict)


def read(network: Network, text: Words, openers: frozenset[str]) -> Read:
    """What the network reads in `text`. `openers` as in `reportings`."""
    found = Read()
    referring: dict[str, list[Array]] = {"reference_word": [], "reference_to": []}
    for first, part in _stretches(text):
        reading = network.read(part)
        states = reading.states
        heads, relations = trees(network, states, part.ends)
        found.upos += [network.labels["upos"][n] for n in states["upos"].argmax(1)]
        found.xpos += [network.labels["xpos"][n] for n in states["xpos"].argmax(1)]
        found.heads += [first + head for head in heads]
        found.relations += relations
        found.factuality += scores(states, found.upos[first:])
        found.names += [replace(n, first=first + n.first, last=first + n.last) for n in names(network, states)]
        before = len(found.reportings)
        at = range(first, first + len(part.words))
        for each in reportings(network, reading, part, openers):
            found.reportings.append(moved(each, at, None if each.inside is None else before + each.inside))
        for name, kept in referring.items():
            kept.append(states[name].copy())
    together = {name: np.concatenate(kept) for name, kept in referring.items() if kept}
    found.references = dict(_references(network, together, found.upos))
    return found


def _stretches(text: Words) -> Iterator[tuple[int, Words]]:
    """The text in parts of up to STRETCH words, each with its first word's number; cut between sentences, between
    lines where one ends in a part's second half."""
    first = 0
    while first < len(text.words):
        fitting = text.ends[bisect_right(text.ends, first) : bisect_right(text.ends, first + STRETCH)]
        whole = fitting or [text.ends[bisect_right(text.ends, first)]]
        lines = [end for end in whole if end > first + STRETCH // 2 and end < len(text.words) and text.breaks[end]]
        last = lines[-1] if lines and whole[-1] < len(text.words) else whole[-1]
        ends = [end - first for end in text.ends[bisect_right(text.ends, first) : bisect_right(text.ends, last)]]
        yield first, Words(text.words[first:last], text.breaks[first:last], ends)
        first = last


def _references(
    network: Network, states: Mapping[str, Array], upos: Sequence[str]
) -> Iterator[tuple[int, tuple[tuple[int, float], ...]]]:
    """A word that refers to nothing is left out."""
    candidates = [n for n, kind in enumerate(upos) if kind in _CANDIDATES]
    words = [n for n in candidates if upos[n] != "PROPN"]
    for start in range(0, len(words), _TOGETHER):
        some = words[start : start + _TOGETHER]
        near = candidates[bisect_left(candidates, some[0] - _BACK) : bisect_right(candidates, some[-1] + _AHEAD)]
        chances = antecedents(network, states, some, near)[:, 1:]
        found: list[list[tuple[float, int]]] = [[] for _ in some]
        for row, column in np.argwhere(chances >= _LEAST).tolist():
            found[row].append((-float(chances[row, column]), near[column]))
        for word, likely in zip(some, found, strict=True):
            if likely:
                yield word, tuple((n, -chance) for chance, n in sorted(likely)[:_MOST])
