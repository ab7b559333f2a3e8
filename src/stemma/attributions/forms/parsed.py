"""Frames of reporting as the syntax has them: a verb of saying, its subject, and the clause that is said.

They stand above all in what somebody else says ("Roy told the court that her father had said the boat was sound"),
where patterns read too much and the language model too little."""

from collections.abc import Sequence

from stemma.attributions.contents import clause_said, said_around
from stemma.attributions.cues import Cue, cues, rule, withheld
from stemma.attributions.forms.relatives import PRONOUNS, antecedent
from stemma.attributions.frame import Frame, is_deed, is_document, printed, strength_at, subject_of
from stemma.attributions.page import Page
from stemma.attributions.speakers.addressees import addressee
from stemma.attributions.tree import Range, child, phrase, subject, with_name
from stemma.model import Sentence, Source

_SPEAKERS = frozenset({"i", "we", "you"})  # Whoever speaks, or is spoken to: no further source.


def parsed(page: Page, sentence: Sentence, taken: Sequence[Frame]) -> list[Frame]:
    """The frames of the sentence whose cues no frame in `taken` has."""
    done = {n for frame in taken for n in range(*frame.cue)}
    verbs = [n for n in range(sentence.first, sentence.last) if n not in done and page.words[n] in cues()]
    said = [part for frame in taken for part in frame.content]
    within = {n for n in verbs if page.quoted[n] or any(first <= n < last for first, last in said)}
    frames = (_frame(page, sentence, n, cues()[page.words[n]], n in within) for n in verbs)
    return [frame for frame in frames if frame is not None]


def _frame(page: Page, sentence: Sentence, verb: int, cue: Cue, within: bool) -> Frame | None:
    if page.annotated.tokens[verb].pos != "VERB" or _unsaid(page, verb, cue) or page.words[verb] in rule("quotes"):
        return None
    who = subject(page, verb)
    content = clause_said(page, sentence, verb) or said_around(page, sentence, verb)
    if cue.verb in rule("with_that") and not _with_that(page, verb, content):
        return None
    if who is None or not content or any(first <= who < last for first, last in content):
        return None
    if page.words[who] in _SPEAKERS:
        source = addressee(page, sentence, who) if page.words[who] == "you" else None
        return Frame((who, who + 1), source, (verb, verb + 1), strength_at(page, verb), content) if source else None
    said_of = antecedent(page, who) if page.words[who] in PRONOUNS else with_name(page, *phrase(page, who))
    if said_of is None or said_of[0] <= verb < said_of[1]:
        return None
    source = subject_of(page, *said_of) or (
        _printed(page, said_of, who) if within or cue.verb in rule("humanly") else None
    )
    if cue.verb in rule("documents_only") and not is_document(page, *said_of):
        return None
    return Frame(said_of, source, (verb, verb + 1), strength_at(page, verb), content) if source else None


def _unsaid(page: Page, verb: int, cue: Cue) -> bool:
    """Whether nothing was said: "did not say", "would say", "to say", "asked whether", thought only."""
    before = {page.words[n] for n in page.children[verb] if n < verb}
    token = page.annotated.tokens[verb]
    told = child(page, verb, "aux:pass", "nsubj:pass") is not None  # "it was verified that", "they were told that"
    infinitive = token.tag == "VB" and "to" in before and page.words[token.head] not in rule("calls")
    shown = cue.verb in rule("documents_only")
    thought = (page.words[verb] in rule("attitudes") and not shown) or cue.strength == "asks"
    return told or is_deed(page, verb) or infinitive or thought or bool(before & withheld())


def _with_that(page: Page, verb: int, content: tuple[Range, ...]) -> bool:
    """Whether what is said is marked as such, by "that" or as a quotation."""
    return bool(content) and (
        page.words[content[0][0] - 1] == "that" or page.quoted[content[0][0]] != page.quoted[verb]
    )


def _printed(page: Page, said_of: Range, head: int) -> Source | None:
    """A speaker of no known kind, under its own words: a noun or pronoun that can be people."""
    nominal = page.annotated.tokens[head].pos in ("NOUN", "PROPN", "PRON", "ADJ", "DET", "NUM")
    return printed(page, *said_of) if nominal and page.words[head] not in rule("nobody") else None
