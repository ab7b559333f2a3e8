"""What each report leaves out: main claims, denials, and the sources that others name."""

from collections.abc import Iterable, Sequence

from stemma.findings.desk import Desk
from stemma.model import Claim, Disagreement, Omission

MAIN = 8  # Claims, by weight, that a reader would miss.
LEAST_REPORTS = 2


def omissions(desk: Desk, claims: Sequence[Claim], disagreements: Iterable[Disagreement]) -> tuple[Omission, ...]:
    """The omissions of every report, by report, denials first, then claims by weight, then sources."""
    by_group = {desk.group_of[claim.mentions[0]]: claim for claim in claims}
    carried = {claim.id: {desk.mentions[m].report for m in claim.mentions} for claim in claims}
    found: list[Omission] = []
    denied = _denials(desk, disagreements, by_group)
    main = [claim for claim in claims if len(carried[claim.id]) >= LEAST_REPORTS][:MAIN]
    for report in desk.order:
        found.extend(
            Omission(report, "denial", claim.id, reason) for claim, holders, reason in denied if report not in holders
        )
        found.extend(
            Omission(report, "claim", claim.id, f"{len(carried[claim.id])} of {len(desk.order)} reports carry it")
            for claim in main
            if report not in carried[claim.id]
        )
        found.extend(_sources(desk, report, main))
    return tuple(found)


def _denials(
    desk: Desk, disagreements: Iterable[Disagreement], by_group: dict[int, Claim]
) -> list[tuple[Claim, set[str], str]]:
    """Each denial's claim, the reports that carry the denial, and who denies."""
    found: dict[str, tuple[Claim, set[str], str]] = {}
    for disagreement in disagreements:
        if disagreement.kind != "denial":
            continue
        denying = [side.mention for side in disagreement.sides if desk.mentions[side.mention].strength == "denies"]
        for mention in denying[:1]:
            speaker = desk.mentions[mention].chain[-1].name if desk.mentions[mention].chain else ""
            claim = by_group[desk.group_of[mention]]
            holders = _deniers(desk, claim, speaker)
            found.setdefault(claim.id, (claim, holders, f"the denial by {speaker}" if speaker else "the denial"))
    return list(found.values())


def _deniers(desk: Desk, claim: Claim, speaker: str) -> set[str]:
    """Reports that carry the denial: the claim itself, or any denial by the same speaker."""
    heads = desk.parties
    name = heads.head(speaker, "person")
    return {desk.mentions[m].report for m in claim.mentions} | {
        m.report
        for m in desk.mentions.values()
        if m.strength == "denies" and m.chain and heads.head(m.chain[-1].name, "person") == name
    }


def _sources(desk: Desk, report: str, main: Iterable[Claim]) -> Iterable[Omission]:
    """Main claims that the report gives in its own voice though another names who said so."""
    for claim in main:
        mine = [desk.mentions[m] for m in claim.mentions if desk.mentions[m].report == report]
        named = [origin.name for origin in claim.origins if origin.sure and origin.kind != "report" and origin.mentions]
        if mine and named and not any(mention.chain for mention in mine):
            yield Omission(report, "source", claim.id, f"others have it from {named[0]}")
