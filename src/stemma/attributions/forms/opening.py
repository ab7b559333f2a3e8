"""Frames whose subject comes first: Police said (on Tuesday) (that) CONTENT."""

from dataclasses import replace

from stemma.attributions.cues import Cue, rule
from stemma.attributions.frame import Frame, is_document, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, phrase_before
from stemma.attributions.speakers.addressees import after_cue
from stemma.attributions.speakers.phrase import nouns
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import said_within
from stemma.model import Sentence


def opening_frame(page: Page, sentence: Sentence, floor: int, at: int, cue: Cue) -> Frame | None:
    """ "Police said (that) CONTENT", ", saying CONTENT", "and added CONTENT"."""
    start = after_cue(page, at + 1, sentence.last, cue)
    if sentence.last - start < 2 or not _has_clause(page, start, sentence.last, cue):
        return None
    strength = cue.strength
    content = ((start, sentence.last),)
    carried = (
        at > floor and page.words[at - 1] in (",", "and", "but", "also") and (not cue.finite or floor > sentence.first)
    )
    before = page.words[at - 1] if at > sentence.first else ""
    if not cue.finite and (carried or at == sentence.first or before in nouns("documents")):
        return Frame(None, None, (at, at + 1), strength, content)
    phrase = phrase_before(page, floor, at)
    if cue.verb in rule("documents_only"):
        shown = read_source(page, *phrase) if phrase and is_document(page, *phrase) else None
        return Frame(phrase, shown, (at, at + 1), strength, content) if shown else None
    if not cue.finite and not (phrase and "with" in page.words[max(floor, phrase[0] - 1) : at]):
        return None
    source = subject_of(page, *phrase) if phrase else None
    if phrase and source:
        return Frame(phrase, source, (at, at + 1), strength, content)
    return Frame(None, None, (at, at + 1), strength, content) if carried else None


def _has_clause(page: Page, start: int, end: int, cue: Cue) -> bool:
    word = page.words[start]
    if cue.infinitive and word == "to":
        return True
    if word == "to" or page.words[start : start + 2] == ("not", "to"):
        return False
    if not cue.clausal:
        return True
    quoted = any(page.quoted[start : min(end, start + 6)])
    return quoted or page.words[start - 1] in ("that", ":") or word in grammar("pronouns")


def bounded(page: Page, opening: list[Frame], wide: list[Frame]) -> tuple[Frame, ...]:
    """Cuts the content of each subject-first frame where the next one's subject, or a closing frame, begins."""
    starts = [_first(frame) for frame in opening]
    limits = [_first(frame) for frame in wide]
    bounded = []
    for i, frame in enumerate(opening):
        (first, last), *rest = frame.content
        following = opening[i + 1].subject if i + 1 < len(opening) else None
        inner = i + 1 < len(opening) and said_within(page, opening[i + 1].cue[0], frame.cue[0])
        nested = following is not None and (following[0] <= first + 1 or inner)
        ends = [last, *(limit for limit in limits if limit > first)]
        if i + 1 < len(opening) and not nested:
            joined = page.words[starts[i + 1] - 1] in ("and", "but")
            ends.append(starts[i + 1] - joined)
        ends.append(_aside(page, first, last))
        bounded.append(replace(frame, content=((first, min(ends)), *rest)))
    return tuple(bounded)


def _first(frame: Frame) -> int:
    """The token at which a frame's own words begin: its subject or its cue, whichever stands first."""
    return min(frame.cue[0], frame.subject[0]) if frame.subject else frame.cue[0]


def _aside(page: Page, first: int, last: int) -> int:
    """Where the writer's own aside begins after a comma ("…, killing 12"), else `last`."""
    for i in range(first + 1, last):
        if page.words[i] in grammar("asides") and page.words[i - 1] == "," and "," not in page.words[i:last]:
            return i - 1
    return last
