"""Dates against the English specification of Recognizers-Text (MIT): what an input gives, and the days or value it
means.

Which files, and which kinds of cases are left out and why, stands in `data/datespecs.toml`. The flags `NotSupported`
name platforms on which the authors' own code fails; they change nothing here. A case is right if each of its results is
read as one of the alternatives given, past or future. Names of months, weekdays and feasts get the capital that news
gives them: the inputs are typed as in a chat.

Two conventions differ and count as equal. The specification ends a stretch before the day, month or year named as its
last ("from 4 to 22 January" ends as the 22nd begins), and one that is counted from today does not hold today.
"""

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.floors import Row
from benchmarks.tables import Table, number
from stemma.model import When
from stemma.values.dates import find_dates

FOLDER = Path("data/recognizers/DateTime/English")
RULES = Path(__file__).with_name("data") / "datespecs.toml"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Result:
    """One expression wanted: where, of which type, and the alternatives of what it means, as the specification has
    them."""

    start: int
    end: int
    text: str
    type: str
    alternatives: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One input, the day it is read on, and what is wanted of it."""

    text: str
    on: date | None
    results: tuple[Result, ...]


@cache
def _rules() -> dict[str, Any]:
    return tomllib.loads(RULES.read_text(encoding="utf-8"))


def scored(shared: Path) -> tuple[dict[str, Row], Counter[str]]:
    """File -> how many cases, used and right, and their share; and how many cases each rule leaves out."""
    rows: dict[str, Row] = {}
    left_out: Counter[str] = Counter()
    for name in [*_rules()["files"], *_rules()["beside"]]:
        everything = list(cases(shared / FOLDER / f"{name}.json"))
        reasons = [reason(case) for case in everything]
        used = [case for case, rule in zip(everything, reasons, strict=True) if not rule]
        right = sum(map(is_right, used))
        rows[name] = {"cases": len(everything), "used": len(used), "right": right, "share": right / len(used)}
        left_out.update(rule for rule in reasons if rule and name in _rules()["files"])
    return rows, left_out


def total(rows: dict[str, Row]) -> Row:
    """All files that count, as one."""
    counted = [rows[name] for name in _rules()["files"]]
    sums: dict[str, float] = {key: sum(row[key] or 0 for row in counted) for key in ("cases", "used", "right")}
    return {**sums, "share": sums["right"] / sums["used"]}


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file that want something."""
    for raw in json.loads(path.read_text(encoding="utf-8-sig")):
        results = tuple(_result(each) for each in raw["Results"])
        if results and all(result.alternatives for result in results):
            day = raw.get("Context", {}).get("ReferenceDateTime", "")[:10]
            yield Case(_capitalised(raw["Input"], results), date.fromisoformat(day) if day else None, results)


def _result(raw: dict[str, Any]) -> Result:
    end = raw["End"] + 1 if "End" in raw else raw["Start"] + raw["Length"]
    value = raw.get("Value") or raw.get("Resolution") or {}
    both = {"timex": value.get("Timex") or "", "Mod": value.get("Mod") or ""}
    found = value.get("values") or [value[key] | both for key in ("PastResolution", "FutureResolution") if key in value]
    kind = raw.get("TypeName", raw.get("Type", "")).removeprefix("datetimeV2.")
    return Result(raw["Start"], end, raw["Text"], kind, tuple(found))


def _capitalised(text: str, results: Iterable[Result]) -> str:
    names = re.compile(rf"\b(?:{'|'.join(_rules()['names'])})\b", re.IGNORECASE)
    for result in results:
        named = names.sub(lambda match: match[0].title().replace("'S", "'s"), text[result.start : result.end])
        text = text[: result.start] + named + text[result.end :]
    return text


def reason(case: Case) -> str:
    """The name of the rule that leaves the case out; "" where none does."""
    for name, rule in _rules()["left_out"].items():
        for result in case.results:
            timex = next((each.get("timex") or "" for each in result.alternatives), "")
            modified = " ".join(each.get("Mod", "") for each in result.alternatives)
            against = {
                "expression": result.text,
                "timex": timex,
                "type": result.type,
                "mod": modified,
                "input": case.text,
            }
            if all(re.search(rule[key], value, re.IGNORECASE) for key, value in against.items() if key in rule):
                return str(name)
    return ""


def is_right(case: Case) -> bool:
    """Whether every result is read as one of its alternatives."""
    ours = find_dates(case.text, [(0, len(case.text))], (case.on, case.on) if case.on else None)
    return all(
        any(when.start < wanted.end and wanted.start < when.end and _is(when, wanted, case.on) for when in ours)
        for wanted in case.results
    )


def _is(when: When, wanted: Result, on: date | None) -> bool:
    if wanted.type == "daterange" and re.search(_rules()["parts"], wanted.text, re.IGNORECASE):
        return any(_same_value(when.value, each["timex"]) for each in wanted.alternatives)
    return any(_MEANS[wanted.type](when, each, on) for each in wanted.alternatives if wanted.type in _MEANS)


