"""Pronouns and common nouns, resolved to persons, bodies and outlets named in the same report.

The language model gives for each word the chances of what it refers back to. Here the chances of all words that stand
for one entity are added up, in the order of the text, so that a pronoun can lead to a name over another pronoun. What
most likely refers to nobody named stays unresolved. A common noun ("the ministry") is taken for the one entity so far
that it fits: of those the model has seen too few to tell.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from stemma.language.layout import Laid
from stemma.language.nominals import nominal_entity, noun_gender
from stemma.model import Entity, EntityKind, Name, Token
from stemma.values.name_tables import occupations
from stemma.values.names import fold, gender

_MALE = frozenset({"he", "him", "his", "himself"})
_FEMALE = frozenset({"she", "her", "hers", "herself"})
PERSONAL = _MALE | _FEMALE
_THINGS = frozenset({"it", "its", "itself", "they", "them", "their"})

LEAST = {"m": 0.05, "f": 0.05, "n": 0.5}
"""The share of a pronoun's chances that an entity must have, of those that nothing bars: the rest goes to nobody named,
or is spread thin. "It" and "they" often mean no body at all, and the model has seen them marked less."""

TITLED, NAMED = 20.0, 3.0
"""What a title or role, and what a given name, tells of a person's gender, against one sure pronoun's 1."""

STRANGE = 0.3
"""How well "he" or "she" suits what was taken for a body or a place."""

_CLAUSE = 20  # Words from a verb within which its subject is looked for.

_POSTMODIFIERS = frozenset({"of", "that", "which", "who", "for", "in", "behind"})
_BODIES: frozenset[EntityKind] = frozenset({"body", "outlet"})

Chances = Mapping[int, Sequence[tuple[int, float]]]


@dataclass(slots=True)
class _Walk:
    """What the way through a report knows so far: `stands` gives the entity of a token, `last` the sentence in which
    an entity was named last, `genders` how much speaks for an entity's being a man or a woman."""

    page: Laid
    text: str
    entities: Sequence[Entity]
    genders: dict[int, dict[str, float]]
    stands: dict[int, int]
    last: dict[int, int] = field(default_factory=dict)

    def wording(self, token: int) -> str:
        """A token in small letters."""
        return self.text[self.page.tokens[token].start : self.page.tokens[token].end].lower()


def references(
    page: Laid,
    chances: Chances,
    entities: Sequence[Entity],
    names: Sequence[Name],
    courtesies: Mapping[int, str],
    text: str,
) -> list[Name]:
    """The pronouns and common nouns that refer to an entity, in order.

    `chances` gives for words of the document the words that they refer back to (see `component`); `courtesies` are the
    titles ("Mr.") by the start of the name that they stand before."""
    named = _named(page, names)
    walk = _Walk(page, text, entities, known_genders(entities, {n.start: n for n in names}, courtesies), dict(named))
    back = {page.number[word]: each for word, each in chances.items()}
    found: list[Name] = []
    for number, sentence in enumerate(page.sentences):
        for token in range(sentence.first, sentence.last):
            if token in named:
                walk.last[named[token]] = number
                continue
            name = _pronoun(walk, token, back.get(token, ())) or _nominal(walk, token, number)
            if name:
                walk.stands[token] = name.entity
                walk.last[name.entity] = number
                found.append(name)
    return found


def _pronoun(walk: _Walk, token: int, chances: Sequence[tuple[int, float]]) -> Name | None:
    told = _bears(walk.wording(token))
    if not told or _of_unnamed_speaker(walk, token):
        return None
    mass: dict[int, float] = defaultdict(float)
    barred, unnamed = 0.0, 0.0
    subject = _own_subject(walk, token)
    for other, chance in chances:
        entity = walk.stands.get(walk.page.number[other])
        if entity is None:
            unnamed = max(unnamed, chance)
            continue
        fits = 0.0 if entity == subject else _agreement(walk.entities[entity], told, walk.genders.get(entity, {}))
        mass[entity] += chance * fits
        barred += chance * (1 - fits)
    meant = max(mass, key=lambda e: (mass[e], -e), default=None)
    if meant is None or not mass[meant] or mass[meant] < max(LEAST[told] * (1 - barred), unnamed):
        return None
    if told in {"m", "f"}:
        so_far = walk.genders.setdefault(meant, {})
        so_far[told] = so_far.get(told, 0) + mass[meant]
    return Name(walk.page.tokens[token].start, walk.page.tokens[token].end, meant, "pronoun")


