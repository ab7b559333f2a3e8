"""Mentions grouped into claims, so that one strong pair cannot chain unlike claims together.

First by average linkage (Sokal and Michener 1958): the two groups whose pairs are nearest on average become one, again
and again. Then each mention goes to the group that it is nearest to on the whole, or stands alone: correlation
clustering (Bansal, Blum and Chawla 2004) by moving one at a time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from stemma.links.gates import alike
from stemma.model import Commitment, Link, Mention

JOIN = 0.13  # Mean score over the pairs of two groups from which they are one claim.
SETTLE = 0.13  # Mean score with a group from which a mention gains by being in it.
PARTED = 0.2  # Score from which a pair that a gate keeps apart keeps its groups apart, whatever else they share.
SAMPLE = 8  # Members of a group that stand for it where it has more: in even steps, so that cost stays linear.
ROUNDS = 5  # Times that every mention may move; most stories come to rest after two.

Scored = Callable[[str, str], Link | None]


def group(mentions: Sequence[Mention], links: Sequence[Link], scored: Scored) -> tuple[tuple[str, ...], ...]:
    """Every mention in one group, groups and members sorted. `scored` gives the link of any two mentions by their ids,
    the smaller first; pairs without one count as zero. A near pair kept apart by a gate keeps its groups apart. No
    group holds commitments that the gates keep apart: what is planned never supports what is done. The order of
    `links` changes nothing."""
    firm = {mention.id: mention.commitment for mention in mentions}
    members = _linked(links, firm, scored)
    _settle(members, links, firm, scored)
    return tuple(sorted({id(group): tuple(sorted(group)) for group in members.values()}.values()))


def _linked(links: Iterable[Link], firm: Mapping[str, Commitment], scored: Scored) -> dict[str, list[str]]:
    """The group of each mention by average linkage: again and again the two nearest groups become one."""
    members = {mention: [mention] for mention in firm}
    beside: defaultdict[str, set[str]] = defaultdict(set)  # groups that a link joins, by their first members
    for link in links:
        if joins(link):
            beside[link.left].add(link.right)
            beside[link.right].add(link.left)
    waiting: list[tuple[float, str, str, int]] = []

    def wait(one: str, other: str) -> None:
        left, right = members[one], members[other]
        near = _nearness(left, right, scored) if _agree(left, right, firm) else 0.0
        if near >= JOIN:
            heappush(waiting, (-near, min(one, other), max(one, other), len(left) + len(right)))

    for one in sorted(beside):
        for other in sorted(other for other in beside[one] if one < other):
            wait(one, other)
    while waiting:
        _, one, other, size = heappop(waiting)
        left, right = members[one], members[other]
        if left[0] != one or right[0] != other or len(left) + len(right) != size:
            continue  # One of the two has grown since, or is part of another.
        left.extend(right)
        for mention in right:
            members[mention] = left
        beside[one] = {members[far][0] for far in beside.pop(one) | beside.pop(other)} - {one}
        for far in sorted(beside[one]):
            beside[far] = beside[far] - {other} | {one}
            wait(one, far)
    return members


def _settle(
    members: dict[str, list[str]], links: Iterable[Link], firm: Mapping[str, Commitment], scored: Scored
) -> None:
    """Moves mentions, in the order of their ids, each to the group that it gains most by, until none moves."""
    near: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        if joins(link):
            near[link.left].append(link.right)
            near[link.right].append(link.left)
    for _ in range(ROUNDS):
        moved = False
        for one in sorted(near):
            own = members[one]
            own.remove(one)
            groups = {id(group): group for group in (own, *(members[other] for other in near[one])) if group}
            best: tuple[float, list[str]] = (0.0, [])
            for group in sorted(groups.values(), key=min):
                gain = len(group) * (_nearness([one], group, scored) - SETTLE) if _agree([one], group, firm) else 0.0
                best = max(best, (gain, group), key=lambda each: each[0])
            moved |= best[1] is not own and bool(own or best[1])
            best[1].append(one)
            members[one] = best[1]
        if not moved:
            return


def joins(link: Link) -> bool:
    """Whether a link may put its mentions under one claim. Figures that do not fit do: they disagree about the claim
    whose statement leaves the figure out (docs/words.md, "claim")."""
    return link.relation == "same" or link.kind == "figure"


def _agree(left: Iterable[str], right: Iterable[str], firm: Mapping[str, Commitment]) -> bool:
    """Whether no commitment of one group is kept apart from one of the other."""
    ours, theirs = {firm[one] for one in left}, {firm[one] for one in right}
    return all(alike(a, b) for a in ours for b in theirs)


def _nearness(left: list[str], right: list[str], scored: Scored) -> float:
    """The mean score over the pairs of two groups; 0 where a gate keeps them apart."""
    ours, theirs = _standing(left), _standing(right)
    total = 0.0
    for a in ours:
        for b in theirs:
            link = scored(min(a, b), max(a, b))
            if link is None:
                continue
            if joins(link):
                total += link.score
            elif link.score >= PARTED:
                return 0.0
    return total / (len(ours) * len(theirs))


def _standing(group: list[str]) -> list[str]:
    """The members that stand for a group."""
    return group if len(group) <= SAMPLE else sorted(group)[:: -(-len(group) // SAMPLE)]
