"""The benchmarks on dates: what they read, what they count as right, what they leave out."""

import json
from datetime import date
from pathlib import Path

import pytest

from benchmarks import datespecs, timebank

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>ferry</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-10-17" functionInDocument="CREATION_TIME">10/17/24</TIMEX3></DCT>
<TEXT>HARBOUR,
<TIMEX3 tid="t9" type="DATE" value="2024-10-17" functionInDocument="PUBLICATION_TIME">Oct. 17</TIMEX3> --
The ferry <EVENT eid="e1" class="OCCURRENCE">sank</EVENT> on
<TIMEX3 tid="t1" type="DATE" value="2024-10-14">Monday</TIMEX3>
and lay there for <TIMEX3 tid="t2" type="DURATION" value="P4D">three days</TIMEX3>.

It had sailed <TIMEX3 tid="t3" type="DATE" value="PAST_REF">once</TIMEX3>, they said yesterday.
</TEXT></TimeML>
"""


@pytest.fixture
def document(tmp_path: Path) -> timebank.Document:
    path = tmp_path / "ferry.tml"
    path.write_text(TIMEML, encoding="utf-8")
    return timebank.read(path)


def test_a_document_has_its_annotations_and_its_day(document):
    assert document.written == date(2024, 10, 17)
    words = [document.text[each.start : each.end] for each in document.expressions]
    assert words == ["Monday", "three days", "once"]
    assert [document.text[start:end] for start, end in document.given] == ["Oct. 17"]


def test_what_is_found_and_right_is_counted(document):
    counts = timebank.count([document])
    # "Monday" is right, "three days" has another value, "once" is not found, "yesterday" is one too many.
    assert (counts["wanted"], counts["found"], counts["overlap"], counts["value"]) == (3, 3, 2, 1)
    assert timebank.row(counts)["value F1"] == pytest.approx(2 / 6)
    assert timebank.by_type(counts, "DURATION") == {"expressions": 1, "recall": 1.0, "right value": 0.0}


def result(text: str, kind: str, **alternative: str) -> datespecs.Result:
    return datespecs.Result(0, len(text), text, kind, ({"timex": "", **alternative},))


def case(text: str, kind: str, **alternative: str) -> datespecs.Case:
    return datespecs.Case(text, date(2024, 10, 17), (result(text, kind, **alternative),))


@pytest.mark.parametrize(
    ("text", "kind", "alternative", "right"),
    [
        ("last Monday", "date", {"date": "2024-10-14"}, True),
        ("last Monday", "date", {"date": "2024-10-07"}, False),
        ("Feb. 30", "date", {"date": "0001-01-01"}, True),
        ("Monday at 9 a.m. there", "datetime", {"dateTime": "2024-10-14 09:00:00"}, True),
        ("Monday at 9 a.m. there", "datetime", {"dateTime": "2024-10-14 10:00:00"}, False),
        ("10 p.m.", "time", {"time": "22:00:00"}, True),
        ("half a year", "duration", {"duration": "15768000"}, True),
        ("two years", "duration", {"duration": "31536000"}, False),
        ("every Monday", "set", {"timex": "XXXX-WXX-1"}, True),
        ("daily", "set", {"timex": "P1W"}, False),
        ("May 2024", "daterange", {"startDate": "2024-05-01", "endDate": "2024-06-01"}, True),
        ("from May 3 to 7, 2024", "daterange", {"startDate": "2024-05-03", "endDate": "2024-05-09"}, False),
        ("late May 2024", "daterange", {"startDate": "2024-05-16", "endDate": "2024-06-01", "timex": "2024-05"}, True),
        ("last summer", "daterange", {"timex": "SU"}, True),
        ("Monday morning", "datetimerange", {"startDateTime": "2024-10-14 08:00", "timex": "XXXX-WXX-1TMO"}, True),
    ],
)
def test_a_case_is_right_if_it_means_an_alternative(text, kind, alternative, right):
    assert datespecs.is_right(case(text, kind, **alternative)) is right


@pytest.mark.parametrize(
    ("text", "kind", "alternative", "rule"),
    [
        ("last Monday", "date", {"date": "2024-10-14"}, ""),
        ("4/22", "date", {"date": "2024-04-22"}, "figures"),
        ("the 27th", "date", {"date": "2024-10-27", "timex": "XXXX-XX-27"}, "bare_day"),
        ("3h", "duration", {"duration": "10800"}, "chat"),
        ("two weeks ago", "date", {"date": "2024-10-03"}, "exact"),
        ("between 5 and 6 pm", "timerange", {"timex": "(T17,T18,PT1H)"}, "hours"),
    ],
)
def test_a_case_is_left_out_by_the_rule_that_says_why(text, kind, alternative, rule):
    assert datespecs.reason(case(text, kind, **alternative)) == rule


def test_cases_are_read_with_the_capitals_of_news(tmp_path: Path):
    raw = {
        "Input": "back on may day or monday",
        "Context": {"ReferenceDateTime": "2024-10-17T00:00:00"},
        "Results": [
            {
                "Text": "monday",
                "Start": 19,
                "Length": 6,
                "Type": "date",
                "Value": {"Timex": "XXXX-WXX-1", "PastResolution": {"date": "2024-10-14"}, "FutureResolution": {}},
            }
        ],
    }
    path = tmp_path / "Cases.json"
    path.write_text("\ufeff" + json.dumps([raw, {"Input": "nothing", "Results": []}]), encoding="utf-8")
    (found,) = datespecs.cases(path)
    assert found.text == "back on may day or Monday"
    assert found.results[0].alternatives[0] == {"date": "2024-10-14", "timex": "XXXX-WXX-1", "Mod": ""}


def test_lengths_are_counted_in_seconds():
    assert datespecs.seconds("P1DT2H") == 93_600
    assert datespecs.seconds("PXW") is None
