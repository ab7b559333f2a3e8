"""Figures that do not fit: two reports put one quantity differently.

update   the later report supersedes, by its own words or on a running count
scope    another period or place is counted, or a price at another hour
figure   rival estimates and lower bounds (both can be right), else a conflict"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations, product

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.samequantity import (
    apart,
    counts,
    is_soft,
    one_quantity,
    periods,
    running,
    tellers_of,
)
from stemma.findings.disagreements.superseding import superseding
from stemma.findings.disagreements.tallies import Tally, nominal, stems, tallies
from stemma.model import Figure, Mention
from stemma.values.dates import same_time
from stemma.values.fit import other_scope

MOST_TOLD = 6  # Tallies of one value that are compared with those of another: more tell no more.

_Value = tuple[float | None, float | None, str, frozenset[str]]
_Telling = tuple[int, str, frozenset[str], float | None]


def quantities(desk: Desk) -> Iterator[Difference]:
    """Every difference between two figures of one quantity."""
    known = tuple(tallies(desk))
    tellers, told_in = tellers_of(desk, known), _told_in(desk, known)
    by_measure: defaultdict[str, defaultdict[_Value, list[Tally]]] = defaultdict(lambda: defaultdict(list))
    for tally in known:
        value = tally.figure.low, tally.figure.high, tally.figure.bound, tally.counted
        by_measure[tally.measure][value].append(tally)
    for measure in sorted(by_measure):
        values = [told[:MOST_TOLD] for _, told in by_measure[measure].items()]
        for ours, theirs in combinations(values, 2):
            if apart(ours[0], theirs[0]):
                for left, right in product(ours, theirs):
                    if one_quantity(desk, left, right, tellers):
                        beside = (*told_in[_telling(desk, left)], *told_in[_telling(desk, right)])
                        yield replace(_typed(desk, left, right), beside=beside)


def _told_in(desk: Desk, known: Iterable[Tally]) -> dict[_Telling, list[str]]:
    """Claim and figure -> the mentions of the claim that tell the figure."""
    found: defaultdict[_Telling, list[str]] = defaultdict(list)
    for tally in known:
        found[_telling(desk, tally)].append(tally.mention.id)
    return found


def _telling(desk: Desk, tally: Tally) -> _Telling:
    return desk.group_of[tally.mention.id], tally.measure, tally.counted, nominal(tally.figure)


def _typed(desk: Desk, left: Tally, right: Tally) -> Difference:
    a, b = left.mention, right.mention
    matter = left.measure
    if _traded(left, right):
        return Difference(a, b, "scope", False, "a price is another every hour", matter)
    superseded = superseding(desk, a, b) or running(desk, left, right)
    if superseded and counts(left):
        return Difference(a, b, "update", False, superseded, matter)
    if _other_scope(left.figure, right.figure, a, b):
        return Difference(a, b, "scope", False, "another period or another thing is counted", matter)
    if is_soft(left) and is_soft(right):
        return Difference(a, b, "figure", False, "estimates or bounds that differ: both can be honest", matter)
    return Difference(a, b, "figure", True, "the figures do not fit", matter)


def _traded(left: Tally, right: Tally) -> bool:
    """Whether both figures tell what something changes hands at, or how that has moved."""
    if left.measure.startswith("moved"):
        return bool((left.near | right.near) & stems("traded"))
    said = [set(each.mention.words) for each in (left, right)]
    priced = all(each & (stems("traded") | stems("trading")) for each in said) and any(
        each & stems("trading") for each in said
    )
    return left.figure.unit.isupper() and priced


def _other_scope(one: Figure, other: Figure, a: Mention, b: Mention) -> bool:
    known = [same_time(x, y) for x in a.dates for y in b.dates]
    return other_scope(one, other) or False in known or periods(a) != periods(b)
