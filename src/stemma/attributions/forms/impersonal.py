"""Frames in which nobody is named: "it is believed that CONTENT", "the men are said to have fled"."""

from stemma.attributions.cues import rule
from stemma.attributions.frame import Frame, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, child, phrase, reach
from stemma.model import Sentence


def impersonal(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` in which something is said or believed, by nobody in particular."""
    verbs = (n for n in range(sentence.first, sentence.last) if page.words[n] in rule("impersonal"))
    return [frame for n in verbs if not page.quoted[n] and (frame := _frame(page, sentence, n)) is not None]


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    passive, who = child(page, verb, "aux:pass", "cop"), child(page, verb, "nsubj:pass", "nsubj", "expl", "csubj:pass")
    if (
        passive is None
        or who is None
        or who > verb
        or any(page.words[n] in rule("negations") for n in page.children[verb])
    ):
        return None
    content = _content(page, sentence, verb, who, passive)
    if not content or any(last - first < 2 for first, last in content[-1:]):
        return None
    agent = next(
        (n for n in page.children[verb] if page.annotated.tokens[n].relation == "obl:agent" or _by(page, n)), None
    )
    if agent is not None:
        said_of = phrase(page, agent)
        source = subject_of(page, said_of[0] + (page.words[said_of[0]] == "by"), said_of[1])
        return Frame(said_of, source, (verb, verb + 1), "says", content) if source else None
    first = who if page.words[who] == "it" else passive
    return Frame(None, printed(page, first, verb + 1, "general"), (first, verb + 1), "says", content)


def _by(page: Page, token: int) -> bool:
    case = child(page, token, "case")
    return page.annotated.tokens[token].relation.startswith("obl") and case is not None and page.words[case] == "by"


def _content(page: Page, sentence: Sentence, verb: int, who: int, passive: int) -> tuple[Range, ...]:
    """The clause after "it is believed that"; the sentence before "…, it was reported"; or the subject and what it is
    said to do."""
    clause = child(page, verb, "ccomp", "csubj", "xcomp")
    if page.words[who] == "it":
        if clause is not None and clause > verb:
            first, last = reach(page, clause)
            opens = next(
                (n + 1 for n in range(verb + 1, min(last, verb + 8)) if page.words[n] == "that"), max(first, verb + 1)
            )
            return ((opens, last),)
        return ((sentence.first, who),) if who - sentence.first > 3 and page.words[who - 1] == "," else ()
    if clause is None or clause < verb or page.words[verb + 1 : verb + 2] != ("to",):
        return ()
    return (phrase(page, who), (verb + 1, page.without_marks(verb, reach(page, clause)[1])))
