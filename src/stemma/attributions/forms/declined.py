"""Frames of nothing said: "the ministry declined to comment on the raid", "did not immediately respond"."""

from stemma.attributions.cues import rule
from stemma.attributions.frame import Frame, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import child, phrase, reach, subject
from stemma.model import Sentence


def declined(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of those in `sentence` who said nothing. They have no content; the cue is all that tells of it."""
    verbs = (
        n for n in range(sentence.first, sentence.last) if page.words[n] in rule("declining") and not page.quoted[n]
    )
    return [frame for n in verbs if (frame := _frame(page, n)) is not None]


def _frame(page: Page, verb: int) -> Frame | None:
    token = page.annotated.tokens[verb]
    who = subject(page, verb)
    if token.pos != "VERB" or who is None or not _says_nothing(page, verb):
        return None
    said_of = phrase(page, who)
    source = subject_of(page, *said_of) if said_of[1] <= verb else None
    first = min((n for n in page.children[verb] if said_of[1] <= n < verb), default=verb)
    last = page.without_marks(first, reach(page, verb)[1])
    return Frame(said_of, source, (first, last), "declines", ()) if source and last > verb else None


def _says_nothing(page: Page, verb: int) -> bool:
    """ "Declined to comment", "could not be reached", "did not respond to a request"."""
    negated = any(page.words[n] in rule("negations") for n in page.children[verb])
    if page.words[verb] in rule("unanswering"):
        return negated
    asked = child(page, verb, "xcomp", "ccomp")
    return asked is not None and page.words[asked] in rule("commenting")
