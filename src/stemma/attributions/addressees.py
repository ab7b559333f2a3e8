"""What stands between a reporting verb and its content: whoever was told, when and where it was said."""

from stemma.attributions.cues import Cue
from stemma.attributions.page import Page
from stemma.attributions.phrases import grammar, has_article, phrase_after
from stemma.attributions.sources import nouns, read_source
from stemma.model import Source

_PRESS = ("reporter", "reporters", "journalist", "journalists")  # Of no outlet in particular.


def after_cue(page: Page, at: int, end: int, cue: Cue) -> tuple[int, Source | None]:
    """The first token of the content after a cue, and the outlet that was told, where one was."""
    at, told = after_addressee(page, at, end, cue)
    at = _skip_circumstances(page, at, end)
    while at < end and page.words[at] in ("that", ":", ","):
        at += 1
    return min(at, end), told


def after_addressee(page: Page, at: int, end: int, cue: Cue) -> tuple[int, Source | None]:
    """The first token after a cue and whoever was told, and the outlet that was."""
    told = None
    if cue.particle and at < end and page.words[at] == cue.particle:
        at += 1
    if cue.addressed:
        stop = _addressee_end(page, at, end)
        told = _told(page, at, stop)
        at = stop
    return at, told or interviewer(page, at, end)


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


def interviewer(page: Page, at: int, end: int) -> Source | None:
    """The outlet of "in an interview with NBC"."""
    for i in range(at, end - 2):
        if page.words[i] == "interview" and page.words[i + 1] == "with":
            phrase = phrase_after(page, i + 2, end)
            return _told(page, *phrase) if phrase else None
    return None


def _told(page: Page, first: int, last: int) -> Source | None:
    source = read_source(page, first, last)
    named = source is not None and source.name.lower().split()[-1] not in _PRESS
    return source if source and named and source.kind in ("outlet", "agency") else None


def _skip_circumstances(page: Page, at: int, end: int) -> int:
    """Passes over "on Friday", "in a statement", "by telephone from Kabul that"."""
    words = page.words
    while at < end and words[at] in grammar("prepositions") | grammar("times") and not page.quoted[at]:
        window = range(at, min(end, at + 14))
        that = next((i for i in window if words[i] == "that" or words[i] in (",", ".", ";") or page.quoted[i]), None)
        if that is not None and words[that] == "that":
            return that
        close = next(
            (i for i in window[:7] if words[i] in grammar("circumstances") or words[i] in grammar("times")), None
        )
        if close is None:
            break
        at = close + 1
    return at
