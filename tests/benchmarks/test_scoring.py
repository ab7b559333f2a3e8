"""The measures, on a story whose values are worked out by hand, and against the script that defined them."""

import copy
import importlib.util
import json
from pathlib import Path
from random import Random
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.matching import folded, locate, overlap, same_name
from benchmarks.perfect import perfect
from benchmarks.scoring import score
from benchmarks.shapes import Export, Gold
from benchmarks.tally import MEASURES, Tally, pooled
from tests.benchmarks.fictional import GOLD, TEXTS, faulty

SHARED = Path(__file__).resolve().parents[3] / "shared"
SCRIPT = SHARED / "gold" / "score.py"
needs_shared = pytest.mark.skipif(not SCRIPT.exists(), reason="the gold stories are not at hand")


def test_values_worked_out_by_hand():
    assert score(GOLD, faulty()).row() == {
        "mentions": 4 / 5,  # the second report's "30 people were moved" is missing
        "links": 2 * 1 / (2 * 1 + 1 + 1),  # the bridge is linked; the people are not, but linked to the engineers
        "nearest": 3 / 5,  # Roth is given for what the second report says itself; the missing mention has no hop
        "root": 3 / 5,
        "nested": 1 / 1,
        "count": 2 / 3,  # the bridge has [1, 1] instead of [1, 2]
        "bound": 3 / 3,
        "several": 1 / 1,  # min is right, max one too low
        "lineage": 2 * 1 / (2 * 1 + 1 + 1),  # the second report's parent is the first, not what that cites
        "disagree": 1 / 1,
    }


def test_perfect_trace_is_right_everywhere():
    assert score(GOLD, perfect(GOLD, TEXTS)).row() == dict.fromkeys(MEASURES, 1.0)


def test_disagreement_of_another_kind_is_not_found():
    traced = faulty()
    traced["disagreements"][0]["kind"] = "scope"
    assert score(GOLD, traced).row()["disagree"] == 0


def test_disagreement_with_one_side_is_not_found():
    traced = faulty()
    traced["disagreements"][0]["sides"].pop()
    assert score(GOLD, traced).row()["disagree"] == 0


def test_hops_out_of_order_are_not_nested():
    traced = perfect(GOLD, TEXTS)
    traced["claims"][2]["mentions"][0]["chain"].reverse()
    assert score(GOLD, traced).row()["nested"] == 0


def test_claim_with_less_than_half_of_the_mentions_has_no_count():
    gold = copy.deepcopy(GOLD)
    gold["claims"][2]["mentions"] = [*GOLD["claims"][1]["mentions"], *GOLD["claims"][2]["mentions"]]
    traced = perfect(GOLD, TEXTS)
    traced["claims"] = traced["claims"][2:]
    # One of the three mentions of the last gold claim is left, which is too little to say which claim it is.
    assert score(gold, traced).row()["bound"] == 0


def test_report_that_was_not_read_loses_its_mentions():
    traced = perfect(GOLD, TEXTS)
    traced["reports"] = traced["reports"][:1]
    row = score(GOLD, traced).row()
    assert row["mentions"] == 3 / 5
    assert row["disagree"] == 0


def test_nothing_to_judge_is_not_zero():
    empty: Gold = {"story": "none", "reports": [], "claims": [], "disagreements": [], "lineage": []}
    nothing: Export = {"reports": [], "claims": [], "lineage": [], "disagreements": []}
    assert score(empty, nothing).row() == dict.fromkeys(MEASURES, None)


def test_counts_of_stories_add_up():
    right, wrong = Tally(), Tally()
    right.add("root", right=True)
    wrong.add("root", right=False, of=3)
    assert pooled([right, wrong]).measure("root") == 1 / 4


@given(st.permutations(range(3)), st.permutations(range(2)))
def test_order_of_claims_and_reports_changes_nothing(claims: list[int], reports: list[int]):
    traced = perfect(GOLD, TEXTS)
    traced["claims"] = [traced["claims"][place] for place in claims]
    traced["reports"] = [traced["reports"][place] for place in reports]
    assert score(GOLD, traced).row() == dict.fromkeys(MEASURES, 1.0)


