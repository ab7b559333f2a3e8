"""A noun phrase that may name a source: its words, its names and its head noun."""

import re
from dataclasses import dataclass
from functools import cache

from stemma.attributions.cues import rule, table
from stemma.attributions.page import Page
from stemma.model import Name, Span

_NUMBERS = {
    w: n
    for n, w in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    )
} | {"dozen": 12}
_OWNED = re.compile(r"['’]s?$|s['’]$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as a candidate source: its tokens' words, its names, and its head noun's index in `words`."""

    page: Page
    span: Span
    first: int
    words: tuple[str, ...]
    names: tuple[Name, ...]
    head: int

    @property
    def noun(self) -> str:
        """The head noun in lower case."""
        return self.words[self.head]

    @property
    def text(self) -> str:
        """The phrase as printed, without a leading article."""
        return re.sub(r"^(?:the|a|an)\s+", "", self.page.text[self.span.start : self.span.end], flags=re.IGNORECASE)


@cache
def nouns(kind: str) -> frozenset[str]:
    """The nouns of one kind of source from `data/sources.toml`."""
    return frozenset(table("sources")[kind]["nouns"])


def candidate(page: Page, first: int, last: int) -> Phrase:
    """Tokens `[first, last)` as a candidate source."""
    words, span = page.words[first:last], page.span(first, last)
    return Phrase(page, span, first, words, page.names_in(span), _head(page, first, last))


def _head(page: Page, first: int, last: int) -> int:
    """Index of the head noun: the last word before a comma, or before words that say more of the noun."""
    stop = next((n for n in range(first + 1, last) if _says_more(page, n)), last) - first
    words = page.words[first:last]
    while stop > 1 and words[stop - 1] in ("'s", "'", "themselves", "himself", "herself", "alike", "here", "there"):
        stop -= 1
    return stop - 1


def _says_more(page: Page, n: int) -> bool:
    """Whether a word ends the noun itself of a source's phrase: "an official in the ministry", "a memo dated May 1", "a
    memo obtained by"; not so "a leaked memo"."""
    word, token = page.words[n], page.annotated.tokens[n]
    if word in rule("cited"):
        return token.relation != "amod"
    return word == "," or word in _postmodifiers() or (token.relation == "acl" and token.tag in ("VBN", "VBG"))


@cache
def _postmodifiers() -> frozenset[str]:
    return frozenset(table("sources")["phrases"]["postmodifiers"])


def number(phrase: Phrase) -> int | None:
    """How many people the phrase is for: "three dock workers"."""
    return next(
        (
            _NUMBERS.get(w) or (int(w) if w.isdigit() else None)
            for w in phrase.words[:3]
            if w in _NUMBERS or w.isdigit()
        ),
        None,
    )


def owns(phrase: Phrase, name: Name) -> bool:
    """Whether the name owns what follows ("Roy's report")."""
    if name.end >= phrase.span.end:
        return False
    after = phrase.page.text[name.end : name.end + 2]
    inside = phrase.page.text[name.start : name.end]
    return after.startswith(("'", "’")) or bool(_OWNED.search(inside))


def within_name(phrase: Phrase) -> bool:
    """Whether the head noun is part of a name: "the Washington Post"."""
    at = phrase.page.starts[phrase.first + phrase.head]
    return any(name.start <= at < name.end and name.kind == "name" for name in phrase.names)


def only_tells_which(phrase: Phrase) -> bool:
    """Whether the names of the phrase only tell which body it is: "Averell town council", "the Roy administration"; not
    so "the Tass agency"."""
    return phrase.noun in table("sources")["bodies"]["whose"] and not within_name(phrase)


def after_preposition(phrase: Phrase) -> Phrase | None:
    """What follows "for", "of" or "at" in the phrase."""
    at = next((n + 1 for n, word in enumerate(phrase.words[:-1]) if word in ("for", "of", "at")), None)
    return candidate(phrase.page, phrase.first + at, phrase.first + len(phrase.words)) if at else None
