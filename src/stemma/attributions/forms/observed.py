"""Frames of what an outlet's own people saw: "an AFP photographer at the scene saw four bodies"."""

from stemma.attributions.cues import rule
from stemma.attributions.frame import Frame
from stemma.attributions.page import Page
from stemma.attributions.speakers.media import is_own
from stemma.attributions.speakers.sources import outlet_kind
from stemma.attributions.tree import Range, phrase, reach, subject
from stemma.model import Sentence, Source


def observed(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` in which a journalist of another outlet saw, heard or counted something."""
    verbs = (
        n for n in range(sentence.first, sentence.last) if page.words[n] in rule("perceives") and not page.quoted[n]
    )
    return [frame for n in verbs if (frame := _frame(page, n)) is not None]


def _frame(page: Page, verb: int) -> Frame | None:
    who = subject(page, verb)
    if page.annotated.tokens[verb].pos != "VERB" or who is None or page.words[who] not in rule("journalists"):
        return None
    said_of = phrase(page, who)
    source = _outlet_of(page, said_of)
    last = page.without_marks(verb, reach(page, verb)[1])
    if source is None or is_own(page, source) or said_of[1] > verb or last - verb < 3:
        return None
    return Frame(said_of, source, (verb, verb + 1), "says", ((verb + 1, last),))


def _outlet_of(page: Page, said_of: Range) -> Source | None:
    span = page.span(*said_of)
    for name in page.names_in(span):
        entity = page.entity(name)
        if entity.kind == "outlet":
            return Source(entity.name, outlet_kind(entity.name), span.start, span.end, entity.number)
    return None
