"""Specifications of figures: what counts as resolved as specified. The specifications here are made up."""

import json
import tomllib
from pathlib import Path

import pytest

from benchmarks import figures
from benchmarks.figures import FOLDER, KINDS, SELECTION, measured, scored, table, wrong


def specify(shared: Path, cases: dict[str, list[tuple[str, list[tuple[str, dict[str, str]]]]]]) -> None:
    """Writes the specifications of every kind; those not given have one case, with nothing in it."""
    for kind in KINDS:
        path = shared / FOLDER / f"{kind.file}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        told = cases.get(path.stem, [("Nothing here.", [])])
        written = [
            {"Input": text, "Results": [{"Text": words, "Resolution": resolution} for words, resolution in found]}
            for text, found in told
        ]
        path.write_text(json.dumps(written), encoding="utf-8-sig")


@pytest.fixture
def selection(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """Chooses all cases of specifications of these lengths, but for those left out."""

    def choose(lengths: dict[str, int], left_out: dict[str, list[int]] | None = None) -> None:
        names = [kind.file.rpartition("/")[2] for kind in KINDS]
        kept = tomllib.loads(SELECTION.read_text(encoding="utf-8"))
        lines = [f"{name} = {json.dumps(kept[name])}" for name in ("money", "measures")]
        lines += ["[units]", *(f'"{unit}" = {json.dumps(ours)}' for unit, ours in kept["units"].items())]
        for name in names:
            out = json.dumps((left_out or {}).get(name, []))
            lines += [f"[{name}]", f"cases = {lengths.get(name, 1)}", f"[{name}.left_out]", f'"not news" = {out}']
        (tmp_path / "selection.toml").write_text("\n".join(lines), encoding="utf-8")
        monkeypatch.setattr(figures, "SELECTION", tmp_path / "selection.toml")

    return choose


def test_a_case_is_right_when_value_words_and_number_of_figures_are(tmp_path: Path, selection):
    told = [
        ("They lost 40 ships.", [("40", {"value": "40"})]),
        ("They lost 40 ships.", [("40", {"value": "41"})]),
        ("They lost 40 ships and 3 men.", [("40", {"value": "40"})]),
        ("They lost two thirds.", [("two thirds", {"value": "0.666666666666667"})]),
    ]
    specify(tmp_path, {"NumberModel": told})
    selection({"NumberModel": 4})
    row = scored(tmp_path)
    assert row["NumberModel"] == 0.5
    assert row["all"] == pytest.approx(9 / 11)
    assert [(file, case.number) for file, case, _ in wrong(tmp_path)] == [
        ("Number/English/NumberModel", 1),
        ("Number/English/NumberModel", 2),
    ]


def test_cases_left_out_are_not_judged(tmp_path: Path, selection):
    told = [("x = 2 ^ 3", [("2 ^ 3", {"value": "8"})]), ("7 men left", [("7", {"value": "7"})])]
    specify(tmp_path, {"NumberModel": told})
    selection({"NumberModel": 2}, {"NumberModel": [0]})
    row = scored(tmp_path)
    assert row["NumberModel"] == 1.0
    part = measured(tmp_path)
    assert (part.name, part.scores) == ("figures", row)
    assert part.tables == (table(row),)
    assert table(row).rows[0] == ("NumberModel", "1.000", "1", "1")


def test_open_ends_and_units_are_judged(tmp_path: Path, selection):
    ranges = [
        ("Over 40 ships sank.", [("over 40", {"value": "(40,)"})]),
        ("At least 40 ships sank.", [("at least 40", {"value": "(40,)"})]),
        ("Between 4 and 8 ships sank.", [("between 4 and 8", {"value": "[4,8)"})]),
    ]
    money = [
        ("It paid $5 a share.", [("$5", {"value": "5", "unit": "Dollar"})]),
        ("It paid €5.", [("€5", {"value": "5", "unit": "Dollar"})]),
    ]
    specify(tmp_path, {"NumberRangeModel": ranges, "CurrencyModel": money})
    selection({"NumberRangeModel": 3, "CurrencyModel": 2})
    row = scored(tmp_path)
    assert row["NumberRangeModel"] == pytest.approx(2 / 3)
    assert row["CurrencyModel"] == 0.5


def test_a_selection_of_other_specifications_is_refused(tmp_path: Path, selection):
    specify(tmp_path, {})
    selection({"AgeModel": 7})
    with pytest.raises(ValueError, match="AgeModel has 1 cases"):
        scored(tmp_path)
