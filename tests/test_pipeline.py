"""The whole way: from files to a story, its laws, and what cannot be used."""

import json
from collections.abc import Sequence
from functools import cache
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.documents import gather
from stemma.intake import take, understand
from stemma.model import Edge, File, Mention, Reading, Story
from stemma.pipeline import compare, in_order, trace
from stemma.settings import Settings
from tests.findings.build import reading

ALONE = Settings(processes=1)
HIDDEN = "The Larkfield council had hidden two inspection reports"
PASSAGE = (
    "The Larkfield grain store burned to the ground on Saturday night after a heater set fire to sacks of barley "
    "stacked along its eastern wall. Forty firefighters from six villages fought the flames until dawn."
)
# Chains through one another, a copy, an agency, a denial, rival figures, a quote, and a report without date.
TOLD = (
    reading("Meridian News Agency", f"{PASSAGE} At least 14 sheep died, police said.", "2024-03-03", "Store burns"),
    reading("Coast Tribune", f"{PASSAGE} {HIDDEN}, two clerks told the Coast Tribune.", "2024-03-04"),
    reading("Evening Post", f"{HIDDEN}, the Coast Tribune reported. Mayor Ina Roth denied it.", "2024-03-04"),
    reading(
        "Harbour Herald", f"LARKFIELD (AP) - {PASSAGE} “We lost all of it,” the owner Piet Olsen said.", "2024-03-04"
    ),
    reading(
        "Valley Gazette", "About 30 sheep died in Larkfield. According to the Evening Post, reports were hidden.", ""
    ),
    reading("Inland Mirror", "Mayor Ina Roth denied that the council had hidden reports. She will speak in June.", ""),
)


def mentions_of(story: Story) -> dict[str, Mention]:
    return {mention.id: mention for each in story.readings for mention in each.mentions}


@given(st.permutations(TOLD))
@settings(max_examples=15)
def test_the_order_of_the_readings_changes_nothing(shuffled: Sequence[Reading]) -> None:
    assert compare(shuffled) == compare(TOLD)


@given(st.sets(st.integers(0, len(TOLD) - 1)))
@settings(max_examples=40)
def test_any_part_of_a_story_is_a_story(chosen: set[int]) -> None:
    """Everything found refers to what is there, and every span lies in its report."""
    story = compare(TOLD[number] for number in sorted(chosen))
    reports = {each.report.id: each.report for each in story.readings}
    known = mentions_of(story)
    assert story.findings.numbers.reports == len(chosen)
    assert sorted(m for group in story.links.groups for m in group) == sorted(known)
    assert {m for link in story.links.links for m in (link.left, link.right)} <= known.keys()
    for edge in story.stemma.edges:
        check_edge(edge, {name: report.text for name, report in reports.items()})
    for difference in story.findings.disagreements:
        assert all(side.mention in known and side.report in reports for side in difference.sides)
    excerpts = [claim.statement for claim in story.findings.claims]
    excerpts += [event.when for event in story.findings.timeline] + [doubt.where for doubt in story.findings.doubts]
    excerpts += [role for party in story.findings.parties for role in party.roles]
    excerpts += [words for quote in story.findings.quotes for words in (quote.words, *quote.copies)]
    for excerpt in excerpts:
        assert 0 <= excerpt.start < excerpt.end <= len(reports[excerpt.report].text)


def check_edge(edge: Edge, texts: dict[str, str]) -> None:
    """Its ends are known, and its evidence and its passages stand in them."""
    text = texts[edge.report]
    assert edge.outside or edge.to in texts
    assert 0 <= edge.evidence.start < edge.evidence.end <= len(text)
    for passage in edge.passages:
        there = texts[edge.witness or edge.to]
        assert 0 <= passage.start < passage.end <= len(text)
        assert 0 <= passage.other_start < passage.other_end <= len(there)


def test_the_story_has_its_citation_its_copies_and_its_denial() -> None:
    story = compare(TOLD)
    assert {edge.kind for edge in story.stemma.edges} == {"cites", "credits", "reuses"}
    assert "denial" in {each.kind for each in story.findings.disagreements}


