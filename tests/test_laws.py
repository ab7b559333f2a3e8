"""Laws that hold for a whole story, from the files to the findings.

Most are looked at on the demonstration story, report by report; what can vary is drawn by Hypothesis.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stemma.documents import read
from stemma.findings import find
from stemma.intake import understand
from stemma.model import Dating, File, Mention, Reading, Report, Stemma, Story
from stemma.pipeline import compare, trace
from stemma.presentations.export import export_story
from stemma.settings import Settings
from stemma.store import open_story

EXAMPLES = Path(__file__).resolve().parents[1] / "src" / "stemma" / "examples" / "story"
FILES = sorted(path.name for path in EXAMPLES.iterdir())
HERE = Settings(processes=1)
few = settings(max_examples=6, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Story, Path]:
    """The demonstration story, traced, and the file that keeps it."""
    path = tmp_path_factory.mktemp("laws") / "demo.stemma"
    with open_story(path, write=True) as store:
        story, refusals = trace([EXAMPLES], HERE, store)
    assert refusals == ()
    return story, path


@pytest.fixture(scope="module")
def demo(kept: tuple[Story, Path]) -> Story:
    return kept[0]


# --- spans -----------------------------------------------------------------------------------------------------------

Spans = Iterator[tuple[str, dict[str, Any]]]


def spans(node: Any, texts: dict[str, str], report: str = "") -> Spans:
    """Every object with `start` and `end` in the export, with the report that its offsets count in."""
    if isinstance(node, list):
        for item in node:
            yield from spans(item, texts, report)
    if isinstance(node, dict):
        named = (node.get(key) for key in ("report", "from", "id"))
        report = next((name for name in named if isinstance(name, str) and name in texts), report)
        if "start" in node and "end" in node:
            yield report, node
        for item in node.values():
            yield from spans(item, texts, report)


def test_every_span_of_the_export_is_exact(demo: Story):
    exported = json.loads(json.dumps(export_story(demo)))
    texts = {report["id"]: report["text"] for report in exported["reports"]}
    found = list(spans(exported, texts))
    assert len(found) > 1000
    for report, span in found:
        words = texts[report][span["start"] : span["end"]]
        assert 0 <= span["start"] < span["end"] <= len(texts[report]), span
        assert words == words.strip(), span
        assert span.get("text", words) == words
    for claim in exported["claims"]:
        assert claim["statement"] in texts[claim["statement_from"]["report"]]


def test_nothing_stands_on_what_was_set_aside(demo: Story):
    for reading in demo.readings:
        furniture = [block for block in reading.report.blocks if block.kind == "boilerplate"]
        for mention in reading.mentions:
            assert not any(mention.start < block.end and block.start < mention.end for block in furniture)


# --- writing and reading ---------------------------------------------------------------------------------------------


def test_a_story_written_and_read_back_is_equal(kept: tuple[Story, Path]):
    story, path = kept
    with open_story(path, write=False) as store:
        assert store.story() == story


# --- order, and where the work is done -------------------------------------------------------------------------------


@few
@given(st.data())
def test_the_order_of_the_reports_changes_nothing(demo: Story, data: st.DataObject):
    readings = data.draw(st.permutations(demo.readings))
    assert compare(readings) == demo


def test_the_order_of_the_files_changes_nothing(demo: Story):
    story, _ = trace([EXAMPLES / name for name in reversed(FILES)], HERE)
    assert story == demo


def test_adding_reports_one_after_another_gives_the_same_story(demo: Story, tmp_path: Path):
    for part in (FILES[::2], FILES[1::2]):
        with open_story(tmp_path / "parts.stemma", write=True) as store:
            story, _ = trace([EXAMPLES / name for name in part], HERE, store)
    assert story == demo


def test_one_process_and_two_give_equal_stories(tmp_path: Path):
    for number in range(6):  # with these there are too many files for one process to do alone
        (tmp_path / f"{number}.txt").write_text(
            f"Ferry {number} delayed\n\nFerry {number} was delayed on Monday, the port authority said. It left at noon."
        )
    paths = [EXAMPLES, tmp_path]
    assert trace(paths, Settings(processes=2)) == trace(paths, HERE)


# --- copies ----------------------------------------------------------------------------------------------------------


def copy_of(report: Report, days: int = 2) -> Report:
    """The same text in another outlet, some days later than anything in the story."""
    last = max(filter(None, (report.dating.earliest, report.dating.latest)), default=None)
    later = Dating(last + timedelta(days), last + timedelta(days), "given") if last else report.dating
    return replace(report, id="r-copy", file="copy.txt", outlet="The Morning Copy", url="", dating=later)


def raised(before: Story, after: Story) -> list[str]:
    """The claims of which an end of the count is higher than in any claim before that they share a mention with.

    Claims of the copy alone are another matter: see the test below.
    """
    counts = {mention: claim.independent for claim in before.findings.claims for mention in claim.mentions}
    text = {reading.report.id: reading.report.text for reading in after.readings}
    found = []
    for claim in after.findings.claims:
        known = [counts[mention] for mention in claim.mentions if mention in counts]
        limits = (max(low for low, _ in known), max(high for _, high in known)) if known else (0, 0)
        if claim.independent[0] > limits[0] or claim.independent[1] > limits[1]:
            place = claim.statement
            found.append(f"{limits} -> {claim.independent}: {text[place.report][place.start : place.end]}")
    return found


@pytest.fixture(scope="module", params=FILES)
def copied(demo: Story, request: pytest.FixtureRequest) -> tuple[Reading, Story]:
    """A report of the story, and the story with a copy of it."""
    (reading,) = (reading for reading in demo.readings if reading.report.file == request.param)
    return reading, compare([*demo.readings, understand(copy_of(reading.report))])


def test_a_verbatim_copy_raises_no_count(demo: Story, copied: tuple[Reading, Story]):
    assert raised(demo, copied[1]) == []


def test_a_verbatim_copy_adds_neither_text_nor_origin(demo: Story, copied: tuple[Reading, Story]):
    before, after = demo.findings.numbers, copied[1].findings.numbers
    assert (after.reports, after.distinct) == (before.reports + 1, before.distinct)
    assert after.origins <= before.origins


def test_a_verbatim_copy_stands_in_the_claims_of_its_original(copied: tuple[Reading, Story]):
    original, after = copied
    claim_of = {mention: claim.id for claim in after.findings.claims for mention in claim.mentions}
    (copy,) = (reading for reading in after.readings if reading.report.id == "r-copy")
    text = original.report.text
    assert [mention.start for mention in copy.mentions] == [mention.start for mention in original.mentions]
    stated = {mention.id for reading in after.readings for mention in reading.mentions if mention.stance == "claim"}
    assert stated == set(claim_of)
    strayed = [
        text[one.start : one.end]
        for one, other in zip(original.mentions, copy.mentions, strict=True)
        if claim_of.get(one.id) != claim_of.get(other.id)
    ]
    assert strayed == []


SENTENCES = (
    "The ferry Alma ran aground off Skarvik on Monday night.",
    "About 140 people were aboard, the coastguard said.",
    "“We had no warning of the fog,” said Petra Lind, the captain.",
    "Two officials said that the radar had failed an hour before.",
    "The company denied that the radar had failed.",
    "The harbour will stay closed until Friday.",
    "Nobody was hurt.",
)


def reported(name: str, outlet: str, sentences: Sequence[str]) -> Reading:
    """A report of some sentences, read from a JSON file as any other."""
    record = {"title": "", "text": "\n\n".join(sentences), "outlet": outlet, "date": "2031-03-04"}
    content = json.dumps(record).encode()
    (report,) = (outcome for outcome in read(File(f"{name}.json", name, content), HERE) if isinstance(outcome, Report))
    return understand(report)


some_sentences = st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=5, unique=True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(some_sentences, some_sentences, st.booleans())
def test_a_verbatim_copy_raises_no_count_in_small_stories(first: list[str], second: list[str], of_first: bool):
    readings = [reported("a", "Skarvik Post", first), reported("b", "The Coast", second)]
    before = compare(readings)
    after = compare([*readings, understand(copy_of(readings[0 if of_first else 1].report))])
    assert raised(before, after) == []


def test_hiding_the_lineage_lowers_no_maximum(demo: Story):
    bare = find(demo.readings, demo.links, Stemma((), (), ()))
    highest = {claim.mentions: claim.independent[1] for claim in bare.claims}
    lowered = [claim.id for claim in demo.findings.claims if highest[claim.mentions] < claim.independent[1]]
    assert lowered == []


# --- planned and done ------------------------------------------------------------------------------------------------

APART = ({"planned", "done"}, {"ordered", "done"}, {"planned", "ordered"}, {"denied", "done"})


def told(mention: Mention) -> str:
    """The commitment of a mention; that something was not so goes with its denial."""
    return "not done" if mention.commitment == "done" and mention.negated else mention.commitment


def mixed(story: Story) -> list[str]:
    """Claims that count what was planned, ordered or denied as the same thing done."""
    mentions = {mention.id: mention for reading in story.readings for mention in reading.mentions}
    texts = {reading.report.id: reading.report.text for reading in story.readings}
    return [
        f"{claim.id}: "
        + " | ".join(
            f"{one.commitment}: {texts[one.report][one.start : one.end]}"
            for one in map(mentions.get, claim.mentions)
            if one
        )
        for claim in story.findings.claims
        if any(pair <= {told(mentions[key]) for key in claim.mentions} for pair in APART)
    ]


def test_no_claim_of_the_demonstration_story_is_both_planned_and_done(demo: Story):
    assert mixed(demo) == []


PLANS = (
    (
        "The council will close the bridge at Lower Tarn on Friday.",
        "The council closed the bridge at Lower Tarn on Friday.",
    ),
    ("The ministry plans to sell the old railway depot.", "The ministry sold the old railway depot."),
    (
        "The company is to dismiss 300 workers at its Orrin plant.",
        "The company dismissed 300 workers at its Orrin plant.",
    ),
    ("The mayor intends to dissolve the harbour board.", "The mayor dissolved the harbour board."),
    ("The army was ordered to leave the town of Mern.", "The army left the town of Mern."),
)


@pytest.mark.parametrize("pair", PLANS, ids=[plan.split()[1] for plan, _ in PLANS])
def test_what_is_planned_supports_nothing_that_is_done(pair: tuple[str, str]):
    story = compare(
        [reported("a", "Skarvik Post", [pair[0], SENTENCES[0]]), reported("b", "The Coast", [pair[1], SENTENCES[0]])]
    )
    mentions = {mention.id: mention for reading in story.readings for mention in reading.mentions}
    firmness = {
        reading.report.text[mention.start : mention.end].rstrip("."): mention.commitment
        for reading in story.readings
        for mention in reading.mentions
    }
    assert firmness[pair[0].rstrip(".")] != firmness[pair[1].rstrip(".")] == "done"
    for claim in story.findings.claims:
        assert len({mentions[key].commitment for key in claim.mentions}) == 1
        assert claim.independent[0] <= len({mentions[key].report for key in claim.mentions})
