"""Events with their claims: our own text keeps its form, and the stories left out stay out."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.simulator.pool import pool
from training.corpora.claims import FOLDER, Told, events, left_out, simulated


def test_an_event_is_read_claim_by_claim(tmp_path: Path) -> None:
    text = "= A bridge falls\n@ dead\n- two people died\n- the fall killed a couple\n@ hurt\n- two were hurt\n"
    (tmp_path / "bridge.txt").write_text(text, encoding="utf-8")
    assert events(tmp_path) == [
        [
            Told("bridge", "dead", "two people died"),
            Told("bridge", "dead", "the fall killed a couple"),
            Told("bridge", "hurt", "two were hurt"),
        ]
    ]


@pytest.mark.parametrize("line", ["two people died", "- two people died", "@"])
def test_a_line_that_is_nothing_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    (tmp_path / "bridge.txt").write_text(f"= A bridge falls\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bridge\.txt:2"):
        events(tmp_path)


def test_our_text_tells_every_claim_in_several_words_of_its_own() -> None:
    told = events()
    assert len(told) == len(list(FOLDER.glob("*.txt")))
    for event in told:
        assert len({each.claim for each in event}) >= 10, event[0].event
        tellings = Counter(each.claim for each in event)
        assert min(tellings.values()) >= 4, event[0].event
        words = Counter(each.text for each in event)
        assert max(words.values()) == 1, words.most_common(1)


def test_no_story_of_the_kind_left_out_is_trained_on() -> None:
    trained, kept = simulated(8, "storm"), left_out(8, "storm")
    assert trained
    assert kept
    assert len(trained) + len(kept) == 8
    assert not {told[0].event for told in trained} & {made.name for made in kept}
    facts = {fact.id: kind.name for kind in pool("tuning").kinds for fact in kind.facts if kind.name == "storm"}
    common = {fact.id for kind in pool("tuning").kinds for fact in kind.facts if kind.name != "storm"}
    told = {each.claim.partition(".")[2].partition(":")[0] for event in trained for each in event}
    assert not told & (facts.keys() - common)
