"""The disagreements of the brief, conflicts first, and what each report leaves out."""

from stemma.model import Disagreement, DisagreementKind, Mention, Omission, Story
from stemma.presentations.brief.claims import chain_names, claims_by_mention, mentions_by_id
from stemma.presentations.brief.model import DisagreementEntry, Missing, OmissionEntry, SideEntry
from stemma.presentations.labels import Labels, Words
from stemma.presentations.wording import DISAGREEMENT_TITLES, OMISSION_WORDS, plain

_ORDER: tuple[DisagreementKind, ...] = tuple(DISAGREEMENT_TITLES)
_OMISSION_ORDER = tuple(OMISSION_WORDS)


def disagreement_entries(story: Story, labels: Labels) -> tuple[DisagreementEntry, ...]:
    """Conflicts, then what both sides of can be right; within each by kind."""
    ranked = sorted(story.findings.disagreements, key=lambda one: (not one.conflict, _ORDER.index(one.kind)))
    mentions, claims = mentions_by_id(story), claims_by_mention(story)
    return tuple(disagreement_entry(one, mentions, claims, labels) for one in ranked)


def disagreement_entry(
    disagreement: Disagreement, mentions: dict[str, Mention], claims: dict[str, str], labels: Labels
) -> DisagreementEntry:
    """One disagreement with both sides' words."""
    sides = tuple(
        SideEntry(
            words=labels.words(side.report, side.start, side.end),
            mention=_mention_words(mentions[side.mention], labels),
            chain=chain_names(mentions[side.mention]),
            claim=claims.get(side.mention, ""),
        )
        for side in disagreement.sides
    )
    return DisagreementEntry(
        disagreement.kind, plain(disagreement.about), disagreement.conflict, sides, plain(disagreement.reason)
    )


def _mention_words(mention: Mention, labels: Labels) -> Words:
    return labels.words(mention.report, mention.start, mention.end)


def omission_entries(story: Story, labels: Labels) -> tuple[OmissionEntry, ...]:
    """What each report leaves out, in the order of the reports; reports that leave nothing out are not listed."""
    statements = {claim.id: labels.excerpt(claim.statement) for claim in story.findings.claims}
    by_report: dict[str, list[Omission]] = {}
    for omission in story.findings.omissions:
        by_report.setdefault(omission.report, []).append(omission)
    return tuple(
        OmissionEntry(label.number, label.name, tuple(_missing(one, statements) for one in _ranked(by_report[report])))
        for report, label in labels.by_id.items()
        if report in by_report
    )


def _ranked(omissions: list[Omission]) -> list[Omission]:
    return sorted(omissions, key=lambda one: _OMISSION_ORDER.index(one.kind))


def _missing(omission: Omission, statements: dict[str, Words]) -> Missing:
    return Missing(omission.kind, omission.claim, statements[omission.claim], plain(omission.reason))
