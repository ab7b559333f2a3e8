"""Who a frame's subject is, given what was said before: pronouns, "the sources", "a report", and who passed it on."""

import re
from dataclasses import dataclass, replace

from stemma.attributions.cues import rule, table
from stemma.attributions.frame import OPEN_PRONOUNS, Frame
from stemma.attributions.media import employer, medium
from stemma.attributions.page import Page
from stemma.attributions.sources import nouns, outlet_kind, read_source
from stemma.model import Sentence, Source, SourceKind, Span
from stemma.values.names import gender

_NEAR = 1  # Blocks after a report's sources were named in which "X reported" still rests on them.


@dataclass(frozen=True, slots=True)
class Memory:
    """The last source and who passed it on, the block it stood in, and the sources that somebody was said to cite:
    (cited source, who cited it, block). `bodies` are the sources so far that are bodies."""

    last: Source | None = None
    outer: tuple[Source, ...] = ()
    block: int | None = None
    cited: tuple[tuple[Source, Source, int], ...] = ()
    bodies: tuple[Source, ...] = ()


def remember(
    memory: Memory, source: Source, outer: tuple[Source, ...], sentence: Sentence, cites: tuple[Source, ...]
) -> Memory:
    """`memory` after an attribution to `source` in `sentence`."""
    cited = (*memory.cited, *((cite, source, sentence.block) for cite in cites))
    bodies = (*memory.bodies, source) if source.kind == "body" else memory.bodies
    return Memory(source, outer, sentence.block, cited, bodies)


Resolved = tuple[Source, tuple[Source, ...], tuple[Source, ...]]


def resolve(page: Page, sentence: Sentence, frame: Frame, memory: Memory) -> Resolved | None:
    """The frame's source, those who passed its words on (farthest from the speaker first), and those it cites."""
    source = frame.source
    if source is None:
        return _carried(page, sentence, frame, memory)
    pronoun = page.text[source.start : source.end].lower()
    if page.quoted[frame.cue[0]] and pronoun in OPEN_PRONOUNS:
        source = _somebody_else(page, sentence, source, memory)
    elif source.name in OPEN_PRONOUNS:
        source = _pronoun(page, sentence, source, memory) or source
    elif pronoun in _PARTS and memory.last is not None and memory.last.kind == "unnamed":
        source = replace(source, name=f"{source.name} of {memory.last.name}")
    elif pronoun.endswith(" of them") and memory.last is not None and memory.last.kind == "unnamed":
        # Of the unnamed people who spoke last, and so their word, by the same way.
        return replace(memory.last, start=source.start, end=source.end), memory.outer, frame.cites
    elif pronoun in _GENDERS:
        source = _nearer(page, source, memory)
    elif source.kind == "outlet" and source.entity is None:
        source = _last_outlet(page, source) or source
    elif source.kind == "body" and source.entity is None:
        source = _last_body(page, source, memory) or source
    if source.kind == "document" and not source.body:
        source = _stated_by(page, source, memory) or _report_of(page, sentence, source) or source
    through = frame.through or medium(page, sentence, frame) or employer(page, source)
    outer: tuple[Source, ...] = (_outlet_meant(page, through),) if through else ()
    if not outer and _goes_on(source, sentence, memory):
        outer = memory.outer  # still the word that reached the report by that way
    if not outer and (passed := _passed_on(page, source, memory)) is not None:
        cited, citing = passed
        source, outer = replace(source, name=cited.name, number=cited.number), (citing,)
    return source, outer, frame.cites or _still_cited(source, sentence, memory)


def _outlet_meant(page: Page, source: Source) -> Source:
    """ "The newspaper": the outlet that it stands for, where the report named one."""
    return (_last_outlet(page, source) if source.entity is None else None) or source


def _goes_on(source: Source, sentence: Sentence, memory: Memory) -> bool:
    """Whether a source goes on speaking: it spoke last, in this paragraph or the one before."""
    last, block = memory.last, memory.block
    same = last is not None and source.name == last.name and source.kind == last.kind
    return same and block is not None and sentence.block - block <= _NEAR


def _carried(page: Page, sentence: Sentence, frame: Frame, memory: Memory) -> Resolved | None:
    """A verb without a subject of its own: the last speaker of this sentence, else the sentence's first name."""
    if memory.last is not None and sentence.start <= memory.last.start < sentence.end:
        return memory.last, memory.outer, frame.cites
    issues = rule("issues")
    verb = next((i for i in range(sentence.first, frame.cue[0]) if page.words[i] in issues), None)
    source = read_source(page, sentence.first, verb) if verb else None
    source = source or _subject_of(page, sentence)
    return (source, (), frame.cites) if source else None


