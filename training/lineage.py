"""Fits the weights of the lineage on simulated stories: `python -m training.lineage [STORIES]`.

Takes stories of the simulator's tuning split (never the held-out one, and no story annotated by hand), lays them out as
the stage does, and fits each table of `src/stemma/lineage/data/weights.toml` by logistic regression (Newton's method,
with a small penalty on large weights). Reasons and kinds of evidence in the file stay as they are; only the numbers are
written anew."""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

import stemma.lineage
from benchmarks.matching import same_name
from benchmarks.simulator.evidence import publishers
from benchmarks.simulator.story import SimulatedStory, story
from stemma.intake import understand
from stemma.lineage.ancestors import ancestor_values
from stemma.lineage.desk import Desk, lay
from stemma.lineage.edges import chances, edges
from stemma.lineage.evidence import ALL
from stemma.lineage.kinship import kinship_values, related, sharing
from stemma.lineage.page import sequence
from stemma.lineage.parents import Parentage, parentages, second_look
from stemma.lineage.statements import Way, statement_values
from stemma.lineage.tables import table
from stemma.lineage.weigh import Values
from stemma.links import link
from stemma.model import Reading, Report

WEIGHTS = Path(stemma.lineage.__file__).parent / "data" / "weights.toml"
STORIES = 120
REPORTS = 20
PENALTY = 0.5  # On the square of each weight, so that a feature that few pairs have gets no extreme one.
STEPS = 40

Example = tuple[Values, bool]


@dataclass(frozen=True, slots=True)
class Laid:
    """A story on the stage's desk; for each report what it truly rests on, and the texts from which it truly has
    wording, from text to text, itself among them; the groups that have wording from a text that is lost and named by
    nobody."""

    desk: Desk
    parents: Mapping[str, frozenset[str]]
    origins: Mapping[str, frozenset[str]]
    lost: tuple[frozenset[str], ...]


def main(number: int = STORIES) -> None:
    """Fits the tables one after another: each of the later ones reads the probabilities of those before."""
    stories = [simulated(story(seed, REPORTS, split="tuning")) for seed in range(number)]
    fit(stories)


def fit(stories: Sequence[Laid]) -> None:
    """Fits every table on `stories`."""
    for question, examples_of in QUESTIONS.items():
        examples = [example for each in stories for example in examples_of(each)]
        write(question, *fitted(question, examples))
        table.cache_clear()
        print(f"{question}: {len(examples)} examples, {sum(answer for _, answer in examples)} of them yes")


def simulated(made: SimulatedStory, read: Callable[[Report], Reading] = understand) -> Laid:
    """A simulated story on the desk, with what is true about it."""
    parents: defaultdict[str, set[str]] = defaultdict(set)
    above: defaultdict[str, set[str]] = defaultdict(set)
    for edge in made.truth.edges:
        parents[edge.report].add(edge.to)
        if "reuses" in edge.kinds:
            above[edge.report].add(edge.to)
    for number, lost in enumerate(made.truth.lost):
        for report in lost.reports:
            above[report].add(f"lost {number}")
    ordered = sequence([read(report) for report in made.reports])
    lost_groups = tuple(frozenset(lost.reports) for lost in made.truth.lost if not lost.named)
    return _laid(lay(ordered, link(ordered), ALL, publishers(made)), parents, above, lost_groups)


_Parents = Mapping[str, set[str]]


def _laid(desk: Desk, parents: _Parents, above: _Parents, lost: tuple[frozenset[str], ...]) -> Laid:
    origins = {report: _above(report, above) for report in desk.numbers}
    return Laid(desk, {report: frozenset(found) for report, found in parents.items()}, origins, lost)


def _above(report: str, parents: _Parents) -> frozenset[str]:
    found, waiting = {report}, [report]
    while waiting:
        new = parents.get(waiting.pop(), set()) - found
        found |= new
        waiting += sorted(new)
    return frozenset(found)


def rests(laid: Laid, report: str, to: str) -> bool:
    """Whether a report truly rests on another, or on an outside source of about that name."""
    parents = laid.parents.get(report, frozenset())
    if to in parents:
        return True
    name = laid.desk.outlet(laid.desk.numbers[to]) if to in laid.desk.numbers else to
    return any(same_name(name, parent) for parent in parents if parent not in laid.desk.numbers)


# --- the questions and their examples -----------------------------------------------------------------------------


