"""Frames whose cue is a verb with its complement: "Roy made it clear that CONTENT", "let it be known that CONTENT",
"was adamant that CONTENT"."""

from stemma.attributions.contents import clause_said, clause_with_that, said_around
from stemma.attributions.cues import rule, withheld
from stemma.attributions.forms.relatives import PRONOUNS, antecedent
from stemma.attributions.frame import Frame, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import phrase_before
from stemma.attributions.tree import Range, child, phrase, subject, with_name
from stemma.model import Sentence

_BELOW = ("xcomp", "ccomp", "obj", "advmod", "advcl")


def phrasal(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose cue is such a verb with what completes it."""
    words = range(sentence.first, sentence.last)
    made = (_frame(page, sentence, _maker(page, n), n) for n in words if page.words[n] in rule("made_so"))
    been = (_frame(page, sentence, n, n) for n in words if page.words[n] in rule("insistent"))
    return [frame for frame in (*made, *been) if frame is not None]


def _maker(page: Page, word: int) -> int | None:
    """The verb that "clear" or "known" completes: "made", "let"."""
    token = page.annotated.tokens[word]
    fits = token.head >= 0 and page.words[token.head] in rule("makes") and token.relation in _BELOW
    return token.head if fits else None


def _frame(page: Page, sentence: Sentence, verb: int | None, word: int) -> Frame | None:
    if verb is None or (verb == word and child(page, verb, "cop") is None) or _unsaid(page, verb):
        return None
    said_of = _speaker(page, sentence, verb, word)
    source = subject_of(page, *said_of) if said_of else None
    if said_of is None or source is None or said_of[0] <= verb < said_of[1]:
        return None
    content = _content(page, sentence, verb, word)
    if not content and _closes(page, word):
        content = ((sentence.first, said_of[0]),)
    content = tuple((a, said_of[0] if a < said_of[0] < b else b) for a, b in content)
    if not content or content[0][0] == said_of[0] or page.words[content[0][0]] in rule("asking"):
        return None
    return Frame(said_of, source, (min(verb, word), max(verb, word) + 1), "says", content)


def _content(page: Page, sentence: Sentence, verb: int, word: int) -> tuple[Range, ...]:
    """The clause with "that", or what else the syntax has as said; else all behind a "that" or a colon."""
    found = (
        clause_with_that(page, sentence, word, word)
        or clause_with_that(page, sentence, verb, word)
        or clause_said(page, sentence, verb)
        or (said_around(page, sentence, verb) if verb != word else ())
    )
    if found:
        return found
    behind = range(word + 1, min(sentence.last - _LEAST, word + _NEAR))
    opens = next((n for n in behind if page.words[n] == ":" or (n == word + 1 and page.words[n] == "that")), None)
    return ((opens + 1, sentence.last),) if opens is not None else ()


_LEAST, _NEAR = 2, 5  # Words of what is said; words between "clear" or "none" and a colon.


def _closes(page: Page, word: int) -> bool:
    """Whether the sentence ends with the cue: "CONTENT, Roy made clear."."""
    return page.words[word + 1 : word + 2] in ((".",), (",",), (";",))


def _speaker(page: Page, sentence: Sentence, verb: int, word: int) -> Range | None:
    """The tokens of the verb's own subject, of the phrase before a verb that closes a sentence, or of the subject that
    it shares with another verb."""
    own = child(page, verb, "nsubj", "nsubj:pass")
    if own is None and _closes(page, word):
        return phrase_before(page, sentence.first, verb)
    who = subject(page, verb) if own is None else own
    if who is None:
        return None
    return antecedent(page, who) if page.words[who] in PRONOUNS else with_name(page, *phrase(page, who))


def _unsaid(page: Page, verb: int) -> bool:
    """Whether it was not made clear, or is still to be."""
    before = {page.words[n] for n in page.children[verb] if n < verb}
    passive = child(page, verb, "aux:pass") is not None
    return passive or "to" in before or bool(before & withheld())
