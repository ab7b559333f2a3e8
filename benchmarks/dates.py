"""Expressions of time: found and resolved, against TimeBank and AQUAINT and against a specification."""

from pathlib import Path

from benchmarks import datespecs, timebank
from benchmarks.results import Part


def measured(shared: Path) -> Part:
    """The measures that have floors, and the tables."""
    groups, types = timebank.scored(shared)
    rows, left_out = datespecs.scored(shared)
    scores = {
        "found, relaxed F1": groups["all"]["relaxed F1"],
        "value F1": groups["all"]["value F1"],
        "value F1, held back": groups["held back"]["value F1"],
        "cases of the specification": datespecs.total(rows)["share"],
    }
    return Part("dates", scores, (timebank.table(groups, types), datespecs.table(rows, left_out)))
