"""Frames whose cue is a noun: "allegations by the opposition that CONTENT", "Roy's claim is that CONTENT", "word came
from Roy that CONTENT", "CONTENT: that was the message from Roy"."""

from stemma.attributions.contents import clause_said, clause_with_that, quotation
from stemma.attributions.cues import cues, nouns_of_saying, rejections, rule
from stemma.attributions.forms.owners import passing_on, whose
from stemma.attributions.frame import Frame, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, child, reach
from stemma.model import Sentence

_DEMONSTRATIVES = frozenset({"that", "this", "such", "these", "those"})


def nominal(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose cue is a noun of saying, or "this" in its place ("there was this from Roy")."""
    nouns = (n for n in range(sentence.first, sentence.last) if page.words[n] in nouns_of_saying().keys() | {"this"})
    return [frame for n in nouns if (frame := _frame(page, sentence, n)) is not None]


def _frame(page: Page, sentence: Sentence, noun: int) -> Frame | None:
    content = next((found for way in _WAYS if (found := way(page, sentence, noun))), ())
    if not content or sum(last - first for first, last in content) < _LEAST:
        return None
    limit = min((first for first, _ in content if first > noun), default=sentence.last)
    said_of = whose(page, noun, limit - (page.words[limit - 1] == "that"))
    strength = nouns_of_saying().get(page.words[noun], "says")
    if said_of is not None and not any(first <= said_of[0] < last for first, last in content):
        source = subject_of(page, *said_of) or printed(page, *said_of)
        return Frame(said_of, source, (noun, noun + 1), strength, content, through=passing_on(page, noun, said_of))
    if page.words[noun] in rule("rumours") and not _objected(page, noun) and _own_clause(page, sentence, noun):
        return Frame(None, printed(page, noun, noun + 1, "general"), (noun, noun + 1), strength, content)
    return None


_LEAST = 2  # Words of what is said.
_SUBJECTS = (
    "nsubj",
    "dislocated",
    "parataxis",
    "appos",
    "root",
)  # The others are what it is taken for after a dateline.
_NEAR = 4  # Words after a noun among which its "from" stands.
_LONGEST = 30  # Words between a noun and its "was that".


def _own_clause(page: Page, sentence: Sentence, noun: int) -> tuple[Range, ...]:
    """ "Allegations by the opposition that CONTENT"; the clause can be read as the verb's: "carried a report that"."""
    token = page.annotated.tokens[noun]
    if token.pos != "NOUN":
        return ()
    lent = token.relation == "obj" and (page.words[token.head] in rule("light") or page.words[token.head] in cues())
    own = clause_with_that(page, sentence, noun, noun)
    return own or (clause_with_that(page, sentence, token.head, noun) if lent else ())


def _is_that(page: Page, sentence: Sentence, noun: int) -> tuple[Range, ...]:
    """ "The account given by Roy was that CONTENT"."""
    tokens = page.annotated.tokens
    after = range(noun + 1, min(sentence.last - 2, noun + _LONGEST))
    be = next((n for n in after if page.words[n] in rule("exists") and page.words[n + 1] == "that"), None)
    if be is None or not tokens[noun].relation.startswith(_SUBJECTS) or tokens[be + 1].relation != "mark":
        return ()
    last = min(sentence.last, reach(page, tokens[be + 1].head)[1])
    return ((be + 2, last),) if last - be > _LEAST + 1 else ()


def _came(page: Page, sentence: Sentence, noun: int) -> tuple[Range, ...]:
    """ "Word came from Roy that CONTENT", "“CONTENT,” came the reply", "there was this from Roy: “CONTENT”"."""
    token = page.annotated.tokens[noun]
    verb = token.head
    exists = page.words[verb] in rule("exists") and child(page, verb, "expl") is not None
    if token.relation not in ("nsubj", "obj") or not (exists or page.words[verb] in rule("arrives")):
        return ()
    sent = "from" in page.words[noun + 1 : noun + _NEAR]
    if page.quoted[noun] or (exists and not sent):  # "there was no finding of misconduct"
        return ()
    return (
        clause_with_that(page, sentence, verb, noun)
        or quotation(page, sentence, noun)
        or (() if exists else clause_said(page, sentence, verb))
        or (_behind_that(page, sentence, noun) if sent else ())
    )


def _behind_that(page: Page, sentence: Sentence, noun: int) -> tuple[Range, ...]:
    """All behind the first "that" after the noun, whatever the syntax makes of it: "came from the charity that"."""
    that = next((n for n in range(noun + 1, sentence.last - _LEAST) if page.words[n] == "that"), None)
    return ((that + 1, sentence.last),) if that is not None else ()


def _was_so(page: Page, sentence: Sentence, noun: int) -> tuple[Range, ...]:
    """ "CONTENT: that was the message from Roy", "“CONTENT” was Roy's verdict"."""
    verb = child(page, noun, "cop")
    if verb is None or not sentence.first < verb < noun or page.quoted[noun]:
        return ()
    before = verb - 1
    if page.quoted[before]:
        return quotation(page, sentence, noun)
    if page.words[before] not in _DEMONSTRATIVES or page.words[before - 1] not in (":", "—", "–", ";"):
        return ()
    return ((sentence.first, before - 1),) if sentence.first < before - 1 else ()


_WAYS = (_own_clause, _is_that, _came, _was_so)


def _objected(page: Page, noun: int) -> bool:
    """Whether somebody says something of what the noun tells of: "denied reports that", "confirmed claims that"."""
    tokens = page.annotated.tokens
    head = tokens[noun].head
    if tokens[noun].relation == "nmod" and page.words[tokens[head].head] in rejections():
        return True  # "took issue with claims that"
    if tokens[noun].relation not in ("obj", "obl", "nsubj", "nsubj:pass"):
        return False
    answers = cues().keys() | rejections().keys()
    # "dismissed as invented the report that": the object can hang on what it is called.
    called = page.words[head] not in answers and tokens[head].relation in _CALLED
    return page.words[tokens[head].head if called else head] in answers


_CALLED = ("advcl", "obl", "xcomp", "acl", "amod", "obj")
