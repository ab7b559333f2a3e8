"""The simulator as a part of `make bench`: its scores, bounds and tables."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.results import Part
from benchmarks.simulator import measure
from benchmarks.simulator.cost import FULL, SIZES, STAGES, Cost, costs, exponent
from benchmarks.simulator.counts import causes
from benchmarks.simulator.edges import calibration, calibration_error
from benchmarks.simulator.measure import Scores, Traced
from benchmarks.tables import Table, number

COLUMNS = (
    "edges, precision",
    "edges, recall",
    "edges, F1",
    "lost ancestors, recall",
    "lost ancestors, precision",
    "count, exact",
    "count, min",
    "count, holds the truth",
)
# Shown, but no floors: one can be had for the other, or it is part of another.
UNFLOORED = frozenset({"edges, precision", "edges, recall", "count, min"})
NOTE = (
    "The simple systems are told which reports make a claim; the number of its origins is that of groups of reports "
    "that an edge joins."
)


def measured(full: bool = False, kept: Path | None = None) -> Part:
    """Everything measured on simulated stories: on a few of them, or with `full` on all, the largest size of the cost
    included. Readings are kept in the folder `kept`."""
    stories = measure.ALL_STORIES if full else measure.STORIES
    main = measure.traced(range(stories), kept=kept)
    others = measure.traced(range(measure.CALIBRATION, measure.CALIBRATION + stories // 2), kept=kept)
    heard = measure.traced(range(measure.SPEECHES, measure.SPEECHES + measure.HEARD_STORIES), measure.HEARD, kept)
    total = measure.lineage(main)
    rows = [row for each in main for row in measure.counted(each, each.links, each.stemma)]
    scores = measure.lineage_scores(total) | measure.count_scores(rows)
    chances = measure.chances(others)
    alarms = measure.reprint_scores(heard)
    grown = costs(FULL if full else SIZES)
    tables = (
        systems(main, scores),
        evidence(main, scores),
        of_each(total, "way", "found", "Edges by what shows them"),
        of_mistakes(total),
        of_causes(main),
        bins(chances),
        Table("Reprints and speeches", tuple(alarms), (tuple(number(value, 3) for value in alarms.values()),)),
        cost_table(grown),
    )
    floored = {name: value for name, value in scores.items() if name not in UNFLOORED}
    floored |= alarms | {"edge probabilities, ECE": calibration_error(chances)}
    return Part("simulator", floored, tables, bounds(grown))


def systems(main: Sequence[Traced], scores: Scores) -> Table:
    """Stemma, Stemma with a stage put right, and simple systems."""
    rows = {"Stemma": scores, "Stemma, no lineage at all": measure.unjoined(main)}
    rows |= measure.with_truth(main) | measure.simple(main)
    return Table(
        f"Simulated stories: {len(main)} of {measure.REPORTS} reports",
        ("system", *COLUMNS),
        tuple((name, *(number(row.get(column), 3) for column in COLUMNS)) for name, row in rows.items()),
        NOTE,
    )


def evidence(main: Sequence[Traced], scores: Scores) -> Table:
    """The lineage with each kind of evidence left out."""
    columns = [column for column in COLUMNS if not column.startswith("count")]
    rows = {"all evidence": scores} | measure.without(main)
    return Table(
        "What each kind of evidence adds to the lineage",
        ("evidence", *columns),
        tuple((name, *(number(row.get(column), 3) for column in columns)) for name, row in rows.items()),
    )


def of_each(total: Counter[str], whole: str, part: str, title: str) -> Table:
    """How many of each class were found."""
    names = sorted(key.removeprefix(f"{whole} ") for key in total if key.startswith(f"{whole} "))
    rows = tuple((name, str(total[f"{whole} {name}"]), str(total[f"{part} {name}"])) for name in names)
    return Table(title, ("edge", "true", "found"), rows)


def of_mistakes(total: Counter[str]) -> Table:
    """The edges that are not true."""
    names = sorted(key for key in total if key.startswith("mistake "))
    rows = tuple((name.removeprefix("mistake "), str(total[name])) for name in names)
    return Table("Edges that are not true", ("what is wrong", "edges"), rows)


def of_causes(main: Sequence[Traced]) -> Table:
    """The counts that are not right, by the stage that would have to do better."""
    found = Counter[str]()
    for each in main:
        found.update(causes(each.made, each.readings, each.links, each.stemma))
    rows = tuple((name, str(times)) for name, times in sorted(found.items(), key=lambda item: (-item[1], item[0])))
    return Table("Counts that are not right, by cause", ("cause", "claims"), rows)


def bins(chances: Sequence[tuple[float, bool]]) -> Table:
    """How often edges of about one probability are true."""
    rows = tuple((number(mean), str(edges), number(true)) for edges, mean, true in calibration(chances))
    return Table("Probabilities of edges", ("mean probability", "edges", "share that is true"), rows)


def cost_table(grown: Sequence[Cost]) -> Table:
    """Seconds by stage and size, and the exponent of their growth."""
    rows = [
        (
            str(each.reports),
            *(number(each.seconds[stage]) for stage in STAGES),
            number(each.total()),
            number(each.peak_mb, 0),
        )
        for each in grown
    ]
    growth = ("exponent", *(number(exponent(grown, stage)) for stage in STAGES), number(exponent(grown)), "")
    note = "Seconds of one processor; the peak is that of comparing all reports."
    return Table("Cost after the language model", ("reports", *STAGES, "all", "MB"), (*rows, growth), note)


def bounds(grown: Sequence[Cost]) -> Scores:
    """The figures that have bounds."""
    found: Scores = {"simulator_exponent": exponent(grown)}
    if grown[-1].reports == FULL[-1]:
        found |= {"simulator_seconds": grown[-1].total(), "simulator_mb": grown[-1].peak_mb}
    return found
