"""What is said, as the syntax has it: the tokens of a clause or quotation that belongs to a word of saying."""

from stemma.attributions.cues import rule
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, child, reach
from stemma.model import Sentence

_SAID = ("ccomp", "parataxis")
_CLAUSES = ("acl", "ccomp", "appos", "advcl", "csubj", "xcomp", "parataxis")


def clause_said(page: Page, sentence: Sentence, verb: int) -> tuple[Range, ...]:
    """The tokens of what is said: the clause that depends on the verb, without its "that"; all of a quotation inside a
    quotation."""
    tokens = page.annotated.tokens
    clauses = [n for n in page.children[verb] if n > verb and tokens[n].relation in _SAID]
    before = child(page, verb, *_SAID)
    if clauses:
        reaches = [reach(page, clause) for clause in clauses]
        first, last = max(verb + 1, min(r[0] for r in reaches)), max(r[1] for r in reaches)
        first = next((n + 1 for n in range(verb + 1, min(first + 1, last)) if page.words[n] == "that"), first)
    elif (inner := _inner_quotation(page, sentence, verb)) is not None:
        return (inner,)
    elif before is not None and reach(page, before)[1] <= verb:
        first, last = reach(page, before)
    else:
        return ()
    while first < last - 1 and page.words[first] in _OPENERS:
        first += 1
    last = min(last, sentence.last)
    states = page.words[first] not in rule("asking") | {"to"}  # "he knows whether", "she vows to leave"
    return ((first, last),) if last - first > 1 and states else ()


def clause_with_that(page: Page, sentence: Sentence, word: int, after: int) -> tuple[Range, ...]:
    """The tokens of the clause with "that" which hangs on `word` and stands after token `after`, without its "that"."""
    tokens = page.annotated.tokens
    for clause in (n for n in page.children[word] if n > after and tokens[n].relation.partition(":")[0] in _CLAUSES):
        marks = (n for n in range(after + 1, clause) if page.words[n] == "that" and tokens[n].relation == "mark")
        that = next(marks, None)
        if that is not None:
            return ((that + 1, min(sentence.last, reach(page, clause)[1])),)
    return ()


def quotation(page: Page, sentence: Sentence, noun: int) -> tuple[Range, ...]:
    """The tokens of the quotation of the sentence that stands nearest to token `noun`."""
    quoted = [n for n in range(sentence.first, sentence.last) if page.quoted[n] and not page.in_title(n)]
    if not quoted:
        return ()
    first = last = min(quoted, key=lambda n: abs(n - noun))
    while first - 1 in quoted:
        first -= 1
    while last + 1 in quoted:
        last += 1
    return ((first, last + 1),)


def said_around(page: Page, sentence: Sentence, verb: int) -> tuple[Range, ...]:
    """What a verb is put into or after: "The pumps, Roy says, were old"."""
    token = page.annotated.tokens[verb]
    if token.relation != "parataxis" or token.head in (-1, verb):
        return ()
    outer, own = reach(page, token.head), reach(page, verb)
    parts = ((max(outer[0], sentence.first), own[0]), (own[1], min(outer[1], sentence.last)))
    return tuple((first, last) for first, last in parts if last - first > 2)


def _inner_quotation(page: Page, sentence: Sentence, verb: int) -> Range | None:
    """The tokens of a quotation within a quotation, right after its verb: "He told me, ‘It is over’"."""
    for n in range(verb + 1, min(sentence.last - 1, verb + _BESIDE)):
        if page.words[n] in _INNER:
            ends = (m for m in range(n + 2, sentence.last) if page.words[m] in ("’", "'", "’’", "''", "”", '"'))
            return n + 1, next(ends, sentence.last)
    return None


_BESIDE = 6  # Words between a verb and the quotation that follows it.
_INNER = ("‘", "'", "`")
_OPENERS = frozenset({"that", ",", ":", "‘", "'", "“", '"'})
