"""From whom a report has the wording that it shares: from another report, or from the source that others credit for it.

Every report is held against all with which it shares wording: what another explains as well, or better, is no evidence
for this one. Method: elimination of derived witnesses (Maas, Textual Criticism, 1958, sections 4 and 8)."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.lineage.desk import Desk
from stemma.lineage.kinship import Related
from stemma.lineage.shares import Share, against, joined, lacking
from stemma.lineage.weigh import Values, curve, logit, weigh, without
from stemma.lineage.wording import Kin

CERTAIN = 0.999  # That two equal texts are related.
EQUAL = 0.95  # That one of two equal texts is a print of the other, not both of a third.
EVEN = 0.505  # The least of this that goes to the print that stands for the text: it is chosen for being the first.
NEAR = 60  # Characters from a passage within which an outlet that names itself speaks of it.

_Shares = Mapping[int, Share]


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


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What each report shares with each other: the two as `kin`, the words as `shares`, and for the first of two how
    many of its words the second changed."""

    desk: Desk
    kin: Mapping[int, dict[int, Related]]
    shares: Mapping[int, _Shares]
    changes: Mapping[tuple[int, int], float | None]


def parentages(desk: Desk, pairs: Sequence[Related]) -> list[Parentage]:
    """Every way in which a report can have the wording that it shares, by child, each judged by itself."""
    by_report: defaultdict[int, dict[int, Related]] = defaultdict(dict)
    for pair in pairs:
        by_report[pair.kin.left][pair.kin.right] = by_report[pair.kin.right][pair.kin.left] = pair
    shares = {report: _shares(report, kin) for report, kin in by_report.items()}
    changes = {(report, other): _changed(mine, other) for report, mine in shares.items() for other in mine}
    drawn = _Drawn(desk, by_report, shares, changes)
    return [way for child in sorted(by_report) for way in _of_child(drawn, child) if way.words]


def _shares(report: int, kin: Mapping[int, Related]) -> dict[int, Share]:
    """What a report shares with each other, the likeliest kin first."""
    ordered = sorted(kin.items(), key=lambda item: (-item[1].probability, item[0]))
    return {other: Share(p.kin.matched(report), p.kin.within(report), p.probability) for other, p in ordered}


def question(way: Parentage) -> str:
    """The table that tells how likely a way is by itself, if what the two share is inherited."""
    return "outside source" if way.outside else "parent"


def _first_look(desk: Desk, way: Parentage) -> float:
    """How likely a way is by itself: what the two share is inherited, and in this way."""
    return way.pair.probability * weigh(question(way), without(question(way), way.values, desk.evidence))


def second_look(desk: Desk, ways: Sequence[Parentage]) -> list[Parentage]:
    """The same ways judged by what the first look says of each other: of several parents that explain the same words
    one is enough, and of two of which one has them from the other, mostly the nearer."""
    first = {way.ends: _first_look(desk, way) for way in ways}
    by_child: defaultdict[int, list[Parentage]] = defaultdict(list)
    for way in ways:
        by_child[way.child].append(way)
    return [replace(way, values=_judged(way, by_child[way.child], first)) for way in ways]


def copies(desk: Desk, kin: Kin) -> Iterator[tuple[int, int, float]]:
    """Of two prints of one text each as the copy of the other: child, parent, and how likely that is."""
    pair = Related(kin, CERTAIN, ())
    first = desk.prints.first[kin.left]
    copy = kin.right if first == kin.left else kin.left
    ways = ((copy, first), (first, copy))
    odds = [
        logit(weigh("parent", without("parent", _order_of(desk, child, parent, pair), desk.evidence)))
        for child, parent in ways
    ]
    forth = EQUAL * max(EVEN, curve(odds[0] - odds[1]))
    for (child, parent), probability in zip(ways, (forth, EQUAL - forth), strict=True):
        yield child, parent, probability


def _order_of(desk: Desk, child: int, parent: int, pair: Related) -> Values:
    """The evidence for which of two equal texts was first: all but what their lengths tell."""
    return {**_between_reports(desk, child, parent, pair), "shorter": None}


