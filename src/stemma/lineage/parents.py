"""From whom a report has the wording that it shares: from another report, or from the source that others credit for it.

Every report is held against all with which it shares wording: what another explains as well, or better, is no evidence
for this one. Method: elimination of derived witnesses (Maas, Textual Criticism, 1958, sections 4 and 8)."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from stemma.lineage.desk import Desk
from stemma.lineage.kinship import Related
from stemma.lineage.weigh import Values, curve, logit, weigh, without
from stemma.lineage.wording import Kin

CERTAIN = 0.999  # That two equal texts are related.
EQUAL = 0.95  # That one of two equal texts is a print of the other, not both of a third.
LISTED_LATER = 0.01  # Odds that decide between two that are alike in all: the order of date and id.
EXPLAINS = 0.3  # Probability of kinship from which another report counts as an explanation of the same words.
NEAR = 60  # Characters from a passage within which an outlet that names itself speaks of it.
_MOST = 2.0  # Twice and four times the words of the next best say enough: the logarithm is cut there.


@dataclass(frozen=True, slots=True)
class Parentage:
    """`child` may have words from `parent`: a report's number, or the name of an `outside` source whose text `witness`
    carries too. `pair` is the child and the witness, `words` are the places of
    the child's, as bits, `values` the evidence by name."""

    child: int
    parent: int | str
    witness: int
    pair: Related
    words: int
    values: Values

    @property
    def ends(self) -> tuple[int | str, int | str]:
        """The child and the parent."""
        return self.child, self.parent

    @property
    def outside(self) -> bool:
        """Whether the parent is no report of the story."""
        return isinstance(self.parent, str)


def parentages(desk: Desk, pairs: Sequence[Related]) -> list[Parentage]:
    """Every way in which a report can have the wording that it shares, by child, each judged by itself."""
    by_report: defaultdict[int, list[tuple[int, Related]]] = defaultdict(list)
    for pair in pairs:
        by_report[pair.kin.left].append((pair.kin.right, pair))
        by_report[pair.kin.right].append((pair.kin.left, pair))
    return [way for child in sorted(by_report) for way in _of_child(desk, child, by_report[child]) if way.words]


def second_look(desk: Desk, ways: Sequence[Parentage]) -> list[Parentage]:
    """The same ways judged by what the first look says of each other: of several parents that explain the same words
    one is enough, and of two of which one has them from the other, mostly the elder."""
    first = {way.ends: weigh("parent", without("parent", way.values, desk.evidence)) for way in ways}
    by_child: defaultdict[int, list[Parentage]] = defaultdict(list)
    for way in ways:
        by_child[way.child].append(way)
    return [replace(way, values=_judged(way, by_child[way.child], first)) for way in ways]


def copies(desk: Desk, kin: Kin) -> Iterator[tuple[int, int, float]]:
    """Of two equal texts each as the copy of the other: child, parent, and how likely that is."""
    pair = Related(kin, CERTAIN, ())
    ways = ((kin.right, kin.left), (kin.left, kin.right))
    odds = [
        logit(weigh("parent", without("parent", _order_of(desk, child, parent, pair), desk.evidence)))
        for child, parent in ways
    ]
    forth = EQUAL * curve(odds[0] - odds[1] + LISTED_LATER)
    for (child, parent), probability in zip(ways, (forth, EQUAL - forth), strict=True):
        yield child, parent, probability


def _order_of(desk: Desk, child: int, parent: int, pair: Related) -> Values:
    """The evidence for which of two equal texts was first: all but what their lengths tell."""
    return {**_between_reports(desk, child, parent, pair), "shorter": None}


def _judged(way: Parentage, others: Sequence[Parentage], first: Mapping[tuple[int | str, int | str], float]) -> Values:
    rivals = [
        other
        for other in others
        if other.parent != way.parent and 2 * (other.words & way.words).bit_count() > way.words.bit_count()
    ]
    return {
        "first look": logit(first[way.ends]),
        "the other way round": logit(first.get((way.parent, way.child), 0.0)) if not way.outside else None,
        "best rival": logit(max(first[rival.ends] for rival in rivals)) if rivals else None,
        "has it from a rival": max((first.get((way.parent, rival.parent), 0.0) for rival in rivals), default=None),
        "a rival has it from it": max((first.get((rival.parent, way.parent), 0.0) for rival in rivals), default=None),
    }