def test_no_readings_are_an_empty_story() -> None:
    story = compare(())
    assert story.readings == ()
    assert story.findings.claims == ()
    assert story.findings.numbers.reports == 0


def test_reports_stand_in_order_of_date_and_those_without_one_last() -> None:
    story = compare(reversed(TOLD))
    days = [each.report.dating.earliest for each in story.readings]
    dated = [day for day in days if day]
    assert days == sorted(dated) + [None] * (len(days) - len(dated))
    assert list(story.readings) == sorted(TOLD, key=in_order)


def test_understanding_a_report_twice_gives_the_same() -> None:
    for each in TOLD:
        assert understand(each.report) == each


def write(folder: Path, name: str, text: str, outlet: str) -> Path:
    path = folder / name
    record = {"title": "", "text": text, "outlet": outlet, "date_publish": "2024-03-04", "url": ""}
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "a.json", f"{HIDDEN}, two clerks said.", "Coast Tribune")
    write(tmp_path, "b.json", f"{HIDDEN}, the Coast Tribune reported.", "Evening Post")
    return tmp_path


def test_a_folder_is_traced_and_every_stage_is_told(folder: Path) -> None:
    stages: list[str] = []
    done: list[tuple[int, int]] = []
    story, refused = trace([folder], ALONE, None, stages.append, lambda *counts: done.append(counts))
    assert refused == ()
    assert stages == ["documents", "reading", "links", "lineage", "findings", "done"]
    assert done == [(1, 2), (2, 2)]
    (shared,) = [claim for claim in story.findings.claims if len(claim.mentions) == 2]
    assert shared.independent == (1, 1)


def test_the_order_of_the_paths_changes_nothing(folder: Path) -> None:
    a, b = sorted(folder.iterdir())
    assert trace([a, b], ALONE)[0] == trace([b, a], ALONE)[0] == trace([folder], ALONE)[0]


def test_several_processes_give_the_same_story(folder: Path) -> None:
    assert trace([folder], Settings(processes=2)) == trace([folder], ALONE)


def test_what_cannot_be_used_is_named_and_the_rest_is_done(folder: Path) -> None:
    (folder / "broken.json").write_text("{", encoding="utf-8")
    story, refused = trace([folder, folder / "missing.txt"], ALONE)
    assert len(story.readings) == 2
    assert {Path(each.file).name.partition(":")[0] for each in refused} == {"broken.json", "missing.txt"}
    assert all(each.reason for each in refused)


@cache
def demonstration() -> tuple[Reading, ...]:
    """The story that comes with the package, understood."""
    files = gather([Path(str(resources.files("stemma.examples"))) / "story"], ALONE)
    return tuple(reading for file in files if isinstance(file, File) for reading in take(file, ALONE).readings)


@pytest.mark.parametrize("number", range(len(demonstration())))
@pytest.mark.parametrize("later", [False, True])
def test_a_verbatim_copy_of_any_report_raises_no_count_of_the_demonstration(number: int, later: bool) -> None:
    """By another outlet, on the same day or later, so that the order is unknown or known; what the others rest on, and
    the lost ancestors, stay as they were."""
    report = demonstration()[number].report
    body = report.text.removeprefix(report.title).strip()
    day = "2031-01-01" if later else str(report.dating.latest or "")
    copy = reading("Copycat Courier", body, day, report.title)
    before, after = compare(demonstration()), compare((*demonstration(), copy))
    others = {each.report.id for each in demonstration()} - {report.id}
    assert _rests(after, others) == _rests(before, others)
    added = {mention.id for mention in copy.mentions}
    holders = {mention: claim for claim in after.findings.claims for mention in claim.mentions}
    compared = 0
    for old in before.findings.claims:
        new = holders[old.mentions[0]]
        if set(new.mentions) - added == set(old.mentions):
            compared += 1
            assert new.independent[0] <= old.independent[0]
            assert new.independent[1] <= old.independent[1]
    assert compared > 0.8 * len(before.findings.claims)


def _rests(story: Story, reports: set[str]) -> set[tuple[str, str]]:
    """What these reports surely rest on."""
    return {(edge.report, edge.to) for edge in story.stemma.edges if edge.report in reports}
