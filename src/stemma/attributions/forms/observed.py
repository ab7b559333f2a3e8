"""Frames of what an outlet's own people saw: "an AFP photographer at the scene saw four bodies", "CONTENT, as a team
from the Herald observed", "CONTENT, in full view of a Herald reporter"."""

from stemma.attributions.cues import rule
from stemma.attributions.forms.relatives import PRONOUNS
from stemma.attributions.frame import Frame, medium_of
from stemma.attributions.page import Page
from stemma.attributions.speakers.media import is_own
from stemma.attributions.speakers.sources import outlet_kind
from stemma.attributions.tree import Range, child, phrase, reach, subject
from stemma.model import Sentence, Source

_LEAST = 3  # Words of what is seen.
_OPENERS = ("that", "how")


def observed(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` in which an outlet's journalist saw, heard or counted something."""
    words = [n for n in range(sentence.first, sentence.last) if not page.quoted[n]]
    seen = (_frame(page, sentence, n) for n in words if page.words[n] in rule("perceives"))
    viewed = (_viewed(page, sentence, n) for n in words if page.words[n] in rule("views"))
    return [frame for frame in (*seen, *viewed) if frame is not None]


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    token, who = page.annotated.tokens[verb], subject(page, verb)
    if who is not None and page.words[who] in PRONOUNS and token.relation.startswith("acl"):
        who = token.head
    if token.pos != "VERB" or who is None or _unseen(page, verb) or page.words[who] not in rule("journalists"):
        return None
    said_of = phrase(page, who)
    source = _outlet_of(page, said_of) or _sender_of(page, who)
    mark = child(page, verb, "mark")
    if mark is not None and page.words[mark] == "as":
        content = _beside(page, sentence, (mark, reach(page, verb)[1]))
    else:
        last = page.without_marks(verb, reach(page, verb)[1])
        first = verb + 1 + (page.words[verb + 1] in _OPENERS)
        content = ((first, last),) if said_of[1] <= verb and last - verb > 2 else ()
    if source is None or not content:
        return None
    return Frame(said_of, source, (verb, verb + 1), "says", content)


def own_sight(page: Page, frame: Frame) -> bool:
    """Whether the report's own people saw it: that is its own voice."""
    sight = page.words[frame.cue[0]] in rule("perceives") | rule("views")
    return sight and frame.source is not None and is_own(page, frame.source)


def _unseen(page: Page, verb: int) -> bool:
    """ "Could not see", "hoped to see"; "could see" is seen."""
    return any(page.words[n] in rule("negations") | rule("modals") | {"to"} for n in page.children[verb] if n < verb)


def _viewed(page: Page, sentence: Sentence, noun: int) -> Frame | None:
    """ "In full view of a reporter from the Herald", "in the presence of Herald journalists"."""
    who = child(page, noun, "nmod")
    case = child(page, noun, "case")
    if who is None or case is None or page.words[case] != "in" or page.words[who] not in rule("journalists"):
        return None
    said_of = phrase(page, who)[0], page.without_marks(who, reach(page, noun)[1])
    source, content = _outlet_of(page, said_of), _beside(page, sentence, (case, said_of[1]))
    if source is None or not content:
        return None
    return Frame(said_of, source, (noun, noun + 1), "says", content)


def _beside(page: Page, sentence: Sentence, hole: Range) -> tuple[Range, ...]:
    """The sentence without the tokens of `hole`."""
    parts = ((sentence.first, hole[0]), (hole[1], sentence.last))
    return tuple((first, last) for first, last in parts if last - first >= _LEAST)


def _outlet_of(page: Page, said_of: Range) -> Source | None:
    span = page.span(*said_of)
    for name in page.names_in(span):
        entity = page.entity(name)
        if entity.kind == "outlet":
            return Source(entity.name, outlet_kind(entity.name), span.start, span.end, entity.number)
    return None


def _sender_of(page: Page, journalist: int) -> Source | None:
    """The outlet that has the journalist there: "the Herald had a reporter there, who saw"."""
    token = page.annotated.tokens[journalist]
    who = subject(page, token.head) if token.relation == "obj" else None
    return medium_of(page, *phrase(page, who)) if who is not None else None