@given(st.text())
def test_folded_keeps_one_offset_for_each_character(text: str):
    body, offsets = folded(text)
    assert len(body) == len(offsets)
    assert offsets == sorted(offsets)


@given(st.text(alphabet="aB “’\n.", min_size=1), st.integers(0, 20), st.integers(1, 20))
def test_every_stretch_is_located(text: str, start: int, length: int):
    quote = text[start : start + length]
    span = locate(quote, text)
    if quote.strip():
        assert span is not None
        assert folded(text[slice(*span)])[0] == folded(quote)[0]
    else:
        assert span is None


spans = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda pair: (min(pair), max(pair)))


@given(spans, spans)
def test_overlap_is_mutual_and_a_share(left: tuple[int, int], right: tuple[int, int]):
    assert overlap(left, right) == overlap(right, left)
    assert 0 <= overlap(left, right) <= 1


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Mayor Ina Roth", "Roth", True),
        ("President Roth", "Ina Roth's", True),
        ("the Velm Courier", "Velm Courier report", True),
        ("Velm Courier", "Harbour Post", False),
        ("officials", "the officials", True),
        ("", "Roth", False),
    ],
)
def test_names_are_compared_by_what_tells_them_apart(left: str, right: str, same: bool):
    assert same_name(left, right) is same


# --- against the script that the gold stories come with ----------------------------------------------------------


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoilt(export: Export, seed: int) -> Export:
    """The trace with faults of every kind: moved and missing mentions, wrong chains, claims that run together, wrong
    counts, missing and turned edges, sides lost."""
    chance = Random(seed)
    spoiled = copy.deepcopy(export)
    claims = spoiled["claims"]
    for claim in claims:
        claim["id"] = chance.choice([claim["id"], claims[0]["id"]])
        claim["independent"] = [chance.randint(1, 2), chance.randint(2, 4)] if seed % 2 else claim["independent"]
        claim["mentions"] = [mention for mention in claim["mentions"] if chance.random() < 0.8]
        for mention in claim["mentions"]:
            shift = chance.randint(-40, 40)
            mention["start"], mention["end"] = mention["start"] + shift, mention["end"] + shift
            chance.shuffle(mention["chain"])
            if chance.random() < 0.2:
                mention["chain"] = mention["chain"][1:] or [{"name": "the mayor's office"}]
    spoiled["lineage"] = [edge for edge in spoiled["lineage"] if chance.random() < 0.7]
    spoiled["lineage"].append({"from": spoiled["reports"][0]["id"], "to": "Velm Courier", "kind": "cites"})
    for entry in spoiled["disagreements"]:
        entry["sides"] = entry["sides"][: chance.randint(1, 3)]
    return spoiled


def shared_gold() -> list[tuple[Gold, dict[str, str]]]:
    found = []
    for path in sorted((SHARED / "gold" / "dev").glob("*.json")):
        gold: Gold = json.loads(path.read_text(encoding="utf-8"))
        folder = SHARED / "data" / "stories" / "clusters" / gold["story"]
        reports = {
            each["id"]: json.loads((folder / each["file"]).read_text(encoding="utf-8")) for each in gold["reports"]
        }
        found.append((gold, {key: f"{report.get('title') or ''}\n{report['text']}" for key, report in reports.items()}))
    return found


@needs_shared
def test_fictional_story_scores_as_the_script_says():
    module = script()
    assert module.row(module.score(GOLD, faulty())) == score(GOLD, faulty()).row()


@needs_shared
def test_gold_stories_score_as_the_script_says():
    module = script()
    for gold, texts in shared_gold():
        best = perfect(gold, texts)
        assert set(score(gold, best).row().values()) <= {1.0, None}, gold["story"]
        for seed in range(6):
            traced = spoilt(best, seed)
            assert module.row(module.score(gold, traced)) == score(gold, traced).row(), (gold["story"], seed)
