"""The measures on simulated stories: what is right scores as right, and each mistake gets its name."""

import pytest

from benchmarks.simulator import story
from benchmarks.simulator.baselines import SYSTEMS, origins
from benchmarks.simulator.cost import STAGES, Cost, exponent
from benchmarks.simulator.counts import counted, judged, judged_claims, places, true_links, true_stemma
from benchmarks.simulator.edges import Judge, ancestors, calibration_error, chances, f1, reprints, scored
from benchmarks.simulator.evidence import WITHOUT, publishers, tree
from benchmarks.simulator.measure import Traced, count_scores, lineage_scores, traced
from benchmarks.simulator.part import bounds, cost_table
from stemma.lineage.evidence import ALL
from stemma.model import Stemma

NOTHING = Stemma((), (), ())


@pytest.fixture(scope="module")
def one() -> Traced:
    (found,) = traced([11])
    return found


@pytest.mark.parametrize("seed", [0, 4, 9])
def test_the_true_tree_is_right(seed: int):
    made = story(seed)
    judge, true = Judge(made), true_stemma(made)
    counts = scored(judge, judge.found(true))
    assert f1(counts) == 1
    assert counts["right"] == len(judge.true)
    assert scored(judge, ())["missed"] == len(judge.true)


def test_lost_ancestors_are_found_where_heirs_are_named():
    made = next(found for found in map(story, range(50)) if any(not lost.named for lost in found.truth.lost))
    counts = ancestors(made, true_stemma(made))
    assert counts["lost found"] == counts["lost"] > 0
    assert counts["given right"] == counts["given"]
    assert ancestors(made, NOTHING)["lost found"] == 0


def test_each_wrong_edge_gets_its_name():
    made = next(found for found in map(story, range(50)) if len(found.truth.edges) > 12)
    judge = Judge(made)
    child, parent = next(
        pair for pair in sorted(judge.true) if not pair[1].startswith("~") and pair[::-1] not in judge.true
    )
    assert judge.mistake((parent, child)) == "turned round"
    assert judge.mistake((child, "~Nobody's Gazette")) == "no such source"
    strangers = next((a, b) for a in judge.above for b in judge.above if a != b and not judge.above[a] & judge.above[b])
    assert judge.mistake(strangers) == "strangers"


def test_an_outlet_whose_report_is_here_is_that_report():
    made = story(0)
    first, second = made.reports[:2]
    assert Judge(made).pair(first.id, second.outlet, outside=True) == (first.id, second.id)
    assert Judge(made).pair(first.id, "Nobody's Gazette", outside=True) == (first.id, "~Nobody's Gazette")


def test_prints_are_found_in_the_true_tree_and_not_without_one():
    made = next(found for found in map(story, range(50)) if found.truth.reprints and found.truth.speeches)
    judge = Judge(made)
    found = reprints(made, judge, true_stemma(made))
    assert found["prints found"] == found["prints"] > 0
    assert found["hearers joined"] == 0
    assert reprints(made, judge, NOTHING)["prints found"] == 0


def test_calibration_is_the_mean_gap_between_chance_and_truth():
    assert calibration_error([]) is None
    assert calibration_error([(1.0, True), (1.0, True)]) == 0
    assert calibration_error([(0.9, True), (0.9, False)]) == pytest.approx(0.4)
    assert calibration_error([(0.05, False)] * 3 + [(0.95, False)]) == pytest.approx((3 * 0.05 + 0.95) / 4)


def test_counts_without_any_joining_are_the_reports_that_tell_a_claim():
    made = story(0)
    for claim in made.truth.claims:
        assert origins(claim, ()) == len({mention.report for mention in claim.mentions})
    claim = max(made.truth.claims, key=lambda each: len(each.mentions))
    tellers = sorted({mention.report for mention in claim.mentions})
    assert origins(claim, [(teller, "~Agency") for teller in tellers]) == 1


def test_simple_systems_give_pairs_of_reports(one: Traced):
    ids = {report.id for report in one.reports}
    for name, system in SYSTEMS.items():
        pairs = list(system(one.judge, one.reports))
        assert all(report in ids and report != to for report, to in pairs), name
    assert not list(SYSTEMS["number of outlets (no lineage)"](one.judge, one.reports))


def test_true_links_put_each_claim_into_one_group(one: Traced):
    right = true_links(one.made, one.readings, one.links)
    where = places(one.readings)
    group_of = {mention: number for number, group in enumerate(right.groups) for mention in group}
    assert sorted(group_of) == sorted(mention for group in one.links.groups for mention in group)
    for claim in judged_claims(one.made):
        found = {group_of[mention.id] for each in claim.mentions if (mention := where.at(each)) is not None}
        assert len(found) <= 1


def test_a_claim_that_is_not_found_has_no_count(one: Traced):
    claim = judged_claims(one.made)[0]
    assert counted(claim, places(one.readings), {}) is None
    assert judged(claim, None) == {"exact": False, "min": False, "holds": False}
    assert judged(claim, claim.independent) == {"exact": True, "min": True, "holds": True}


def test_probabilities_are_those_of_edges(one: Traced):
    found = chances(one.judge, true_stemma(one.made))
    assert len(found) == len(one.judge.true)
    assert all(right for _, right in found)


def test_nothing_to_judge_is_not_zero():
    assert lineage_scores(scored(Judge(story(0, 2)), ()))["lost ancestors, recall"] is None
    assert count_scores([])["count, exact"] is None


def test_growth_is_the_slope_of_the_logarithms():
    grown = [Cost(size, dict.fromkeys(STAGES, size**1.5 / 5), 50.0) for size in (100, 1_000, 10_000)]
    assert exponent(grown) == pytest.approx(1.5)
    assert exponent(grown, "links") == pytest.approx(1.5)
    assert exponent(grown[:1]) is None
    assert bounds(grown[:2]) == {"simulator_exponent": pytest.approx(1.5)}
    assert set(bounds(grown)) == {"simulator_exponent", "simulator_seconds", "simulator_mb"}
    assert cost_table(grown).rows[-1][0] == "exponent"


def test_each_kind_of_evidence_is_left_out_once(one: Traced):
    assert set(WITHOUT.values()) == {ALL - {kind} for kind in ALL}
    spoken = tree(one.made, one.readings, one.links, WITHOUT["without citations"])
    assert not any(edge.kind == "cites" and edge.reason == "names it as the source" for edge in spoken.edges)


def test_publishers_of_a_story_stand_in_for_the_table(one: Traced):
    found = publishers(one.made)
    assert {outlet for publisher in found for outlet in publisher.outlets} == set(one.made.families)
    assert {publisher.kind for publisher in found} <= {"owner", "transport"}
