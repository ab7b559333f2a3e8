"""Are two names the same? Folding, comparing and merging the names of persons, bodies, outlets and places.

Used within one report and across the reports of a story. Everything here is decided by the names alone and by the
word tables beside this module; nothing depends on order or on chance.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from stemma.model import EntityKind
from stemma.values.name_tables import given_names, legal_forms, nations, organisation_words, titles

__all__ = [
    "SOUND",
    "SPELLING",
    "acronym",
    "body_words",
    "fold",
    "fullest",
    "gender",
    "given_names",
    "is_acronym_of",
    "legal_forms",
    "merge",
    "nations",
    "organisation_words",
    "person_words",
    "same_body",
    "same_name",
    "same_person",
    "same_place",
    "same_spelling",
    "titles",
]

SPELLING = 0.8
"""Likeness (1 - edits / length) from which two spellings of one surname or place count as one.

Transliterations that differ in a vowel or a doubled letter reach 0.8 from five letters up (Fayez/Fayyez 0.83,
Qaddafi/Gaddafi 0.86, Mazar-i-Sharif/Mazar-e-Sharif 0.93). Different names of one length that meet in news do not
(Morales/Moreno 0.57, Jenkins/Jensen 0.71). It is used only where another part of the name agrees.
"""

SOUND = 0.75
"""The same for given names and surnames with their vowels removed: Faiz/Fayez are both `fz`, Mohammad/Mohamed `mhmd`.

Weaker than SPELLING alone, so the first letter must also agree.
"""

LONG = 7
"""Letters of a one-word body's name from which another spelling is the same (Energia/Energiya, not Google/Goggle)."""

_POSSESSIVE = re.compile(r"['’](?:s\b|\s|$)")
_NOT_WORD = re.compile(r"[^\w&+]+")
_PLAIN_LETTERS = str.maketrans({".": "", "'": "", "’": "", "ø": "o", "ł": "l", "đ": "d", "ı": "i"})
_MIXED_LETTERS = frozenset("kqgcjyie")
_STATES = frozenset({"us", "usa", "uk"})
_ARTICLES = frozenset({"the", "a", "an"})
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "la", "le", "du", "des", "et", "del", "y", "&", "to"})


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """`name` for comparing: lower case, without accents, possessive endings, dots and other marks; single spaces."""
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub(" ", name).casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_PLAIN_LETTERS)
    return " ".join(_NOT_WORD.sub(" ", plain).split())


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without titles before it and "Jr" or "Sr" after it."""
    words = fold(name).split()
    known = titles()
    while len(words) > 1:
        size = next((n for n in (3, 2, 1) if len(words) > n and " ".join(words[:n]) in known), 0)
        if not size:
            break
        words = words[size:]
    while len(words) > 1 and words[-1] in {"jr", "sr", "ii", "iii", "iv"}:
        words = words[:-1]
    return tuple(words)


@lru_cache(maxsize=65536)
def body_words(name: str) -> tuple[str, ...]:
    """The folded words of a body's name without article, "US" before it and legal form after it."""
    words = fold(name).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    if len(words) > 2 and words[:2] == ["united", "states"]:
        words = words[2:]
    if len(words) > 1 and words[0] in _STATES:
        words = words[1:]
    while len(words) > 1 and words[-1] in legal_forms():
        words = words[:-1]
    return tuple(words)


def gender(name: str) -> str:
    """The gender that a person's title or given name usually tells: "m", "f" or "" where they tell nothing."""
    told = titles().get((fold(name).split() or [""])[0], "u")
    if told == "u":
        words = person_words(name)
        told = given_names().get(words[0], "u") if len(words) > 1 else "u"
    return "" if told == "u" else told


def acronym(name: str) -> str:
    """The capitals that stand for `name`: "Food and Drug Administration" gives "FDA"."""
    words = [w for w in re.split(r"[\s\-]+", name) if w]
    return "".join(w[0].upper() for w in words if fold(w) not in _SMALL and w[0].isalnum())