def _of_child(desk: Desk, child: int, others: list[tuple[int, Related]]) -> Iterator[Parentage]:
    words = {other: pair.kin.matched(child) for other, pair in others}
    akin = {other: words[other] for other, pair in others if pair.probability >= EXPLAINS}
    before = {other: mine for other, mine in akin.items() if desk.in_time(child, other) != -1}
    everything = reduce(or_, akin.values(), 0)
    for other, pair in others:
        rivals = [mine for rival, mine in before.items() if rival != other]
        values = _between_reports(desk, child, other, pair) | _weight(desk, child, words[other], rivals)
        values["of all that is shared"] = _part(words[other], everything)
        yield Parentage(child, other, other, pair, words[other], values)
    pair_of = dict(others)
    for name, witnesses in _credited(desk, child, pair_of).items():
        best = max(witnesses, key=lambda w: (words[w].bit_count(), -w))
        carried = reduce(or_, (words[w] for w in witnesses), 0)
        rivals = [mine for rival, mine in before.items() if rival not in witnesses]
        values = _to_outside(desk, child, best, pair_of[best]) | _weight(desk, child, carried, rivals)
        values["of all that is shared"] = _part(carried, everything)
        yield Parentage(child, name, best, pair_of[best], carried, values)


def _credited(desk: Desk, child: int, pairs: dict[int, Related]) -> dict[str, list[int]]:
    """The outside sources that others with the same words credit and `child` does not, and who these are. Of several
    credited at once nobody can tell whose words they are."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for other, pair in pairs.items():
        if pair.kin.passages and len(desk.credits[other]) == 1:
            for name in desk.credits[other] - desk.credits[child]:
                found[name].append(other)
    return {name: found[name] for name in sorted(found) if not name.islower()}


def _weight(desk: Desk, child: int, mine: int, rivals: Sequence[int]) -> dict[str, float | None]:
    """How much of the child's wording it is, and how much of it no rival explains."""
    others = reduce(or_, rivals, 0)
    best = max((rival.bit_count() for rival in rivals), default=0)
    return {
        "share of the text": mine.bit_count() / desk.free(child) if mine else None,
        "not found elsewhere": _part(mine & ~others, mine),
        "of what earlier ones share": _part(mine, mine | others),
        "more than elsewhere": max(-_MOST, min(_MOST, math.log2(mine.bit_count() / best))) if mine and best else None,
    }


def _part(words: int, of: int) -> float | None:
    """The share of words `of` the second that are among the first, both as bits; None where there are none."""
    return (words & of).bit_count() / of.bit_count() if of else None


def _between_reports(desk: Desk, child: int, parent: int, pair: Related) -> dict[str, float | None]:
    order = desk.in_time(child, parent)
    in_common = desk.credits[child] & desk.credits[parent]
    carries = (desk.id(child) in desk.families.transport) - (desk.id(parent) in desk.families.transport)
    return {
        "kinship": logit(pair.probability),
        "later": 1.0 if order == 1 else None,
        "earlier": 1.0 if order == -1 else None,
        "says so": 1.0 if desk.states(child, parent) else None,
        "the other says so": 1.0 if desk.states(parent, child) else None,
        "credit in common": 1.0 if in_common else None,
        "credits another": 1.0 if desk.credits[child] and not in_common else None,
        "the other credits another": 1.0 if desk.credits[parent] and not in_common else None,
        "shorter": _shorter(desk, child, parent),
        "carries others' texts": float(carries) or None,
        "an agency": float(desk.agencies[parent] - desk.agencies[child]) or None,
        "changed words": float(desk.variants.alone(desk.texts, pair.kin, child)) or None,
        "words from elsewhere": float(desk.variants.elsewhere(desk.texts, pair.kin, child)) or None,
        "own reporting": _own_reporting(desk, pair, parent) - _own_reporting(desk, pair, child) or None,
        "shared errors": float(desk.errors.number(desk.id(child), desk.id(parent))) or None,
        "its errors are missing": float(-desk.errors.alone(desk.id(parent), desk.id(child))) or None,
        "outside": None,
    }


def _own_reporting(desk: Desk, pair: Related, report: int) -> float:
    """1 where the report says within the passages that somebody told it, else 0."""
    spans = pair.kin.seen_from(report)
    return float(any(p.start - NEAR <= at <= p.end + NEAR for p in spans for at in desk.own[report]))


def _to_outside(desk: Desk, child: int, witness: int, pair: Related) -> dict[str, float | None]:
    return {
        "kinship": logit(pair.probability),
        "credits another": 1.0 if desk.credits[child] else None,
        "says so": 1.0 if desk.states(child, witness) else None,
        "outside": 1.0,
    }


def _shorter(desk: Desk, child: int, parent: int) -> float:
    """How much shorter the child is than the parent, from -1 to 1: copies are cut."""
    here, there = len(desk.texts[child].stems), len(desk.texts[parent].stems)
    return (there - here) / max(1, here, there)
