"""Mentions grouped into claims: average linkage, so that one strong pair cannot chain unlike claims together."""

from collections.abc import Iterable, Sequence

from stemma.links.gates import alike
from stemma.model import Commitment, Link, Mention

JOIN = 0.1  # Mean score over all pairs of two groups from which they are one claim.
STAY = 0.43  # Score of a mention's best link within its claim below which it leaves: kin of a kin is none.
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
    return tuple(sorted(part for whole in groups.values() for part in _pruned(whole, score)))


def _pruned(whole: tuple[str, ...], score: dict[tuple[str, str], Link]) -> list[tuple[str, ...]]:
    """The group without those that no member is near enough to, weakest first, and each of these by itself."""
    kept, strayed = list(whole), []
    while len(kept) > 2:
        nearest = {one: max(_score(one, other, score) for other in kept if other != one) for one in kept}
        weakest = min(kept, key=lambda one: (nearest[one], one))
        if nearest[weakest] >= STAY:
            break
        kept.remove(weakest)
        strayed.append((weakest,))
    return [tuple(kept), *strayed]


def _score(one: str, other: str, score: dict[tuple[str, str], Link]) -> float:
    link = score.get((one, other)) or score.get((other, one))
    return link.score if link is not None and joins(link) else 0.0


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
