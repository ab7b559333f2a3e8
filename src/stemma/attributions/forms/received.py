"""Frames whose subject has the words from somebody: "we were alerted by X that CONTENT"; "CONTENT, the Herald was
told by X"; "the Herald learned from X that CONTENT"; "the Herald attributed to X the claim that CONTENT"."""

from stemma.attributions.cues import cues, nouns_of_saying, rule
from stemma.attributions.frame import Frame, medium_of, printed, subject_of
from stemma.attributions.page import Page
from stemma.attributions.phrases import phrase_after, phrase_before
from stemma.attributions.speakers.media import PRESS
from stemma.attributions.tree import Range, by_case, child, phrase, reach, subject
from stemma.model import Sentence, Source

_LEAST = 2  # Words of a content.


def received(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose subject was told something, or has it from somebody; `through` is that subject
    where it is an outlet."""
    verbs = range(sentence.first, sentence.last)
    frames = (_frame(page, sentence, n) or _ascribed(page, sentence, n) for n in verbs)
    return [frame for frame in frames if frame is not None]


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    word = page.words[verb]
    told = word in rule("passives") and child(page, verb, "aux:pass") is not None
    if not (told or word in rule("hears")) or _unsaid(page, verb):
        return None
    teller = by_case(page, verb, "by") if told else by_case(page, verb, "from")
    who = _receiver(page, sentence, verb)
    content = _content(page, sentence, verb, who, teller) if who else ()
    if who is None or not content:
        return None
    through = _outlet(page, who)
    if teller is None:
        return _own_word(page, who, verb, through, content)
    first, last = phrase(page, teller)
    said_of = first, min(last, content[0][0] - 1) if content[0][0] > teller else last
    source = subject_of(page, *said_of) or printed(page, *said_of)
    return Frame(said_of, source, (verb, verb + 1), "says", content, through=through)


def _unsaid(page: Page, verb: int) -> bool:
    return any(page.words[n] in rule("negations") | rule("modals") | rule("conditions") for n in page.children[verb])


def _receiver(page: Page, sentence: Sentence, verb: int) -> Range | None:
    """The phrase of whoever has the words: an outlet right before the verb, else the subject."""
    auxiliary, who = child(page, verb, "aux:pass", "aux"), subject(page, verb)
    near = phrase_before(page, sentence.first, verb if auxiliary is None else auxiliary)
    if near is None or _outlet(page, near) is None:
        return phrase(page, who) if who is not None and who < verb else near
    return near


def _own_word(page: Page, who: Range, verb: int, through: Source | None, content: tuple[Range, ...]) -> Frame | None:
    """ "The Herald has learned that", "readers of the Herald were told that": the outlet's word."""
    audience = page.words[who[0]] in rule("audience") and page.words[who[0] + 1] == "of"
    source = _outlet(page, (who[0] + 2, who[1])) if audience else through
    if source is None or page.quoted[verb]:
        return None
    return Frame(who, source, (verb, verb + 1), "says", content)


def _outlet(page: Page, who: Range) -> Source | None:
    """The outlet that a phrase names."""
    return medium_of(page, *who) if page.words[who[1] - 1] not in PRESS else None


def _content(page: Page, sentence: Sentence, verb: int, who: Range, teller: int | None) -> tuple[Range, ...]:
    """The clause with "that" after the verb, else the one that it closes: "CONTENT, the Herald was told by X"."""
    after = _that_clause(page, verb if teller is None else teller, sentence.last)
    if after is not None:
        return (after,)
    closed = who[0] - sentence.first > _LEAST and page.words[who[0] - 1] == ","
    return ((sentence.first, who[0]),) if closed else ()


def _that_clause(page: Page, after: int, end: int) -> Range | None:
    """The tokens behind the first "that" which opens a clause after token `after`, as far as the clause goes; to the
    end where the syntax takes it for another word."""
    tokens = page.annotated.tokens
    opens = (
        n for n in range(after + 1, end - 1) if page.words[n] == "that" and tokens[n + 1].pos not in ("VERB", "AUX")
    )
    that = next(opens, None)
    if that is None or (page.words[that - 1] in cues() and that - 1 > after):  # "heard from Ana Roy, who said that"
        return None
    known = tokens[that].relation == "mark" and tokens[that].head > that
    last = min(end, reach(page, tokens[that].head)[1]) if known else end
    return that + 1, page.without_marks(that + 1, last)


def _ascribed(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    """ "The Herald attributed to X the claim that CONTENT", "based its report that CONTENT on X"."""
    if page.words[verb] not in rule("ascribes"):
        return None
    who = phrase_before(page, sentence.first, verb)
    noun = next((n for n in range(verb + 1, sentence.last) if page.words[n] in nouns_of_saying()), None)
    content = _that_clause(page, noun, sentence.last) if noun is not None else None
    if noun is None or content is None or who is None:
        return None
    said_of = _basis(page, verb, noun, content)
    if said_of is None:
        return None
    if said_of[0] > content[0]:
        content = content[0], said_of[0] - 1
    source = subject_of(page, *said_of) or printed(page, *said_of)
    through = subject_of(page, *who)
    return Frame(said_of, source, (verb, noun + 1), "says", (content,), through=through)


def _basis(page: Page, verb: int, noun: int, content: Range) -> Range | None:
    """The phrase after "to" or "on", right behind the verb or at the end of the clause; by place, for the syntax of so
    long a sentence is seldom right."""
    if page.words[verb + 1] in _BASES:
        first = noun
        while first > verb and page.annotated.tokens[first - 1].relation in ("det", "amod", "compound", "nmod:poss"):
            first -= 1
        return phrase_after(page, verb + 2, first)
    late = [n for n in range(*content) if page.words[n] in _BASES and page.annotated.tokens[n].relation == "case"]
    said_of = phrase(page, page.annotated.tokens[late[-1]].head) if late else None
    return said_of if said_of and said_of[1] >= content[1] - 1 and subject_of(page, *said_of) else None


_BASES = ("to", "on")
