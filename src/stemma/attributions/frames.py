"""Frames of reporting within one sentence: who, with which verb, says what.

opening.py     Police said (on Tuesday) (that) CONTENT
closing.py     CONTENT, police said.      "CONTENT," said the mayor.
wide.py        CONTENT, according to the ministry.      CONTENT: report
beside.py      CONTENT, judging by the minutes.      As first reported by the Herald, CONTENT
received.py    the Herald learned from X that CONTENT
citing.py      …, citing the Herald: whom a source rests on
signed.py      “CONTENT” — Ana Roy
quoting.py     Interfax quoted officials as saying CONTENT
parsed.py      what the syntax shows as said, above all inside somebody's words
nominal.py     claims by the opposition that CONTENT.      Word came from Roy that CONTENT
putting.py     CONTENT, as Roy put it
phrasal.py     Roy made it clear that CONTENT
rejecting.py   the club laughed off claims of CONTENT
impersonal.py  it is believed that CONTENT
observed.py    an AFP photographer saw CONTENT
answering.py   the ministry denied the reports
declined.py    the ministry declined to comment: nothing is said
modelled.py    whatever else the language model reads as somebody's words, and who speaks
"""

from collections.abc import Sequence

from stemma.attributions.cues import Cue, cues, rule
from stemma.attributions.forms.answering import answering
from stemma.attributions.forms.beside import beside
from stemma.attributions.forms.citing import with_citing
from stemma.attributions.forms.closing import closing_frame
from stemma.attributions.forms.declined import declined
from stemma.attributions.forms.impersonal import impersonal
from stemma.attributions.forms.modelled import joined, modelled
from stemma.attributions.forms.nominal import nominal
from stemma.attributions.forms.observed import observed, own_sight
from stemma.attributions.forms.opening import bounded, opening_frame
from stemma.attributions.forms.parsed import parsed
from stemma.attributions.forms.phrasal import phrasal
from stemma.attributions.forms.putting import putting
from stemma.attributions.forms.quoting import cited_by, quoting
from stemma.attributions.forms.received import received
from stemma.attributions.forms.rejecting import rejecting
from stemma.attributions.forms.signed import signed
from stemma.attributions.forms.wide import according, headline_frames
from stemma.attributions.frame import Frame, describes, is_deed
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar
from stemma.attributions.speakers.phrase import nouns
from stemma.model import Sentence


def frames(page: Page, sentence: Sentence, headline: bool) -> tuple[Frame, ...]:
    """All frames of `sentence`, outermost first where one stands in the content of another."""
    quotes = [frame for form in _CERTAIN for frame in form(page, sentence)]
    taken = {n for frame in quotes for n in range(*frame.cue)}
    found = joined(page, _ruled(page, sentence, headline), modelled(page, sentence))
    plain = (*quotes, *(frame for frame in found if not taken & {*range(*frame.cue)}))
    nested = list(plain)
    for frame in _apart(plain, [*parsed(page, sentence, plain), *nominal(page, sentence)]):
        nested.insert(_before_inner(nested, frame), frame)
    others = tuple(cited_by(page, frame) for frame in nested if not own_sight(page, frame))
    return (*with_citing(page, sentence, others), *declined(page, sentence))


# Forms that read their cues alone, whatever the patterns and the model make of them.
_CERTAIN = (quoting, impersonal, answering, received, beside, putting, phrasal, rejecting, observed)


def _apart(found: Sequence[Frame], more: Sequence[Frame]) -> list[Frame]:
    """Those of `more` whose cue is none of those found."""
    taken = {n for frame in found for n in range(*frame.cue)}
    return [frame for frame in more if not taken & {*range(*frame.cue)}]


def _before_inner(found: Sequence[Frame], outer: Frame) -> int:
    """The place of a frame before the first one that stands in its content."""
    inner = (n for n, f in enumerate(found) if any(first <= f.cue[0] < last for first, last in outer.content))
    return next(inner, len(found))


def _ruled(page: Page, sentence: Sentence, headline: bool) -> tuple[Frame, ...]:
    wide = [*according(page, sentence), *signed(page, sentence), *(headline_frames(page, sentence) if headline else ())]
    closing: list[Frame] = []
    opening: list[Frame] = []
    floor = sentence.first
    for at in range(sentence.first, sentence.last):
        cue = cues().get(page.words[at])
        if cue is None or page.quoted[at] or not _reports(page, sentence, at, cue):
            continue
        frame = closing_frame(page, sentence, floor, at, cue)
        if frame is not None:
            closing.append(frame)
            continue
        frame = opening_frame(page, sentence, floor, at, cue)
        if frame is not None:
            opening.append(frame)
            floor = at + 1
    return (*wide, *closing, *bounded(page, opening, [*wide, *closing]))


def _reports(page: Page, sentence: Sentence, at: int, cue: Cue) -> bool:
    """Whether the word at token `at` is used as a reporting verb."""
    after = page.words[at + 1] if at + 1 < sentence.last else ""
    before = page.words[at - 1] if at > sentence.first else ""
    if (cue.particle and after != cue.particle) or is_deed(page, at):
        return False
    if cue.verb == "call" and (after in grammar("call_skips") or not describes(page, at, at + 1)):
        return False
    if cue.ambiguous and (
        after in cues() or not (before in grammar("pronouns") or before in nouns("people") or _name_ends(page, at - 1))
    ):
        return False
    if cue.verb in rule("objects_of") and not rule("objects") & set(page.words[at + 1 : at + 6]):
        return False
    spoken_by = after == "by" and page.words[at + 2 : at + 3] and page.words[at + 2] in grammar("circumstances")
    return spoken_by or not (after in ("by", "of") and cue.past)


def _name_ends(page: Page, token: int) -> bool:
    tokens = page.annotated.tokens
    return token >= 0 and any(
        name.end >= tokens[token].end > name.start for name in page.names_in(page.span(max(0, token - 4), token + 1))
    )
