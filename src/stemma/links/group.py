"""Mentions grouped into claims, so that one strong pair cannot chain unlike claims together.

First by average linkage (Sokal and Michener 1958): the two groups whose pairs are nearest on average become one, again
and again. Then each mention goes to the group that it is nearest to on the whole, or stands alone: correlation
clustering (Bansal, Blum and Chawla 2004) by moving one at a time."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import heapify, heappop, heappush, nsmallest
from zlib import crc32

from stemma.links.commitments import apart
from stemma.model import Commitment, Link, Mention

JOIN = 0.11  # Mean score over the pairs of two groups from which they are one claim.
SETTLE = 0.14  # Mean score with a group from which a mention gains by being in it.
FIRMLY = 0.75  # Mean score with its group from which a mention looks at no other.
PARTED = 0.4  # Score from which a pair that a gate keeps apart keeps its groups apart, whatever else they share.
STANDING = 12  # Members that stand for a larger group, so that cost stays linear.
ROUNDS = 10  # Times that every mention may move; most stories come to rest before.

Pairing = tuple[str, str]  # Two mentions by their ids, the smaller first.
# How near two mentions are: the score of their link, below 0 where a gate keeps them apart, 0 where there is none.
Near = Mapping[Pairing, float]


@dataclass(slots=True)
class _Group:
    """Mentions by their ids, those of them that stand for it, their commitments, and the number of the last move into
    it or out of it."""

    members: list[str]
    standing: list[str]
    firm: frozenset[Commitment]
    moved: int = 0


def group(mentions: Sequence[Mention], links: Sequence[Link], near: Near) -> tuple[tuple[str, ...], ...]:
    """Every mention in one group, groups and members sorted. `near` tells how near any two mentions are. A near pair
    kept apart by a gate keeps its groups apart. No group holds commitments that are never one claim's: what is ordered
    never supports what is done. The order of `links` changes nothing."""
    firm = {mention.id: mention.commitment for mention in mentions}
    groups = _linked(links, firm, near)
    _settle(groups, links, firm, near)
    return tuple(sorted({id(each): tuple(sorted(each.members)) for each in groups.values()}.values()))


def joins(link: Link) -> bool:
    """Whether a link may put its mentions under one claim. Figures that do not fit do: they disagree about the claim
    whose statement leaves the figure out (docs/words.md, "claim")."""
    return link.relation == "same" or link.kind == "figure"


def _linked(links: Iterable[Link], firm: Mapping[str, Commitment], near: Near) -> dict[str, _Group]:
    """The group of each mention by average linkage. How near two groups are is asked anew when their turn comes."""
    groups = {one: _made([one], firm) for one in firm}
    waiting = [(-link.score, link.left, link.right, 2) for link in links if joins(link)]
    heapify(waiting)
    asked: dict[Pairing, int] = {}
    while waiting:
        _, one, other, size = heappop(waiting)
        left, right = groups[one], groups[other]
        now = len(left.members) + len(right.members)
        heads = left.members[0], right.members[0]
        if left is right or (size != now and asked.get(heads) == now):
            continue
        if size != now or size == 2:
            asked[heads] = now
            mean = _nearness(left.standing, right.standing, near) if _agree(left.firm, right.firm) else 0.0
            if size != now and mean >= JOIN:
                heappush(waiting, (-mean, *heads, now))
            if size != now or mean < JOIN:
                continue
        left.members.extend(right.members)
        left.standing, left.firm = _few([*left.standing, *right.standing]), left.firm | right.firm
        groups.update(dict.fromkeys(right.members, left))
    return groups


def _settle(groups: dict[str, _Group], links: Iterable[Link], firm: Mapping[str, Commitment], near: Near) -> None:
    """Moves mentions, in the order of their ids, each to the group that it gains most by, until none moves.

    A mention looks again only where a group beside it has changed since it looked."""
    linked: defaultdict[str, list[str]] = defaultdict(list)
    for link in links:
        if joins(link):
            linked[link.left].append(link.right)
            linked[link.right].append(link.left)
    looked, moves = dict.fromkeys(linked, -1), 0
    for _ in range(ROUNDS):
        before = moves
        for one in sorted(linked):
            own = groups[one]
            beside = {id(each): each for each in (own, *(groups[other] for other in linked[one]))}
            if all(each.moved <= looked[one] for each in beside.values()):
                continue
            looked[one] = moves
            alone = _made([one], firm)
            best = _best(alone, own, beside, near)
            if best is own:
                continue
            moves += 1
            own.moved = best.moved = moves
            _leave(own, one, firm)
            if best is not alone:
                _enter(best, alone)
            groups[one] = best
        if moves == before:
            return


def _best(alone: _Group, own: _Group, beside: Mapping[int, _Group], near: Near) -> _Group:
    """The group that a mention, `alone` as a group of its own, gains most by: its `own`, one `beside` it, or none."""
    rest = len(own.members) - 1
    gains = {id(own): _gain(alone, own, rest, near)}
    if gains[id(own)] >= rest * (FIRMLY - SETTLE) > 0:
        return own
    gains |= {key: _gain(alone, each, len(each.members), near) for key, each in beside.items() if each is not own}
    best = max(beside, key=lambda key: (gains[key], beside[key] is own, min(beside[key].standing)))
    if gains[best] > 0:
        return beside[best]
    return alone if rest else own


def _gain(alone: _Group, group: _Group, rest: int, near: Near) -> float:
    """What a mention, as a group of its own, gains by being with the `rest` of a group; 0 where there is none."""
    others = [each for each in group.standing if each != alone.members[0]]
    if not others or not _agree(alone.firm, group.firm):
        return 0.0
    return rest * (_nearness(alone.standing, others, near) - SETTLE)


def _enter(group: _Group, alone: _Group) -> None:
    group.members.extend(alone.members)
    group.standing, group.firm = _few([*group.standing, *alone.standing]), group.firm | alone.firm


def _leave(group: _Group, one: str, firm: Mapping[str, Commitment]) -> None:
    group.members.remove(one)
    left = _made(group.members, firm)
    group.standing, group.firm = left.standing, left.firm


def _made(members: list[str], firm: Mapping[str, Commitment]) -> _Group:
    return _Group(members, _few(members), frozenset(firm[one] for one in members))


def _few(members: Sequence[str]) -> list[str]:
    """The members that stand for a group: drawn by their ids, so that they change little as it grows."""
    return nsmallest(STANDING, members, key=lambda one: (crc32(one.encode()), one))


@cache
def _agree(left: frozenset[Commitment], right: frozenset[Commitment]) -> bool:
    """Whether no commitment of one group is never that of the other's claim."""
    return not any(apart(a, b) for a in left for b in right)


def _nearness(left: Sequence[str], right: Sequence[str], near: Near) -> float:
    """The mean score over the pairs of those who stand for two groups; 0 where a gate keeps them apart."""
    total = 0.0
    for a in left:
        for b in right:
            score = near[(a, b) if a < b else (b, a)]
            if score <= -PARTED:
                return 0.0
            if score > 0:
                total += score
    return total / (len(left) * len(right))