def _judged(way: Parentage, others: Sequence[Parentage], first: Mapping[tuple[int | str, int | str], float]) -> Values:
    rivals = [
        other.parent
        for other in others
        if other.parent != way.parent and 2 * (other.words & way.words).bit_count() > way.words.bit_count()
    ]

    def first_of(child: int | str, parent: int | str) -> float:
        return first.get((child, parent), 0.0)

    through = [(first_of(way.child, rival), first_of(rival, way.parent)) for rival in rivals]
    beyond = [(first_of(way.child, rival), first_of(way.parent, rival)) for rival in rivals]
    return {
        "first look": logit(first[way.ends]),
        "the other way round": first_of(way.parent, way.child),
        "rivals": sum(first_of(way.child, rival) for rival in rivals),
        "a rival has it from it": max((nearer for _, nearer in through), default=0.0),
        "has it from a rival": max((farther for _, farther in beyond), default=0.0),
        "through a rival": max((mine * nearer for mine, nearer in through), default=0.0),
        "of a rival": max((mine * farther for mine, farther in beyond), default=0.0),
    }


def _of_child(drawn: _Drawn, child: int) -> Iterator[Parentage]:
    desk, kin, mine = drawn.desk, drawn.kin[child], drawn.shares[child]
    earlier = {other: share for other, share in mine.items() if desk.in_time(child, other) != -1}

    def weight(share: Share, of: Collection[int]) -> dict[str, float | None]:
        rivals, everything = ([one for other, one in table.items() if other not in of] for table in (earlier, mine))
        return against(share, rivals, everything, desk.free(child))

    for other, pair in kin.items():
        values = _between_reports(desk, child, other, pair) | weight(mine[other], [other])
        values["words that it changed"] = drawn.changes[child, other]
        values["words changed"] = drawn.changes[other, child]
        by = desk.agencies[other] - desk.agencies[child]
        values["of an agency's text"] = by * mine[other].words.bit_count() / desk.free(other) or None
        yield Parentage(child, other, other, pair, mine[other].words, values)
    for name, witnesses in _credited(desk, child, kin).items():
        best = max(witnesses, key=lambda w: (mine[w].words.bit_count(), -w))
        carried = joined([mine[w] for w in witnesses])
        yield Parentage(child, name, best, kin[best], carried.words, weight(carried, witnesses))


def _changed(shares: _Shares, other: int) -> float | None:
    """How many words of a report the other has changed that third ones have as it has them, as a power of two."""
    changed = lacking(shares[other], [share for third, share in shares.items() if third != other])
    return math.log2(1 + changed) or None


def _credited(desk: Desk, child: int, pairs: dict[int, Related]) -> dict[str, list[int]]:
    """The outside sources that others with the same words credit and `child` does not, and who these are. Of several
    credited at once nobody can tell whose words they are."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for other, pair in pairs.items():
        if pair.kin.passages and len(desk.credits[other]) == 1:
            for name in desk.credits[other] - desk.credits[child]:
                found[name].append(other)
    return {name: found[name] for name in sorted(found) if not name.islower()}


def _between_reports(desk: Desk, child: int, parent: int, pair: Related) -> dict[str, float | None]:
    order = desk.in_time(child, parent)
    in_common = desk.credits[child] & desk.credits[parent]
    carries = (desk.id(child) in desk.families.transport) - (desk.id(parent) in desk.families.transport)
    return {
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
    }


def _own_reporting(desk: Desk, pair: Related, report: int) -> float:
    """1 where the report says within the passages that somebody told it, else 0."""
    spans = pair.kin.seen_from(report)
    return float(any(p.start - NEAR <= at <= p.end + NEAR for p in spans for at in desk.own[report]))


def _shorter(desk: Desk, child: int, parent: int) -> float:
    """How much shorter the child is than the parent, from -1 to 1: copies are cut."""
    here, there = len(desk.texts[child].stems), len(desk.texts[parent].stems)
    return (there - here) / max(1, here, there)
