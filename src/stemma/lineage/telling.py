"""How two reports tell the story: which of its claims they choose, and in which order."""

import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Links, Reading

LEAST_SHARED = 3  # Claims in common from which an order can be compared.


@dataclass(frozen=True, slots=True)
class Telling:
    """For each report, by its number, the claims that others tell too in the order of its text, and what each weighs:
    claims that few reports have tell most."""

    told: tuple[tuple[int, ...], ...]
    weights: dict[int, float]

    def choice(self, left: int, right: int) -> float | None:
        """The weighted share of the claims of the one with fewer that the other has too; None where one has none."""
        a, b = set(self.told[left]), set(self.told[right])
        least = min(self._sum(a), self._sum(b))
        return self._sum(a & b) / least if least else None

    def order(self, left: int, right: int) -> float | None:
        """The share of the claims in common that stand in one order in both, from 0, where it is what chance gives, to
        1; None where too few are in common."""
        place = {claim: n for n, claim in enumerate(self.told[right])}
        places = [place[claim] for claim in self.told[left] if claim in place]
        if len(places) < LEAST_SHARED:
            return None
        by_chance = min(len(places) - 1, 2 * math.sqrt(len(places)) - 1)  # Longest rising run of a shuffled row.
        return (_rising(places) - by_chance) / (len(places) - by_chance)

    def _sum(self, claims: set[int]) -> float:
        return math.fsum(self.weights[claim] for claim in claims)


def telling(readings: Sequence[Reading], links: Links, without: frozenset[int]) -> Telling:
    """The claims of each of `readings` that other reports tell too, in order, each once; none of the reports `without`,
    by number, which count for nothing."""
    mentions = {m.id: m for n, reading in enumerate(readings) if n not in without for m in reading.mentions}
    reports = [{mentions[id].report for id in group if id in mentions} for group in links.groups]
    group_of = {id: n for n, group in enumerate(links.groups) if len(reports[n]) > 1 for id in group}
    weights = {n: math.log((len(readings) - len(without)) / len(reports[n])) + 0.1 for n in set(group_of.values())}
    told = (
        tuple(dict.fromkeys(group_of[m.id] for m in sorted(r.mentions, key=lambda m: m.start) if m.id in group_of))
        if n not in without
        else ()
        for n, r in enumerate(readings)
    )
    return Telling(tuple(told), weights)


def _rising(places: Sequence[int]) -> int:
    """The length of the longest rising run within `places` (patience sorting)."""
    piles: list[int] = []
    for place in places:
        at = bisect_left(piles, place)
        piles[at : at + 1] = [place]
    return len(piles)
