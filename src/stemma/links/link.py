"""The stage: which mentions state the same claim, and which only nearly."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from stemma.links.candidates import candidates
from stemma.links.compare import NEAR, Verdict, compare
from stemma.links.entries import Laid, lay
from stemma.links.features import AGAIN, IDENTICAL, explain, score, values, weights
from stemma.links.group import Pairing, group, joins
from stemma.model import Link, Links, Mention, Reading, Relation
from stemma.values.rarity import rarity

WITHIN = 0.5  # Score from which a pair of one report is near, which tells things side by side that share words.
MOST_LINKS = 24  # Links that a mention keeps beyond those that others keep to it: its best ones.
TOLD_AGAIN = 0.99  # Score of two mentions by which one report tells a claim again: all but that of the same words.
_REMEMBERED = 2_000_000  # Pairs whose nearness is kept while mentions are grouped.


def link(readings: Iterable[Reading]) -> Links:
    """Compares the mentions of all reports. The order of `readings` changes nothing.

    Mentions in the same words are compared once, under a name made from these words: so a verbatim copy of a report
    changes nothing in how the others are linked, and cannot raise a count by shifting a weight. What makes no claim is
    left out."""
    claims = sorted((m for r in readings for m in r.mentions if m.stance == "claim"), key=lambda m: m.id)
    tellers: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in claims:
        tellers[wording(mention)].append(mention)
    named = [replace(min(tellers[name], key=_content), id=name) for name in sorted(tellers)]
    name_of = {mention.id: name for name, same in tellers.items() for mention in same}
    table = _Table(lay(named, rarity(named)), [frozenset(m.report for m in tellers[each.id]) for each in named])
    found = _with_repeats(_compared(table), claims, name_of)
    groups = group(named, found, _Nearness(table, found))
    ids = {name: sorted(mention.id for mention in same) for name, same in tellers.items()}
    whole = (tuple(sorted(one for name in names for one in ids[name])) for names in groups)
    between = (_between(each, ids[each.left][0], ids[each.right][0]) for each in found)
    identical = (Link(same[0], other, "same", 1.0, None, IDENTICAL) for same in ids.values() for other in same[1:])
    return Links(tuple(sorted((*between, *identical), key=lambda each: (each.left, each.right))), tuple(sorted(whole)))


def _between(link: Link, left: str, right: str) -> Link:
    return replace(link, left=min(left, right), right=max(left, right))


def _with_repeats(found: list[Link], claims: list[Mention], name_of: dict[str, str]) -> list[Link]:
    """`found` with a link for every mention that its report itself tells again, in place of what the scores say."""
    told = {(name_of[m.repeats], name_of[m.id]) for m in claims if m.repeats in name_of}
    pairs = {(min(pair), max(pair)) for pair in told if pair[0] != pair[1]}
    links = [Link(left, right, "same", TOLD_AGAIN, None, AGAIN) for left, right in sorted(pairs)]
    return [*(link for link in found if (link.left, link.right) not in pairs), *links]


def wording(mention: Mention) -> str:
    """A name made from what two mentions in the same words have in common: stems in order, figures, days (a "2" is no
    stem), and what the gates look at."""
    figures = [(each.low, each.high, each.bound, each.unit, each.kind, each.whole) for each in mention.figures]
    days = [when.earliest for when in mention.dates if when.precision == "day"]
    told = repr((mention.words, figures, days, mention.negated, mention.commitment))
    return sha256(told.encode(errors="surrogatepass")).hexdigest()[:24]


def _content(mention: Mention) -> tuple[object, ...]:
    """What else a mention is compared by: of those in the same words the first by this one stands for all."""
    parts = (mention.event, mention.agents, mention.patients, mention.names, mention.end - mention.start)
    return mention.vector, parts, mention.report, mention.id


@dataclass(frozen=True, slots=True)
class _Table:
    """The wordings side by side, and the reports that have each."""

    laid: Laid
    reports: Sequence[frozenset[str]]

    def near(self, left: int, right: int) -> Verdict | None:
        """The verdict on two wordings by their numbers, the smaller first; None where they are not near. What one
        report tells side by side is seldom one claim: such a pair must be nearer."""
        return compare(self.laid, left, right, NEAR if self.reports[left].isdisjoint(self.reports[right]) else WITHIN)


def _compared(table: _Table) -> list[Link]:
    """The links of the candidates, the best ones of every mention."""
    found = [link for left, right in candidates(table.laid) if (link := _link(table, left, right)) is not None]
    found.sort(key=lambda link: (-link.score, link.left, link.right))
    held: Counter[str] = Counter()
    kept = []
    for link in found:
        if min(held[link.left], held[link.right]) < MOST_LINKS:
            kept.append(link)
            held.update((link.left, link.right))
    return sorted(kept, key=lambda link: (link.left, link.right))


def _link(table: _Table, left: int, right: int) -> Link | None:
    """The link of two mentions by their numbers, the smaller first; None where they are not near."""
    found = table.near(left, right)
    if found is None:
        return None
    a, b = (table.laid.entries[one].mention for one in (left, right))
    relation: Relation = "apart" if found.kind else "same"
    event = score(values(found.pair, weights("event")), weights("event"))
    return Link(a.id, b.id, relation, found.same, found.kind, explain(found.pair, found.values), event)


class _Nearness(dict[Pairing, float]):
    """How near any two mentions are, as one of `found` has it, else as they compare when they are first asked for."""

    def __init__(self, table: _Table, found: Iterable[Link]) -> None:
        super().__init__(((link.left, link.right), link.score if joins(link) else -link.score) for link in found)
        self._table = table
        self._place = {entry.mention.id: number for number, entry in enumerate(table.laid.entries)}

    def __missing__(self, pair: Pairing) -> float:
        verdict = self._table.near(self._place[pair[0]], self._place[pair[1]])
        score = 0.0 if verdict is None else verdict.same if verdict.kind in (None, "figure") else -verdict.same
        if len(self) < _REMEMBERED:
            self[pair] = score
        return score
