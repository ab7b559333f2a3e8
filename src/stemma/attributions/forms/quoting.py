"""Frames in which somebody is quoted by somebody else: "Interfax quoted a source as saying", "was quoted by TASS as
saying", "said, as quoted by the Herald"."""

from dataclasses import replace

from stemma.attributions.cues import cues, rule
from stemma.attributions.frame import Frame, is_document, medium_of, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, has_article, phrase_after, phrase_before
from stemma.attributions.speakers.media import is_own
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import Range, doers, phrase
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
    first, last = _with_document(page, *frame.subject)
    study = _study(page, first, last)
    if study is not None:
        return replace(frame, subject=study[0], source=study[1], through=study[2])
    for n in range(first + 1, last - 1):
        if _tells_who(page, n):
            quoter = read_source(page, n + 2, last)
            source = read_source(page, first, n)
            if quoter is None or quoter.kind not in ("outlet", "agency", "person") or source is None:
                continue
            if is_own(page, quoter):  # that it saw a document is no claim
                return replace(frame, source=replace(source, end=frame.source.end))
            return replace(frame, subject=(first, n), source=source, through=quoter)
    return replace(frame, through=frame.through or _holder(page, first, last))


def _holder(page: Page, first: int, last: int) -> Source | None:
    """The outlet that got hold of a document: "the Herald obtained a memo in which it was stated"."""
    _, who = next(doers(page, first, last, rule("cited")), (first, None))
    if who is None or who >= first or not is_document(page, first, last):
        return None
    return medium_of(page, *phrase(page, who))


def _tells_who(page: Page, participle: int) -> bool:
    """ "Cited by", "leaked to"."""
    word, after = page.words[participle], page.words[participle + 1]
    return (word in rule("cited") and after == "by") or (word in rule("handed") and after == "to")


def _with_document(page: Page, first: int, last: int) -> Range:
    """The phrase of an outlet with the document before it that was handed to it: "a memo leaked to the Herald said"."""
    to = first - 1 - has_article(page, first - 1)
    if to < 2 or page.words[to] != "to" or page.words[to - 1] not in rule("handed"):
        return first, last
    document = phrase_before(page, 0, to - 1)
    return (document[0], last) if document and is_document(page, *document) else (first, last)


def _study(page: Page, first: int, last: int) -> tuple[Range, Source, Source] | None:
    """The document that an outlet has read for what it tells, and the outlet: "a Herald review of court records found",
    "a reading by the Herald of the minutes showed"."""
    noun = next((n for n in range(first, last) if page.words[n] in rule("studies")), None)
    of = next((n for n in range(noun + 1, last - 1) if page.words[n] == "of"), None) if noun is not None else None
    document = phrase_after(page, of + 1, last) if of is not None else None
    source = read_source(page, *document) if document else None
    if noun is None or of is None or document is None or source is None or source.kind != "document":
        return None
    by = next((n for n in range(noun + 1, of) if page.words[n] == "by"), None)
    reader = read_source(page, first, noun) if by is None else read_source(page, by + 1, of)
    return (document, source, reader) if reader and reader.kind in ("outlet", "agency") else None
