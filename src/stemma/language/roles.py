"""Roles of persons: the common nouns before a name ("journalist Ana Ruiz") and in apposition after it."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from stemma.language.found import Found
from stemma.language.lexer import Word
from stemma.language.tables import functions, speech
from stemma.model import Role
from stemma.values.name_tables import occupations
from stemma.values.names import fold, titles

_DETERMINERS = frozenset({"a", "an", "the", "its", "his", "her", "their", "one", "another"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_LONGEST_BEFORE = 6
_LONGEST_AFTER = 25
_STOPS = re.compile(r"[,;:.!?()—–\"“”]|\s-\s|\n")
_VERBS = frozenset({"who", "which", "said", "says", "told", "is", "was", "has", "had", "will", "would"})
_INNER = frozenset({"of", "for", "and"})


def role_before(words: Sequence[Word], name: Found, text: str) -> Role | None:
    """The role that ends where the name (or the titles before it) begins: "White House spokesperson", "police chief".

    With a comma between, only after an article: "A police spokesman, Ana Ruiz, said".
    """
    start = name.role.start if name.role else name.start
    place = bisect_left(words, start, key=lambda word: word.start)
    if not place or place == len(words):
        return _own_titles(name, text)
    gap = words[place].gap
    last = words[place - 1]
    if gap not in {" ", ", "} or not _is_head(last):
        return _own_titles(name, text)
    first = _first_of_role(words, place - 1)
    apart = gap == ", "
    if apart and not (first and words[first - 1].lower in _DETERMINERS and words[first].gap == " "):
        return _own_titles(name, text)
    end = last.end if apart or not name.role else name.role.end
    return Role(text[words[first].start : end], words[first].start, end)


def _own_titles(name: Found, text: str) -> Role | None:
    return Role(text[name.role.start : name.role.end], name.role.start, name.role.end) if name.role else None


def _is_head(word: Word) -> bool:
    lower = word.lower.removeprefix("ex-")
    return not word.possessive and (lower in occupations() or (lower in titles() and not word.capital))


def _first_of_role(words: Sequence[Word], head: int) -> int:
    """Goes left from the head over adjectives, nouns and names, to a grammatical word, a verb or a mark."""
    place = head
    while place and head - place < _LONGEST_BEFORE and words[place].gap in {" ", "-"}:
        before = words[place - 1]
        if before.lower in functions() | speech() or before.lower.isdigit():
            break
        if before.lower.endswith("ed") and not before.capital and before.lower != "retired":
            break
        place -= 1
    return place


def role_after(text: str, name: Found, limit: int) -> Role | None:
    """The role in apposition: from after "Ana Ruiz, the " to the next mark, if an occupation heads it.

    `limit` is where the sentence ends.
    """
    opening = re.compile(r"(?:,| [—–-])\s+(?:who (?:is|was) )?(?:(?:a|an|the|its|one of the)\s+)?").match(
        text, name.end, limit
    )
    if not opening:
        return None
    start = opening.end()
    stop = _STOPS.search(text, start, limit)
    end = stop.start() if stop else limit
    while stop and _inside_abbreviation(text, stop, limit):
        stop = _STOPS.search(text, stop.end(), limit)
        end = stop.start() if stop else limit
    return _headed_role(text, start, end)


def _inside_abbreviation(text: str, stop: re.Match[str], limit: int) -> bool:
    """A full stop with a letter or an abbreviation before it and text after it ends nothing ("U.S. Navy")."""
    return stop.group() == "." and bool(re.match(r"\w|\s+\w", text[stop.end() : limit]))


def _headed_role(text: str, start: int, end: int) -> Role | None:
    """The stretch up to a verb, if an occupation stands in it before any preposition."""
    head_seen = False
    words = list(re.finditer(r"[\w’'-]+", text[start:end]))[:_LONGEST_AFTER]
    if words and words[0].group().lower() in _POSSESSIVES:
        return None
    for place, match in enumerate(words):
        lower = match.group().lower()
        if lower in _VERBS:
            end = start + match.start()
            break
        if not head_seen and lower in functions() and lower not in _INNER | _DETERMINERS:
            return None
        head_seen = (
            head_seen
            or lower in occupations()
            or (lower in titles() and (place > 0 or match.group()[0].islower() or len(words) > 1))
        )
        if not head_seen and lower in {"of", "for"}:
            return None
    wording = text[start:end].rstrip()
    wording = wording.removesuffix(".") if wording[-3:-2].isalpha() and wording[-2:-1].islower() else wording
    if not head_seen or len(words) == 0 or fold(wording) in {"jr", "sr"}:
        return None
    return Role(wording, start, start + len(wording))


def roles_of(words: Sequence[Word], name: Found, text: str, limit: int) -> list[Role]:
    """All roles that stand beside one naming of a person, in order."""
    found = [role_before(words, name, text), role_after(text, name, limit)]
    return [role for role in found if role]
