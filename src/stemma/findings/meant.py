"""Which named body of the story a phrase means that does not give its whole name.

"An infirmary spokesperson" speaks for Marlpit Road Infirmary, "an epidemiologist at the NICI" for the National
Infection Control Institute, "a food safety official" for the Food Safety Inspectorate, where no other body of the
story can be meant. A phrase means a body by

    its full name or its initials                     "an NCA lawyer"
    a part of the name with the noun at its head      "the safety board", "the department"
    the first words of the name                       "a nurse at Mercy Regional" (Medical Center)
    any part of it, before "official" or "spokesman"  "a food safety official"
    its kind, before the same                         "a league official", of the Premier Division
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cache

from stemma.findings.tables import plain, words
from stemma.values.names import fold, given_names, is_acronym_of, legal_forms, nations

_WHOSE = re.compile(r"\b(?:for|of|at|with|from|by) (?:the |an? )?(.+)$", re.IGNORECASE | re.DOTALL)
_OWNER = re.compile(r"^(.+?)(?:['’]s|(?<=s)['’])(?=\s|$)")
_AFTER = re.compile(r",.*$|\s+(?:who|that|which|speaking|in|on|near)\b.*$", re.DOTALL | re.IGNORECASE)
_NAMED = re.compile(r"^[a-z].* ((?:[A-Z][\w&’'-]*\s?)+)$")  # "the shop-floor union FoodWork"
_FULL = re.compile(r"[A-Z][\w’'-]+(?: (?:(?:of|for|and|the) )*[A-Z][\w’'-]+)+")
_JOINING = re.compile(r"\s(?:of|for)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The story's bodies by the words of their names, and by the letters that words of them begin with; those names
    that can be initials by their first letter; and the folded names that are no body's by themselves: those of places.
    `answers` remembers which body a phrase means."""

    by_word: Mapping[str, Set[str]]
    by_letter: Mapping[str, Set[str]]
    initials: Mapping[str, Set[str]]
    places: frozenset[str]
    answers: dict[str, str] = field(default_factory=dict, compare=False)

    def meant(self, phrase: str) -> str:
        """The one body that `phrase` can mean, by its name; empty where there is none, or several."""
        if phrase not in self.answers:
            self.answers[phrase] = self._meant(phrase)
        return self.answers[phrase]

    def _meant(self, phrase: str) -> str:
        for said, official in _said(phrase):
            if fold(said) in self.places:
                continue
            near = self._near(" ".join((said, *kinds(said))) if official else said)
            found = [name for name in near if _means(said, name, official, whole=said == phrase)]
            fullest = [name for name in found if all(name == other or _holds(name, other) for other in found)]
            if fullest:
                return fullest[0]
        return ""

    def names_one(self, name: str) -> bool:
        """Whether a name that was read as a person's is a body's: one elsewhere, and with no given name."""
        return fold(name).split()[0] not in given_names() and bool(self.meant(name))

    def within(self, text: str) -> tuple[str, ...]:
        """The bodies whose name, or its initials, stands in `text`; a name within another is none."""
        told = f" {fold(text)} "
        found = [n for n in self._near(text) if f" {fold(plain(n))} " in told or _initialled(n, text)]
        return tuple(name for name in found if not any(name != other and _holds(other, name) for other in found))

    def _near(self, text: str) -> list[str]:
        """The names that share a word with `text`, and those of which one could be initials of the other, sorted."""
        told = fold(text).split()
        capitals = [fold(word)[:1] for word in re.findall(r"\w+", text) if word[:2].isupper()]
        found = [self.by_word.get(word, frozenset()) for word in told]
        found += [self.by_letter.get(letter, frozenset()) for letter in capitals]
        found += [self.initials.get(word[0], frozenset()) for word in told]
        return sorted(frozenset().union(*found))


def bodies(names: Iterable[str], places: Iterable[str]) -> Bodies:
    """The bodies of a story from all their names and the names of its places."""
    by_word, by_letter, initials = (defaultdict[str, set[str]](set) for _ in range(3))
    for name in names:
        if not (name[:1].isupper() or any(c.isupper() for c in name[1:])):
            continue
        for word in fold(name).split():
            by_word[word].add(name)
            by_letter[word[0]].add(name)
        if name.replace(".", "")[:2].isupper():
            initials[fold(name)[0]].add(name)
    return Bodies(by_word, by_letter, initials, frozenset(fold(place) for place in places))