def statements(laid: Laid) -> Iterator[Example]:
    """Is it true that a report rests on what it seems to say it rests on?"""
    reports = {reading.report.id: reading.report for reading in laid.desk.readings}
    for pair, found in laid.desk.said.items():
        said = {feature.name for feature in found[0].features}
        ways = [way for way in get_args(Way) if way in said]
        yield statement_values(pair, ways, reports), rests(laid, *pair)


def kinship(laid: Laid) -> Iterator[Example]:
    """Is what two reports share inherited?"""
    for kin in sharing(laid.desk):
        left, right = laid.desk.id(kin.left), laid.desk.id(kin.right)
        yield kinship_values(laid.desk, kin), _akin(laid, left, right)


def _akin(laid: Laid, left: str, right: str) -> bool:
    """Whether one of two reports truly rests on the other, or both have wording from a third."""
    cited = right in laid.parents.get(left, ()) or left in laid.parents.get(right, ())
    return cited or bool(laid.origins[left] & laid.origins[right])


def parents(laid: Laid) -> Iterator[Example]:
    """Has a report from this other what it inherits?"""
    yield from _ways(laid, (way for way in _inherited(laid) if not way.outside))


def sources(laid: Laid) -> Iterator[Example]:
    """Has a report from an outside source what it inherits, as do others that credit it?"""
    yield from _ways(laid, (way for way in _inherited(laid) if way.outside))


def _inherited(laid: Laid) -> Iterator[Parentage]:
    """The ways between texts that are truly related: how likely they are, the kinship tells."""
    for way in parentages(laid.desk, related(laid.desk)):
        if _akin(laid, laid.desk.id(way.child), laid.desk.id(way.witness)):
            yield way


def second(laid: Laid) -> Iterator[Example]:
    """The same, given what the first look says of the others."""
    yield from _ways(laid, second_look(laid.desk, parentages(laid.desk, related(laid.desk))))


def _ways(laid: Laid, ways: Iterable[Parentage]) -> Iterator[Example]:
    for way in ways:
        to = way.parent if isinstance(way.parent, str) else laid.desk.id(way.parent)
        yield way.values, rests(laid, laid.desk.id(way.child), to)


def ancestors(laid: Laid) -> Iterator[Example]:
    """Have two reports what they share from a text that nobody has or names?"""
    pairs = related(laid.desk)
    likely = chances(edges(laid.desk, second_look(laid.desk, parentages(laid.desk, pairs))))
    for pair, values in ancestor_values(laid.desk, pairs, likely):
        both = {laid.desk.id(pair.kin.left), laid.desk.id(pair.kin.right)}
        yield values, any(both <= group for group in laid.lost)


QUESTIONS: dict[str, Callable[[Laid], Iterator[Example]]] = {
    "statement": statements,
    "kinship": kinship,
    "parent": parents,
    "outside source": sources,
    "second look": second,
    "lost ancestor": ancestors,
}


# --- fitting ------------------------------------------------------------------------------------------------------


def fitted(question: str, examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """The intercept and the weights with which the examples are most probable. No evidence (None) adds nothing."""
    names = list(table("weights")[question]["features"])
    rows = np.array([[1.0, *(values.get(name) or 0.0 for name in names)] for values, _ in examples])
    answers = np.array([float(answer) for _, answer in examples])
    weights = _newton(rows, answers)
    return float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True))


def _newton(rows: NDArray[np.float64], answers: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logistic regression by Newton's method (iteratively reweighted least squares), the intercept not penalised."""
    weights = np.zeros(rows.shape[1])
    penalty = np.diag([1e-6, *([PENALTY] * (rows.shape[1] - 1))])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (answers - likely) - penalty @ weights
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + penalty
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def write(question: str, intercept: float, weights: Mapping[str, float]) -> None:
    """Writes the numbers of one table into the file, and leaves the rest of it as it is."""
    section = ""
    lines = []
    for line in WEIGHTS.read_text(encoding="utf-8").splitlines():
        if found := re.fullmatch(r'\["?([\w, ]+?)"?(?:\.features)?\]', line):
            section = found[1]
        row = re.match(r'"(.+?)" = \{ weight = ', line)
        number = intercept if line.startswith("intercept") else weights.get(row[1]) if row else None
        changed = section == question and number is not None
        lines.append(re.sub(r"(intercept|weight) = [-\d.]+", rf"\1 = {number:.3f}", line) if changed else line)
    WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
