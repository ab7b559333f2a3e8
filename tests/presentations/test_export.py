import json
from typing import get_args

import jsonschema
import pytest

from stemma import model
from stemma.presentations.export import export_schema, export_story
from tests.presentations.ferry import STORY

SCHEMA = export_schema()
EXPORTED = json.loads(json.dumps(export_story(STORY)))


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_export_follows_the_schema():
    checker = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    assert [error.message for error in checker.iter_errors(EXPORTED)] == []


@pytest.mark.parametrize("key", sorted(EXPORTED))
def test_schema_misses_what_is_missing(key):
    lacking = {name: value for name, value in EXPORTED.items() if name != key}
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(lacking)


def test_schema_refuses_what_it_does_not_know():
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(EXPORTED | {"more": 1})


def stretches(value, report=""):
    """Every object with `text`, `start` and `end`, and the report that it stands in."""
    if isinstance(value, dict):
        report = value.get("report") or value.get("from") or report
        if {"start", "end", "text"} <= set(value):
            yield report, value
        for one in value.values():
            yield from stretches(one, report)
    elif isinstance(value, list):
        for one in value:
            yield from stretches(one, report)


def test_every_text_stands_where_it_says():
    texts = {report["id"]: report["text"] for report in EXPORTED["reports"]}
    found = list(stretches({key: value for key, value in EXPORTED.items() if key != "reports"}))
    assert len(found) > 40
    for report, stretch in found:
        assert texts[report][stretch["start"] : stretch["end"]] == stretch["text"]


def test_origins_name_reports():
    (first, second) = EXPORTED["claims"][0]["origins"]
    assert first["mentions"] == ["r-coast", "r-gazette"]
    assert second["mentions"] == ["r-echo"]


def test_chain_and_count_are_kept():
    claim = EXPORTED["claims"][2]
    assert claim["independent"] == [1, 1]
    assert [hop["name"] for hop in claim["mentions"][1]["chain"]] == ["Coast Wire", "two crew members"]


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (("hop", "kind"), model.SourceKind),
        (("edge", "kind"), model.EdgeKind),
        (("disagreement", "kind"), model.DisagreementKind),
        (("mention", "commitment"), model.Commitment),
        (("mention", "strength"), model.Strength),
        (("figure", "bound"), model.Bound),
        (("figure", "kind"), model.FigureKind),
        (("when", "precision"), model.Precision),
        (("party", "kind"), model.EntityKind),
        (("omission", "kind"), model.OmissionKind),
        (("block", "kind"), model.BlockKind),
    ],
)
def test_schema_knows_every_kind(place, kind):
    owner, field = place
    schema = SCHEMA["$defs"][owner]["properties"][field]
    schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema
    assert schema["enum"] == list(get_args(kind))


def test_schema_knows_every_kind_of_place_and_that_it_may_be_unknown():
    assert SCHEMA["$defs"]["place"]["properties"]["kind"]["enum"] == [*get_args(model.PlaceKind), None]


def test_what_makes_no_claim_is_exported_apart():
    (one,) = EXPORTED["no_claims"]
    assert (one["text"], one["stance"]) == ("The old one was a disgrace", "opinion")
    assert [hop["name"] for hop in one["chain"]] == ["Ada Moss"]
    claimed = {mention["id"] for claim in EXPORTED["claims"] for mention in claim["mentions"]}
    assert one["id"] not in claimed
