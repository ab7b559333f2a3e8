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
from stemma.findings.tables import words
from stemma.model import Figure, Mention
from stemma.values.fit import counts_things
from stemma.values.words import WORD, content, stem


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
            for figure in mention.figures:
                measured = _measured(desk, mention, figure)
                if measured is not None:
                    yield Tally(
                        mention, figure, *measured, _near(desk, mention, figure), told[max(0, place - 1) : place + 2]
                    )


def _measured(desk: Desk, mention: Mention, figure: Figure) -> tuple[str, frozenset[str]] | None:
    """What a figure measures, and whom or what it counts; None where it measures nothing."""
    if figure.kind == "rank" or nominal(figure) is None or figure.bound == "several" or _is_size(desk, mention, figure):
        return None
    near = _near(desk, mention, figure)
    counted = _counted(desk, mention, figure)
    unit = stem(figure.unit) if figure.unit else ""
    if figure.kind == "age":
        return ("age", counted) if counted else None
    if not counts_things(figure):
        moved = figure.kind in ("rise", "fall", "change") and figure.unit == "percent"
        return ("moved percent" if moved else f"{figure.kind} {figure.unit}"), counted
    fate = _fate(desk, mention, figure)
    if fate and unit not in stems("things"):
        whom = (frozenset({unit}) if unit else counted) - stems("people") | near & stems("grades")
        return f"fate {fate}", whom
    return (f"count {unit}", counted) if unit else None


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
    """Every fate among the words, with its distance from the figure; "unhurt" is none."""
    told = ((word, each) for word in words for each in content(word.group()))
    return [
        (_distance(word, figure), each)
        for word, each in told
        if each in stems("fates") and not word.group().lower().startswith("un")
    ]


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
