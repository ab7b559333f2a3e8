"""Who is meant by a definite noun that speaks: "the company", "the station", "the statement", "the man", "the sources".

Each reader knows one kind of noun and gives the source that the report named before, or None."""

import re
from dataclasses import replace

from stemma.attributions.cues import rule, table
from stemma.attributions.frame import subject_of
from stemma.attributions.page import Page
from stemma.attributions.speakers.memory import Memory
from stemma.attributions.speakers.phrase import nouns
from stemma.attributions.speakers.sources import outlet_kind
from stemma.attributions.tree import doers, phrase
from stemma.model import Sentence, Source, SourceKind

# Bodies of which a story has several: "the ministry" is the one last called by its full name.
_KINDS_OF_BODY = ("ministry", "authority", "department", "agency", "union", "council", "court", "commission", "service")
_GONE_ON = 2  # Blocks in which "the man" is still whoever spoke last.


def named_before(page: Page, sentence: Sentence, source: Source, memory: Memory) -> Source:
    """The source that a definite noun stands for; `source` itself where it names one, or nothing fits."""
    found = None
    if source.kind == "outlet" and source.entity is None:
        found = outlet_named(page, source)
    elif source.kind == "body" and source.entity is None:
        found = _body(page, source, memory)
    found = found or _speaker(page, sentence, source, memory) or _group(page, source, memory)
    found = found or _holder(page, source) or source
    if found.kind == "document" and not found.body:
        return _issued_by(page, found) or _stated_by(page, found, memory) or _report_of(page, sentence, found) or found
    return found


def _known_as(page: Page, source: Source, noun: str) -> bool:
    """Whether the report calls the source that: by a role, or in its own words for an unnamed one."""
    roles = page.annotated.entities[source.entity].roles if source.entity is not None else ()
    return noun in source.name.lower().split() or any(noun in role.text.lower().split() for role in roles)


def _plural(name: str) -> bool:
    """Whether a source's words stand for several people: "two officials familiar with the talks"."""
    return _head(name).lower().endswith("s")


def _head(name: str) -> str:
    """A source's words up to its noun."""
    return re.split(r"\s(?:of|in|with|who|at|for|from|familiar|close|that|on)\b", name)[0]


def _holder(page: Page, source: Source) -> Source | None:
    """ "The president", "the US president": the only person of the report who has that office as a title."""
    words = _head(source.name).lower().split()
    if not words or words[-1] not in rule("offices") or source.entity is not None or len(words) > _LONGEST_OFFICE:
        return None
    office = words[-1] if len(words) < 2 or words[-2] != "prime" else "prime minister"
    holders = {
        entity.number: entity
        for entity in page.annotated.entities
        if entity.kind == "person"
        and any(office in role.text.lower() and "former" not in role.text.lower() for role in entity.roles)
    }
    if len(holders) != 1:
        return None
    (holder,) = holders.values()
    return replace(source, name=holder.name, kind="person", entity=holder.number, body="")


_LONGEST_OFFICE = 3


def _group(page: Page, source: Source, memory: Memory) -> Source | None:
    """ "The officials": the unnamed group of that noun that spoke last, "four congressional officials"; "the trio": the
    one of that number."""
    words = source.name.lower().removeprefix("the ").split()
    if source.kind not in ("unnamed", "body") or source.entity is not None or not _definite(page, source):
        return None
    number = _GROUPS.get(words[0]) if len(words) == 1 else None
    for earlier in reversed(memory.unnamed):
        fuller = words[0] in earlier.name.lower().split() and len(words) == 1 < len(earlier.name.split())
        if fuller or (number is not None and earlier.number == number):
            return replace(earlier, start=source.start, end=source.end)
    return None


_GROUPS = {"two": 2, "pair": 2, "duo": 2, "couple": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}


def _speaker(page: Page, sentence: Sentence, source: Source, memory: Memory) -> Source | None:
    """ "The man", "the scientist": whoever spoke last, in this paragraph or just before, where he can be one person."""
    words = source.name.lower().split()
    last, block = memory.last, memory.block
    single = len(words) == 1 and (words[0] in nouns("people") | rule("single") and not words[0].endswith("s"))
    aged = bool(words) and words[0].endswith(("-year-old", "-years-old"))
    if last is None or block is None or not (single or aged) or not _definite(page, source):
        return None
    if words[0] in rule("single") and not _known_as(page, last, words[0]):
        return None
    if not aged and sentence.start <= last.start < source.start:  # named by whoever speaks, and so somebody else
        return None
    person = last.kind == "person" or (last.kind in ("unnamed", "body") and not _plural(last.name))
    if not person or sentence.block - block > _GONE_ON or source.entity is not None:
        return None
    return replace(last, start=source.start, end=source.end)


