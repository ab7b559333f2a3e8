"""Frames whose subject comes last: CONTENT, police said. "CONTENT," said the mayor."""

from dataclasses import replace

from stemma.attributions.cues import Cue
from stemma.attributions.frame import Frame, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, has_article, phrase_after, phrase_before
from stemma.attributions.speakers.addressees import after_addressee
from stemma.attributions.speakers.sources import read_source
from stemma.attributions.tree import child, phrase, subject
from stemma.model import Sentence


def closing_frame(page: Page, sentence: Sentence, floor: int, at: int, cue: Cue) -> Frame | None:
    """ "CONTENT, police said" and "CONTENT," said the police."""
    if at - sentence.first < 3 or not cue.finite:
        return None
    inverted = _inverted(page, sentence, at, cue)
    if inverted is not None:
        return inverted
    said_of = _speaker(page, sentence.first, at)
    if said_of is None or said_of[0] <= sentence.first + 2 or not _closes_content(page, said_of[0] - 1):
        return None
    tail = after_addressee(page, at + 1, sentence.last, cue)
    if not _is_tail(page, tail, sentence.last) or _said_behind(page, at, range(sentence.first, said_of[0])):
        return None
    if _only_leads(page, sentence, said_of[0], sentence.last - tail):
        return None
    source = subject_of(page, *said_of)
    trailing = _trailing_quote(page, tail, sentence.last)
    return (
        Frame(said_of, source, (at, at + 1), cue.strength, ((sentence.first, said_of[0]), *trailing))
        if source
        else None
    )


def _speaker(page: Page, floor: int, verb: int) -> tuple[int, int] | None:
    """The phrase before a verb, not before token `floor`; where that is no source, the whole subject as the syntax has
    it ("people close to Roy", "engineers who did not want to be named")."""
    near = phrase_before(page, floor, verb)
    if near is not None and subject_of(page, *near) is not None and page.words[near[0] - 1] not in ("to", "than"):
        return near
    who = subject(page, verb) if child(page, verb, "aux:pass") is None else None
    whole = phrase(page, who) if who is not None else None
    return whole if whole and floor <= whole[0] and whole[1] <= verb and subject_of(page, *whole) else near


def _inverted(page: Page, sentence: Sentence, at: int, cue: Cue) -> Frame | None:
    """ "CONTENT," said the mayor. Not where the comma closes an apposition to the subject ("Roy, the mayor, said")."""
    who = child(page, at, "nsubj")
    if not _closes_content(page, at - 1) or (who is not None and who < at):
        return None
    said = child(page, at, "ccomp")
    before = said is not None and said < at
    if who is None and not before and phrase_before(page, sentence.first, at) is not None:
        return None
    if page.words[at + 1 : at + 2] == ("that",):
        return None
    said_of = phrase_after(page, at + 1, sentence.last)
    source = read_source(page, *said_of) if said_of and not page.quoted[at + 1] else None
    if said_of is None or source is None or not _is_tail(page, said_of[1], sentence.last):
        return None
    trailing = _trailing_quote(page, said_of[1], sentence.last)
    named = replace(source, end=max(source.end, _apposed_end(page, said_of[1], sentence.last)))
    return Frame(said_of, named, (at, at + 1), cue.strength, ((sentence.first, at), *trailing))


def _apposed_end(page: Page, at: int, end: int) -> int:
    """The character at which an apposition after token `at` ends (said Ana Roy, "the head of the union"), else 0."""
    if page.words[at : at + 1] != (",",) or not has_article(page, at + 1):
        return 0
    said_of = phrase_after(page, at + 1, end)
    return page.span(*said_of).end if said_of and page.words[said_of[1] : said_of[1] + 1] in ((".",), (",",)) else 0


def _closes_content(page: Page, token: int) -> bool:
    return token >= 0 and (
        page.words[token] in (",", "”", '"', "’", "?", "!", "—", "–", "-", "''") or page.quoted[token]
    )


def _is_tail(page: Page, at: int, end: int) -> bool:
    """Whether the tokens from `at` on are only circumstances of the saying ("on Tuesday", "in a statement.")."""
    rest = page.words[at:end]
    if not rest or rest[0] in grammar("marks") or page.quoted[at]:
        return True
    circumstances = (
        rest[0] in grammar("prepositions")
        or rest[0] in grammar("times")
        or rest[0].endswith("ing")
        or rest[0] in ("when", "as", "while")
    )
    return circumstances and "that" not in rest[:10]


def _said_behind(page: Page, verb: int, lead: range) -> bool:
    """Whether all that is said stands behind its verb, and only a circumstance before it, in the tokens of `lead`:
    "Beyond that, Roy stressed, the pumps were old"."""
    tokens = page.annotated.tokens
    said = child(page, verb, "ccomp")
    if said is None or said < verb or any(page.quoted[n] or tokens[n].head > verb for n in lead):
        return False
    return all(tokens[n].relation.partition(":")[0] in _CIRCUMSTANCES for n in lead if tokens[n].head == verb)


_CIRCUMSTANCES = ("obl", "advmod", "advcl", "cc", "discourse", "mark", "punct")


def _only_leads(page: Page, sentence: Sentence, first: int, tail: int) -> bool:
    """Whether what stands before the subject is only a lead-in ("In Kabul, officials said on Friday the driver …")."""
    lead = page.words[sentence.first]
    if lead == "according" and not page.quoted[sentence.first]:
        return True
    words = first - sentence.first
    return (
        not page.quoted[sentence.first]
        and lead in (grammar("prepositions") | {"when", "asked", "as", "while", "if", "meanwhile"})
        and words < 10
        and tail > words
    )


def _trailing_quote(page: Page, at: int, end: int) -> tuple[tuple[int, int], ...]:
    """What goes on after the frame: "It is," he said, "not so"; most had sore eyes, she said, and no one had died;
    the army, he said, has left."""
    if page.words[at : at + 2] in ((",", "and"), (",", "but")) and end - at > 3:
        return ((at + 2, end),)
    if page.words[at : at + 1] == (",",) and page.words[at + 1 : at + 2] and page.words[at + 1] in grammar("finite"):
        return ((at + 1, end),)
    for i in range(at, min(end, at + 12)):
        if page.quoted[i] and not page.in_title(i):
            return ((i, end),)
    return ()