def is_acronym_of(short: str, name: str) -> bool:
    """Whether capitals such as "NORTHCOM" or "F.D.A." can stand for `name`.

    Either they are its initials (with or without its small words, with or without "US"), or they begin words of it in
    order, from its first: NORTHern COMmand.
    """
    capitals = short.replace(".", "")[:2].isupper()
    if not capitals or len(letters := fold(short).replace(" ", "")) < 2 or len(words := fold(name).split()) < 2:
        return False
    for some in (words, list(body_words(name))):
        kept = [w for w in some if w not in _SMALL]
        if letters in {"".join(w[0] for w in some), "".join(w[0] for w in kept)}:
            return True
        if len(letters) > 4 and len(kept) > 1 and _begins_words(letters, kept):
            return True
    return False


def _begins_words(letters: str, words: Sequence[str]) -> bool:
    """Whether `letters` are made of the beginnings of all `words`, in order, three letters of the first at least."""
    if not words:
        return not letters
    longest = next((n for n in range(min(len(letters), len(words[0])), 0, -1) if letters[:n] == words[0][:n]), 0)
    return any(_begins_words(letters[n:], words[1:]) for n in range(longest, 0, -1))


@lru_cache(maxsize=65536)
def same_spelling(a: str, b: str) -> bool:
    """Whether two folded words are one name in two spellings (see SPELLING and SOUND)."""
    if a == b:
        return True
    if min(len(a), len(b)) < 3 or (a[0] != b[0] and not {a[0], b[0]} <= _MIXED_LETTERS):
        return False
    if min(len(a), len(b)) >= 5 and DamerauLevenshtein.normalized_similarity(a, b) >= SPELLING:
        return True
    left, right = (re.sub(r"(.)\1", r"\1", re.sub(r"[aeiouyw]", "", w)) for w in (a, b))
    if len(left) < 2 or a[0] != b[0] or JaroWinkler.similarity(a, b) < SOUND:
        return False
    return left == right and bool(re.search(r"[aeiouyw]{2}|[iy]", a + b))


def _same_given(a: str, b: str) -> bool:
    """Whether two given names can be one: equal, an initial of the other, a short form, or another spelling."""
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return a == b or (min(len(a), len(b)) >= 3 and (a.startswith(b) or b.startswith(a))) or same_spelling(a, b)


def same_person(a: str, b: str) -> bool:
    """Whether two names can be one person's: equal surnames (or spellings of one) and given names that agree.

    A surname alone is the same as any full name that carries it after the first word; whether it is the *only* one
    is for `merge` to say.
    """
    left, right = person_words(a), person_words(b)
    if not left or not right:
        return False
    if {gender(a), gender(b)} == {"m", "f"}:
        return False
    if left == right:
        return True
    if len(left) == 1 or len(right) == 1:
        short, full = sorted((left, right), key=len)
        return short[0] in full[1:] if len(full) > 1 else same_spelling(short[0], full[0])
    if not _same_given(left[0], right[0]):
        return False
    if same_spelling(left[-1], right[-1]):
        return left[0] == right[0] or left[-1] == right[-1] or len(left) == len(right)
    short, full = sorted((left, right), key=len)
    return set(short) <= set(full) and short[0] == full[0]


def same_body(a: str, b: str) -> bool:
    """Whether two names can be one body's or outlet's: equal but for article, "US", legal form and spelling of a long
    word, or one the acronym of the other."""
    left, right = body_words(a), body_words(b)
    if not left or not right:
        return False
    if left == right or is_acronym_of(a, b) or is_acronym_of(b, a):
        return True
    if len(left) != len(right) or any(c.isdigit() for c in a + b):
        return False
    long = len(left) == 1 and min(len(left[0]), len(right[0])) >= LONG
    return _one_spelling(left) == _one_spelling(right) or (long and same_spelling(left[0], right[0]))


@lru_cache(maxsize=65536)
def _one_spelling(words: tuple[str, ...]) -> tuple[str, ...]:
    """One spelling for organization/organisation, center/centre, defense/defence, labor/labour, service/services."""
    alike = (re.sub(r"(?<=\w{3}[^s])s$", "", w.replace("iz", "is").replace("our", "or")) for w in words)
    return tuple(re.sub(r"ter$", "tre", re.sub(r"ense$", "ence", word)) for word in alike)


