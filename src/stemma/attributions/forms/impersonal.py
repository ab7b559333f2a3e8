"""Frames in which nobody is named: "it is believed that CONTENT", "the men are said to have fled"; or only what it says
so in: "in the memo it was noted that CONTENT", "it emerged from the minutes that CONTENT"."""

from stemma.attributions.cues import cues, rule
from stemma.attributions.forms.relatives import PRONOUNS, antecedent
from stemma.attributions.frame import Frame, is_document, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, by_case, child, described, phrase, reach
from stemma.model import Sentence


def impersonal(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` in which something is said or believed, by nobody in particular."""
    found = []
    for n in range(sentence.first, sentence.last):
        if page.quoted[n]:
            continue
        frame = _emerged(page, sentence, n) or (_frame(page, sentence, n) if _is_said(page.words[n]) else None)
        if frame is not None:
            found.append(frame)
    return found


def _is_said(word: str) -> bool:
    said = word in cues() and cues()[word].past and cues()[word].verb not in rule("acts")
    return said or word in rule("impersonal") or word in rule("set_out")


def _emerged(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    """ "It emerged from the minutes that CONTENT", "it was clear from them that CONTENT"."""
    who, source_at = child(page, verb, "nsubj", "expl"), by_case(page, verb, "from")
    if page.words[verb] not in rule("emerges") or who is None or page.words[who] != "it" or source_at is None:
        return None
    # The clause is mostly read as one of the noun: "minutes that the gates were shut".
    that = next((n for n in range(source_at + 1, sentence.last) if page.words[n] == "that"), None)
    if that is None:
        return None
    first, last = described(page, source_at)
    said_of = first, min(last, that)
    source = subject_of(page, *said_of)
    if source is None:
        return None
    return Frame(said_of, source, (verb, verb + 1), "says", ((that + 1, sentence.last),))


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    passive, who = child(page, verb, "aux:pass", "cop"), _subject(page, verb)
    if passive is None or who is None or any(page.words[n] in rule("negations") for n in page.children[verb]):
        return None
    if page.words[who] != "it" and page.words[verb] not in rule("impersonal"):
        return None
    content = _content(page, sentence, verb, who, passive)
    if not content or any(last - first < 2 for first, last in content[-1:]):
        return None
    said_of = _agent(page, verb)
    if said_of is not None:
        source = subject_of(page, *said_of)
        return Frame(said_of, source, (verb, verb + 1), "says", content) if source else None
    if page.words[verb] not in rule("impersonal"):
        return None
    first = who if page.words[who] == "it" else passive
    return Frame(None, printed(page, first, verb + 1, "general"), (first, verb + 1), "says", content)


def _subject(page: Page, verb: int) -> int | None:
    """The last of the subjects read: "CONTENT, it was reported" can be read with that of the content, too."""
    subjects = ("nsubj:pass", "nsubj", "expl", "csubj:pass")
    found = [n for n in page.children[verb] if n < verb and page.annotated.tokens[n].relation in subjects]
    return found[-1] if found else None


def _agent(page: Page, verb: int) -> Range | None:
    """Whoever says it ("by the Herald"), or what it stands in: "in the memo it was noted", "a memo in which it was"."""
    agent = by_case(page, verb, "by")
    if agent is not None:
        return described(page, agent)
    for n in page.children[verb]:
        if page.words[n - 1 if page.words[n] in PRONOUNS else reach(page, n)[0]] not in ("in", "on", "at"):
            continue
        said_of = antecedent(page, n) if page.words[n] in PRONOUNS else described(page, n)
        source = subject_of(page, *said_of) if said_of else None
        if said_of and source and (source.kind in _WRITTEN or is_document(page, *said_of)):
            return said_of
    return None


_WRITTEN = ("document", "outlet", "agency")


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
