"""Titles in a capitalised run: where a person's name begins in "Defense Secretary Gen. Ana Ruiz Soto"."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.kinds import Setting, is_common, is_nation, table_entry
from stemma.language.lexer import Word
from stemma.language.tables import group
from stemma.values.names import fold, given_names, organisation_words, titles

_COURTESY = frozenset({"mr", "mrs", "ms", "miss", "mister", "madam", "mme", "dr"})


@dataclass(frozen=True, slots=True)
class Titled:
    """A run cut at its titles: words before the first title, `[first, name)` titles, and the name after them."""

    first: int
    name: int
    courtesy: str


def title_size(words: Sequence[Word], place: int) -> int:
    """The number of words of the longest title that starts here; 0 if none does."""
    for size in (3, 2, 1):
        part = words[place : place + size]
        if len(part) == size and fold(" ".join(w.text for w in part)) in titles():
            return size
    return 0


def cut_at_titles(words: Sequence[Word], setting: Setting) -> Titled | None:
    """Where the titles and the name stand in a run, or None where no title has a person's name after it."""
    first = last = -1
    strong = False
    courtesy = ""
    place = 0
    while place < len(words):
        size = title_size(words, place)
        if size and place + size < len(words) and not _given_and_surname(words, place, size):
            first = place if first < 0 else first
            last = place + size
            title = fold(" ".join(w.text for w in words[place:last]))
            strong = strong or title not in group("weak")
            courtesy = words[place].text if title in _COURTESY else courtesy
        place += size or 1
    if first < 0 or not _can_be_person(words[last:], strong, setting):
        return None
    return Titled(first, last, courtesy)


def _given_and_surname(words: Sequence[Word], place: int, size: int) -> bool:
    """A word that is both title and given name is the latter before the last word ("Dean Ross")."""
    return size == 1 and place == 0 and len(words) == 2 and fold(words[0].text) in given_names()


def _can_be_person(words: Sequence[Word], strong: bool, setting: Setting) -> bool:
    if not 0 < len(words) <= 6 or any(c.isdigit() for w in words for c in w.text):
        return False
    given = fold(words[0].text) in given_names()
    if is_nation(words):
        return False
    if table_entry(words) and not given:
        return False
    if not given and fold(words[-1].text) in organisation_words():
        return False
    return given or (strong and len(words) == 1) or not any(is_common(w, setting) for w in words)


def without_trailing_titles(words: Sequence[Word]) -> Sequence[Word]:
    """The run without titles that nobody's name follows: "White House Press Secretary" gives "White House"."""
    if (fold(words[0].text) in given_names() and len(words) <= 3) or any(w.lower in {"of", "for"} for w in words):
        return words
    for place in range(len(words)):
        if title_size(words, place) == len(words) - place:
            return words[:place]
    return words
