"""The floors: scores that must be reached and only rise, and bounds on speed and memory that stay as they are.

Of a score that is an error (its name ends in one of ERROR), less is better: its floor is a ceiling and only falls.
"""

import math
import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.toml")
HEAD = """\
# What `make bench` must reach. `make bench ARGS=--raise` raises the scores to what was reached and never lowers one.
# The bounds are what a noisy machine reaches. The goal for `adding_share`, one report more as a share of tracing a
# hundred, is 0.05: the reports read before are not read again, but all of them are compared anew.
"""

ERROR = ("MAE", "ECE", "false alarms")

Row = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Floors:
    """`scores`: set of stories -> measure -> floor; `at_least`, `at_most`: measurement -> bound."""

    scores: dict[str, dict[str, float]]
    at_least: dict[str, float]
    at_most: dict[str, float]


def read(path: Path = FLOORS) -> Floors:
    """The floors in the file."""
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(found.get("scores", {}), found.get("at_least", {}), found.get("at_most", {}))


def undercut(floors: Floors, scores: dict[str, Row], speed: Row) -> list[str]:
    """One line for each floor that is undercut. A set or measurement that was left out is not judged; a measure that
    was taken and could not be told undercuts its floor."""
    lines = []
    for group, measures in sorted(floors.scores.items()):
        row = scores.get(group)
        for measure, floor in sorted(measures.items()) if row is not None else ():
            value = row.get(measure) if row else None
            ceiling = measure.endswith(ERROR)
            if not (at_least(floor, value) if ceiling else at_least(value, floor)):
                missed = "over the ceiling" if ceiling else "under the floor"
                lines.append(f"{group} {measure}: {shown(value)} is {missed} of {floor:.3f}")
    for name, bound in sorted(floors.at_least.items()):
        if name in speed and not at_least(speed[name], bound):
            lines.append(f"{name}: {shown(speed[name])} is under {bound:g}")
    for name, bound in sorted(floors.at_most.items()):
        if name in speed and not at_least(bound, speed[name]):
            lines.append(f"{name}: {shown(speed[name])} is over {bound:g}")
    return lines


def at_least(value: float | None, bound: float | None) -> bool:
    """Whether `value` reaches `bound`; not where either is unknown."""
    return value is not None and bound is not None and value >= bound


def shown(value: float | None) -> str:
    """A measured value, or that it could not be told."""
    return "cannot tell" if value is None else f"{value:.3f}"


def raised(floors: Floors, scores: dict[str, Row]) -> Floors:
    """The floors raised to what was reached, cut to three places; none is lowered (no ceiling is raised), and none left
    out is touched."""
    higher = {group: dict(measures) for group, measures in floors.scores.items()}
    for group, row in scores.items():
        for measure, value in row.items():
            if value is not None:
                measures = higher.setdefault(group, {})
                if measure.endswith(ERROR):
                    measures[measure] = min(measures.get(measure, math.inf), math.ceil(value * 1000) / 1000)
                else:
                    measures[measure] = max(measures.get(measure, 0.0), math.floor(value * 1000) / 1000)
    return replace(floors, scores=higher)


def written(floors: Floors) -> str:
    """The floors as the text of their file."""
    tables = {f"scores.{group}": measures for group, measures in sorted(floors.scores.items())}
    tables |= {"at_least": floors.at_least, "at_most": floors.at_most}
    parts = [HEAD]
    for name, values in tables.items():
        lines = [f"{_key(key)} = {value!r}\n" for key, value in sorted(values.items())]
        parts.append(f"[{name}]\n{''.join(lines)}")
    return "\n".join(parts)


def _key(name: str) -> str:
    """A key of the file: in quotation marks where it has more than letters, digits, dashes and underscores."""
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else f'"{name}"'