@cache
def _said(phrase: str) -> tuple[tuple[str, bool], ...]:
    """What of a phrase can be a body's name, the surest first, each with whether an official of it is named."""
    short = _ARTICLE.sub("", _AFTER.sub("", phrase.strip()))
    found: list[tuple[str, bool]] = []
    if (after := _WHOSE.search(short)) is not None:
        found.append((_owner(after.group(1)), False))
        found.append((short, False))
        short = short[: after.start()].strip()
    elif (owner := _owner(short)) != short:
        found.append((owner, False))
    else:
        found.append((short, False))
    if (named := _NAMED.search(short)) is not None:
        found.append((named.group(1), False))
    told = short.split()
    while len(told) > 1 and (last := told[-1]).islower() and last not in _common():
        told = told[:-1]
        found.append((" ".join(told), last in _officials()))
        if not any(word[:1].isupper() for word in told) and last not in _speakers():
            break
    if len(told) > 1 and told[-1].isupper():
        found.append((" ".join(told[:-1]), False))
    derived: dict[str, str] = words("acts")["adjectives"]
    return tuple(
        (" ".join(derived.get(word.lower(), word) for word in said.split()), official) for said, official in found
    )


def _owner(phrase: str) -> str:
    """Whose somebody or something is: "the Trust" of "the Trust's board"; the phrase itself where it is nobody's."""
    found = _OWNER.match(phrase)
    return _ARTICLE.sub("", found.group(1)) if found and phrase != found.group() else _ARTICLE.sub("", phrase)


def _means(said: str, name: str, official: bool, whole: bool) -> bool:
    if is_acronym_of(said, name) or is_acronym_of(name, said):
        return True
    short, full = _words(said), _words(name)
    if not short or short == full:
        return bool(short)
    if official and _head(name) in kinds(said):
        return True
    if not set(short) <= set(full) or set(short) <= nations().keys():
        return False
    first = full[: len(short)] == short and said[:1].isupper() and (whole or len(short) > 1)
    return official or _head(name) in short or first


def kinds(noun: str) -> tuple[str, ...]:
    """The nouns at the head of names that reports call by `noun`: "division" for "league"."""
    return tuple(words("acts")["kinds"].get(noun.lower(), ()))


def _initialled(name: str, text: str) -> bool:
    """Whether the initials of a name stand in `text`, or the name whose initials it is."""
    if name.isupper():
        return any(is_acronym_of(name, full) for full in _FULL.findall(text))
    return any(word.isupper() and is_acronym_of(word, name) for word in re.findall(r"\w+", text))


def _holds(name: str, other: str) -> bool:
    """Whether one name says all that another does."""
    return set(_words(other)) <= set(_words(name)) or is_acronym_of(other, name)


@cache
def _words(name: str) -> tuple[str, ...]:
    """The words of a name that tell, folded, without the legal form behind a name by its capitals."""
    told = tuple(word for word in fold(plain(name)).split() if word not in ("the", "of", "for", "and"))
    formal = len(told) > 1 and told[-1] in legal_forms() and not name.rsplit(maxsplit=1)[-1].islower()
    return told[:-1] if formal else told


@cache
def _head(name: str) -> str:
    """The noun at the head of a body's name: "department" of "Department of Health", "board" of "Safety Board"."""
    told = _words(_JOINING.split(name, 1)[0])
    return told[-1] if told else ""


@cache
def _common() -> frozenset[str]:
    """Common nouns of bodies, which stand for the body itself and for none of its people."""
    return frozenset((*words("acts")["bodies"], *words("acts")["companies"]))


@cache
def _officials() -> frozenset[str]:
    return frozenset(words("acts")["officials"])


@cache
def _speakers() -> frozenset[str]:
    known = words("acts")
    return frozenset((*known["officials"], *known["officers"], *known["vague"]))
