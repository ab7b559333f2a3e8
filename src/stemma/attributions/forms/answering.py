"""Frames in which somebody answers what was said before: "the ministry denied the reports", "police confirmed this"."""

from stemma.attributions.cues import cues, rule
from stemma.attributions.frame import Frame, strength_at, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import child, phrase, reach, subject
from stemma.model import Sentence

_ANSWERS = ("confirms", "denies")


def answering(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose content stands for what others said; `answers` is set."""
    verbs = (n for n in range(sentence.first, sentence.last) if page.words[n] in cues() and not page.quoted[n])
    return [frame for n in verbs if (frame := _frame(page, n)) is not None]


def _frame(page: Page, verb: int) -> Frame | None:
    token = page.annotated.tokens[verb]
    if token.pos != "VERB" or cues()[page.words[verb]].strength not in _ANSWERS:
        return None
    said = child(page, verb, "obj", "nsubj:pass")
    passive = said is not None and page.annotated.tokens[said].relation == "nsubj:pass"
    who = child(page, verb, "obl:agent") if passive else subject(page, verb)
    if said is None or who is None or not _stands_for_words(page, said):
        return None
    if any(page.words[n] in rule("negations") | rule("modals") | {"to"} for n in page.children[verb] if n < verb):
        return None
    first, last = phrase(page, who)
    first += page.words[first] == "by"
    source = subject_of(page, first, last)
    if source is None or first <= verb < last:
        return None
    strength = strength_at(page, verb)
    return (
        Frame((first, last), source, (verb, verb + 1), strength, (reach(page, said),), answers=True)
        if strength in _ANSWERS
        else None
    )


def _stands_for_words(page: Page, noun: int) -> bool:
    """Whether an object stands for words said before: "the reports", "this", "her claims"; not "reports that …"."""
    if page.words[noun] not in rule("answered"):
        return False
    own = reach(page, noun)
    return not any(page.words[n] in ("that", "of", "about") for n in range(noun + 1, own[1]))
