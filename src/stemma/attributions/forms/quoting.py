"""Frames in which somebody is quoted by somebody else: "Interfax quoted a source as saying", "was quoted by TASS as
saying", "said, as quoted by the Herald"."""

from dataclasses import replace

from stemma.attributions.cues import cues, rule
from stemma.attributions.frame import Frame, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, phrase_after, phrase_before
from stemma.attributions.speakers.media import is_own
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import Range
from stemma.model import Sentence, Source

_BE = frozenset({"was", "were", "is", "are", "been", "being"})


def quoting(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of the sentence in which one source quotes another; the cue is all from "quoted" to "saying"."""
    verbs = (n for n in range(sentence.first + 1, sentence.last - 1) if page.words[n] in rule("quotes"))
    return [frame for n in verbs if not page.quoted[n] and (frame := _frame(page, sentence, n)) is not None]


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    says = _says(page, sentence, verb)
    if says is None:
        return None
    passive = page.words[verb - 1] in _BE
    if passive:
        speaker = phrase_before(page, sentence.first, _auxiliary(page, sentence, verb))
        by = _by(page, verb, sentence.last)
        quoter = read_source(page, *by) if by else None
    else:
        speaker = phrase_after(page, verb + 1, says)
        before = phrase_before(page, sentence.first, verb)
        quoter = subject_of(page, *before) if before else None
    source = _somebody(page, speaker) if speaker else None
    content = _content(page, sentence, verb, says)
    if source is None or not content or (quoter is None and not passive):
        return None
    return Frame(speaker, source, (verb, says + 1), cues()[page.words[says]].strength, content, through=quoter)


def _says(page: Page, sentence: Sentence, verb: int) -> int | None:
    """The verb of saying that belongs to a verb of quoting: "as saying", or "saying:" right after whoever quotes."""
    for n in range(verb + 1, min(sentence.last, verb + _FAR)):
        cue = cues().get(page.words[n])
        if (
            cue
            and not cue.finite
            and not page.quoted[n]
            and (page.words[n - 1] == "as" or page.words[n + 1 : n + 2] == (":",))
        ):
            return n
    return None


_FAR = 24  # Words between "quoted" and its "as saying", at most.


def _auxiliary(page: Page, sentence: Sentence, verb: int) -> int:
    at = verb - 1
    while at - 1 > sentence.first and page.words[at - 1] in grammar("auxiliaries"):
        at -= 1
    return at


def _by(page: Page, verb: int, end: int) -> Range | None:
    at = next((n for n in range(verb + 1, end - 1) if page.words[n] == "by" and not page.quoted[n]), None)
    return phrase_after(page, at + 1, end) if at else None


def _somebody(page: Page, speaker: Range) -> Source | None:
    """Whoever is quoted: a source of a known kind, "him" for "he", or whatever the phrase says."""
    first, last = speaker
    source = subject_of(page, first, last)
    if source is not None:
        return source
    other = printed(page, first, last)
    return replace(other, name=_OBJECTS.get(other.name.lower(), other.name))


_OBJECTS = {"him": "he", "her": "she", "them": "they"}


def _content(page: Page, sentence: Sentence, verb: int, says: int) -> tuple[Range, ...]:
    """What follows the verb of saying; else the quotation with which the sentence begins."""
    first = says + 1
    while first < sentence.last and page.words[first] in ("that", ":", ","):
        first += 1
    if sentence.last - first > 2 and page.words[first] not in ("by", "on", "in", "."):
        return ((first, sentence.last),)
    quoted = [n for n in range(sentence.first, verb) if page.quoted[n]]
    return ((quoted[0], quoted[-1] + 1),) if quoted else ()


def cited_by(page: Page, frame: Frame) -> Frame:
    """The frame without what tells, in its source's phrase, who cites that source: "an official cited by the Herald",
    "messages obtained by the Herald", "a memo published by the Herald"."""
    if frame.subject is None or frame.source is None:
        return frame
    first, last = frame.subject
    for n in range(first + 1, last - 1):
        if page.words[n] in rule("cited") and page.words[n + 1] == "by":
            quoter = read_source(page, n + 2, last)
            source = read_source(page, first, n)
            if quoter is None or quoter.kind not in ("outlet", "agency", "person") or source is None:
                continue
            if is_own(page, quoter):  # that it saw a document is no claim
                return replace(frame, source=replace(source, end=frame.source.end))
            return replace(frame, subject=(first, n), source=source, through=quoter)
    return frame
