"""From a story to its brief."""

from stemma.model import Numbers, Story
from stemma.presentations.brief.claims import claim_entries, no_claim_entries
from stemma.presentations.brief.disagreements import disagreement_entries, omission_entries
from stemma.presentations.brief.lineage import lineage_entry
from stemma.presentations.brief.model import Brief, StoryNumber
from stemma.presentations.brief.people import party_entries, speaker_entries
from stemma.presentations.brief.reports import doubt_entries, event_entries, report_entries
from stemma.presentations.labels import label_reports

_NUMBERS = (
    ("reports", "reports", "the texts that were read"),
    ("distinct", "not identical", "texts left when copies of one another count once"),
    ("own_sources", "with sources of their own", "reports with a source that no other report of the story has"),
    ("origins", "independent origins", "where the story's claims come from, when copying and citing are taken away"),
)


def build_brief(story: Story) -> Brief:
    """Everything that the brief of `story` says, complete; what to leave out for brevity is the page's choice."""
    labels = label_reports(story)
    shared, single = claim_entries(story, labels)
    return Brief(
        numbers=_four_numbers(story.findings.numbers),
        claims=shared,
        single=single,
        lineage=lineage_entry(story, labels),
        disagreements=disagreement_entries(story, labels),
        omissions=omission_entries(story, labels),
        timeline=event_entries(story, labels),
        parties=party_entries(story, labels),
        quotes=speaker_entries(story, labels),
        no_claims=no_claim_entries(story, labels),
        doubts=doubt_entries(story, labels),
        reports=report_entries(story, labels),
    )


def _four_numbers(numbers: Numbers) -> tuple[StoryNumber, ...]:
    return tuple(StoryNumber(getattr(numbers, field), counts, meaning) for field, counts, meaning in _NUMBERS)
