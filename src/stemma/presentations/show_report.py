"""One report: what it rests on and what rests on it, with the passages that two reports share, side by side."""

import re
from dataclasses import dataclass

from stemma.model import Edge, Passage, Story
from stemma.presentations.brief.disagreements import omission_entries
from stemma.presentations.brief.layout_findings import omission_item
from stemma.presentations.brief.limits import EVERYTHING
from stemma.presentations.brief.model import OmissionEntry
from stemma.presentations.labels import Labels, Words, label_reports
from stemma.presentations.page import Item, Page, Run, Section, item, quoted, quoted_in_part
from stemma.presentations.wording import EDGE_WORDS, chance, plain

_LONGEST = 400  # Characters of a shared passage that are shown.
_NUMBER = re.compile(r"r(\d+)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage as it stands in one report and in the other."""

    here: Words
    there: Words


@dataclass(frozen=True, slots=True)
class ShownEdge:
    """That one report rests on another or on an outside source: how, how probable it is and why, the words that show
    it, and the passages in both. `features` are the pieces of evidence that speak: name, value and reason."""

    report: str
    to: str
    kind: str
    probability: float
    reason: str
    evidence: Words
    passages: tuple[Pair, ...]
    features: tuple[tuple[str, float, str], ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    """A report's place in the lineage: `tree` says what it mostly rests on and what comes close; edges less probable
    than not stand apart."""

    number: int
    name: str
    tree: str
    rests_on: tuple[ShownEdge, ...]
    doubtful: tuple[ShownEdge, ...]
    resting: tuple[ShownEdge, ...]
    left_out: tuple[OmissionEntry, ...]


def find_report(story: Story, query: str) -> str | None:
    """The id of the report that `query` names: `r3` for report 3 of the brief; None where it names none."""
    found = _NUMBER.fullmatch(query.strip())
    number = int(found.group(1)) if found else 0
    return story.readings[number - 1].report.id if 1 <= number <= len(story.readings) else None


def show_report(story: Story, report: str) -> ShownReport:
    """The report with the id `report`."""
    labels = label_reports(story)
    label, stemma = labels.by_id[report], story.stemma
    return ShownReport(
        number=label.number,
        name=label.name,
        tree=_place(story, report, labels),
        rests_on=tuple(_edge(edge, labels) for edge in stemma.edges if edge.report == report),
        doubtful=tuple(_edge(edge, labels) for edge in stemma.doubtful if edge.report == report),
        resting=tuple(_edge(edge, labels) for edge in stemma.edges if edge.to == report),
        left_out=tuple(entry for entry in omission_entries(story, labels) if entry.number == label.number),
    )


def _place(story: Story, report: str, labels: Labels) -> str:
    branch = next((branch for branch in story.stemma.tree if branch.report == report), None)
    if branch is None:
        return ""
    mostly = f"Mostly from {_called(branch.parent, labels)} ({chance(branch.probability)})"
    if branch.runner_up_probability is None:
        return f"{mostly}."
    return f"{mostly}; or else from {_called(branch.runner_up, labels)} ({chance(branch.runner_up_probability)})."


def _called(key: str, labels: Labels) -> str:
    label = labels.by_id.get(key)
    return f"{label.short} {label.outlet}" if label else plain(key) or "its own reporting"


def _edge(edge: Edge, labels: Labels) -> ShownEdge:
    other = edge.witness or edge.to
    pairs = (_pair(edge, passage, other, labels) for passage in edge.passages if other in labels.by_id)
    spoken = (feature for feature in edge.features if feature.value is not None)
    return ShownEdge(
        report=_called(edge.report, labels),
        to=_called(edge.to, labels),
        kind=EDGE_WORDS[edge.kind],
        probability=edge.probability,
        # That it names or credits the other is what the words themselves show.
        reason=plain(edge.reason) if edge.kind in ("reuses", "shares") else "",
        evidence=labels.words(edge.report, edge.evidence.start, edge.evidence.end),
        passages=tuple(pairs),
        features=tuple((feature.name, feature.value or 0.0, plain(feature.reason)) for feature in spoken),
    )


def _pair(edge: Edge, passage: Passage, other: str, labels: Labels) -> Pair:
    return Pair(
        labels.words(edge.report, passage.start, passage.end),
        labels.words(other, passage.other_start, passage.other_end),
    )


def report_page(shown: ShownReport) -> Page:
    """The page of one report."""
    sections = (
        Section("Place in the tree", "", (item(shown.tree, bare=True),) if shown.tree else ()),
        Section("Rests on", "With the passages as they stand in both.", _edges(shown.rests_on)),
        Section("May rest on", "Less probable than not; nothing is counted with these.", _edges(shown.doubtful)),
        Section("Rest on it", "", _edges(shown.resting)),
        Section("Leaves out", "", tuple(omission_item(entry, EVERYTHING) for entry in shown.left_out)),
    )
    return Page(f"[{shown.number}] {shown.name}", tuple(section for section in sections if section.items))


def _edges(edges: tuple[ShownEdge, ...]) -> tuple[Item, ...]:
    return tuple(_edge_item(edge) for edge in edges)


def _edge_item(edge: ShownEdge) -> Item:
    evidence = () if edge.passages or not edge.evidence.text else (item(*quoted(edge.evidence)),)
    below = (
        *evidence,
        *(row for pair in edge.passages for row in _pair_items(pair)),
        *(item(Run(f"{name} {value:.2f}: {reason}", "faint"), bare=True) for name, value, reason in edge.features),
    )
    head = f"{edge.report} → {edge.to}"
    why = f" {edge.kind}: {edge.reason}" if edge.reason else f" {edge.kind}"
    return item(Run(head, "strong"), why, Run(f" ({chance(edge.probability)})", "faint"), below=below, bare=True)


def _pair_items(pair: Pair) -> tuple[Item, Item]:
    here, there = (quoted_in_part(words, _LONGEST) for words in (pair.here, pair.there))
    return item(*here), item("= ", *there, bare=True)
