"""What stands between a reporting verb and its content: whoever was told, when and where it was said."""

from stemma.attributions.cues import Cue, cues, rule
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, has_article
from stemma.attributions.speakers.phrase import nouns
from stemma.model import Sentence, Source


def after_cue(page: Page, at: int, end: int, cue: Cue) -> int:
    """The first token of the content after a cue."""
    at = after_addressee(page, at, end, cue)
    at = _skip_circumstances(page, at, end)
    if page.words[at + 1 : at + 2] == ("that",) and page.annotated.tokens[at].pos == "ADV":
        at += 1  # "reported wrongly that"
    while at < end and page.words[at] in ("that", ":", ","):
        at += 1
    return min(at, end)


def after_addressee(page: Page, at: int, end: int, cue: Cue) -> int:
    """The first token after a cue and whoever was told."""
    if cue.particle and at < end and page.words[at] == cue.particle:
        at += 1
    return _addressee_end(page, at, end) if cue.addressed else at


def _addressee_end(page: Page, at: int, end: int) -> int:
    """The token after whoever was told: the end of an outlet's name, else the first word that opens the content."""
    if at >= end or page.words[at] in ("that", ":", ","):
        return at
    if page.words[at] in nouns("people") | nouns("outlets") and has_article(page, at + 1):
        return at + 1  # "told reporters the bridge was shut"
    named = [name for name in page.names_in(page.span(at, min(end, at + 8))) if page.token_at(name.start) - at <= 1]
    if named and page.entity(named[0]).kind == "outlet":
        return page.token_at(named[0].end)
    for i in range(at + 1, end):
        if page.words[i] in rule("tells") or (page.words[i] in cues() and page.annotated.tokens[i].pos == "VERB"):
            return at  # the next verb of saying: nobody is told
        if page.words[i] in grammar("told_ends") or page.words[i] in grammar("marks") or page.quoted[i]:
            return i
    return end


def _skip_circumstances(page: Page, at: int, end: int) -> int:
    """Passes over "on Friday", "in a statement", "by telephone from Kabul that"."""
    words = page.words
    while at < end and words[at] in grammar("prepositions") | grammar("times") and not page.quoted[at]:
        window = range(at, min(end, at + 14))
        speech = (i for i in window if page.quoted[i] and not page.in_title(i))
        stops = (i for i in window if words[i] in ("that", ",", ".", ";") and not page.quoted[i])
        that = min((*speech, *stops), default=None)
        if that is not None and words[that] == "that":
            return that
        close = next(
            (i for i in window[:7] if words[i] in grammar("circumstances") or words[i] in grammar("times")), None
        )
        if close is None:
            break
        at = close + 1
    return at


def addressee(page: Page, sentence: Sentence, you: int) -> Source | None:
    """Whom a "you" inside a quotation means: the person that the quotation is said to be told, in its sentence or the
    one before."""
    before = page.sentence_of(max(0, sentence.start - 2))
    for each in (sentence, before) if before else (sentence,):
        for n in range(each.first, each.last - 1):
            tells = page.words[n] in rule("tells") or page.words[n : n + 2] in _SAID_TO
            named = page.names_in(page.span(n, min(each.last, n + _NEAR))) if tells and not page.quoted[n] else ()
            for name in named:
                entity = page.entity(name)
                if entity.kind == "person" and name.kind == "name":
                    span = page.span(you, you + 1)
                    return Source(entity.name, "person", span.start, span.end, entity.number)
    return None


_SAID_TO = (("said", "to"), ("asked", "the"), ("says", "to"))
_NEAR = 10  # Words after "told" among which whoever was told is named.
