"""The simulator: its stories are well made, and the truth about them is consistent."""

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.simulator import Noise, story
from benchmarks.simulator.__main__ import lines
from benchmarks.simulator.edges import Judge
from benchmarks.simulator.numerals import in_words, rounded
from benchmarks.simulator.pool import Split, pool
from benchmarks.simulator.wording import drawn, filled, redrawn, template

SPLITS: tuple[Split, ...] = ("tuning", "dev", "held_out")
LEAST_WORDINGS, LEAST_KINDS = 4, 4
SEEDS = st.integers(0, 10_000)
splits = st.sampled_from(SPLITS)
few = settings(max_examples=15)


# --- the texts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("split", SPLITS)
def test_each_fact_can_be_told_by_several_reporters(split: Split):
    kinds = pool(split).kinds
    assert len(kinds) >= LEAST_KINDS
    for kind in kinds:
        assert len(kind.facts) > 15
        for fact in kind.facts:
            assert set(fact.sources) <= set(kind.sources), f"{kind.name} {fact.id}"
            assert len(set(fact.say)) >= LEAST_WORDINGS or (fact.kind == "quote" and fact.quotes), (
                f"{kind.name} {fact.id}"
            )
            assert not fact.act or fact.act in kind.sources


@pytest.mark.parametrize("split", SPLITS)
def test_every_slot_of_every_wording_can_be_filled(split: Split):
    known = {"S", "day", "next_day", "later_day", "will", "is", "was", "are", "has", "have", "can"}
    for kind in pool(split).kinds:
        texts = [text for fact in kind.facts for text in (*fact.say, *fact.head, *fact.quotes)] + list(kind.stock)
        for text in texts:
            assert set(re.findall(r"\{(\w+)\}", text)) <= known | set(kind.slots), text


@pytest.mark.parametrize(("one", "other"), [*combinations(SPLITS, 2)])
def test_the_splits_share_no_text(one: Split, other: Split):
    left, right = pool(one), pool(other)
    assert not {kind.name for kind in left.kinds} & {kind.name for kind in right.kinds}
    for name in set(left.names) - {"storms"}:
        assert not set(left.names[name]) & set(right.names.get(name, ())), name
    shared = {"own_credit": {"dateline", ""}}
    for name in left.phrases:
        alike = set(left.phrases[name]) & set(right.phrases[name])
        assert not alike - shared.get(name, {"{S} said {c}.", "{S} said that {c}."}), name
    wordings = [{text for kind in each.kinds for fact in kind.facts for text in fact.say} for each in (left, right)]
    assert not wordings[0] & wordings[1]


def test_templates_give_each_choice():
    made = template("<at noon> (police|officers) (arrested (two|three) men|made arrests) [in the port]")
    assert made.ways == (2, 2, 2, 2, 2)
    assert filled(made, (0, 0, 0, 0, 0), front=True) == "police arrested two men in the port at noon"
    assert filled(made, (1, 1, 0, 1, 1), front=True) == "at noon, officers arrested three men"
    assert filled(made, (1, 1, 1, 1, 1), front=False) == "officers made arrests at noon"


@pytest.mark.parametrize("broken", ["(a|b", "a]", "[a", "<a)"])
def test_a_broken_template_is_refused(broken: str):
    with pytest.raises(ValueError, match="bracket"):
        template(broken)


@given(st.randoms(use_true_random=False))
def test_what_was_left_out_does_not_come_back(rng):
    made = template("a [b] (c|d) [e [f]]")
    old = drawn(rng, made)
    new = redrawn(rng, made, old, 1.0)
    words = [filled(made, choices, front=False).split() for choices in (old, new)]
    assert set(words[1]) & {"b", "e", "f"} <= set(words[0]) & {"b", "e", "f"}
    assert ("c" in words[0]) != ("c" in words[1])


@given(st.integers(20, 100_000))
def test_a_rounded_figure_fits(number: int):
    near = int(re.sub(r"\D", "", rounded(number)))
    assert abs(near - number) <= 0.05 * number


@pytest.mark.parametrize(
    ("number", "words"), [(0, "zero"), (13, "thirteen"), (20, "twenty"), (46, "forty-six"), (99, "ninety-nine")]
)
def test_figures_in_words(number: int, words: str):
    assert in_words(number) == words


# --- the stories ------------------------------------------------------------------------------------------


@few
@given(SEEDS, splits)
def test_the_same_seed_gives_the_same_story(seed: int, split: Split):
    first, second = story(seed, split=split), story(seed, split=split)
    assert first.files == second.files
    assert first.truth == second.truth


