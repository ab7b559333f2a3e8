"""Frames that hold a whole sentence (according to NP; as noted by NP; CONTENT: report), and what frames cite."""

from dataclasses import replace

from stemma.attributions.cues import cues, rule
from stemma.attributions.frame import Frame
from stemma.attributions.page import Page
from stemma.attributions.phrases import phrase_after
from stemma.attributions.speakers.sources import read_source
from stemma.model import Sentence


def according(page: Page, sentence: Sentence) -> list[Frame]:
    """ "according to NP", "as reported by NP", and "alerted by NP that"."""
    found = []
    words = page.words
    for at in range(sentence.first, sentence.last - 2):
        passive = words[at] in rule("passives") and words[at + 1] == "by"
        passive = passive or (words[at] in rule("hears") and words[at + 1] == "from")
        by = words[at] == "as" and words[at + 1] in cues() and words[at + 2] == "by"
        if not (passive or by or (words[at] == "according" and words[at + 1] == "to")):
            continue
        phrase = phrase_after(page, at + (3 if by else 2), sentence.last)
        source = read_source(page, *phrase) if phrase else None
        if phrase is None or source is None or (passive and words[phrase[1] : phrase[1] + 1] != ("that",)):
            continue
        after = (phrase[1] + 1, _joined_clause(page, at, phrase[1] + 1, sentence.last) if passive else sentence.last)
        closed = words[phrase[1] : phrase[1] + 1] == (",",)
        amid = at - sentence.first < 6 and closed
        dated = closed and words[at - 1] in _DASHES  # after a dateline
        leads = at <= sentence.first + 1 or passive or dated
        content = (after,) if leads else ((sentence.first, at), after) if amid else ((sentence.first, at),)
        found.append(Frame(phrase, source, (at, at + 2), "says", content))
    return found


_DASHES = ("—", "–", "--", "-")


def _joined_clause(page: Page, verb: int, first: int, last: int) -> int:
    """Where a clause begins, among tokens `[first, last)`, that is joined to the verb itself and not to what was passed
    on ("we were alerted by X that the pumps had failed, and the line was closed"); `last` where there is none."""
    tokens = page.annotated.tokens
    for n in range(first, last):
        if tokens[n].relation == "cc" and tokens[n].head > n:
            clause = tokens[tokens[n].head]
            if clause.relation.startswith("conj") and clause.head == verb:
                return n - (page.words[n - 1] == ",")
    return last


def headline_frames(page: Page, sentence: Sentence) -> list[Frame]:
    colons = [i for i in range(sentence.first + 1, sentence.last - 1) if page.words[i] in (":", "–", "—", "-", "|")]
    if len(colons) != 1:
        return []
    at = colons[0]
    for part, content in (
        ((at + 1, sentence.last), (sentence.first, at)),
        ((sentence.first, at), (at + 1, sentence.last)),
    ):
        short = part[1] - part[0] <= 4 and content[1] - content[0] >= 3
        source = read_source(page, *part) if short else None
        if source and (source.kind in ("document", "person", "body", "unnamed", "outlet") and page.words[at] == ":"):
            return [Frame(part, source, (at, at + 1), "says", (content,))]
    return []


def _without(page: Page, content: tuple[int, int], at: int, end: int) -> tuple[int, int]:
    """Content without the words `[at, end)` that cite somebody: what stands before them, else what follows."""
    first, last = content
    if first != at:
        return first, min(last, at) if first < at < last else last
    while end < last and page.words[end] in (",", "that"):
        end += 1
    return end, last


def _cites(page: Page, at: int) -> bool:
    return page.words[at] in ("citing", "quoting") or (
        page.words[at] in ("cited", "quoted") and page.words[at - 1] in ("which", "who")
    )


def with_citing(page: Page, sentence: Sentence, found: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """Adds to each frame what it cites: "a report citing three sources", "the wire reported, citing documents",
    "according to the Herald, which cited the Post"."""
    citing = [
        i
        for i in range(sentence.first, sentence.last - 1)
        if _cites(page, i) and not page.quoted[i] and not any(i in range(*f.cue) for f in found)
    ]
    result = list(found)
    for at in citing:
        phrase = phrase_after(page, at + 1, sentence.last)
        source = read_source(page, *phrase) if phrase else None
        if source is None or not result:
            continue
        nearest = min(range(len(result)), key=lambda k: abs(result[k].cue[0] - at))
        frame = result[nearest]
        content = tuple(_without(page, part, at, phrase[1]) for part in frame.content) if phrase else frame.content
        result[nearest] = replace(frame, cites=(*frame.cites, source), content=content)
    return tuple(result)
