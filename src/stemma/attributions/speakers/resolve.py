"""Who a frame's subject is, given what was said before: pronouns, "the sources", "a report", and who passed it on."""

from dataclasses import replace

from stemma.attributions.cues import rule
from stemma.attributions.frame import Frame, subject_of
from stemma.attributions.page import Page
from stemma.attributions.speakers.definites import named_before, outlet_named, passed_on
from stemma.attributions.speakers.media import employer, is_own, medium
from stemma.attributions.speakers.memory import Memory
from stemma.attributions.speakers.pronouns import meant, opener
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import Range, doers, phrase, subject
from stemma.model import Sentence, Source

_APPEARED = 2  # Blocks after an appearance was told of in which somebody's words still come from there.
_NEAR = 1  # Blocks after a report's sources were named in which "X reported" still rests on them.


Resolved = tuple[Source, tuple[Source, ...], tuple[Source, ...]]


def resolve(page: Page, sentence: Sentence, frame: Frame, memory: Memory) -> Resolved | None:
    """The frame's source, those who passed its words on (farthest from the speaker first), and those it cites."""
    source = frame.source
    if source is None:
        return _carried(page, sentence, frame, memory)
    wording = page.text[source.start : source.end].lower()
    last = memory.last
    if last is not None and last.kind == "unnamed" and (wording in _PARTS or wording.endswith(" of them")):
        # Of the unnamed people who spoke last, and so their word, by the same way.
        return replace(last, start=source.start, end=source.end), memory.outer, frame.cites
    source = _issuer(page, frame, source) or source
    source = named_before(page, sentence, meant(page, sentence, frame, source, memory), memory)
    through = frame.through or medium(page, sentence, frame) or employer(page, source)
    outer = _passing(page, through) if through else ()
    if not outer and _goes_on(source, sentence, memory):
        outer = memory.outer  # still the word that reached the report by that way
    if not outer:
        outer = _appeared(page, source, sentence, memory)
    if not outer and (passed := passed_on(page, source, memory)) is not None:
        cited, citing = passed
        source, outer = replace(source, name=cited.name, number=cited.number), (citing,)
    return source, outer, frame.cites or _still_cited(source, sentence, memory)


def _issuer(page: Page, frame: Frame, source: Source) -> Source | None:
    """Whoever makes the document known that speaks: "put out a notice saying", "sent a letter that said"."""
    if source.kind != "document" or frame.subject is None:
        return None
    for _, who in doers(page, *frame.subject, rule("issues")):
        maker = subject_of(page, *phrase(page, who)) if who is not None else None
        if maker is not None and maker.kind not in ("outlet", "agency"):  # an outlet prints what others write
            return maker
    return None


def _passing(page: Page, through: Source) -> tuple[Source, ...]:
    """Whoever words came through; "the newspaper" as the outlet that the report named. Nobody for the report's own."""
    outlet = (outlet_named(page, through) if through.entity is None else None) or through
    return () if is_own(page, outlet) else (outlet,)


def _goes_on(source: Source, sentence: Sentence, memory: Memory) -> bool:
    """Whether a source goes on speaking: it spoke last, in this paragraph or the one before."""
    last, block = memory.last, memory.block
    same = last is not None and source.name == last.name and source.kind == last.kind
    return same and block is not None and sentence.block - block <= _NEAR


def _appeared(page: Page, source: Source, sentence: Sentence, memory: Memory) -> tuple[Source, ...]:
    """The outlet on which the text has just said that the source appeared."""
    told = memory.interview
    if told is None or source.entity not in told.people or not 0 <= sentence.block - told.block <= _APPEARED:
        return ()
    return _passing(page, told.outlet)


def _carried(page: Page, sentence: Sentence, frame: Frame, memory: Memory) -> Resolved | None:
    """A verb without a subject of its own: the last speaker of this sentence, else the sentence's first name."""
    if memory.last is not None and sentence.start <= memory.last.start < sentence.end:
        return memory.last, memory.outer, frame.cites
    governor = _governor(page, frame)
    if governor is not None:
        return resolve(page, sentence, replace(frame, subject=governor[0], source=governor[1]), memory)
    issues = rule("issues")
    verb = next((i for i in range(sentence.first, frame.cue[0]) if page.words[i] in issues), None)
    source = read_source(page, sentence.first, verb) if verb else None
    source = source or opener(page, sentence)
    return (source, (), frame.cites) if source else None


def _governor(page: Page, frame: Frame) -> tuple[Range, Source] | None:
    """The subject of the verb that a participle hangs on: "he pointed to the figures, saying"."""
    verb = page.annotated.tokens[frame.cue[0]]
    if not verb.relation.startswith(("advcl", "conj", "xcomp")):
        return None
    who = subject(page, verb.head)
    said_of = phrase(page, who) if who is not None else None
    source = subject_of(page, *said_of) if said_of and said_of[1] <= frame.cue[0] else None
    return (said_of, source) if said_of and source else None


_PARTS = ("one", "another", "some", "others", "both", "several", "many")


def _still_cited(source: Source, sentence: Sentence, memory: Memory) -> tuple[Source, ...]:
    """What somebody goes on to report in the next paragraph still rests on the sources just named."""
    if source.kind not in ("person", "outlet", "agency", "document"):
        return ()
    for cited, citing, block in memory.cited:
        if citing.name == source.name and 0 <= sentence.block - block <= _NEAR and citing.start != source.start:
            return (replace(cited),)
    return ()
