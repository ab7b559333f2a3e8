"""The claims of the brief, heaviest first: those of several reports, then those of one."""

from stemma.model import Claim, Mention, Story
from stemma.presentations.brief.model import ClaimEntry, NoClaimEntry, Telling, Voice
from stemma.presentations.labels import Labels
from stemma.presentations.wording import COMMITMENT_WORDS, origins, plain


def mentions_by_id(story: Story) -> dict[str, Mention]:
    """Every mention of the story, by its id."""
    return {mention.id: mention for reading in story.readings for mention in reading.mentions}


def claims_by_mention(story: Story) -> dict[str, str]:
    """The id of the claim that each mention states, by the mention's id."""
    return {mention: claim.id for claim in story.findings.claims for mention in claim.mentions}


def chain_names(mention: Mention) -> tuple[str, ...]:
    """The names of the mention's chain, nearest hop first."""
    return tuple(plain(hop.name) for hop in mention.chain)


def claim_entries(story: Story, labels: Labels) -> tuple[tuple[ClaimEntry, ...], tuple[ClaimEntry, ...]]:
    """The claims that several reports carry, and those that one carries, each by falling weight."""
    mentions = mentions_by_id(story)
    ranked = sorted(story.findings.claims, key=lambda claim: -claim.weight)
    entries = [_entry(claim, mentions, labels) for claim in ranked]
    shared = tuple(entry for entry in entries if len(entry.reports) > 1)
    return shared, tuple(entry for entry in entries if len(entry.reports) <= 1)


def no_claim_entries(story: Story, labels: Labels) -> tuple[NoClaimEntry, ...]:
    """The opinions and questions of the reports, in the story's order."""
    return tuple(
        NoClaimEntry(mention.stance, labels.words(mention.report, mention.start, mention.end), chain_names(mention))
        for reading in story.readings
        for mention in reading.mentions
        if mention.stance != "claim"
    )


def _entry(claim: Claim, mentions: dict[str, Mention], labels: Labels) -> ClaimEntry:
    of_claim = [mentions[key] for key in claim.mentions]
    return ClaimEntry(
        id=claim.id,
        statement=labels.excerpt(claim.statement),
        independent=claim.independent,
        count=origins(claim.independent),
        reports=tuple(sorted({labels.number(mention.report) for mention in of_claim})),
        origins=tuple(plain(origin.name) for origin in claim.origins if origin.counted and origin.sure),
        perhaps=tuple(plain(origin.name) for origin in claim.origins if origin.counted and not origin.sure),
        witnesses=_witnesses(claim),
        pivot=plain(claim.pivots[0].what) if claim.pivots else "",
        voices=_voices(of_claim, labels),
    )


def _witnesses(claim: Claim) -> tuple[str, ...]:
    heard = (witness for origin in claim.origins if origin.sure for witness in origin.witnesses)
    return tuple(dict.fromkeys(plain(witness) for witness in heard))


def _voices(mentions: list[Mention], labels: Labels) -> tuple[Voice, ...]:
    by_chain: dict[tuple[str, ...], list[Telling]] = {}
    for mention in sorted(mentions, key=lambda one: (labels.number(one.report), one.start, one.end)):
        words = labels.words(mention.report, mention.start, mention.end)
        telling = Telling(words, COMMITMENT_WORDS[mention.commitment], mention.headline)
        by_chain.setdefault(chain_names(mention), []).append(telling)
    return tuple(Voice(chain, tuple(tellings)) for chain, tellings in by_chain.items())
