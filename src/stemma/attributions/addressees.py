"""What stands between a reporting verb and its content: whoever was told, when and where it was said."""

from stemma.attributions.cues import Cue
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, has_article
from stemma.attributions.sources import nouns


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