def same_place(a: str, b: str) -> bool:
    """Whether two names can be one place's: equal but for spelling, word by word; small joining words may differ."""
    left, right = fold(a).split(), fold(b).split()
    if left == right:
        return True
    if len(left) != len(right) or any(c.isdigit() for c in a + b):
        return False
    pairs = [(x, y) for x, y in zip(left, right, strict=True) if x != y]
    joining = all(max(len(x), len(y)) <= 2 for x, y in pairs) and len(left) > 2
    return joining or (len(left) > 1 and len(pairs) == 1 and same_spelling(*pairs[0]))


_SAME: Mapping[EntityKind, Callable[[str, str], bool]] = MappingProxyType(
    {"person": same_person, "body": same_body, "outlet": same_body, "place": same_place}
)


def same_name(a: str, b: str, kind: EntityKind) -> bool:
    """Whether two names can be one entity's of this kind; for "other" only equal folded names are."""
    return _SAME[kind](a, b) if kind in _SAME else fold(a) == fold(b)


def fullest(names: Sequence[str]) -> str:
    """The name that says most: no acronym if there is another, then most words, most letters, fewest capitals.

    Raises ValueError if there are no names.
    """
    if not names:
        raise ValueError("fullest: no names given")

    def fullness(name: str) -> tuple[bool, int, int, int]:
        lone_capitals = name.replace(".", "").isupper() and " " not in name
        return (not lone_capitals, len(fold(name).split()), len(name), -sum(c.isupper() for c in name))

    return max(sorted(set(names)), key=fullness)


def merge(names: Sequence[tuple[str, EntityKind]]) -> list[list[int]]:
    """The positions in `names` grouped into entities, groups and members in ascending order.

    Safe though "the same" is not transitive: full names are grouped first, and a name joins a group only if it agrees
    with every full name in it; a bare surname, given name or acronym joins only if exactly one group fits. So two
    persons with one surname and different given names are never joined, not even through the surname.
    """
    groups: list[list[int]] = []
    shelves: dict[str, list[list[int]]] = defaultdict(list)
    order = sorted(range(len(names)), key=lambda i: (-len(_words(*names[i])), names[i][0].isupper(), names[i], i))
    for position in order:
        letters = _letters(*names[position])
        near = {id(g): g for letter in letters for g in shelves[letter]}.values()
        fitting = [g for g in near if all(_joins(names[m], names[position]) for m in g)]
        if len(fitting) > 1:
            full = [g for g in fitting if any(len(_words(*names[m])) > 1 for m in g)]
            fitting = full if len(full) == 1 else [g for g in fitting if _holds_equal(g, names, position)]
        group = fitting[0] if len(fitting) == 1 else []
        if not group:
            groups.append(group)
        group.append(position)
        for letter in letters:
            if not any(g is group for g in shelves[letter]):
                shelves[letter].append(group)
    return sorted(sorted(g) for g in groups)


@lru_cache(maxsize=65536)
def _letters(name: str, kind: EntityKind) -> frozenset[str]:
    """The first letters of a name's words, mixed-up ones as one, after its kind: names without one in common never
    join."""
    kinds = "body" if kind == "outlet" else kind
    words = (*fold(name).split(), *_words(name, kind))
    return frozenset(f"{kinds} {'k' if word[0] in _MIXED_LETTERS else word[0]}" for word in words)


def _holds_equal(group: Sequence[int], names: Sequence[tuple[str, EntityKind]], position: int) -> bool:
    return any(_words(*names[member]) == _words(*names[position]) for member in group)


def _words(name: str, kind: EntityKind) -> tuple[str, ...]:
    return person_words(name) if kind == "person" else body_words(name)


def _joins(member: tuple[str, EntityKind], new: tuple[str, EntityKind]) -> bool:
    """Whether `new` agrees with a `member` of a group. Kinds must be alike; body and outlet are."""
    kinds = {member[1], new[1]}
    if len(kinds) > 1 and not kinds <= {"body", "outlet"}:
        return False
    return same_name(member[0], new[0], new[1])
