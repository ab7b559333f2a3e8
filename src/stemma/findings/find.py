"""The stage: what the story amounts to."""

from collections import Counter
from collections.abc import Iterable, Sequence

from stemma.findings.count import count
from stemma.findings.desk import Desk, lay
from stemma.findings.disagreements import disagreements
from stemma.findings.doubts import doubts
from stemma.findings.numbers import numbers
from stemma.findings.omissions import omissions
from stemma.findings.parties import whos_who
from stemma.findings.pivots import pivots
from stemma.findings.quotes import quotes
from stemma.findings.timeline import timeline
from stemma.model import Claim, Excerpt, Findings, Links, Mention, Reading, Stemma


def find(readings: Iterable[Reading], links: Links, stemma: Stemma) -> Findings:
    """Everything that can be said across the reports. `readings` in the story's order."""
    desk = lay(tuple(readings), links, stemma)
    claims = _claims(desk)
    differing = disagreements(desk)
    return Findings(
        numbers=numbers(desk, claims),
        claims=claims,
        disagreements=differing,
        omissions=omissions(desk, claims, differing),
        timeline=timeline(desk, claims),
        parties=whos_who(desk.readings, desk.parties),
        quotes=quotes(desk),
        doubts=doubts(desk, claims),
    )


def _claims(desk: Desk) -> tuple[Claim, ...]:
    """Every group as a claim, the weightiest first; the numbers in the ids follow."""
    weighed = sorted(
        ((_weight(desk, group), group) for group in desk.groups), key=lambda item: (-item[0], desk.place(item[1][0]))
    )
    return tuple(_claim(desk, f"c{n}", weight, group) for n, (weight, group) in enumerate(weighed, 1))


def _weight(desk: Desk, group: Sequence[str]) -> float:
    """Reports that carry it, and how early and prominently they do."""
    mentions = [desk.mentions[m] for m in group]
    best: dict[str, float] = {}
    for mention in mentions:
        best[mention.report] = max(best.get(mention.report, 0.0), _prominence(desk, mention))
    return round(sum(1 + share for share in best.values()), 6)


def _prominence(desk: Desk, mention: Mention) -> float:
    """1 for a headline, falling to 0 at the end of the text."""
    return 1.0 if mention.headline else 1 - mention.start / max(1, len(desk.reports[mention.report].text))


def _claim(desk: Desk, name: str, weight: float, group: Sequence[str]) -> Claim:
    members = tuple(sorted(group, key=desk.place))
    counted = count(desk, members)
    best = desk.mentions[_statement(desk, members)]
    return Claim(
        id=name,
        statement=Excerpt(best.report, best.start, best.end),
        mentions=members,
        origins=counted.origins,
        independent=counted.independent,
        reasons=counted.reasons,
        pivots=pivots(desk, members, counted),
        weight=weight,
    )


def _statement(desk: Desk, members: tuple[str, ...]) -> str:
    """The mention that shares most with the others, one that opens a sentence before one that does not: the words that
    the claim goes under."""
    held = Counter(word for m in members for word in set(desk.mentions[m].words))
    full = [m for m in members if not desk.mentions[m].headline] or list(members)

    def standing(mention: str) -> tuple[int, bool, tuple[int, int, str]]:
        found = desk.mentions[mention]
        return -sum(held[word] - 1 for word in found.words), desk.text(found)[0].islower(), desk.place(mention)

    return min(full, key=standing)
