"""Figures laid out as tallies: what each measures, and the words of its mention that go with it.

fate <stem>       people whom something befell, by what befell them ("killing at least two", "the toll rose to 6")
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
from stemma.findings.disagreements.beside import Word, words_beside
from stemma.findings.tables import words
from stemma.model import Figure, Mention
from stemma.values.fit import counts_things
from stemma.values.words import content, stem


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure of a mention, what it measures, the stems of whom or what it counts where the text tells more than
    "people", the stems of the mention's words that stand nearest to it, not to another figure, and the mention with
    those before and after it: "killing 13" tells not where."""

    mention: Mention
    figure: Figure
    measure: str
    counted: frozenset[str]
    near: frozenset[str]
    setting: tuple[Mention, ...]

    @property
    def around(self) -> frozenset[str]:
        """The stems of the setting."""
        return frozenset(word for mention in self.setting for word in mention.words)


def tallies(desk: Desk) -> Iterator[Tally]:
    """Every figure of the story that can be compared, in its order. Ranks and "several" measure nothing."""
    for reading in desk.readings:
        told = desk.told[reading.report.id]
        for place, mention in enumerate(told):
            if not mention.figures:
                continue
            beside = words_beside(reading.report.text, mention)
            lent = set(mention.words) - set(content(desk.text(mention)))  # whom its pronouns stand for
            for figure in mention.figures:
                near = frozenset({word.stem for word in beside if _goes_with(word, figure)} | lent)
                measured = _measured(desk, mention, figure, beside)
                if measured is not None:
                    yield Tally(mention, figure, *measured, near, told[max(0, place - 1) : place + 2])


def _measured(
    desk: Desk, mention: Mention, figure: Figure, beside: tuple[Word, ...]
) -> tuple[str, frozenset[str]] | None:
    """What a figure measures, and whom or what it counts; None where it measures nothing."""
    if figure.kind == "rank" or nominal(figure) is None or figure.bound == "several" or _is_size(desk, mention, figure):
        return None
    counted = _counted(desk, mention, figure)
    unit = stem(figure.unit) if figure.unit else ""
    if figure.kind == "age":
        return ("age", counted) if counted else None
    if not counts_things(figure):
        moved = figure.kind in ("rise", "fall", "change") and figure.unit == "percent"
        return ("moved percent" if moved else f"{figure.kind} {figure.unit}"), counted
    mine = [word for word in beside if _goes_with(word, figure)]
    fate = _fate(mine, figure) or _fate(beside, figure)
    if fate and unit not in stems("things"):
        graded = {word.stem for word in mine} & stems("grades")
        return f"fate {fate}", ((frozenset({unit}) if unit else counted) - stems("people")) | graded
    return (f"count {unit}", counted) if unit else None


def _goes_with(word: Word, figure: Figure) -> bool:
    return word.beside == figure and not word.inside and not word.stem[0].isdigit()


def _fate(beside: Iterable[Word], figure: Figure) -> str:
    """What befell those whom the figure counts: the fate told nearest to it; "" where none is. "Unhurt" is none."""
    told = [
        (word.away(figure), word.stem)
        for word in beside
        if word.stem in stems("fates") and not word.word.lower().startswith("un")
    ]
    return min(told)[1] if told else ""


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


def _is_size(desk: Desk, mention: Mention, figure: Figure) -> bool:
    """Whether a figure tells what kind a thing is, and counts nothing: "a 21,000-tonne ship"."""
    text = desk.reports[mention.report].text[figure.start : figure.end]
    return figure.unit in words("tallies")["particular"] and "-" in text


def nominal(figure: Figure) -> float | None:
    """The number that a figure's words name: the lower one of two; None where they name none."""
    return figure.low if figure.low is not None else figure.high


@cache
def stems(name: str) -> frozenset[str]:
    """The stems of a list in `data/tallies.toml`."""
    return frozenset(stem(word) for word in words("tallies")[name])
