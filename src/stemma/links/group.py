"""Mentions grouped into claims: average linkage, so that one strong pair cannot chain unlike claims together."""

from collections.abc import Iterable, Sequence

from stemma.links.gates import alike
from stemma.model import Commitment, Link, Mention

JOIN = 0.1  # Mean score over all pairs of two groups from which they are one claim.
PARTED = 0.2  # Score from which a pair that a gate keeps apart keeps its groups apart, whatever else they share.


def group(mentions: Sequence[Mention], links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    """Every mention in one group, groups and members sorted. Pairs without a link count as zero; a near pair kept apart
    by a gate keeps its groups apart; far ones do unless more pairs are the same than apart. No group holds commitments
    that the gates keep apart: what is planned never supports what is done.

    Method: agglomerative clustering with average linkage (Sokal and Michener 1958), best pair first; ties by id."""
    order = sorted(links, key=lambda link: (-link.score, link.left, link.right))
    score = {(link.left, link.right): link for link in order}
    members: dict[str, list[str]] = {mention.id: [mention.id] for mention in mentions}
    firm = {mention.id: mention.commitment for mention in mentions}
    for link in order:
        if not joins(link):
            continue
        left, right = members[link.left], members[link.right]
        if left is right or not _agree(left, right, firm) or not _join(left, right, score):
            continue
        left.extend(right)
        for mention in right:
            members[mention] = left
    groups = {id(group): tuple(sorted(group)) for group in members.values()}
    return tuple(sorted(groups.values()))


def _agree(left: list[str], right: list[str], firm: dict[str, Commitment]) -> bool:
    """Whether no commitment of one group is kept apart from one of the other."""
    ours, theirs = {firm[m] for m in left}, {firm[m] for m in right}
    return all(alike(a, b) for a in ours for b in theirs)


def joins(link: Link) -> bool:
    """Whether a link may put its mentions under one claim. Figures that do not fit do: they disagree about the claim
    whose statement leaves the figure out (docs/words.md, "claim")."""
    return link.relation == "same" or link.kind == "figure"


def _join(left: list[str], right: list[str], score: dict[tuple[str, str], Link]) -> bool:
    total, apart, same = 0.0, 0, 0
    for a in left:
        for b in right:
            link = score.get((a, b)) or score.get((b, a))
            if link is None:
                continue
            if joins(link):
                same += 1
                total += link.score
            elif link.score >= PARTED:
                return False
            else:
                apart += 1
    return apart <= same and total / (len(left) * len(right)) >= JOIN