def _own_subject(walk: _Walk, token: int) -> int | None:
    """Whom an object cannot be: the subject of its own clause ("Ana praised her" is about somebody else)."""
    tokens = walk.page.tokens
    if tokens[token].relation not in {"obj", "iobj", "obl"} or walk.wording(token).endswith("self"):
        return None
    head = tokens[token].head
    near = range(max(0, head - _CLAUSE), min(len(tokens), head + _CLAUSE))
    subject = next((n for n in near if _is_subject(tokens, n, head)), None)
    return None if subject is None else walk.stands.get(subject)


def _of_unnamed_speaker(walk: _Walk, token: int) -> bool:
    """ "A local woman said she was billed twice": the pronoun is whoever says so, whom no name has."""
    tokens = walk.page.tokens
    verb = tokens[token].head
    if tokens[token].relation not in {"nsubj", "nsubj:pass"} or tokens[verb].relation != "ccomp":
        return False
    says = tokens[verb].head
    speaker = next((n for n in range(says, max(-1, says - _CLAUSE), -1) if _is_subject(tokens, n, says)), None)
    if speaker is None or speaker in walk.stands or tokens[speaker].pos != "NOUN":
        return False
    noun = walk.wording(speaker)
    return noun_gender(noun) == _bears(walk.wording(token)) or noun in occupations()


def _is_subject(tokens: Sequence[Token], n: int, verb: int) -> bool:
    return tokens[n].head == verb and tokens[n].relation == "nsubj"


@cache
def _bears(word: str) -> str:
    """What a pronoun tells of whom it means: "m", "f", "n"; "" for any other word."""
    return "m" if word in _MALE else "f" if word in _FEMALE else "n" if word in _THINGS else ""


def _agreement(entity: Entity, told: str, genders: Mapping[str, float]) -> float:
    """How well a pronoun that tells "m", "f" or "n" suits an entity, from 0 to 1. Neither the kind nor the gender of a
    name is sure, so a pronoun that can hardly mean anybody else overrules both."""
    if told == "n":
        return float(entity.kind in _BODIES)
    against = sum(weight if told != gender else -weight for gender, weight in genders.items())
    return (1.0 if entity.kind in {"person", "other"} else STRANGE) / (1 + max(0.0, against))


def _named(page: Laid, names: Sequence[Name]) -> dict[int, int]:
    """The entity that each token of a name stands for."""
    starts = [token.start for token in page.tokens]
    found = {}
    for name in names:
        token = bisect_right(starts, name.start) - 1
        while token < len(page.tokens) and page.tokens[token].start < name.end:
            found[token] = name.entity
            token += 1
    return found


def _nominal(walk: _Walk, token: int, number: int) -> Name | None:
    """ "The ministry", where one entity alone can be meant and no more of the phrase follows."""
    if not token or walk.wording(token - 1) != "the" or _goes_on(walk, token):
        return None
    near = {entity: number - n for entity, n in walk.last.items()}
    meant = nominal_entity(walk.wording(token), walk.entities, near)
    tokens = walk.page.tokens
    return None if meant is None else Name(tokens[token - 1].start, tokens[token].end, meant, "nominal")


def _goes_on(walk: _Walk, token: int) -> bool:
    """Whether words after the noun say more closely which one is meant: "the company that", "the party leader"."""
    if token + 1 == len(walk.page.tokens):
        return False
    after = walk.page.tokens[token + 1]
    capital = walk.text[after.start].isupper()
    return capital or after.pos in {"NOUN", "PROPN"} or walk.wording(token + 1) in _POSTMODIFIERS


def known_genders(
    entities: Sequence[Entity], names: Mapping[int, Name], courtesies: Mapping[int, str]
) -> dict[int, dict[str, float]]:
    """What speaks for the gender of each person whose courtesy title, role or name tells it."""
    known: dict[int, dict[str, float]] = {}
    for start, courtesy in sorted(courtesies.items()):
        told = gender(f"{courtesy} x")
        if told and start in names:
            known.setdefault(names[start].entity, {told: TITLED})
    for entity in entities:
        if entity.kind == "person" and entity.number not in known:
            nouns = (noun_gender(word) for role in entity.roles for word in fold(role.text).split())
            by_role = next(filter(None, nouns), "")
            told = by_role or gender(entity.name)
            if told:
                known[entity.number] = {told: TITLED if by_role else NAMED}
    return known
