"""The simple systems: what each finds in a small story, and that its spans are true."""

from benchmarks.baselines import count_one, count_outlets, equal_words, patterns, sentences, speaker
from benchmarks.perfect import perfect
from benchmarks.scoring import score
from benchmarks.shapes import Export, Report
from tests.benchmarks.fictional import GOLD, TEXTS, faulty

REPORTS: list[Report] = [
    {
        "id": "a",
        "file": "a.txt",
        "text": (
            "Ferry strands forty\nA ferry ran aground off Skarn Island on Friday night. “Nobody was hurt,” the "
            "coastguard said. According to Marta Olsen, the engine failed twice. All of them were rescued. (Reuters)"
        ),
    },
    {
        "id": "b",
        "file": "b.txt",
        "text": (
            "Ferry aground\nA ferry ran aground off Skarn Island on Friday night. Officials said the engine had failed "
            "twice. It was rescued of them all."
        ),
    },
]


def texts(export: Export, claim: int) -> list[str]:
    by_id = {report["id"]: report["text"] for report in export["reports"]}
    return [by_id[each["report"]][each["start"] : each["end"]] for each in export["claims"][claim]["mentions"]]


def test_sentences_are_stretches_of_the_text():
    found = list(sentences(REPORTS[0]))
    assert [each.text for each in found] == [
        "A ferry ran aground off Skarn Island on Friday night.",
        "“Nobody was hurt,” the coastguard said.",
        "According to Marta Olsen, the engine failed twice.",
        "All of them were rescued.",
    ]
    assert all(REPORTS[0]["text"][each.start : each.end] == each.text for each in found)


def test_equal_words_link_equal_sentences_only():
    export = equal_words(REPORTS)
    assert texts(export, 0) == ["A ferry ran aground off Skarn Island on Friday night."] * 2
    assert [len(claim["mentions"]) for claim in export["claims"]] == [2, 1, 1, 1, 1, 1]
    assert all(not mention["chain"] for claim in export["claims"] for mention in claim["mentions"])


def test_patterns_read_speakers_and_agencies():
    export = patterns(REPORTS)
    chains = {
        texts(export, place)[number]: mention["chain"]
        for place, claim in enumerate(export["claims"])
        for number, mention in enumerate(claim["mentions"])
    }
    assert chains["According to Marta Olsen, the engine failed twice."] == [{"name": "Marta Olsen"}]
    assert chains["Officials said the engine had failed twice."] == [{"name": "Officials"}]
    assert chains["All of them were rescued."] == []
    assert export["lineage"] == [{"from": "a", "to": "Reuters", "kind": "cites"}]


def test_patterns_link_near_sentences():
    export = patterns(REPORTS)
    assert texts(export, 0) == ["A ferry ran aground off Skarn Island on Friday night."] * 2
    assert all(claim["independent"] == [1, 1] for claim in export["claims"])


def test_speaker_after_the_verb():
    assert speaker("The road will open in May, said Ada Brandt of the council.") == [{"name": "Ada Brandt"}]


def test_counts_replace_only_the_count():
    one, outlets = count_one(faulty()), count_outlets(faulty())
    assert [claim["independent"] for claim in one["claims"]] == [[1, 1], [1, 1]]
    assert [claim["independent"] for claim in outlets["claims"]] == [[2, 2], [1, 1]]
    for export in (one, outlets):
        assert [claim["mentions"] for claim in export["claims"]] == [claim["mentions"] for claim in faulty()["claims"]]


def test_always_one_scores_what_the_gold_story_has():
    row = score(GOLD, count_one(perfect(GOLD, TEXTS))).row()
    assert (row["links"], row["count"], row["several"]) == (1, 2 / 3, 1)


def test_systems_give_the_same_twice():
    assert patterns(REPORTS) == patterns(REPORTS)
    assert equal_words(REPORTS) == equal_words(REPORTS)
