"""Pronouns and definite common nouns, resolved to persons and bodies named in the same report.

Where nobody fits, or an unnamed person does, the word is left unresolved and gives no name.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.language.lexer import Word
from stemma.language.nominals import nominal_entity, noun_gender
from stemma.language.pronouns import PRONOUNS, UNNAMED, Persons, how_seen, resolve
from stemma.language.quotes import quote_spans, quoted_in
from stemma.language.tables import functions, group, occupations, speech
from stemma.model import Entity, Name, Report, Sentence
from stemma.values.names import fold, gender

_BEFORE_PREDICATE = frozenset({"is", "was", "as", "be", "been", "became", "like", "not"})
_POSTMODIFIERS = frozenset({"of", "that", "which", "who", "for", "in", "behind"})


@dataclass(frozen=True, slots=True)
class Hints:
    """What the names' finder knew besides: `courtesies` ("Mr.") by the start of the name that they stand before, and
    the entities whose kind was only a guess (`unsure`)."""

    courtesies: Mapping[int, str]
    unsure: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Walk:
    """What stays the same on the way through a report."""

    entities: Sequence[Entity]
    names: Mapping[int, Name]
    quotes: Sequence[tuple[int, int]]
    persons: Persons


def references(
    report: Report,
    sentences: Sequence[Sentence],
    lexed: Sequence[Sequence[Word]],
    entities: Sequence[Entity],
    names: Iterable[Name],
    hints: Hints,
) -> list[Name]:
    """The pronouns and common nouns that refer to an entity, in order. The title's persons are not looked back to."""
    by_start = {name.start: name for name in names}
    persons = Persons(_known_genders(entities, by_start, hints.courtesies), hints.unsure)
    walk = _Walk(entities, by_start, quote_spans(report), persons)
    found: list[Name] = []
    for number, (sentence, words) in enumerate(zip(sentences, lexed, strict=True)):
        if report.blocks[sentence.block].kind == "title":
            continue
        inside = 0
        for place, word in enumerate(words):
            if word.start >= inside:
                new = _step(walk, words, place, number)
                inside = new.end if new else inside
                if new and new.kind != "name":
                    found.append(new)
    return found


def _step(walk: _Walk, words: Sequence[Word], place: int, number: int) -> Name | None:
    """Reads one word: notes whom it names or brings in, and gives the name or reference that stands there, if any."""
    word = words[place]
    quote = quoted_in(walk.quotes, word.start)
    name = walk.names.get(word.start)
    if name is None and word.lower in PRONOUNS:
        entity = _named_next(walk, words, place)
        if entity is None:
            entity = resolve(word, number, quote, walk.persons, walk.entities)
        name = None if entity is None else Name(word.start, word.end, entity, "pronoun")
    elif name is None and word.lower == "the":
        name = _nominal(walk, words, place, number)
    if name is not None:
        walk.persons.note(name.entity, how_seen(words, place, name.end, number, quote))
    elif _introduces(words, place):
        walk.persons.note(UNNAMED, how_seen(words, place, word.end, number, quote))
        walk.persons.genders[UNNAMED] = noun_gender(word.lower)
    return name


def _named_next(walk: _Walk, words: Sequence[Word], place: int) -> int | None:
    """The person of "In his speech, Ana Ruiz said": a clause that opens the sentence, then the name after its comma."""
    if place == 0 or words[0].lower not in group("clause openers"):
        return None
    comma = next((n for n in range(1, len(words)) if "," in words[n].gap), 0)
    if comma <= place:
        return None
    for word in words[comma : comma + 4]:
        name = walk.names.get(word.start)
        if name is not None and walk.entities[name.entity].kind == "person":
            told = PRONOUNS[words[place].lower]
            return name.entity if walk.persons.genders.setdefault(name.entity, told) == told else None
        if not word.capital:
            return None
    return None


def _known_genders(
    entities: Sequence[Entity], names: Mapping[int, Name], courtesies: Mapping[int, str]
) -> dict[int, str]:
    """The gender of each person whose courtesy title, role or name tells it."""
    known: dict[int, str] = {}
    for start, courtesy in sorted(courtesies.items()):
        told = gender(f"{courtesy} x")
        if told and start in names:
            known.setdefault(names[start].entity, told)
    for entity in entities:
        if entity.kind == "person" and entity.number not in known:
            nouns = (noun_gender(word) for role in entity.roles for word in fold(role.text).split())
            told = next(filter(None, nouns), "") or gender(entity.name)
            if told:
                known[entity.number] = told
    return known


def _introduces(words: Sequence[Word], place: int) -> bool:
    """Whether the word is the head of "a tall woman" or "the officer", with no name beside it."""
    word = words[place]
    if not (noun_gender(word.lower) or word.lower in occupations()):
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    if after and ((after.capital and after.gap in {" ", ", "}) or (after.gap == " " and after.lower in {"is", "was"})):
        return False
    article = next((n for n in range(place - 1, max(-1, place - 5), -1) if _opens_phrase(words[n])), -1)
    if article < 0 or any(w.gap not in {" ", "-"} for w in words[article + 1 : place + 1]):
        return False
    before = words[article - 1] if article else None
    return not words[article].gap.startswith(",") and not (before and before.lower in _BEFORE_PREDICATE)


def _opens_phrase(word: Word) -> bool:
    return word.possessive or word.lower in {"a", "an", "another", "the"}


def _nominal(walk: _Walk, words: Sequence[Word], place: int, number: int) -> Name | None:
    """ "the ministry" where one entity alone can be meant; the span is from "the" to the noun."""
    if place + 1 >= len(words) or words[place + 1].gap != " " or words[place + 1].capital:
        return None
    noun = words[place + 1]
    after = words[place + 2] if place + 2 < len(words) else None
    if after and after.gap in {" ", "-"} and not noun.possessive and _goes_on(after):
        return None
    near = {e: number - seen[-1].sentence for e, seen in walk.persons.seen.items() if e != UNNAMED}
    entity = nominal_entity(noun.lower, walk.entities, near)
    return None if entity is None else Name(words[place].start, noun.end, entity, "nominal")


def _goes_on(after: Word) -> bool:
    """Whether the noun phrase goes on, so that it names another: "the company that", "the party leader"."""
    if after.capital or after.lower in _POSTMODIFIERS:
        return True
    return after.lower not in functions() | speech() and not after.lower.endswith(("s", "ed"))
