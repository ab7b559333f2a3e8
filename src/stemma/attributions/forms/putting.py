"""Frames that tell how somebody put something: "to hear Roy tell it, CONTENT", "“CONTENT,” was how Roy put it"."""

from stemma.attributions.cues import rule
from stemma.attributions.frame import Frame, subject_of
from stemma.attributions.page import Page
from stemma.model import Sentence

_LEADS = (("to", "hear"), ("was", "how"), ("is", "how"), ("as",), ("how",))
_LEAST = 3  # Words of a part of what is said.


def putting(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose cue is "put it", "tell it" and the like: all beside them is what is said."""
    verbs = (n for n in range(sentence.first + 2, sentence.last - 1) if page.words[n] in rule("puts"))
    return [frame for n in verbs if not page.quoted[n] and (frame := _frame(page, sentence, n)) is not None]


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    if page.words[verb + 1] not in ("it", "things", "this"):
        return None
    lead = _lead(page, sentence, verb)
    said_of = (lead[1], verb) if lead else None
    source = subject_of(page, *said_of) if said_of else None
    if lead is None or source is None:
        return None
    parts = ((sentence.first, lead[0]), (verb + 2, sentence.last))
    content = tuple((first, last) for first, last in parts if last - first >= _LEAST)
    return Frame(said_of, source, (verb, verb + 2), "says", content) if content else None


def _lead(page: Page, sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The tokens `[first, last)` of what leads up to whoever put it: "to hear", "as"; only these can stand before so
    long a phrase as "an adviser who asked not to be named", which the syntax seldom reads right."""
    for last in range(verb - 1, max(sentence.first, verb - _LONGEST), -1):
        for words in _LEADS:
            first = last - len(words)
            if first >= sentence.first and page.words[first:last] == words and _opens(page, sentence, first):
                return first, last
    return None


_LONGEST = 20  # Words of whoever put it, at most.


def _opens(page: Page, sentence: Sentence, first: int) -> bool:
    """Whether a part of the sentence opens with token `first`."""
    before = first - 1
    return first == sentence.first or page.words[before] in (",", "—", "–") or page.quoted[before]
