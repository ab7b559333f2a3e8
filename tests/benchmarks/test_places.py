"""What a name of a place counts as, without the articles."""

import pytest

from benchmarks.places import MEASURES, Named, judged, named, table
from tests.values.marked import places

TEXT = "Snow fell in [Erie], [Pa.], and in [Springfield]."


@pytest.mark.parametrize(
    ("row", "counted"),
    [
        (Named("r", 13, 17, 5188843), ["read", "real", "found", "decided", "right"]),
        (Named("r", 13, 17, 1), ["read", "real", "found", "decided"]),
        (Named("r", 13, 17, None), ["read"]),
        (Named("r", 31, 42, 4951788), ["real", "found"]),
        (Named("r", 31, 42, None), []),
        (Named("r", 0, 4, 5188843), ["real"]),
        (Named("r", 0, 4, None), []),
    ],
)
def test_names_are_judged(row: Named, counted: list[str]):
    assert judged(row, 0, places(TEXT)) == counted


def test_offsets_are_moved_by_the_title():
    assert "right" in judged(Named("r", 3, 7, 5188843), 10, places(TEXT))


def test_the_truth_has_each_name_once():
    rows = named()
    assert len(rows) > 400
    assert len({(row.report, row.start) for row in rows}) == len(rows)
    assert all(0 <= row.start < row.end for row in rows)
    assert [row.report for row in rows] == sorted(row.report for row in rows)
    assert sum(row.place is None for row in rows) > 40


def test_every_measure_is_shown():
    shown = table(dict.fromkeys(MEASURES, 0.5))
    assert [row[1] for row in shown.rows] == ["0.500"] * len(MEASURES)
