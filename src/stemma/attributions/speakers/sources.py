"""What kind of source a noun phrase names, and under which name it goes.

The cascade, first that fits (see `_READERS`):
    pronoun -> common noun that means somebody named -> named person -> poll -> document -> unnamed people
    -> spokespeople -> body or outlet by name -> outlet by noun -> body by noun -> general -> place as a body
    -> words with capitals
An unnamed source stays unnamed: it keeps the report's own words.
"""

import re
from collections.abc import Callable
from functools import cache

from stemma.attributions.cues import table
from stemma.attributions.page import Page
from stemma.attributions.speakers.phrase import (
    Phrase,
    after_preposition,
    candidate,
    nouns,
    number,
    only_tells_which,
    owns,
    within_name,
)
from stemma.model import EntityKind, Name, Source, SourceKind
from stemma.values.name_tables import occupations
from stemma.values.names import titles
from stemma.values.outlets import is_agency

_BODY_KINDS: frozenset[EntityKind] = frozenset({"body", "outlet"})
_ASIDE = re.compile(
    r",\s+(?:who|whose|all|both|none|speaking|reached|contacted|approached|interviewed)\b"
)  # "two officials, who asked not to be named, said"


def outlet_kind(name: str) -> SourceKind:
    """Whether the outlet `name` is a news agency."""
    return "agency" if is_agency(name) else "outlet"


def read_source(page: Page, first: int, last: int) -> Source | None:
    """The source that tokens `[first, last)` name, or None where they name nobody who could vouch for anything."""
    if not page.words[first:last]:
        return None
    phrase = candidate(page, first, last)
    return next((source for reader in _READERS if (source := reader(phrase)) is not None), None)


def _source(phrase: Phrase, name: str, kind: SourceKind, named: Name | None = None, body: str = "") -> Source:
    entity = named.entity if named else None
    return Source(
        name, kind, phrase.span.start, phrase.span.end, entity, number(phrase) if kind == "unnamed" else None, body
    )


def _from_entity(phrase: Phrase, named: Name) -> Source | None:
    entity = phrase.page.entity(named)
    kinds: dict[EntityKind, SourceKind] = {"person": "person", "body": "body", "outlet": outlet_kind(entity.name)}
    kind = kinds.get(entity.kind)
    return _source(phrase, entity.name, kind, named) if kind else None


def _pronoun(phrase: Phrase) -> Source | None:
    if len(phrase.words) > 1 or not phrase.names or phrase.names[0].kind == "name":
        return None
    return _from_entity(phrase, phrase.names[0])


def _nominal(phrase: Phrase) -> Source | None:
    """ "The Vermont senator", where the language stage knows whom the noun means."""
    last = phrase.page.span(phrase.first + phrase.head, phrase.first + phrase.head + 1).end
    meant = [n for n in phrase.names if n.kind == "nominal" and n.end == last and n.start == phrase.span.start]
    return _from_entity(phrase, meant[0]) if meant else None


def _person(phrase: Phrase) -> Source | None:
    people = [
        n for n in phrase.names if phrase.page.entity(n).kind == "person" and n.kind == "name" and not owns(phrase, n)
    ]
    if not people or phrase.noun in nouns("documents") or only_tells_which(phrase):
        return None
    before_of = [n for n in people if phrase.page.token_at(n.start) - phrase.first <= phrase.head]
    apposed = [n for n in people if _follows_comma(phrase, n)]
    titled = [n for n in people if n.end == phrase.span.end and phrase.noun in titles()]  # "Secretary of State Ana Roy"
    chosen = before_of or apposed or titled
    return _from_entity(phrase, chosen[-1]) if chosen else None


def _follows_comma(phrase: Phrase, name: Name) -> bool:
    """Whether the name stands in apposition: right after a comma, at most a title between."""
    at = phrase.page.token_at(name.start) - phrase.first
    return "," in phrase.words[max(0, at - 2) : at] and phrase.words[at - 1] not in ("citing", "quoting")


def _poll(phrase: Phrase) -> Source | None:
    return _source(phrase, phrase.text, "poll") if phrase.noun in nouns("polls") else None


