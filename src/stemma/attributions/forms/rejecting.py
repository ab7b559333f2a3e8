"""Frames in which somebody turns down what others say: "the club laughed off claims of unpaid wages", "reports of a
crack were knocked down by Roy", "the ministry would not accept that CONTENT"."""

from stemma.attributions.contents import clause_with_that
from stemma.attributions.cues import rejections, rule, withheld
from stemma.attributions.frame import Frame, subject_of
from stemma.attributions.page import Page
from stemma.attributions.tree import Range, child, phrase, reach, subject, with_name
from stemma.model import Sentence

_OBJECTS = ("obj", "obl", "nsubj:pass")
_NEAR = 4  # Words after a verb among which its particle stands.


def rejecting(page: Page, sentence: Sentence) -> list[Frame]:
    """The frames of `sentence` whose content is what somebody rejects."""
    verbs = (n for n in range(sentence.first, sentence.last) if page.annotated.tokens[n].pos == "VERB")
    return [frame for n in verbs if not page.quoted[n] and (frame := _frame(page, sentence, n)) is not None]


def _frame(page: Page, sentence: Sentence, verb: int) -> Frame | None:
    before = {page.words[n] for n in page.children[verb] if n < verb}
    if page.words[verb] in rule("accepts") and before & rule("negations"):
        return _rejected(page, verb, subject(page, verb), clause_with_that(page, sentence, verb, verb))
    particles = rejections().get(page.words[verb])
    if particles is None or before & (withheld() | {"to"}):
        return None
    if particles and not {*particles} & {*page.words[verb + 1 : verb + _NEAR]}:
        return None
    said = _words_rejected(page, verb)
    if said is None:
        disputed = page.words[verb] in rule("disputes")
        content = clause_with_that(page, sentence, verb, verb) if disputed else ()
        return _rejected(page, verb, subject(page, verb), content)
    passive = page.annotated.tokens[said].relation == "nsubj:pass"
    first, last = reach(page, said)
    while first < said and page.annotated.tokens[first].relation in ("case", "punct"):
        first += 1
    by = child(page, verb, "obl:agent") if passive else subject(page, verb)
    return _rejected(page, verb, by, ((first, page.without_marks(first, last)),) if last > said + 1 else ())


def _words_rejected(page: Page, verb: int) -> int | None:
    """The noun for what others say among the objects of a verb: "claims", "talk"."""
    tokens = page.annotated.tokens
    objects = [n for n in page.children[verb] if tokens[n].relation in _OBJECTS]
    below = [n for one in objects for n in page.children[one] if tokens[n].relation == "nmod"]  # "issue with claims"
    return next((n for n in (*objects, *below) if page.words[n] in rule("objects") | rule("answered")), None)


def _rejected(page: Page, verb: int, who: int | None, content: tuple[Range, ...]) -> Frame | None:
    if who is None or not content:
        return None
    first, last = with_name(page, *phrase(page, who))
    first += page.words[first] == "by"
    source = subject_of(page, first, last) if not first <= verb < last else None
    return Frame((first, last), source, (verb, verb + 1), "denies", content) if source else None
