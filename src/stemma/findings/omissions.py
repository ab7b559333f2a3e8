"""What each report leaves out: main claims, denials, and the sources that others name.

A report leaves out only what it could have told: not what all others that carry it told later, and not what a link
brings near something that it does tell, in whatever words."""

from collections.abc import Iterable, Sequence

from stemma.findings.acts import act_of
from stemma.findings.desk import Desk
from stemma.findings.roots import root
from stemma.model import Claim, Disagreement, Omission, Origin
from stemma.values.moments import later

MAIN = 8  # Claims, by weight, that a reader would miss.
LEAST_REPORTS = 2
LEAST_SHARE = 0.25  # Share of the story's reports that must carry a claim for it to be one of the main ones.
TOUCHES = 0.35  # Chance that both ends of a link tell of one event from which a report covers what the other one tells.


def omissions(desk: Desk, claims: Sequence[Claim], disagreements: Iterable[Disagreement]) -> tuple[Omission, ...]:
    """The omissions of every report, by report, denials first, then claims by weight, then sources."""
    carried = {claim.id: _reports(desk, claim.mentions) for claim in claims}
    least = max(LEAST_REPORTS, LEAST_SHARE * len(desk.order))
    main = [claim for claim in claims if len(carried[claim.id]) >= least][:MAIN]
    found: dict[str, list[Omission]] = {report: [] for report in desk.order}
    for claim, silent, reason in _denials(desk, disagreements, claims):
        for report in silent:
            found[report].append(Omission(report, "denial", claim.id, reason))
    for claim in main:
        near = carried[claim.id] | _touching(desk, claim.mentions)
        for report in desk.order:
            if report not in near and _could(desk, report, carried[claim.id]):
                reason = f"{len(carried[claim.id])} of {len(desk.order)} reports carry it"
                found[report].append(Omission(report, "claim", claim.id, reason))
    for claim in main:
        for report, origin in _unsourced(desk, claim):
            found[report].append(Omission(report, "source", claim.id, f"others have it from {origin.name}"))
    return tuple(omission for listed in found.values() for omission in listed)


def _reports(desk: Desk, mentions: Iterable[str]) -> set[str]:
    return {desk.mentions[mention].report for mention in mentions}


def _touching(desk: Desk, mentions: Sequence[str]) -> set[str]:
    """Reports with a mention that a link brings near one of `mentions`."""
    links = [link for m in mentions for link in desk.links_of.get(m, ()) if link.event >= TOUCHES]
    return _reports(desk, (end for link in links for end in (link.left, link.right)))


def _could(desk: Desk, report: str, others: Iterable[str]) -> bool:
    """Whether not all of `others` are surely later than the report."""
    mine = desk.reports[report].dating
    return not all(later(desk.reports[other].dating, mine) for other in others)


def _denials(
    desk: Desk, disagreements: Iterable[Disagreement], claims: Iterable[Claim]
) -> list[tuple[Claim, list[str], str]]:
    """Each denial's claim, the reports that cover what is denied but not the denial, and who denies."""
    claim_of = {mention: claim for claim in claims for mention in claim.mentions}
    deniers = _deniers(desk)
    found: dict[str, tuple[Claim, list[str], str]] = {}
    for disagreement in disagreements:
        sides = [desk.mentions[side.mention] for side in disagreement.sides]
        denying = [side for side in sides if side.strength == "denies"]
        if disagreement.kind != "denial" or not denying:
            continue
        claim = claim_of[denying[0].id]
        chain = denying[0].chain
        telling = _reports(desk, claim.mentions) | deniers.get(_speaker(desk, chain[-1].name) if chain else "", set())
        answered = [m for side in sides if side.strength != "denies" for m in claim_of[side.id].mentions]
        silent = (_reports(desk, answered) | _touching(desk, answered)) - telling
        why = f"the denial by {root(desk, denying[0]).name}" if chain else "the denial"
        heard = sorted((report for report in silent if _could(desk, report, telling)), key=desk.order.__getitem__)
        found.setdefault(claim.id, (claim, heard, why))
    return list(found.values())


def _deniers(desk: Desk) -> dict[str, set[str]]:
    """For each who denies anything, the reports that tell of it."""
    table: dict[str, set[str]] = {}
    for mention in desk.mentions.values():
        if mention.strength == "denies" and mention.chain:
            table.setdefault(_speaker(desk, mention.chain[-1].name), set()).add(mention.report)
    return table


def _speaker(desk: Desk, name: str) -> str:
    return desk.parties.head(name, "person")


def _unsourced(desk: Desk, claim: Claim) -> Iterable[tuple[str, Origin]]:
    """Reports that give a main claim in their own voice though half of those that carry it name who said so; a public
    act needs no source."""
    mentions = [desk.mentions[mention] for mention in claim.mentions]
    if act_of(desk, mentions):
        return
    told = {report: desk.kin[claim.mentions[0]].mentions[report] for report in _reports(desk, claim.mentions)}
    named = [(origin, _reports(desk, origin.mentions)) for origin in claim.origins if _names_somebody(origin)]
    best = max(named, key=lambda pair: (len(pair[1]), pair[0].name), default=None)
    if best is None or 2 * len(best[1]) < len(told):
        return
    resting = {report for origin in claim.origins if not origin.counted for report in _reports(desk, origin.mentions)}
    for report in sorted(told.keys() - resting, key=desk.order.__getitem__):
        if not any(mention.chain for mention in told[report]) and _could(desk, report, best[1]):
            yield report, best[0]


def _names_somebody(origin: Origin) -> bool:
    return origin.sure and origin.kind != "report" and bool(origin.mentions)
