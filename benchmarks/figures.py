"""Figures against the specifications of Microsoft Recognizers-Text (MIT): an expression in, its resolution out.

What is judged and what is left out stands in `data/recognizers.toml`, case by case with the reason: the specifications
are those of an assistant that also reads sums, powers, passwords and orders, a report is not. A case is right if the
figures found there are those specified: as many, in order, each over the words specified, with its value, bounds and
unit. Where a stretch is specified as open at one end ("[20,30)") it may be closed: news does not tell.
"""

import json
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.floors import Row
from benchmarks.results import Part
from benchmarks.tables import Table, number
from stemma.model import Figure
from stemma.values.figures import find_figures

SELECTION = Path(__file__).with_name("data") / "recognizers.toml"
FOLDER = "data/recognizers"
_NEAR = 1e-6  # Of the value: specifications give 15 digits.


@dataclass(frozen=True, slots=True)
class Case:
    """One specified input and what must be found in it: words, and their resolution."""

    number: int
    text: str
    expected: tuple[tuple[str, dict[str, str]], ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """A file of specifications: its path, which figures it is about, and when one is as specified."""

    file: str
    concerns: Callable[[Figure], bool]
    right: Callable[[Figure, str, dict[str, str]], bool]


def measured(shared: Path) -> Part:
    """The measures that have floors, and the table."""
    row = scored(shared)
    return Part("figures", row, (table(row),))


def scored(shared: Path) -> Row:
    """The share of the judged cases that are right, by file and over all."""
    counts = {kind.file: _counted(shared, kind) for kind in KINDS}
    shares: Row = {file.rpartition("/")[2]: right / judged for file, (right, judged) in counts.items()}
    right, judged = (sum(column) for column in zip(*counts.values(), strict=True))
    return shares | {"all": right / judged}


def table(row: Row) -> Table:
    """The shares by file, with the numbers of cases judged and left out."""
    selection = _selection()
    rows = []
    for kind in KINDS:
        name = kind.file.rpartition("/")[2]
        out = sum(len(cases) for cases in selection[name]["left_out"].values())
        rows.append((name, number(row[name], 3), str(selection[name]["cases"] - out), str(out)))
    return Table(
        "Figures as Recognizers-Text specifies them", ("file", "right", "cases judged", "left out"),
        (*rows, ("all", number(row["all"], 3), "", "")), note="what is left out, and why: `data/recognizers.toml`",
    )  # fmt: skip


def wrong(shared: Path) -> Iterable[tuple[str, Case, tuple[Figure, ...]]]:
    """Every judged case that is not as specified, with what was found instead."""
    for kind in KINDS:
        for case in _judged(shared, kind):
            found = _found(kind, case)
            if not _as_specified(kind, case, found):
                yield kind.file, case, found


def _counted(shared: Path, kind: Kind) -> tuple[int, int]:
    """Cases that are right, and that are judged."""
    cases = _judged(shared, kind)
    return sum(_as_specified(kind, case, _found(kind, case)) for case in cases), len(cases)


def _judged(shared: Path, kind: Kind) -> list[Case]:
    cases = _read(shared / FOLDER / f"{kind.file}.json")
    chosen = _selection()[kind.file.rpartition("/")[2]]
    if len(cases) != chosen["cases"]:
        raise ValueError(f"{kind.file} has {len(cases)} cases, and {SELECTION.name} chooses among {chosen['cases']}")
    out = {each for numbers in chosen["left_out"].values() for each in numbers}
    return [case for case in cases if case.number not in out]


def _selection() -> dict[str, Any]:
    return tomllib.loads(SELECTION.read_text(encoding="utf-8"))


def _read(path: Path) -> list[Case]:
    raw = json.loads(path.read_text(encoding="utf-8-sig"))
    return [
        Case(at, case["Input"], tuple((found["Text"], found.get("Resolution") or {}) for found in case["Results"]))
        for at, case in enumerate(raw)
    ]


def _found(kind: Kind, case: Case) -> tuple[Figure, ...]:
    return tuple(figure for figure in find_figures(case.text, 0, len(case.text)) if kind.concerns(figure))


def _as_specified(kind: Kind, case: Case, found: Sequence[Figure]) -> bool:
    if len(found) != len(case.expected):
        return False
    for figure, (words, resolution) in zip(found, case.expected, strict=True):
        covered = case.text[figure.start : figure.end].lower()
        if _bare(words) not in _bare(covered) or not kind.right(figure, case.text, resolution):
            return False
    return True


def _bare(words: str) -> str:
    return "".join(words.lower().split())


# --- when a figure is as specified ---------------------------------------------------------------------------


def _equal(value: float | None, wanted: str) -> bool:
    return value is not None and abs(value - float(wanted)) <= _NEAR * max(1.0, abs(float(wanted)))


def _value(figure: Figure) -> float | None:
    """The number that the figure gives: of a stretch its upper end, as specified; "5 of 12" as a fraction."""
    value = figure.high if figure.high is not None else figure.low
    return None if value is None else value if figure.whole is None else value / figure.whole


def _number(figure: Figure, text: str, resolution: dict[str, str]) -> bool:
    value = _value(figure)
    written = text[figure.start : figure.end].lower()
    if value is not None and figure.unit == "percent" and "cent" not in written and "%" not in written:
        value /= 100
    return _equal(value, resolution["value"])


def _rank(figure: Figure, _text: str, resolution: dict[str, str]) -> bool:
    return _equal(figure.low, resolution["value"])


def _percent(figure: Figure, _text: str, resolution: dict[str, str]) -> bool:
    return _equal(_value(figure), resolution["value"].rstrip("%"))


def _range(figure: Figure, text: str, resolution: dict[str, str]) -> bool:
    low, high = resolution["value"][1:-1].split(",")
    opened = resolution["value"][0] == "(", resolution["value"][-1] == ")"
    scale = (
        1 / figure.whole
        if figure.whole
        else 0.01
        if figure.unit == "percent" and "%" not in text and "cent" not in text
        else 1.0
    )
    ends = [None if end is None else end * scale for end in (figure.low, figure.high)]
    fits = all(_equal(end, want) if want else end is None for end, want in zip(ends, (low, high), strict=True))
    strict = {"over": (True, True), "at least": (False, True), "under": (True, True), "at most": (True, False)}
    return fits and (not ((low and not high) or (high and not low)) or opened == strict.get(figure.bound, opened))


def _measured(figure: Figure, _text: str, resolution: dict[str, str]) -> bool:
    names = _units(resolution)  # which have no rates: "$98 a share" is specified as $98
    return _equal(_value(figure), resolution["value"]) and not names.isdisjoint(
        {figure.unit, figure.unit.partition(" per ")[0]}
    )


def _units(resolution: dict[str, str]) -> frozenset[str]:
    """The names under which Stemma may have the unit specified."""
    if resolution.get("isoCurrency"):
        return frozenset({resolution["isoCurrency"]})
    names = _selection()["units"]
    return frozenset(names.get(resolution["unit"], [resolution["unit"].lower()]))


def _age(figure: Figure, _text: str, resolution: dict[str, str]) -> bool:
    return _equal(_value(figure), resolution["value"]) and figure.unit == resolution["unit"].lower().replace(
        "age", "year"
    )


def _is_money(figure: Figure) -> bool:
    unit = figure.unit.partition(" per ")[0]
    return unit.isupper() or unit in _selection()["money"]


def _is_temperature(figure: Figure) -> bool:
    return figure.unit.startswith("degree")


def _is_measure(figure: Figure) -> bool:
    return figure.kind not in ("rank", "age") and figure.unit.partition(" per ")[0] in _selection()["measures"]


KINDS = (
    Kind("Number/English/NumberModel", lambda figure: figure.kind != "rank", _number),
    Kind("Number/English/OrdinalModel", lambda figure: figure.kind == "rank", _rank),
    Kind("Number/English/PercentModel", lambda figure: figure.unit == "percent", _percent),
    Kind("Number/English/NumberRangeModel", lambda figure: figure.bound not in ("exact", "about", "nearly"), _range),
    Kind("NumberWithUnit/English/CurrencyModel", _is_money, _measured),
    Kind("NumberWithUnit/English/DimensionModel", _is_measure, _measured),
    Kind("NumberWithUnit/English/TemperatureModel", _is_temperature, _measured),
    Kind("NumberWithUnit/English/AgeModel", lambda figure: figure.kind == "age", _age),
)
