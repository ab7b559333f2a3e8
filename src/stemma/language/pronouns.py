"""Whom "he" or "she" means: every person named so far is scored, and the best one who can bear the gender is taken.

The scores are a table of named weights, in units of one sentence of distance. They were set by hand on news text.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from stemma.language.lexer import Word
from stemma.language.tables import functions, group, speech
from stemma.model import Entity

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}

FARTHEST = 6
"""Sentences a pronoun may look back. News names a person again within two or three; beyond six, no guess is better."""

UNNAMED = -1
"""The person whom a common noun brought in last ("a tall woman"): pronouns may mean that one, whom no name has."""

_PER_SENTENCE = 1.0
_SUBJECT = 1.2
_SPEAKER = 0.8
_GENDER_KNOWN = 0.8
_OFTEN = 0.15
_POSSESSIVE = -0.6
_QUOTED = -2.5  # named inside a quotation that the pronoun is not in
_SAME_QUOTE = 1.5
_SAME_SENTENCE = 0.6
_UNSURE = -1.0  # perhaps no person at all
_OWN_OBJECT = -2.0  # "him" is hardly the subject of its own clause
_OWN_WORDS = -3.0  # nobody says "he" of himself


@dataclass(frozen=True, slots=True)
class Seen:
    """One naming of a person: in which sentence, where, and how it stood there; `quote` 0 is outside quotations."""

    sentence: int
    start: int
    subject: bool
    speaker: bool
    possessive: bool
    quote: int


@dataclass(slots=True)
class Persons:
    """What the walk through a report knows of its persons so far, by number of entity: genders and namings.

    `unsure` are entities of which only a guess says that they are no persons: a pronoun can show that they are.
    """

    genders: dict[int, str]
    unsure: frozenset[int] = frozenset()
    seen: dict[int, list[Seen]] = field(default_factory=dict)
    counts: Counter[int] = field(default_factory=Counter)

    def note(self, entity: int, seen: Seen) -> None:
        """Adds a naming. Whoever was named last stands last in `seen`."""
        self.seen[entity] = [*self.seen.pop(entity, [])[-3:], seen]
        self.counts[entity] += 1


def how_seen(words: Sequence[Word], place: int, end: int, sentence: int, quote: int) -> Seen:
    """How a name or pronoun stands: a subject has a verb after it and no preposition before it."""
    following = (words[n] for n in range(place + 1, len(words)))
    after = next((w for w in following if w.start >= end), None)
    before = words[place - 1] if place else None
    speaks = bool(before and before.lower in speech() and words[place].gap == " ")
    verb = False
    if after is not None and after.gap == " " and not after.capital:
        speaks = speaks or after.lower in speech()
        verb = after.lower not in functions() or after.lower in group("auxiliaries") or after.lower.endswith("ed")
    free = all(w.lower not in group("prepositions") for w in words[max(0, place - 2) : place])
    return Seen(sentence, words[place].start, free and (verb or place == 0), speaks, words[place].possessive, quote)


def resolve(word: Word, sentence: int, quote: int, persons: Persons, entities: Sequence[Entity]) -> int | None:
    """The entity that the pronoun means; None if nobody fits, or if an unnamed person fits best."""
    told = PRONOUNS[word.lower]
    best: tuple[float, int, int] | None = None
    for entity, seen in reversed(persons.seen.items()):
        if sentence - seen[-1].sentence > FARTHEST:
            break
        known = persons.genders.get(entity, "")
        unsure = entity in persons.unsure
        if not (entity == UNNAMED or unsure or entities[entity].kind == "person") or known not in {"", told}:
            continue
        near = [s for s in seen if sentence - s.sentence <= FARTHEST]
        if unsure and not any(s.subject for s in near):
            continue
        score = _score(word, sentence, quote, near) + _OFTEN * min(persons.counts[entity], 5) + _UNSURE * unsure
        ranked = (score + _GENDER_KNOWN * bool(known), near[-1].start, -entity)
        best = ranked if best is None else max(best, ranked)
    if best is None or -best[2] == UNNAMED:
        return None
    persons.genders.setdefault(-best[2], told)
    return -best[2]


def _score(word: Word, sentence: int, quote: int, near: Sequence[Seen]) -> float:
    """The score of the best of a person's last namings, less what the pronoun's own clause or quotation forbids."""
    best = max(
        _SUBJECT * s.subject
        + _SPEAKER * s.speaker
        + _POSSESSIVE * s.possessive
        - _PER_SENTENCE * (sentence - s.sentence)
        + _SAME_SENTENCE * (sentence == s.sentence)
        + (0.0 if s.quote == 0 else _SAME_QUOTE if s.quote == quote else _QUOTED)
        for s in near
    )
    if word.lower == "him" and near[-1].sentence == sentence and near[-1].subject:
        best += _OWN_OBJECT
    if quote and any(s.speaker and s.quote == 0 and sentence - s.sentence <= 1 for s in near):
        best += _OWN_WORDS
    return best
