"""Whom a pronoun stands for that speaks.

The cascade, first that fits:
    inside somebody's words   the person that the language stage found, unless he speaks himself; whoever was named last
    in what somebody says     the speaker himself, where the pronoun agrees ("she said she had left")
    found by the language     that person, or the last speaker where he is mentioned nearer
    left open                 a body that opens the sentence before; the last speaker; the person named last
"""

from bisect import bisect_left
from dataclasses import replace

from stemma.attributions.frame import OPEN_PRONOUNS, Frame
from stemma.attributions.page import Page
from stemma.attributions.speakers.memory import Memory
from stemma.attributions.speakers.sources import read_source
from stemma.model import Sentence, Source, Span
from stemma.values.names import gender

_GENDERS = {"he": "m", "she": "f"}
_HUMAN = ("person", "unnamed", "body")
_BODILY = ("body", "outlet", "agency", "company", "unnamed", "document")


def meant(page: Page, sentence: Sentence, frame: Frame, source: Source, memory: Memory) -> Source:
    """Whom `source`, a pronoun that speaks in `frame`, stands for; the pronoun itself where nobody fits."""
    pronoun = page.text[source.start : source.end].lower()
    if pronoun not in OPEN_PRONOUNS:
        return source
    if page.quoted[frame.cue[0]]:
        return _somebody_else(page, sentence, source, memory)
    speaker = memory.last
    reported = speaker is not None and sentence.start <= speaker.start < source.start and speaker.kind == "person"
    if speaker and reported and pronoun in _GENDERS and _can_be(page, speaker, pronoun):
        return replace(speaker, start=source.start, end=source.end)
    if source.entity is None or _contradicts(source, pronoun):
        return _left_open(page, sentence, replace(source, name=pronoun), memory) or source
    return _nearer(page, source, memory) if pronoun in _GENDERS else source


def _contradicts(source: Source, pronoun: str) -> bool:
    """Whether the language stage took a man for "she" or a woman for "he", by the given name."""
    told = gender(source.name) if source.kind == "person" and pronoun in _GENDERS else ""
    return told not in ("", _GENDERS.get(pronoun))


def _left_open(page: Page, sentence: Sentence, source: Source, memory: Memory) -> Source | None:
    human = source.name in _GENDERS
    before = page.sentence_of(max(0, sentence.start - 2))
    spoke = memory.last is not None and before is not None and before.start <= memory.last.start < sentence.start
    if not human and before is not None and not spoke:
        subject = opener(page, before)
        if subject is not None and subject.kind != "person":
            return replace(subject, start=source.start, end=source.end)
    named = _named_last(page, sentence, source, None) if human else None
    last = memory.last
    if last and _can_be(page, last, source.name) and not (named and _mentioned(page, named, source) > last.start):
        return replace(last, start=source.start, end=source.end)
    return named


def _mentioned(page: Page, person: Source, before: Source) -> int:
    """Where the person was last named before another source."""
    return max((n.start for n in page.names if n.entity == person.entity and n.end <= before.start), default=-1)


def opener(page: Page, sentence: Sentence) -> Source | None:
    """The name with which a sentence opens, as a source."""
    for name in page.names_in(page.span(sentence.first, min(sentence.last, sentence.first + 6))):
        if page.entity(name).kind in ("body", "outlet", "person"):
            return read_source(page, page.token_at(name.start), page.token_at(name.end))
    return None


def _can_be(page: Page, source: Source, pronoun: str) -> bool:
    """Whether a pronoun can stand for a source; a woman is no "he"."""
    if pronoun not in _GENDERS:
        return source.kind in _BODILY
    told = _told_gender(page, source) if source.kind == "person" else ""
    return source.kind in _HUMAN and told in ("", _GENDERS[pronoun])


def _told_gender(page: Page, person: Source) -> str:
    """The gender of a person by the given name, else by the pronouns; empty where neither tells."""
    return gender(person.name) or _by_pronouns(page, person)


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
    """Whom "he" or "she" means in somebody's words: never the speaker."""
    speaker = memory.last.entity if memory.last else None
    pronoun = page.text[source.start : source.end]
    if source.entity is not None and source.entity != speaker and not _contradicts(source, pronoun.lower()):
        return source
    left = Source(pronoun, "unnamed", source.start, source.end)
    return _named_last(page, sentence, left, speaker) or left


def _named_last(page: Page, sentence: Sentence, source: Source, without: int | None) -> Source | None:
    """The person named last with whom the pronoun agrees: in this sentence or the one before, or a little further back
    where the gender is known."""
    pronoun = page.text[source.start : source.end].lower()
    near = page.sentence_of(max(0, sentence.start - 2)) or sentence
    sentences = page.annotated.sentences
    here = bisect_left(sentences, sentence.start, key=lambda each: each.start)
    far = sentences[max(0, here - _BACK)]
    for name in reversed(page.names_in(Span(far.start, source.start))):
        entity = page.entity(name)
        other = Source(entity.name, "person", source.start, source.end, entity.number)
        known = name.kind == "name" and entity.kind == "person" and entity.number != without
        if known and _can_be(page, other, pronoun) and (name.start >= near.start or _told_gender(page, other)):
            return other
    return None


_BACK = 5  # Sentences in which somebody of known gender is still meant by a pronoun.
