"""The reports themselves, the timeline, and what the machine was unsure of."""

from collections import Counter

from stemma.model import Event, Mention, Report, Story
from stemma.presentations.brief.model import DoubtEntry, EventEntry, ReportEntry
from stemma.presentations.labels import Labels, Words, outlet_of
from stemma.presentations.wording import DATE_SOURCES, days, plain, published


def report_entries(story: Story, labels: Labels) -> tuple[ReportEntry, ...]:
    """Every report, in the story's order."""
    return tuple(_report(reading.report, labels) for reading in story.readings)


def _report(report: Report, labels: Labels) -> ReportEntry:
    label = labels.by_id[report.id]
    set_aside = Counter(block.reason for block in report.blocks if block.kind == "boilerplate")
    return ReportEntry(
        number=label.number,
        id=report.id,
        name=label.name,
        outlet=outlet_of(report),
        title=plain(report.title),
        file=report.file,
        url=report.url,
        published=published(report.dating),
        dated_by=DATE_SOURCES[report.dating.source],
        evidence=tuple(labels.words(report.id, span.start, span.end) for span in report.dating.evidence),
        set_aside=dict(sorted(set_aside.items(), key=lambda pair: (-pair[1], pair[0]))),
    )


def event_entries(story: Story, labels: Labels) -> tuple[EventEntry, ...]:
    """The timeline, earliest first; of equal beginnings the shortest interval first."""
    said = {mention.id: mention for reading in story.readings for mention in reading.mentions}
    members = {claim.id: [said[mention] for mention in claim.mentions] for claim in story.findings.claims}
    ranked = sorted(story.findings.timeline, key=lambda event: (event.earliest, event.latest))
    return tuple(
        EventEntry(
            earliest=event.earliest.isoformat(),
            latest=event.latest.isoformat(),
            days=days(event.earliest, event.latest),
            when=labels.excerpt(event.when),
            claim=event.claim,
            statement=_dated(members[event.claim], event, labels),
        )
        for event in ranked
    )


def _dated(mentions: list[Mention], event: Event, labels: Labels) -> Words:
    """The claim in the words that the date stands by: other reports may date it otherwise, or not at all."""
    beside = [mention for mention in mentions if mention.report == event.when.report]
    best = min(beside, key=lambda m: (max(m.start - event.when.end, event.when.start - m.end, 0), m.start))
    return labels.words(best.report, best.start, best.end)


def doubt_entries(story: Story, labels: Labels) -> tuple[DoubtEntry, ...]:
    """What the machine could not tell, in the order in which the reports carry it."""
    entries = (DoubtEntry(plain(doubt.what), labels.excerpt(doubt.where)) for doubt in story.findings.doubts)
    return tuple(sorted(entries, key=lambda entry: (entry.words.number, entry.words.start)))
