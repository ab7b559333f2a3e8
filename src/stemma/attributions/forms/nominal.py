"""Frames whose cue is a noun: "allegations by the opposition that CONTENT", "Roy's claim that CONTENT"."""

from stemma.attributions.cues import cues, nouns_of_saying, rule
from stemma.attributions.frame import Frame, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, child, phrase, reach, subject
from stemma.model import Sentence


def nominal(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose cue is a noun with a clause of its own."""
    nouns = [n for n in range(sentence.first, sentence.last) if page.words[n] in nouns_of_saying()]
    frames = (_frame(page, sentence, n) or _is(page, sentence, n) for n in nouns)
    return [frame for frame in frames if frame is not None]


def _frame(page: Page, sentence: Sentence, noun: int) -> Frame | None:
    tokens = page.annotated.tokens
    clause = child(page, noun, "acl", "ccomp", "appos", "acl:relcl")
    if tokens[noun].pos != "NOUN" or clause is None or clause < noun:
        return None
    that = next((n for n in range(noun + 1, clause) if page.words[n] == "that" and tokens[n].relation == "mark"), None)
    if that is None:
        return None
    content = (that + 1, min(sentence.last, reach(page, clause)[1]))
    said_of = _sayer(page, noun, that)
    source = (subject_of(page, *said_of) or printed(page, *said_of)) if said_of else None
    if source is None and said_of is None and not _objected(page, noun) and page.words[noun] in rule("rumours"):
        source = printed(page, noun, noun + 1, "general")
    if source is None or content[1] - content[0] < 2:
        return None
    return Frame(said_of, source, (noun, noun + 1), nouns_of_saying()[page.words[noun]], (content,))


def _is(page: Page, sentence: Sentence, noun: int) -> Frame | None:
    """ "Roy's argument was that CONTENT"."""
    token = page.annotated.tokens[noun]
    verb = child(page, token.head, "cop") if token.relation == "nsubj" else None
    if verb is None or verb < noun:
        return None
    that = next((n for n in range(verb + 1, verb + 4) if page.words[n : n + 1] == ("that",)), None)
    said_of = _sayer(page, noun, verb)
    source = subject_of(page, *said_of) if said_of else None
    last = min(sentence.last, reach(page, token.head)[1])
    if that is None or said_of is None or last - that < 3:
        return None
    source = source or printed(page, *said_of)
    return Frame(said_of, source, (noun, noun + 1), nouns_of_saying()[page.words[noun]], ((that + 1, last),))


def _sayer(page: Page, noun: int, that: int) -> Range | None:
    """Whose words the noun tells of: its owner, "by" or "from" somebody, or the subject of "made a claim"."""
    tokens = page.annotated.tokens
    owner = child(page, noun, "nmod:poss")
    if owner is not None:
        first, last = phrase(page, owner)
        return first, last - (page.words[last - 1] in ("'s", "'"))
    for n in page.children[noun]:
        case = child(page, n, "case")
        if noun < n < that and case is not None and page.words[case] in ("by", "from", "of", "among"):
            first, last = phrase(page, n)
            return case + 1, min(last, that)
    made = child(page, noun, "acl")
    by = child(page, made, "obl:agent") if made is not None and page.words[made] in rule("light") else None
    if by is not None and by < that:
        first, last = phrase(page, by)
        return first + (page.words[first] == "by"), min(last, that)
    verb = tokens[noun].head
    if tokens[noun].relation == "obj" and page.words[verb] in rule("light"):
        who = subject(page, verb)
        return phrase(page, who) if who is not None else None
    return None


def _objected(page: Page, noun: int) -> bool:
    """Whether somebody says something of what the noun tells of: "denied reports that", "confirmed claims that"."""
    tokens = page.annotated.tokens
    if tokens[noun].relation not in ("obj", "obl", "nsubj"):
        return False
    head = tokens[noun].head
    # "dismissed as invented the report that": the object can hang on what it is called.
    called = page.words[head] not in cues() and tokens[head].relation in ("advcl", "obl", "xcomp", "acl", "amod", "obj")
    return page.words[tokens[head].head if called else head] in cues()
