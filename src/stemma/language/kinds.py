"""What a capitalised run names: a person, a body, an outlet, a place, something else, or nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.language.lexer import Word
from stemma.language.runs import joined
from stemma.language.tables import Known, common, functions, group, known, known_folded, not_names, speech
from stemma.model import EntityKind
from stemma.values.name_tables import occupations
from stemma.values.names import fold, given_names, legal_forms, nations, organisation_words

_COMMON_ENDINGS = re.compile(
    r"(?:ing|ly|ed|tion|tions|ive|ous|ity|ities|ment|ments|ness|ism|ful|less|able|ible|ance|ence|ship|ists?|ers)$"
)
_PLACE_BEFORE = frozenset(
    {"in", "near", "from", "outside", "at", "to", "around", "across", "throughout", "toward", "towards"}
)
_DIRECTIONS = frozenset({"north", "south", "east", "west", "central"})
_PERSON_AFTER = frozenset({"who", "whose"})

SURE, LIKELY, GUESS = 1.0, 0.6, 0.3
"""How sure a kind is: it is in a table or said by the name itself; said by the words around it; only the best guess."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What stands around a run: the words before and after it in its sentence, and the report's own habits."""

    before: Word | None
    after: Word | None
    later: Word | None
    plain: frozenset[str]
    named: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a name, how sure it is, and its canonical form where a table has one."""

    kind: EntityKind
    sure: float
    canonical: str = ""


def is_common(word: Word, setting: Setting) -> bool:
    """Whether the word is an ordinary one that a capital does not make a name."""
    if word.shout or word.text in known() or any(c.isdigit() for c in word.text):
        return False
    lower = word.lower
    if lower in common() or lower in functions() or lower in setting.plain or lower in occupations():
        return True
    if lower in setting.named or lower in given_names():
        return False
    return (len(lower) > 5 and bool(_COMMON_ENDINGS.search(lower))) or (lower.endswith("s") and lower[:-1] in common())


def is_nation(words: Sequence[Word]) -> bool:
    """Whether the words are a nationality, people, faith or party and no name by themselves."""
    return all(fold(w.text) in nations() for w in words) or fold(joined(words)) in nations()


def table_entry(words: Sequence[Word]) -> Known | None:
    """The entry of the tables with exactly this wording; for words in capitals, whatever the case."""
    text = joined(words)
    entry = known().get(text)
    if entry or not all(w.shout for w in words):
        return entry
    return known_folded().get(fold(text)) if len(text) > 4 else None


def kind_of(words: Sequence[Word], setting: Setting) -> Kind | None:
    """The kind of what the whole run names, or None where it names nothing. Titles are already off."""
    entry = _titled(words, setting) or table_entry(words)
    if entry:
        return Kind(entry.kind, SURE, entry.canonical)
    if is_nation(words) or all(w.text in not_names() or w.text.isdigit() for w in words):
        return None
    by_words = _by_own_words(words)
    if by_words:
        return by_words
    if all(is_common(w, setting) for w in words):
        return None
    if setting.after and setting.after.gap == " " and setting.after.lower in group("heads after"):
        return Kind("outlet" if setting.after.lower in {"newspaper", "magazine"} else "body", LIKELY)
    return _several(words, setting) if len(words) > 1 else _single(words[0], setting)


def _titled(words: Sequence[Word], setting: Setting) -> Known | None:
    """ "The Verge", "The Post": an outlet whose article is part of its name."""
    if not setting.before or setting.before.lower != "the":
        return None
    if setting.before.text == "the":
        return Known("", "outlet") if fold(joined(words)) in group("outlets by short name") else None
    entry = known().get(f"The {joined(words)}")
    ends = fold(words[-1].text) in group("outlet endings")
    return entry or (Known("", "outlet") if ends and not table_entry(words) else None)


def _by_own_words(words: Sequence[Word]) -> Kind | None:
    """Kinds that the run's own words tell: endings of outlets, bodies and places, legal forms."""
    folded = [fold(w.text) for w in words]
    last = folded[-1].split()[-1] if folded[-1] else ""
    if len(words) > 1:
        opens = folded[0] in group("outlet openings")
        if (opens or last in group("outlet endings")) and "of" not in folded:
            return Kind("outlet", SURE)
        if last in legal_forms() - {"ag", "as", "ab", "sa", "co"} or words[-1].text in {"AG", "SA", "AB", "Co.", "Co"}:
            return Kind("body", SURE)
        if folded[0] in group("other starts") or last in group("other endings"):
            return Kind("other", LIKELY)
    if (len(words) > 1 and last in organisation_words()) or _headed_by_body(folded) or _with_direction(folded):
        return Kind("body", SURE)
    if len(words) > 1 and last in group("place endings"):
        return Kind("place", SURE)
    return None


def _headed_by_body(folded: Sequence[str]) -> bool:
    """ "Department of Homeland Security": an organisation's word stands before "of" or "for"."""
    return any(
        word in {"of", "for", "on"} and folded[place - 1] in organisation_words()
        for place, word in enumerate(folded)
        if place
    )


def _with_direction(folded: Sequence[str]) -> bool:
    """ "Special Operations Command North"."""
    return len(folded) > 2 and folded[-1] in _DIRECTIONS and folded[-2] in organisation_words()


def _several(words: Sequence[Word], setting: Setting) -> Kind | None:
    folded = [fold(w.text) for w in words]
    if _followed_by_age(setting) or (setting.after and setting.after.lower in _PERSON_AFTER):
        return Kind("person", LIKELY)
    if folded[0] in given_names() and len(words) <= 5 and folded[0] not in group("place starts"):
        return Kind("person", SURE if not is_common(words[-1], setting) else LIKELY)
    if folded[0] in group("place starts") and not words[0].shout:
        return Kind("place", LIKELY)
    ordinary = [w for w in words if is_common(w, setting)]
    if not ordinary and len(words) <= 4 and not any(w.shout or any(c.isdigit() for c in w.text) for w in words):
        if setting.before and setting.before.lower == "in" and not _speaks(setting):
            return Kind("place", GUESS)
        return Kind("person", LIKELY if _speaks(setting) else GUESS)
    if _speaks(setting) and len(ordinary) < len(words) and not words[0].shout:
        return Kind("person" if not is_common(words[0], setting) and len(words) == 2 else "body", GUESS)
    return Kind("other", GUESS)


def _single(word: Word, setting: Setting) -> Kind | None:
    if word.shout:
        return Kind("body", LIKELY) if len(word.text) < 10 and word.text.isalpha() else Kind("other", GUESS)
    if any(c.isdigit() for c in word.text):
        return Kind("other", GUESS)
    before = setting.before.lower if setting.before else ""
    if before in occupations() - group("no person before") or _followed_by_age(setting):
        return Kind("person", LIKELY)
    if before == "in" or (before in _PLACE_BEFORE and not _speaks(setting) and before not in {"from", "at", "to"}):
        return Kind("place", GUESS) if word.text.istitle() else Kind("other", GUESS)
    if fold(word.text) in given_names():
        return Kind("person", GUESS)
    return Kind("body" if _speaks(setting) or word.possessive else "other", GUESS)


def _speaks(setting: Setting) -> bool:
    return bool(setting.after and setting.after.gap == " " and setting.after.lower in speech())


def _followed_by_age(setting: Setting) -> bool:
    """ "Mary Vega, 58," """
    after, later = setting.after, setting.later
    return bool(
        after
        and after.gap == ", "
        and after.text.isdigit()
        and 1 < len(after.text) < 4
        and (not later or later.gap[:1] == ",")
    )