def _document(phrase: Phrase) -> Source | None:
    """A document goes under the name of whoever made it, where the phrase says so."""
    if not is_document(phrase) or within_name(phrase):
        return None
    end = next((i for i, word in enumerate(phrase.words) if word == "," or word in _HANDLED), len(phrase.words))
    named = [n for n in phrase.names if phrase.page.token_at(n.start) - phrase.first < end and not _placed(phrase, n)]
    made = any(word in ("by", "from", "of") for word in phrase.words[:end])
    for name in (n for n in named if phrase.page.entity(n).kind in ("person", "outlet", "body")):
        if owns(phrase, name) or made or phrase.page.token_at(name.end) - phrase.first <= phrase.head:
            return _from_entity(phrase, name)
    by = next((i for i, word in enumerate(phrase.words[: end - 1]) if word in ("by", "from")), None)
    maker = read_source(phrase.page, phrase.first + by + 1, phrase.first + end) if by else None
    told = maker is not None and (maker.kind != "unnamed" or by == phrase.head + 1)  # not "drawn up by civil servants"
    return maker if told else _source(phrase, phrase.text.split(",")[0], "document")


def is_document(phrase: Phrase) -> bool:
    """Whether the phrase is of a document, or of some: "a memo", "a cache of emails"."""
    table_ = table("sources")["documents"]
    if phrase.noun not in table_["collections"] or phrase.words[phrase.head + 1 : phrase.head + 2] != ("of",):
        return phrase.noun in nouns("documents")
    of = candidate(phrase.page, phrase.first + phrase.head + 2, phrase.first + len(phrase.words))
    return of.noun in nouns("documents") or of.noun in table_["collected"]


def _placed(phrase: Phrase, name: Name) -> bool:
    """Whether the name only tells where ("a letter from a teacher in Averell")."""
    at = phrase.page.token_at(name.start) - phrase.first
    return at > 0 and phrase.words[at - 1] in ("in", "at", "near", "outside")


# Whoever saw or got hold of a document did not make it: "a letter seen by the Herald".
_HANDLED = ("seen", "obtained", "reviewed", "leaked", "viewed", "published", "shared")


def _people(phrase: Phrase) -> Source | None:
    told = phrase.noun in nouns("people")
    if not told and (_singular(phrase.noun) not in occupations() or phrase.noun in _other_nouns()):
        return None
    private = not told or phrase.noun in table("sources")["people"]["private"]
    body = "" if private else _named_body(phrase)
    return _source(phrase, _ASIDE.split(phrase.text)[0], "body" if body else "unnamed", body=body)


def _singular(noun: str) -> str:
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


@cache
def _other_nouns() -> frozenset[str]:
    """Nouns for people that are read otherwise: who speaks for a body, or is one, or writes for an outlet."""
    return nouns("spokespeople") | nouns("bodies") | nouns("outlets")


def _named_body(phrase: Phrase) -> str:
    """The body beside an unnamed person: a name, an owner, a nationality ("Afghan officials") or a body's noun."""
    page = phrase.page
    if (inner := after_preposition(phrase)) is not None and only_tells_which(inner):
        return inner.text  # "a spokeswoman for Averell town council"
    for named in phrase.names:
        entity = page.entity(named)
        if entity.kind in ("body", "outlet", "place", "person"):
            return entity.name
    if phrase.noun in ("source", "sources"):
        return ""
    for i, word in enumerate(phrase.words):
        if i != phrase.head and word in nouns("bodies"):
            return word
    tokens = page.annotated.tokens[phrase.first : phrase.first + phrase.head]
    capital = [
        t for t in tokens if page.text[t.start].isupper() and page.text[t.start : t.end].lower() not in _NOT_BODY
    ]
    return page.text[capital[-1].start : capital[-1].end] if capital else ""


_NOT_BODY = frozenset(
    {"the", "a", "an", "some", "two", "three", "several", "many", "other", "local", "military", "senior", "but",
     "and", "one", "four", "five", "unnamed", "anonymous", "western", "european", "former"}
)  # fmt: skip


