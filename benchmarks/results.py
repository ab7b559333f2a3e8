"""What a run of the benchmarks found, and how it is shown and kept."""

import os
import platform
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import language
from benchmarks.floors import Row
from benchmarks.speed import Speed
from benchmarks.tables import Table, for_page, number
from benchmarks.tally import MEASURES, Tally, pooled

FOLDER = Path(__file__).parent
HEAD = """\
# Results

Written by `make bench`; do not edit. What must be reached stands in `floors.toml`.
"""
BOUNDS = {
    "help_seconds": "`stemma --help`: seconds, median",
    "cold_seconds": "`stemma trace` of a small story: seconds, start included",
    "reports_per_second": "`stemma trace` of 100 reports: reports a second, start included",
    "words_per_second": "the same: words a second",
    "language_words_per_second": "the language stage alone, two processes, warm: words a second",
    "after_language_share": "the stages after it on the gold stories, as a share of its time, one process",
    "load_seconds": "loading the language model: seconds",
    "peak_mb": "the same: memory at its peak, all processes, MB",
    "adding_seconds": "one report more, added to the story: seconds",
    "adding_share": "the same, as a share of tracing 100",
}


@dataclass(frozen=True, slots=True)
class Group:
    """A set of stories: the counts for each story, and the rows of other systems on the same stories."""

    name: str
    stories: dict[str, Tally]
    others: dict[str, Row]

    def pooled(self) -> Row:
        """All stories of the set together."""
        return pooled(list(self.stories.values())).row()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the work against truth of its own: its name among the floors, the measures with floors, its tables,
    and its figures on speed and memory."""

    name: str
    scores: Row
    tables: tuple[Table, ...]
    measured: Row = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that a run found; `left_out` says in words what it could not do."""

    groups: tuple[Group, ...]
    speed: Speed | None
    left_out: tuple[str, ...]
    model: tuple[Row, Row] | None = None
    parts: tuple[Part, ...] = ()

    def scores(self) -> dict[str, Row]:
        """Set of stories -> pooled measures; "model" -> the language model's; name of a part -> its own."""
        found = {group.name: group.pooled() for group in self.groups}
        found |= {part.name: part.scores for part in self.parts}
        return found | {"model": self.model[0]} if self.model else found

    def measured(self) -> Row:
        """The figures on speed and memory; none where they were left out."""
        found = {name: value for part in self.parts for name, value in part.measured.items()}
        return found | (self.speed.measured if self.speed else {})


def machine() -> dict[str, str | int]:
    """What the speed was measured on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return {"system": platform.system(), "processor": platform.machine(), "cores": cores, "python": version()}


def version() -> str:
    """The version of Python."""
    return platform.python_version()


def tables(results: Results) -> list[Table]:
    """All tables, in the order in which they are shown."""
    shown = [scores_table(group) for group in results.groups]
    if results.model:
        shown.append(language.table(*results.model))
    shown += [table for part in results.parts for table in part.tables]
    if results.speed:
        shown += [speed_table(results.speed), stages_table(results.speed)]
    return shown


def scores_table(group: Group) -> Table:
    """The measures for each story, for all together, and for other systems."""
    rows = [*((name, tally.row()) for name, tally in group.stories.items() if len(group.stories) > 1)]
    rows += [("Stemma", group.pooled()), *group.others.items()]
    return Table(
        f"Scores: {group.name}",
        ("story or system", *MEASURES),
        tuple((name, *(number(row[measure]) for measure in MEASURES)) for name, row in rows),
    )


def speed_table(speed: Speed) -> Table:
    """The figures that the bounds are about."""
    rows = tuple((text, number(speed.measured.get(name), 3)) for name, text in BOUNDS.items())
    return Table(
        "Speed and memory", ("what", "measured"), rows, note=", ".join(f"{k} {v}" for k, v in machine().items())
    )


def stages_table(speed: Speed) -> Table:
    """Seconds by stage for the hundred reports."""
    total = sum(speed.stages.values())
    rows = tuple(
        (
            stage,
            number(seconds),
            number(100 * seconds / total if total else None, 0),
            number(speed.words / seconds if seconds else None, 0),
        )
        for stage, seconds in speed.stages.items()
    )
    return Table(f"Stages: 100 reports, {speed.words} words", ("stage", "seconds", "%", "words a second"), rows)


def page(results: Results) -> str:
    """The results as Markdown."""
    measures = "\n".join(f"- {name}: {meaning}" for name, meaning in MEASURES.items())
    left_out = "\n".join(f"Left out: {line}" for line in results.left_out)
    parts = [
        HEAD,
        *([left_out + "\n"] if left_out else []),
        *map(for_page, tables(results)),
        f"## Measures\n\n{measures}\n",
    ]
    return "\n".join(parts)


def data(results: Results) -> dict[str, object]:
    """The results for a machine, rounded, always in the same order."""
    return {
        "machine": machine(),
        "left_out": list(results.left_out),
        "scores": {
            group.name: {
                "pooled": rounded(group.pooled()),
                "stories": {name: rounded(tally.row()) for name, tally in group.stories.items()},
                "others": {name: rounded(row) for name, row in group.others.items()},
            }
            for group in results.groups
        },
        "model": rounded(results.model[0]) if results.model else {},
        "parts": {part.name: rounded(part.scores) for part in results.parts},
        "speed": rounded(results.measured()),
        "stages": rounded(dict(results.speed.stages) if results.speed else {}),
    }


def rounded(row: Row | dict[str, float]) -> Row:
    """The values to four places; what could not be told stays None."""
    return {name: None if value is None else round(value, 4) for name, value in row.items()}
