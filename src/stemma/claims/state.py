"""The stage: what one report states, stretch by stretch, with figures, dates, firmness and chain."""

from dataclasses import replace

from stemma.claims.chains import chain, holding
from stemma.claims.clauses import stretches
from stemma.claims.commitment import commitment, negated
from stemma.claims.counted import figures_of, figures_within
from stemma.claims.times import times, within
from stemma.model import Annotated, Attribution, Figure, Mention, Name, Sentence, Span, When
from stemma.values.places import find_places
from stemma.values.words import content


def state(annotated: Annotated, attributions: tuple[Attribution, ...]) -> tuple[Mention, ...]:
    """Every mention of the report, in the order of the text. Questions and boilerplate state nothing."""
    report = annotated.report
    whens, places = times(annotated), find_places(annotated)
    found: list[Mention] = []
    for sentence in annotated.sentences:
        if report.text[sentence.start : sentence.end].rstrip("”\"'’ ").endswith("?"):
            continue
        near = tuple(a for a in attributions if _touches(a, sentence))
        figures = figures_of(annotated, sentence)
        for span in stretches(report.text, sentence, near):
            mention = _mention(annotated, sentence, span, near, figures, whens)
            there = tuple(place for place in places if span.start <= place.start and place.end <= span.end)
            found.append(replace(mention, id=f"{report.id}.m{len(found)}", places=there))
    return tuple(found)


def _touches(attribution: Attribution, sentence: Sentence) -> bool:
    spans = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    return any(s.start < sentence.end and sentence.start < s.end for s in spans)


def _mention(
    annotated: Annotated,
    sentence: Sentence,
    span: Span,
    near: tuple[Attribution, ...],
    figures: tuple[Figure, ...],
    whens: tuple[When, ...],
) -> Mention:
    report = annotated.report
    held = holding(span, near)
    words = report.text[span.start : span.end]
    strength = held[-1].strength if held else "says"
    names = tuple(name for name in annotated.names if span.start <= name.start and name.end <= span.end)
    return Mention(
        id="",
        report=report.id,
        start=span.start,
        end=span.end,
        chain=chain(held),
        attribution=held[-1].id if held else None,
        quoted=bool(held) and held[-1].style == "direct",
        headline=report.blocks[sentence.block].kind == "title",
        strength=strength,
        negated=negated(words),
        commitment=commitment(words, strength),
        figures=figures_within(report.text, figures, span),
        dates=within(whens, span),
        names=tuple(dict.fromkeys(annotated.entities[name.entity].name for name in names)),
        words=_words(annotated, words, names),
    )


def _words(annotated: Annotated, words: str, names: tuple[Name, ...]) -> tuple[str, ...]:
    """Stems of the stretch, and of whoever its pronouns stand for."""
    meant = [annotated.entities[name.entity].name for name in names if name.kind != "name"]
    return tuple(dict.fromkeys((*content(words), *(word for name in meant for word in content(name)))))
