"""The reports themselves, the timeline, and what the machine was unsure of."""

from collections import Counter

from stemma.model import Report, Story
from stemma.presentations.brief.model import DoubtEntry, EventEntry, ReportEntry
from stemma.presentations.labels import Labels, outlet_of
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
    statements = {claim.id: labels.excerpt(claim.statement) for claim in story.findings.claims}
    ranked = sorted(story.findings.timeline, key=lambda event: (event.earliest, event.latest))
    return tuple(
        EventEntry(
            earliest=event.earliest.isoformat(),
            latest=event.latest.isoformat(),
            days=days(event.earliest, event.latest),
            when=labels.excerpt(event.when),
            claim=event.claim,
            statement=statements[event.claim],
        )
        for event in ranked
    )


def doubt_entries(story: Story, labels: Labels) -> tuple[DoubtEntry, ...]:
    """What the machine could not tell, in the order in which the reports carry it."""
    entries = (DoubtEntry(plain(doubt.what), labels.excerpt(doubt.where)) for doubt in story.findings.doubts)
    return tuple(sorted(entries, key=lambda entry: (entry.words.number, entry.words.start)))