def _spokespeople(phrase: Phrase) -> Source | None:
    if phrase.noun not in nouns("spokespeople"):
        return None
    if phrase.names and phrase.names[-1].kind == "nominal":
        return _from_entity(phrase, phrase.names[-1])
    body = _named_body(phrase)
    return _source(phrase, phrase.text, "body" if body else "unnamed", body=body)


def _named(kinds: frozenset[EntityKind]) -> Callable[[Phrase], Source | None]:
    def reader(phrase: Phrase) -> Source | None:
        if only_tells_which(phrase):
            return None
        fitting = [n for n in phrase.names if phrase.page.entity(n).kind in kinds and not owns(phrase, n)]
        heads = [n for n in fitting if phrase.page.token_at(n.start) - phrase.first <= phrase.head]
        return _from_entity(phrase, heads[-1]) if heads else None

    return reader


def _one_of_a_body(phrase: Phrase) -> Source | None:
    """ "An NICI epidemiologist", "two FoodWork organisers": people of no name, of the body whose name stands before."""
    if phrase.words[0] not in _SOME or phrase.noun in _other_nouns() or within_name(phrase):
        return None
    common = phrase.page.annotated.tokens[phrase.first + phrase.head].pos == "NOUN"
    beside = [n for n in phrase.names if phrase.page.token_at(n.end) == phrase.first + phrase.head]
    if not common or not beside or owns(phrase, beside[0]) or phrase.page.entity(beside[0]).kind not in _BODY_KINDS:
        return None
    return _source(phrase, _ASIDE.split(phrase.text)[0], "body", body=phrase.page.entity(beside[0]).name)


_SOME = frozenset({"a", "an", "one", "two", "three", "four", "five", "several", "some"})


def _apposed_body(phrase: Phrase) -> Source | None:
    """ "Her electric provider, Penelec": what is named behind the comma, where nobody's calling stands before it."""
    if phrase.noun in nouns("people") or phrase.noun in nouns("spokespeople"):
        return None
    last = next((n for n in reversed(phrase.names) if n.end == phrase.span.end and _follows_comma(phrase, n)), None)
    if last is None or phrase.page.entity(last).kind == "person":
        return None
    return _from_entity(phrase, last) or _source(phrase, phrase.page.entity(last).name, "body", last)


def _outlet_noun(phrase: Phrase) -> Source | None:
    owned = {"'s", "'"} & set(phrase.words[: phrase.head])  # "the company's site" is the company's
    return _source(phrase, phrase.text, "outlet") if phrase.noun in nouns("outlets") and not owned else None


def _body_noun(phrase: Phrase) -> Source | None:
    if phrase.noun not in nouns("bodies"):
        return None
    return _source(phrase, phrase.text, "body")


def _place_as_body(phrase: Phrase) -> Source | None:
    """ "Germany said": a state or city speaks as a body."""
    if len(phrase.names) != 1 or phrase.page.entity(phrase.names[0]).kind not in ("place", "other"):
        return None
    name = phrase.names[0]
    if name.end != phrase.span.end or phrase.page.token_at(name.start) - phrase.first > 1:
        return None
    return _source(phrase, phrase.page.entity(name).name, "body", name)


def _called_so(phrase: Phrase) -> Source | None:
    """A body whose name no table has: words with capitals, "Civil Protection", "the Insurers' Federation"."""
    told = [word for word in phrase.text.split() if word not in ("of", "and", "for", "the", "&")]
    named = len(told) > 1 and all(word[0].isupper() for word in told) and "," not in phrase.words
    return _source(phrase, phrase.text, "body") if named else None


def _general(phrase: Phrase) -> Source | None:
    return _source(phrase, phrase.text, "general") if phrase.noun in nouns("general") else None


_READERS: tuple[Callable[[Phrase], Source | None], ...] = (
    _pronoun,
    _nominal,
    _person,
    _poll,
    _document,
    _people,
    _spokespeople,
    _one_of_a_body,
    _named(_BODY_KINDS),
    _apposed_body,
    _outlet_noun,
    _body_noun,
    _general,
    _place_as_body,
    _called_so,
)