def _pronoun(page: Page, sentence: Sentence, source: Source, memory: Memory) -> Source | None:
    """Whom a pronoun stands for that the language stage left open: the subject of the sentence before, where it is a
    body and the pronoun fits one; else the last source that agrees."""
    human = source.name in _GENDERS
    before = page.sentence_of(max(0, sentence.start - 2))
    spoke = memory.last is not None and before is not None and before.start <= memory.last.start < sentence.start
    if not human and before is not None and not spoke:
        subject = _subject_of(page, before)
        if subject is not None and subject.kind != "person":
            return replace(subject, start=source.start, end=source.end)
    fits = memory.last is not None and _can_be(page, memory.last, source.name)
    return replace(memory.last, start=source.start, end=source.end) if memory.last and fits else None


def _can_be(page: Page, source: Source, pronoun: str) -> bool:
    """Whether a pronoun can stand for a source; a woman is no "he"."""
    if pronoun not in _GENDERS:
        return source.kind in _BODILY
    told = gender(source.name) or _by_pronouns(page, source) if source.kind == "person" else ""
    return source.kind in _HUMAN and told in ("", _GENDERS[pronoun])


def _by_pronouns(page: Page, source: Source) -> str:
    """The gender that most of the pronouns for a person tell."""
    said = [page.text[n.start : n.end].lower() for n in page.names if n.entity == source.entity and n.kind == "pronoun"]
    counts = {told: said.count(pronoun) for pronoun, told in _GENDERS.items()}
    return max(counts, key=lambda told: counts[told]) if len({*counts.values()}) > 1 else ""


def _nearer(page: Page, source: Source, memory: Memory) -> Source:
    """Of the person that the language stage found for a pronoun and the last speaker, the one mentioned nearer."""
    pronoun = page.text[source.start : source.end].lower()
    if memory.last is None or memory.last.start >= source.start or not _can_be(page, memory.last, pronoun):
        return source
    named = [n.start for n in page.names if n.entity == source.entity and n.kind == "name" and n.end <= source.start]
    if named and named[-1] >= memory.last.start:
        return source
    return replace(memory.last, start=source.start, end=source.end)


def _somebody_else(page: Page, sentence: Sentence, source: Source, memory: Memory) -> Source:
    """Whom "he" or "she" means in somebody's words: never the speaker; else who was named last that agrees."""
    speaker = memory.last.entity if memory.last else None
    if source.entity is not None and source.entity != speaker:
        return source
    pronoun = page.text[source.start : source.end]
    near = page.sentence_of(max(0, sentence.start - 2)) or sentence
    for name in reversed([n for n in page.names_in(Span(near.start, source.start)) if n.kind == "name"]):
        entity = page.entity(name)
        other = Source(entity.name, "person", source.start, source.end, entity.number)
        if entity.kind == "person" and entity.number != speaker and _can_be(page, other, pronoun.lower()):
            return other
    return Source(pronoun, "unnamed", source.start, source.end)


_PARTS = ("one", "another", "some", "others", "both", "several", "many")
_GENDERS = {"he": "m", "she": "f"}
_HUMAN = ("person", "unnamed", "body")
_BODILY = ("body", "outlet", "agency", "company", "unnamed", "document")


def _subject_of(page: Page, sentence: Sentence) -> Source | None:
    """The name with which a sentence opens, as a source."""
    for name in page.names_in(page.span(sentence.first, min(sentence.last, sentence.first + 6))):
        if page.entity(name).kind in ("body", "outlet", "person"):
            return read_source(page, page.token_at(name.start), page.token_at(name.end))
    return None


# Bodies of which a story has several: "the ministry" is the one last called by its full name.
_KINDS_OF_BODY = ("ministry", "authority", "department", "agency", "union", "council", "court", "commission", "service")


def _last_body(page: Page, source: Source, memory: Memory) -> Source | None:
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


def _last_outlet(page: Page, source: Source) -> Source | None:
    """ "The station": the outlet named last before it."""
    before = [n for n in page.names if n.end <= source.start and n.kind == "name" and page.entity(n).kind == "outlet"]
    if not _definite(page, source) or len(source.name.split()) > 1 or not before:
        return None
    outlet = page.entity(before[-1])
    return replace(source, name=outlet.name, kind=outlet_kind(outlet.name), entity=outlet.number)


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
    if not any(word in source.name.lower().split() for word in ("report", "article", "story", "newsletter")):
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


def _passed_on(page: Page, source: Source, memory: Memory) -> tuple[Source, Source] | None:
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


def _still_cited(source: Source, sentence: Sentence, memory: Memory) -> tuple[Source, ...]:
    """What somebody goes on to report in the next paragraph still rests on the sources just named."""
    if source.kind not in ("person", "outlet", "agency", "document"):
        return ()
    for cited, citing, block in memory.cited:
        if citing.name == source.name and 0 <= sentence.block - block <= _NEAR and citing.start != source.start:
            return (replace(cited),)
    return ()
