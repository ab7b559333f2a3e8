"""The stage: what one report states, stretch by stretch, with figures, dates, firmness and chain."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stemma.claims import patterns
from stemma.claims.chains import chain, holding
from stemma.claims.commitment import commitment
from stemma.claims.firmness import Firmness, firmness
from stemma.claims.repeats import with_repeats
from stemma.claims.stances import stance
from stemma.claims.stretches import Stretch, stretches
from stemma.claims.trees import Tree, tree
from stemma.model import Annotated, Attribution, Mention, Name, Sentence, Span
from stemma.values.dates import find_dates
from stemma.values.figures import find_figures
from stemma.values.words import content


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence with its syntax, the names in it in the order of the text, and the attributions that touch it."""

    sentence: Sentence
    parsed: Tree | None
    names: tuple[Name, ...]
    near: tuple[Attribution, ...]


def state(annotated: Annotated, attributions: tuple[Attribution, ...]) -> tuple[Mention, ...]:
    """Every mention of the report, in the order of the text. Boilerplate states nothing; opinions and questions are
    mentions that make no claim."""
    report = annotated.report
    names = sorted(annotated.names, key=lambda name: name.start)
    starts = [name.start for name in names]
    found: list[Mention] = []
    for sentence in annotated.sentences:
        place = _Place(
            sentence,
            tree(report.text, annotated.tokens, sentence),
            tuple(names[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]),
            tuple(a for a in attributions if _touches(a, sentence)),
        )
        for stretch in stretches(report.text, sentence, place.parsed, place.near):
            found.append(_mention(f"{report.id}.m{len(found)}", annotated, place, stretch))
    return with_repeats(found)


def _touches(attribution: Attribution, sentence: Sentence) -> bool:
    spans = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    return any(s.start < sentence.end and sentence.start < s.end for s in spans)


def _mention(name: str, annotated: Annotated, place: _Place, stretch: Stretch) -> Mention:
    report, start, end = annotated.report, stretch.start, stretch.end
    held = holding(Span(start, end), place.near)
    strength = held[-1].strength if held else "says"
    names = [each for each in place.names if stretch.holds(each.start, each.end)]
    firm = _firmness(report.text, stretch, place.parsed)
    dates = find_dates(report.text, start, end, _anchor(annotated))
    return Mention(
        id=name,
        report=report.id,
        start=start,
        end=end,
        chain=chain(held),
        attribution=held[-1].id if held else None,
        quoted=bool(held) and held[-1].style == "direct",
        headline=report.blocks[place.sentence.block].kind == "title",
        strength=strength,
        negated=firm.negated,
        commitment=commitment(firm.commitment, strength),
        figures=tuple(f for f in find_figures(report.text, start, end) if stretch.holds(f.start, f.end)),
        dates=tuple(when for when in dates if stretch.holds(when.start, when.end)),
        names=tuple(dict.fromkeys(annotated.entities[each.entity].name for each in names)),
        words=_words(annotated, stretch, names),
        stance=stance(report.text, place.sentence, stretch, place.parsed, held),
    )


def _firmness(text: str, stretch: Stretch, parsed: Tree | None) -> Firmness:
    if parsed is None or stretch.predicate is None:
        return patterns.firmness(text[stretch.start : stretch.end])
    return firmness(parsed, stretch.predicate, stretch.words)


def _anchor(annotated: Annotated) -> tuple[date, date] | None:
    dating = annotated.report.dating
    return (dating.earliest, dating.latest) if dating.earliest and dating.latest else None


def _words(annotated: Annotated, stretch: Stretch, names: Sequence[Name]) -> tuple[str, ...]:
    """Stems of the stretch, of what it says something of, and of whoever its pronouns stand for."""
    text = annotated.report.text
    told = [text[part.start : part.end] for part in (*stretch.own, *stretch.lent)]
    meant = [annotated.entities[each.entity].name for each in names if each.kind != "name"]
    return tuple(dict.fromkeys(content(" | ".join((*told, *meant)))))
