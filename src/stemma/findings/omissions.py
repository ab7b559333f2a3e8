"""What each report leaves out: main claims, denials, and the sources that others name."""

from collections.abc import Iterable, Sequence

from stemma.findings.desk import Desk
from stemma.findings.roots import root
from stemma.model import Claim, Disagreement, Omission

MAIN = 8  # Claims, by weight, that a reader would miss.
LEAST_REPORTS = 2
TOUCHES = 0.2  # Score of a link from which a report covers what the other end of the link tells.


def omissions(desk: Desk, claims: Sequence[Claim], disagreements: Iterable[Disagreement]) -> tuple[Omission, ...]:
    """The omissions of every report, by report, denials first, then claims by weight, then sources."""
    by_group = {desk.group_of[claim.mentions[0]]: claim for claim in claims}
    carried = {claim.id: {desk.mentions[m].report for m in claim.mentions} for claim in claims}
    found: list[Omission] = []
    denied = _denials(desk, disagreements, by_group)
    main = [claim for claim in claims if len(carried[claim.id]) >= LEAST_REPORTS][:MAIN]
    for report in desk.order:
        found.extend(
            Omission(report, "denial", claim.id, reason) for claim, silent, reason in denied if report in silent
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
    """Each denial's claim, the reports that cover what is denied but not the denial, and who denies."""
    found: dict[str, tuple[Claim, set[str], str]] = {}
    for disagreement in disagreements:
        if disagreement.kind != "denial":
            continue
        denying = [side.mention for side in disagreement.sides if desk.mentions[side.mention].strength == "denies"]
        answered = [side.mention for side in disagreement.sides if desk.mentions[side.mention].strength != "denies"]
        if not denying:
            continue
        chain = desk.mentions[denying[0]].chain
        claim = by_group[desk.group_of[denying[0]]]
        silent = _covering(desk, answered) - _deniers(desk, claim, chain[-1].name if chain else "")
        why = f"the denial by {root(desk, desk.mentions[denying[0]]).name}" if chain else "the denial"
        found.setdefault(claim.id, (claim, silent, why))
    return list(found.values())


def _covering(desk: Desk, answered: Iterable[str]) -> set[str]:
    """Reports that touch what was denied: with a mention of it or one that a link brings near it."""
    claims = {desk.group_of[mention] for mention in answered}
    members = [mention for group in sorted(claims) for mention in desk.groups[group]]
    links = [link for m in members for link in desk.links_of.get(m, ()) if link.score >= TOUCHES]
    near = {other for link in links for other in (link.left, link.right)}
    return {desk.mentions[mention].report for mention in (*members, *near)}


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
