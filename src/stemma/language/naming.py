"""Names: by the rules and tables, and by the language model where those have none."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stemma.language.found import Found
from stemma.language.kinds import LIKELY
from stemma.language.layout import Layout
from stemma.language.lexer import Word
from stemma.language.rules import rule_names
from stemma.model import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KINDS: Mapping[str, EntityKind] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The labels of entities that can name somebody or some place, of our own component and of the pipelines that spaCy
publishes. Others (dates, sums, works, nationalities) name nobody who could speak."""


def namings(doc: "Doc", layout: Layout, text: str, sentences: Sequence[Sequence[Word]]) -> list[Found]:
    """The names in order, none overlapping, over `text`, the report's. `sentences` are its words as lexed.

    The rules go first: they know titles, and on the gold stories they do better with bodies and outlets. The model adds
    the names of persons and places that they pass over."""
    words = [word for sentence in sentences for word in sentence]
    by_rules = rule_names(text, sentences)
    found = list(by_rules)
    starts = [name.start for name in by_rules]
    for name in _by_model(doc, layout, words):
        place = bisect_left(starts, name.end)
        free = place == 0 or by_rules[place - 1].end <= name.start
        if free and name.kind in {"person", "place"}:
            found.append(name)
    return sorted(found, key=lambda name: name.start)


def _by_model(doc: "Doc", layout: Layout, words: Sequence[Word]) -> list[Found]:
    starts = [word.start for word in words]
    found: list[Found] = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        first = bisect_left(starts, layout.at(entity.start_char))
        last = bisect_left(starts, layout.at(entity.end_char - 1) + 1)
        while first < last and not words[first].capital:
            first += 1
        while first < last and not words[last - 1].capital:
            last -= 1
        if kind and first < last and (not found or found[-1].end <= words[first].start):
            found.append(Found(words[first].start, words[last - 1].end, kind, LIKELY))
    return found
