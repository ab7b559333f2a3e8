"""Who is who, and who said what."""

from stemma.model import Party, Quote, Story
from stemma.presentations.brief.model import PartyEntry, QuoteEntry, SpeakerEntry
from stemma.presentations.labels import Labels, Words
from stemma.presentations.wording import PARTY_TITLES, plain

_ORDER = tuple(PARTY_TITLES)


def party_entries(story: Story, labels: Labels) -> tuple[PartyEntry, ...]:
    """The parties by kind, those with most reports first."""
    ranked = sorted(
        story.findings.parties,
        key=lambda party: (_ORDER.index(party.kind), -len(party.reports), -len(party.roles), party.name),
    )
    return tuple(_party(party, labels) for party in ranked)


def _party(party: Party, labels: Labels) -> PartyEntry:
    return PartyEntry(
        name=plain(party.name),
        kind=party.kind,
        aliases=tuple(plain(alias) for alias in party.aliases if alias != party.name),
        roles=_distinct(tuple(labels.excerpt(role) for role in party.roles)),
        reports=tuple(sorted(labels.number(report) for report in party.reports)),
    )


def _distinct(roles: tuple[Words, ...]) -> tuple[Words, ...]:
    """The first place of each wording, the earliest report first."""
    first: dict[str, Words] = {}
    for role in sorted(roles, key=lambda words: (words.number, words.start)):
        first.setdefault(role.text.casefold(), role)
    return tuple(first.values())


def speaker_entries(story: Story, labels: Labels) -> tuple[SpeakerEntry, ...]:
    """The quotes by speaker; those with most quotes first, words of nobody named last."""
    by_speaker: dict[str, list[Quote]] = {}
    for quote in story.findings.quotes:
        by_speaker.setdefault(plain(quote.speaker), []).append(quote)
    ranked = sorted(by_speaker.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[0]))
    return tuple(SpeakerEntry(speaker, tuple(_quote(one, labels) for one in quotes)) for speaker, quotes in ranked)


def _quote(quote: Quote, labels: Labels) -> QuoteEntry:
    return QuoteEntry(labels.excerpt(quote.words), tuple(labels.excerpt(copy) for copy in quote.copies))