def _means_length(when: When, wanted: dict[str, str], _on: date | None) -> bool:
    ours, theirs = seconds(when.value), float(wanted.get("duration") or wanted.get("value") or -1)
    return when.kind == "duration" and ours is not None and abs(ours - theirs) <= _UNEVEN * theirs


def _means_set(when: When, wanted: dict[str, str], _on: date | None) -> bool:
    return when.kind == "set" and _clock(when.value).removeprefix("XXXX-XX-XX") == _clock(wanted["timex"])


def _clock(value: str) -> str:
    """A value with its hour as Stemma writes it: "T09" is "T09:00"."""
    return re.sub(r"T(\d\d)$", r"T\1:00", value).replace("T24:00", "T00:00")


def _means_day(when: When, wanted: dict[str, str], _on: date | None) -> bool:
    value = wanted.get("date") or wanted.get("dateTime") or wanted.get("value") or ""
    if when.value and when.value == wanted["timex"]:
        return True
    if value.startswith(_NO_SUCH_DAY):
        return when.earliest is None
    if not _DAY.match(value):
        return False
    same_hour = not value[11:16] or when.value.partition("T")[2] == value[11:16]
    return when.earliest == when.latest == date.fromisoformat(value[:10]) and same_hour


# What the specification gives for a day that the calendar does not have, like 30 February.
_NO_SUCH_DAY = "0001-01-01"


def _means_hour(when: When, wanted: dict[str, str], _on: date | None) -> bool:
    value = wanted.get("time") or wanted.get("value") or ""
    return _clock(when.value).partition("T")[2] == value[:5] != ""


def _means_stretch(when: When, wanted: dict[str, str], on: date | None) -> bool:
    first = wanted.get("startDate") or wanted.get("startDateTime") or wanted.get("start") or ""
    last = wanted.get("endDate") or wanted.get("endDateTime") or wanted.get("end") or ""
    timex = wanted.get("timex") or ""
    if re.search(r"T[A-Z]{2}$", timex):  # a part of a day
        return when.value[-3:] == timex[-3:] and (not first or str(when.earliest) == first[:10])
    if not (_DAY.match(first) and _DAY.match(last)) or when.earliest is None or when.latest is None:
        return _same_value(when.value, timex)
    begins, ends = date.fromisoformat(first[:10]), date.fromisoformat(last[:10]) - timedelta(days=1)
    named_end = timex.startswith("(") and ends + _A_DAY in {when.latest, *_units_ending(when.latest)}
    return _same_edge(when.earliest, begins, on) and (named_end or _same_edge(when.latest, ends, on))


def _same_value(ours: str, theirs: str) -> bool:
    """Whether the values are equal as far as the specification's goes: "XXXX-03" and "SU" leave the year open."""
    known = theirs.removeprefix("XXXX")
    return bool(ours and known) and (ours == theirs or ((known != theirs or len(known) == 2) and ours.endswith(known)))


def _units_ending(last: date) -> Iterator[date]:
    """The first days of the month and the year that end on that day."""
    if (last + _A_DAY).day == 1:
        yield last.replace(day=1)
    if (last.month, last.day) == (12, 31):
        yield last.replace(month=1, day=1)


def _same_edge(ours: date, theirs: date, on: date | None) -> bool:
    return ours == theirs or (on is not None and abs(ours - theirs) <= _A_DAY and abs(theirs - on) <= _A_DAY)


_A_DAY = timedelta(days=1)
_MEANS = {
    "duration": _means_length,
    "set": _means_set,
    "date": _means_day,
    "datetime": _means_day,
    "time": _means_hour,
    "daterange": _means_stretch,
    "datetimerange": _means_stretch,
}
_LENGTH = re.compile(
    r"P(?:([\d.]+)Y)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?"
)
# As the specification counts: a year of 365 days, a month of 30. Six months are not quite half a year then.
_UNEVEN = 0.02
_SECONDS = (31_536_000, 2_592_000, 604_800, 86_400, 3_600, 60, 1)


def seconds(length: str) -> float | None:
    """How long "P1Y6M" is; None for what is no length or none that is known."""
    match = _LENGTH.fullmatch(length)
    parts = zip(match.groups(), _SECONDS, strict=True) if match else ()
    return sum(float(part) * unit for part, unit in parts if part) if match else None


def table(rows: dict[str, Row], left_out: Counter[str]) -> Table:
    """The rows by file and in all, and what was left out."""
    header = ("cases", "used", "right", "share")
    shown = {name: rows[name] for name in _rules()["files"]} | {"all": total(rows)}
    shown |= {f"not counted: {name}": rows[name] for name in _rules()["beside"]}
    lines = [(name, *(number(row[key], 3 if key == "share" else 0) for key in header)) for name, row in shown.items()]
    note = "Left out: " + "; ".join(
        f"{_rules()['left_out'][name]['what']} ({times})" for name, times in left_out.most_common()
    )
    return Table("Dates: the cases of Recognizers-Text", ("file", *header), tuple(lines), note=note)