def _body(page: Page, source: Source, memory: Memory) -> Source | None:
    """ "The ministry": the body named before it that is one; "the company", "the Singapore-based firm": the named body
    that spoke last, else the one named most."""
    words = source.name.lower().split()
    noun = words[-1]
    bare = len(words) == 1 or (len(words) == 2 and words[0].endswith("-based"))
    if not (_definite(page, source) and bare):
        return None
    called = [body for body in memory.bodies if noun in body.name.lower().split() and body.name.lower() != noun]
    if called:
        return replace(source, name=called[-1].name, entity=called[-1].entity, body=called[-1].body)
    fuller = re.findall(rf"\b(?:the|a) ([a-z]+(?: [a-z]+)? {re.escape(noun)})\b", page.text[: source.start].lower())
    if fuller and noun in _KINDS_OF_BODY:
        return replace(source, name=fuller[-1])
    named = [body for body in memory.bodies if body.entity is not None]
    if noun not in table("sources")["bodies"]["generic"]:
        return None
    if named:
        return replace(source, name=named[-1].name, entity=named[-1].entity)
    before = [
        n.entity for n in page.names if n.end <= source.start and n.kind == "name" and page.entity(n).kind == "body"
    ]
    if not before:
        return None
    most = max(dict.fromkeys(before), key=before.count)
    return replace(source, name=page.annotated.entities[most].name, entity=most)


def _definite(page: Page, source: Source) -> bool:
    return page.text[source.start : source.start + 4].lower() == "the "


def outlet_named(page: Page, source: Source) -> Source | None:
    """ "The station": the outlet named last before it."""
    before = [n for n in page.names if n.end <= source.start and n.kind == "name" and page.entity(n).kind == "outlet"]
    named = {n.entity for n in before}
    if not _definite(page, source) or not named or (len(source.name.split()) > 1 and len(named) > 1):
        return None
    outlet = page.entity(before[-1])
    return replace(source, name=outlet.name, kind=outlet_kind(outlet.name), entity=outlet.number)


def _issued_by(page: Page, source: Source) -> Source | None:
    """Whoever gave out a document that speaks: "the Herald carried a story saying", "the ministry put out a notice that
    said"."""
    given = doers(page, page.token_at(source.start), page.token_at(source.end), rule("light") | rule("issues"))
    verb, who = next(given, (0, None))
    return subject_of(page, *phrase(page, who)) if who is not None and who < verb else None


def _stated_by(page: Page, source: Source, memory: Memory) -> Source | None:
    """ "The statement said", after somebody was quoted from one."""
    noun = source.name.lower().split()[-1]
    if not _definite(page, source) or memory.last is None or noun not in rule("stated"):
        return None
    if noun not in page.words[page.token_at(memory.last.start) : page.token_at(source.start)]:
        return None
    return replace(memory.last, start=source.start, end=source.end)


def _report_of(page: Page, sentence: Sentence, source: Source) -> Source | None:
    """ "A report" whose author the next sentences name ("journalist X reported"), or that an earlier one named."""
    words = source.name.lower().split()
    if "by" in words or not {"report", "article", "story", "newsletter"} & {*words}:
        return None
    sentences = page.annotated.sentences
    here = sentences.index(sentence)
    for other in (*sentences[here + 1 : here + 3], *reversed(sentences[max(0, here - 12) : here])):
        for name in page.names_in(page.span(other.first, other.last)):
            entity = page.entity(name)
            roles = " ".join(role.text.lower() for role in entity.roles)
            follows = page.words[page.token_at(name.end) : page.token_at(name.end) + 1]
            writes = entity.kind == "outlet" or any(
                noun in roles.split() for noun in ("journalist", "reporter", "correspondent")
            )
            if name.kind == "name" and entity.kind in ("outlet", "person") and writes and follows:
                kind: SourceKind = "person" if entity.kind == "person" else "outlet"
                return replace(source, name=entity.name, kind=kind, entity=entity.number)
    return None


def passed_on(page: Page, source: Source, memory: Memory) -> tuple[Source, Source] | None:
    """ "The sources said", after "a report citing three military sources": the sources meant, and who cited them."""
    if source.kind != "unnamed":
        return None
    definite = page.words[page.token_at(source.start)] == "the"
    for cited, citing, _ in reversed(memory.cited):
        shared = frozenset(source.name.lower().split()) & frozenset(cited.name.lower().split())
        if _nouns(source) & _nouns(cited) and (definite or len(shared) > 1):
            return cited, citing
    return None


def _nouns(source: Source) -> frozenset[str]:
    return frozenset(source.name.lower().split()) & nouns("people")
