"""Capitalised runs: the stretches of a sentence that can be names."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.lexer import Word
from stemma.language.tables import functions, group, known, longest_known
from stemma.values.names import fold, given_names, legal_forms, organisation_words

_SPACES = frozenset({" ", "\u00a0"})
_BOTH_MONTH_AND_NAME = frozenset({"may", "april", "june", "august"})

_OF_TWO = frozenset(
    {
        "department",
        "ministry",
        "office",
        "committee",
        "centers",
        "centres",
        "bureau",
        "commission",
        "secretary",
        "minister",
        "subcommittee",
    }
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words `[first, last)` of a sentence; `initial` says that its capital may only be the sentence's."""

    first: int
    last: int
    initial: bool


def runs(words: Sequence[Word]) -> list[Run]:
    """The capitalised runs of one sentence, in order, with the particles, "of" and "&" inside them."""
    found: list[Run] = []
    place = 0
    while place < len(words):
        if not can_stand(words, place):
            place += 1
            continue
        last = _end(words, place)
        found.append(Run(place, last, is_initial(words, place)))
        place = last
    return found


def is_initial(words: Sequence[Word], place: int) -> bool:
    """Whether a capital here says nothing: first in the sentence, or after a quotation mark, colon or bullet."""
    gap = words[place].gap
    return place == 0 or any(mark in gap for mark in '“"‘:•?!…*') or " '" in gap


def can_stand(words: Sequence[Word], place: int) -> bool:
    """Whether the word can be in a name: a capital, and neither grammatical nor a day nor a month."""
    word = words[place]
    if not word.capital or word.text == "I":
        return False
    if word.lower in group("days") and not word.shout:
        return False
    if word.lower.rstrip(".") in group("months"):
        return _is_name_not_month(words, place)
    return word.lower not in functions() or (word.shout and len(word.text) < 5)


def _is_name_not_month(words: Sequence[Word], place: int) -> bool:
    """ "Theresa May", "April Ryan" and "Mrs. May", but not "May 3" or "in May"."""
    if words[place].lower not in _BOTH_MONTH_AND_NAME:
        return False
    before = words[place - 1] if place else None
    if before and words[place].gap in _SPACES and before.capital and before.lower not in functions() | group("days"):
        return True
    after = words[place + 1] if place + 1 < len(words) else None
    return bool(
        after
        and after.gap in _SPACES
        and after.capital
        and words[place].lower != "may"
        and after.lower not in functions()
    )


def phrase_length(words: Sequence[Word], place: int) -> int:
    """The number of words of the longest name in the tables that starts here; 0 if none of several words does."""
    longest = longest_known().get(words[place].text, 0)
    for size in range(min(longest, len(words) - place), 1, -1):
        part = words[place : place + size]
        if all(not w.possessive or w is part[-1] for w in part) and joined(part) in known():
            return size
    return 0


def joined(words: Sequence[Word]) -> str:
    """The wording of consecutive words, with the marks between them ("Washington, D.C.")."""
    return words[0].text + "".join(w.gap + w.text for w in words[1:]) if words else ""


def _end(words: Sequence[Word], first: int) -> int:
    last = max(first + 1, first + phrase_length(words, first))
    while last < len(words) and not (words[last - 1].possessive or words[last - 1].cut):
        step = _step(words, first, last)
        if not step:
            break
        last += step
    return last


def _step(words: Sequence[Word], first: int, last: int) -> int:
    """How many more words belong to the run that stands at `[first, last)`."""
    word = words[last]
    if word.gap in _SPACES:
        if can_stand(words, last):
            return max(1, phrase_length(words, last))
        return _joining(words, first, last)
    if word.gap in {" & ", "&"} and can_stand(words, last):
        return 1
    if word.gap == ", " and word.capital and fold(word.text) in legal_forms() and len(word.text) < 6:
        return 1
    return 0


def _joining(words: Sequence[Word], first: int, last: int) -> int:
    """The words to take when a small word follows: the particles or "of" with the capital after them; 0 for none."""
    stop = last
    while (
        stop < len(words) and stop < last + 2 and words[stop].gap in _SPACES and words[stop].lower in group("particles")
    ):
        stop += 1
    if stop > last and _capital_at(words, stop):
        return stop + 1 - last
    small = words[last].lower
    head = fold(words[last - 1].text)
    of_head = head in organisation_words() or head in group("heads with of")
    if small in {"of", "for", "on"} and of_head:
        stop = last + 1
        if stop < len(words) and words[stop].lower == "the":
            stop += 1
        return stop + 1 - last if _capital_at(words, stop) else 0
    inside = any(w.lower in {"of", "for", "on"} for w in words[first:last])
    if small == "and" and _capital_at(words, last + 1):
        takes_two = inside and head not in organisation_words() and _takes_two(words[first:last])
        return 2 if (takes_two and not _starts_other(words, last + 1)) or _pair_of_body(words, first, last) else 0
    return 0


def _capital_at(words: Sequence[Word], place: int) -> bool:
    return place < len(words) and words[place].gap in _SPACES and can_stand(words, place)


def _starts_other(words: Sequence[Word], place: int) -> bool:
    """Whether a name of its own starts here, so that "and" stands between two names."""
    word = words[place]
    return word.text in known() or fold(word.text) in given_names() or word.shout or bool(phrase_length(words, place))


def _takes_two(words: Sequence[Word]) -> bool:
    """ "Department of Health and ...": bodies whose field is often two words joined by "and"."""
    return any(fold(w.text) in _OF_TWO for w in words)


def _pair_of_body(words: Sequence[Word], first: int, last: int) -> bool:
    """ "Food and Drug Administration": one plain word, "and", then words that end in an organisation's word."""
    if (
        last - first != 1
        or words[first].text in known()
        or words[first].shout
        or fold(words[first].text) in given_names()
    ):
        return False
    stop = last + 1
    while _capital_at(words, stop):
        stop += 1
    return stop - last > 2 and fold(words[stop - 1].text) in organisation_words()
