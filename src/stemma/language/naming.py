"""Names: by the rules and tables, and by the language model where those have none."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stemma.language.found import Found
from stemma.language.kinds import GUESS, LIKELY, is_nation
from stemma.language.layout import Layout
from stemma.language.lexer import Word
from stemma.language.rules import rule_names
from stemma.model import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PARTY = re.compile(r"\([A-Z](?:[-–][A-Z][\w. ]*)?\)")
"""A politician's party and state behind the name: "(D-Mo.)". It names nobody."""

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

    The rules go first: they know titles, and on the gold stories they do better with bodies and outlets. Where they
    only guess, what the model reads there stands instead; and it adds the persons and places that they pass over."""
    words = [word for sentence in sentences for word in sentence]
    by_model = [name for name in _by_model(doc, layout, words) if not _PARTY.match(text, name.start - 1)]
    by_rules = [name for name in rule_names(text, sentences) if not _PARTY.match(text, name.start - 1)]
    by_rules = _whole(by_rules, by_model)
    people = {(n.start, n.end) for n in by_model if n.kind == "person"} & _surnames_alone(by_rules, text)
    kept = [n for n in by_rules if not _meets(n, by_model) or (_is_sure(n) and (n.start, n.end) not in people)]
    begun = {n.start for n in kept if n.kind == "person"}
    added = [
        name
        for name in by_model
        if not _meets(name, kept)
        and (name.kind in {"person", "place"} or _meets(name, by_rules))
        and not (name.end + 1 in begun and text[name.end] == " ")  # a title: "Prime Minister" before "Ana Roy"
    ]
    return sorted((*kept, *added), key=lambda name: name.start)


def _whole(by_rules: Sequence[Found], by_model: Sequence[Found]) -> list[Found]:
    """The rules' names, with one body for those that are parts of it: "Works Agency" of "Relief and Works Agency"."""
    kept = list(by_rules)
    for name in by_model:
        first = bisect_right(kept, name.start, key=lambda other: other.end)
        last = bisect_left(kept, name.end, key=lambda other: other.start)
        parts = kept[first:last]
        holds = all(name.start <= p.start and p.end <= name.end and p.kind != "person" for p in parts)
        if name.kind == "body" and holds and len(parts) > 1:
            kept[first:last] = [name]
    return kept


def _is_sure(name: Found) -> bool:
    return bool(name.canonical) or name.sure > GUESS


def _surnames_alone(names: Sequence[Found], text: str) -> set[tuple[int, int]]:
    """Where a table knows a place or body by a word that is the surname of somebody in the text: "Jordan said"."""
    last = {text[n.start : n.end].rsplit(maxsplit=1)[-1] for n in names if n.kind == "person"}
    return {(n.start, n.end) for n in names if n.kind != "person" and text[n.start : n.end] in last}


def _meets(name: Found, others: Sequence[Found]) -> bool:
    """Whether a name overlaps one of `others`, which are in order."""
    place = bisect_left(others, name.end, key=lambda other: other.start)
    return place > 0 and others[place - 1].end > name.start


def _by_model(doc: "Doc", layout: Layout, words: Sequence[Word]) -> list[Found]:
    starts = [word.start for word in words]
    found: list[Found] = []
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        first = bisect_left(starts, layout.at(entity.start_char))
        last = bisect_left(starts, layout.at(entity.end_char - 1) + 1)
        last = next((n for n in range(first + 1, last) if "(" in words[n].gap), last)
        while first < last and not words[first].capital:
            first += 1
        while first < last and not words[last - 1].capital:
            last -= 1
        party = not words[first:last] or is_nation(words[first:last])  # "a Republican" is nobody by name
        if kind and not party and (not found or found[-1].end <= words[first].start):
            found.append(Found(words[first].start, words[last - 1].end, kind, LIKELY))
    return found