@few
@example(217, "held_out", 14)  # A word that is swapped for another is a slot's name, too.
@given(SEEDS, splits, st.integers(5, 70))
def test_a_story_has_the_reports_asked_for(seed: int, split: Split, number: int):
    made = story(seed, number, split=split)
    assert len({report.id for report in made.reports}) == len(made.files) == number
    assert not any("{" in report.text or "|" in report.text for report in made.reports)


@few
@given(SEEDS, splits)
def test_mentions_stand_where_the_truth_says(seed: int, split: Split):
    made = story(seed, split=split)
    texts = {report.id: report.text for report in made.reports}
    for claim in made.truth.claims:
        assert len({mention.report for mention in claim.mentions}) > 1
        for mention in claim.mentions:
            words = texts[mention.report][mention.start : mention.end]
            assert words == words.strip(" .,")
            assert words
            assert "\n" not in words
            assert mention.start > texts[mention.report].index("\n")


@few
@given(SEEDS, splits)
def test_counts_hold_the_number_of_true_origins(seed: int, split: Split):
    for claim in story(seed, split=split).truth.claims:
        low, high = claim.independent
        assert 1 <= low <= claim.really <= high
        assert low == max(1, len(claim.sure))
        assert not set(claim.sure) & set(claim.unsure)


@few
@given(SEEDS, splits)
def test_edges_join_reports_and_outlets_that_have_none_here(seed: int, split: Split):
    made = story(seed, split=split)
    ids, outlets = {report.id for report in made.reports}, {report.outlet for report in made.reports}
    for edge in made.truth.edges:
        assert edge.report in ids
        assert edge.to != edge.report
        assert edge.to not in outlets if edge.outside else edge.to in ids
        assert edge.kinds
    for lost in made.truth.lost:
        assert lost.outlet not in outlets
        assert len(set(lost.reports)) > 1
        assert set(lost.reports) <= ids
        assert set(lost.passages) == set(lost.reports)
        assert all(any(p.start < p.end for p in passages) for passages in lost.passages.values())
    pairs = {(edge.report, edge.to) for edge in made.truth.edges}
    assert all((a, b) in pairs and (b, a) in pairs for a, b in made.truth.loops)


VERBATIM = Noise(light=0, heavy=0, misspelt=0, wrong_figure=0, wrong_day=0, copy=0, local_lost=0)


@few
@given(SEEDS, splits)
def test_a_verbatim_copy_shares_its_text(seed: int, split: Split):
    made = story(seed, noise=VERBATIM, split=split)
    texts = {report.id: report.text for report in made.reports}
    for edge in made.truth.edges:
        for passage in edge.passages if not edge.outside else ():
            ours, theirs = texts[edge.report], texts[edge.to]
            here, there = ours[passage.start : passage.end], theirs[passage.other_start : passage.other_end]
            # A name stands in full where a report first has it, and whose reporter it was may be left out.
            assert SequenceMatcher(None, here.split(), there.split(), autojunk=False).ratio() > 0.3


@few
@given(SEEDS, splits)
def test_reporters_who_rest_on_nothing_in_common_share_no_sentence(seed: int, split: Split):
    made = story(seed, split=split)
    above = Judge(made).above
    sentences = {report.id: _sentences(report.text, split) for report in made.reports}
    for left, right in combinations(sorted(sentences), 2):
        if not above[left] & above[right]:
            assert not sentences[left] & sentences[right]


def _sentences(text: str, split: Split) -> set[str]:
    """The sentences of a body that are no quotation, and not among those that everybody uses or has from a party."""
    common = [*pool(split).phrases["formulas"], *(line for kind in pool(split).kinds for line in kind.stock)]
    patterns = [re.sub(r"\\{\w+\\}", ".+", re.escape(sentence)) for sentence in common]
    found = (part for line in text.split("\n")[1:] for part in re.split(r"(?<=\.) (?=[A-Z])", line))
    return {
        sentence
        for sentence in found
        if len(sentence.split()) > 6
        and "“" not in sentence
        and not any(re.fullmatch(pattern, sentence) for pattern in patterns)
    }


def test_hearers_of_a_speech_share_quotations_and_nothing_else():
    made = story(3, noise=Noise(speech=0.6, reprint=0.2, staff=0.2, follow=0, copy=0, feed=0))
    (heard,) = made.truth.speeches
    above = Judge(made).above
    texts = {report.id: report.text for report in made.reports}
    quoted = [set(re.findall(r"“([^”]+?)[.,]?”", texts[report])) for report in heard]
    assert any(a & b for a, b in combinations(quoted, 2))
    assert not any(above[a] & above[b] for a, b in combinations(heard, 2))


def test_a_story_can_be_read_by_people():
    text = "\n".join(lines(story(1, 8)))
    assert "[1] " in text
    assert " rests on " in text
    assert "really " in text
