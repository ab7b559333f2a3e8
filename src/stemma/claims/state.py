"""The stage: what one report states, stretch by stretch, with figures, dates, firmness and chain."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from stemma.claims import patterns
from stemma.claims.answers import with_answers
from stemma.claims.chains import chain, holding
from stemma.claims.commitment import commitment
from stemma.claims.counted import figures_of, figures_within
from stemma.claims.firmness import Firmness, firmness
from stemma.claims.repeats import with_repeats
from stemma.claims.roles import roles
from stemma.claims.stances import stance
from stemma.claims.stretches import Stretch, stretches
from stemma.claims.times import times
from stemma.claims.trees import Tree, tree
from stemma.model import Annotated, Attribution, Figure, Mention, Name, Place, Report, Sentence, Span, Token, When
from stemma.values.places import find_places
from stemma.values.words import content

_DASH = re.compile(r"(?:—|--|–|-)(?=\s|(?<=—))")  # What ends a dateline: "SAN JOSE, Dec 31 (Reuters) - A plane".
_MOST_DATELINE = 70  # Characters of it behind its place.


@dataclass(frozen=True, slots=True)
class _Setting:
    """A sentence with its syntax, the attributions that touch it, and what stands in it, in the order of the text."""

    sentence: Sentence
    parsed: Tree | None
    near: tuple[Attribution, ...]
    names: tuple[Name, ...]
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    places: tuple[Place, ...]


_Spanned = TypeVar("_Spanned", Name, When, Place)


def state(annotated: Annotated, attributions: tuple[Attribution, ...]) -> tuple[Mention, ...]:
    """Every mention of the report, in the order of the text. Boilerplate states nothing; opinions and questions are
    mentions that make no claim."""
    report = annotated.report
    names = sorted(annotated.names, key=lambda name: name.start)
    whens, places = times(annotated), find_places(annotated)
    found: list[Mention] = []
    dateline = _dateline(report)
    for sentence in annotated.sentences:
        setting = _Setting(
            sentence,
            tree(report.text, annotated.tokens, sentence),
            tuple(a for a in attributions if _touches(a, sentence)),
            _within(names, sentence),
            figures_of(annotated, sentence),
            _within(whens, sentence),
            _within(places, sentence),
        )
        opened = replace(sentence, start=dateline if sentence.start < dateline < sentence.end else sentence.start)
        for stretch in stretches(report.text, opened, setting.parsed, setting.near):
            found.append(_mention(f"{report.id}.m{len(found)}", annotated, setting, stretch))
    return with_repeats(with_answers(found, attributions))


def _dateline(report: Report) -> int:
    """Where the dateline ends: it says where and when somebody wrote, not what happened. 0 where there is none."""
    start = report.text.find(report.dateline) if report.dateline else -1
    behind = start + len(report.dateline)
    dash = _DASH.search(report.text, behind, behind + _MOST_DATELINE) if start >= 0 else None
    return dash.end() if dash else 0


def _within(ordered: Sequence[_Spanned], sentence: Sentence) -> tuple[_Spanned, ...]:
    """Those of `ordered`, which stand in the order of the text, that begin in the sentence."""
    first = bisect_left(ordered, sentence.start, key=lambda each: each.start)
    return tuple(ordered[first : bisect_left(ordered, sentence.end, key=lambda each: each.start)])


def _touches(attribution: Attribution, sentence: Sentence) -> bool:
    spans = [*attribution.contents, *([attribution.cue] if attribution.cue else [])]
    return any(s.start < sentence.end and sentence.start < s.end for s in spans)


def _mention(name: str, annotated: Annotated, setting: _Setting, stretch: Stretch) -> Mention:
    report, start, end = annotated.report, stretch.start, stretch.end
    held = holding(Span(start, end), setting.near)
    strength = held[-1].strength if held else "says"
    names = [each for each in setting.names if stretch.holds(each.start, each.end)]
    firm = _firmness(report.text, stretch, setting.parsed)
    told = None if firm.negated else _predicate(stretch, setting.parsed)  # the scores of what is negated say no more
    figures = figures_within(report.text, setting.figures, Span(start, end))
    parts = roles(annotated, stretch, setting.parsed, setting.names)
    return Mention(
        id=name,
        report=report.id,
        start=start,
        end=end,
        chain=chain(held),
        attribution=held[-1].id if held else None,
        quoted=bool(held) and held[-1].style == "direct",
        headline=report.blocks[setting.sentence.block].kind == "title",
        strength=strength,
        negated=firm.negated,
        commitment=commitment(firm.commitment, strength, told),
        figures=tuple(figure for figure in figures if stretch.holds(figure.start, figure.end)),
        dates=tuple(when for when in setting.dates if stretch.holds(when.start, when.end)),
        names=tuple(dict.fromkeys(annotated.entities[each.entity].name for each in names)),
        words=_words(annotated, stretch, names),
        places=tuple(each for each in setting.places if stretch.holds(each.start, each.end)),
        stance=stance(report.text, setting.sentence, stretch, setting.parsed, held),
        event=parts.event,
        agents=parts.agents,
        patients=parts.patients,
    )


def _firmness(text: str, stretch: Stretch, parsed: Tree | None) -> Firmness:
    if parsed is None or stretch.predicate is None:
        return patterns.firmness(text[stretch.start : stretch.end])
    return firmness(parsed, stretch.predicate, stretch.words)


def _predicate(stretch: Stretch, parsed: Tree | None) -> Token | None:
    return parsed.tokens[stretch.predicate] if parsed and stretch.predicate is not None else None


def _words(annotated: Annotated, stretch: Stretch, names: Sequence[Name]) -> tuple[str, ...]:
    """Stems of the stretch, of what it says something of, and of whoever its pronouns stand for."""
    text = annotated.report.text
    told = [text[part.start : part.end] for part in (*stretch.own, *stretch.lent)]
    meant = [annotated.entities[each.entity].name for each in names if each.kind != "name"]
    return tuple(dict.fromkeys(content(" | ".join((*told, *meant)))))
