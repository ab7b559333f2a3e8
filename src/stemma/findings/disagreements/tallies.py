"""Figures laid out as tallies: what each measures, and the words of its mention that go with it.

fate <stem>       people whom something befell, by what befell them ("killing at least two people", "the toll rose to 6")
count <stem>      other things counted
moved percent     what share something rose or fell by
<kind> <unit>     money, shares, measures, times
age <stem>        how old somebody is
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from stemma.findings.desk import Desk
from stemma.findings.tables import words
from stemma.model import Figure, Mention
from stemma.values.fit import counts_things
from stemma.values.words import WORD, content, stem


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure of a mention, what it measures, the stems of whom or what it counts where the text tells more than
    "people", and the stems of the mention's words that stand nearest to it, not to another figure."""

    mention: Mention
    figure: Figure
    measure: str
    counted: frozenset[str]
    near: frozenset[str]


def tallies(desk: Desk) -> Iterator[Tally]:
    """Every figure of the story that can be compared, in its order. Ranks and "several" measure nothing."""
    for reading in desk.readings:
        for mention in desk.told[reading.report.id]:
            for figure in mention.figures:
                tally = _tally(desk, mention, figure)
                if tally is not None:
                    yield tally


def _tally(desk: Desk, mention: Mention, figure: Figure) -> Tally | None:
    if figure.kind == "rank" or nominal(figure) is None or figure.bound == "several":
        return None
    near = _near(desk, mention, figure)
    counted = _counted(desk, mention, figure)
    unit = stem(figure.unit) if figure.unit else ""
    if figure.kind == "age":
        return Tally(mention, figure, "age", counted, near) if counted else None
    if not counts_things(figure):
        moved = figure.kind in ("rise", "fall", "change") and figure.unit == "percent"
        return Tally(mention, figure, "moved percent" if moved else f"{figure.kind} {figure.unit}", counted, near)
    fate = _fate(desk, mention, figure)
    if fate and unit not in stems("things"):
        whom = (frozenset({unit}) if unit else counted) - stems("people")
        return Tally(mention, figure, f"fate {fate}", whom, near)
    return Tally(mention, figure, f"count {unit}", counted, near) if unit else None


_WHOLE = re.compile(r"(\w+) of $")


def _counted(desk: Desk, mention: Mention, figure: Figure) -> frozenset[str]:
    """The stems of what a figure counts: "a family of four" are four of a family. A date that stands where it should is
    none ("rose to six Friday")."""
    phrase = figure.counted
    before = _WHOLE.search(desk.reports[mention.report].text, mention.start, figure.start)
    if not figure.unit and before and counts_things(figure):
        return frozenset(content(before[1])) - stems("tolls")
    if phrase is None or any(when.start < phrase.end and phrase.start < when.end for when in mention.dates):
        return frozenset()
    return frozenset(content(phrase.text))


def nominal(figure: Figure) -> float | None:
    """The number that a figure's words name: the lower one of two; None where they name none."""
    return figure.low if figure.low is not None else figure.high


@cache
def stems(name: str) -> frozenset[str]:
    """The stems of a list in `data/tallies.toml`."""
    return frozenset(stem(word) for word in words("tallies")[name])


def _near(desk: Desk, mention: Mention, figure: Figure) -> frozenset[str]:
    """The stems that go with a figure: each word goes with the figure beside it; what a pronoun stands for with all."""
    found = {each for word in _beside(desk, mention, figure) for each in content(word.group())}
    found |= set(mention.words) - set(content(desk.text(mention)))
    return frozenset(each for each in found if not each[0].isdigit())


def _fate(desk: Desk, mention: Mention, figure: Figure) -> str:
    """What befell those whom the figure counts: the fate told nearest to it, of those beside it; "" where none is."""
    told = _fates(_beside(desk, mention, figure), figure) or _fates(_words(desk, mention), figure)
    return min(told)[1] if told else ""


def _fates(words: Iterable[re.Match[str]], figure: Figure) -> list[tuple[int, str]]:
    """Every fate among the words, with its distance from the figure."""
    return [(_distance(word, figure), each) for word in words for each in content(word.group()) if each in stems("fates")]


def _beside(desk: Desk, mention: Mention, figure: Figure) -> Iterator[re.Match[str]]:
    """The words of a mention that stand nearer to the figure than to any other."""
    for word in _words(desk, mention):
        nearest = min(mention.figures, key=lambda other: (_distance(word, other), other.start))
        if nearest == figure and not figure.start <= word.start() < figure.end:
            yield word


def _words(desk: Desk, mention: Mention) -> Iterator[re.Match[str]]:
    return WORD.finditer(desk.reports[mention.report].text, mention.start, mention.end)


def _distance(word: re.Match[str], figure: Figure) -> int:
    return max(figure.start - word.end(), word.start() - figure.end, 0)
