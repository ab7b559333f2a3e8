"""Figures about one matter in words too far apart to be linked as one claim: people counted over different periods
("225,000 killed in recent years", "82,000 deaths in the year ending January"), and one quantity measured differently
("at least 650 tonnes", "about 900 tonnes")."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

from stemma.findings.desk import Desk
from stemma.findings.tables import words
from stemma.model import Figure, Mention
from stemma.values.fit import counts_things, fit_values
from stemma.values.words import stem

LEAST_CONTEXT = 1.0  # Weight of the stems that the surroundings of two figures must share to be about one matter.


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure of a mention, what it counts, and the stems of the text around it."""

    mention: Mention
    figure: Figure
    counted: str
    around: frozenset[str]


Pairs = Iterator[tuple[Mention, Mention]]
Counter = Callable[[Mention], tuple[Figure, str] | None]


def other_periods(desk: Desk) -> Pairs:
    """Pairs of mentions of different reports that count the same fate over different periods, each pair once."""
    return _differing(desk, _victims)


def other_measures(desk: Desk) -> Pairs:
    """Pairs of mentions of different reports that measure in the same rare unit and do not agree, each pair once."""
    return _differing(desk, _measure)


def _differing(desk: Desk, counter: Counter) -> Pairs:
    by_kind: defaultdict[str, list[Tally]] = defaultdict(list)
    for tally in _tallies(desk, counter):
        by_kind[tally.counted].append(tally)
    for counted in sorted(by_kind):
        for left, right in combinations(by_kind[counted], 2):
            apart = left.mention.report != right.mention.report
            near = desk.rare.of(left.around & right.around) >= LEAST_CONTEXT
            if apart and near and fit_values(left.figure, right.figure) == "differ":
                yield left.mention, right.mention


def _tallies(desk: Desk, counter: Counter) -> Iterator[Tally]:
    for reading in desk.readings:
        told = desk.told[reading.report.id]
        for place, mention in enumerate(told):
            counted = counter(mention)
            if counted is not None and not _of_size(reading.report.text, counted[0]):
                near = told[max(0, place - 1) : place + 2]
                yield Tally(mention, *counted, frozenset(word for other in near for word in other.words))


def _of_size(text: str, figure: Figure) -> bool:
    """Whether the figure is the size of a thing, not a count: "a 21,000-tonne ship"."""
    return "-" in text[figure.start : figure.end]


def _victims(mention: Mention) -> tuple[Figure, str] | None:
    """The one figure of people, where the mention names a period and tells one fate."""
    told = sorted(set(mention.words) & {stem(word) for word in words("tallies")["fates"]})
    things = words("tallies")["things"]
    people = [figure for figure in mention.figures if counts_things(figure) and figure.unit not in things]
    return (people[0], told[0]) if names_period(mention) and len(told) == len(people) == 1 else None


def _measure(mention: Mention) -> tuple[Figure, str] | None:
    """The one figure in a unit of measure."""
    measures = [figure for figure in mention.figures if figure.unit in words("tallies")["quantities"]]
    return (measures[0], measures[0].unit) if len(measures) == 1 else None


_PERIODS = frozenset({"year", "decade", "open", "season"})


def names_period(mention: Mention) -> bool:
    """Whether the mention names a stretch of time, not a day."""
    return any(when.kind == "date" and when.precision in _PERIODS for when in mention.dates)
