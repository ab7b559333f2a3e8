"""Quotes: words in quotation marks by speaker, each once, with its copies in other reports."""

from stemma.findings.desk import Desk
from stemma.model import Attribution, Excerpt, Quote, Reading, Span
from stemma.values.quotations import quotations
from stemma.values.words import WORD

LEAST_WORDS = 4  # Words from which a quotation is a quote; shorter ones are terms.


def quotes(desk: Desk) -> tuple[Quote, ...]:
    """Every quote of the story, by speaker and place."""
    found: dict[tuple[str, str], list[Excerpt]] = {}
    for reading in desk.readings:
        for speaker, excerpt in _spoken(desk, reading):
            words = " ".join(WORD.findall(reading.report.text[excerpt.start : excerpt.end].lower()))
            found.setdefault((speaker, words), []).append(excerpt)
    made = [Quote(speaker, places[0], tuple(places[1:])) for (speaker, _), places in found.items()]
    return tuple(sorted(made, key=lambda q: (q.speaker, desk.order[q.words.report], q.words.start)))


def _spoken(desk: Desk, reading: Reading) -> list[tuple[str, Excerpt]]:
    spoken: dict[Excerpt, str] = {}
    report = reading.report
    said = [q for q in quotations(report.text, report.blocks) if _words(report.text, q) >= LEAST_WORDS]
    inner_first = sorted(enumerate(reading.attributions), key=lambda at: (_length(at[1]), -at[0]))
    for _, attribution in inner_first:
        speaker = attribution.source
        for excerpt in (Excerpt(report.id, quote.start, quote.end) for quote in said if _holds(attribution, quote)):
            spoken.setdefault(excerpt, desk.parties.head(speaker.name, speaker.kind))
    return [(speaker, excerpt) for excerpt, speaker in spoken.items()]


def _length(attribution: Attribution) -> int:
    return sum(content.end - content.start for content in attribution.contents)


def _words(text: str, quote: Span) -> int:
    return len(WORD.findall(text[quote.start : quote.end]))


def _holds(attribution: Attribution, quote: Span) -> bool:
    return any(content.start <= quote.start and quote.end <= content.end for content in attribution.contents)
