"""The stage: which mentions state the same claim, and which only nearly."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from stemma.links.candidates import candidates
from stemma.links.entries import entries
from stemma.links.features import AGAIN, IDENTICAL, explain, pair, score, values
from stemma.links.gates import gate
from stemma.links.group import group
from stemma.model import Link, Links, Mention, Reading
from stemma.values.rarity import rarity

LEAST_STEMS = 2  # Stems that two mentions in other words must share: one word in common is no claim in common.
NEAR = 0.05  # Score from which a pair of two reports is kept as a link at all;
WITHIN = 0.5  # of one report, which tells things side by side that share words without being one claim.

TOLD_AGAIN = 0.99  # Score of two mentions by which one report tells a claim again: all but that of the same words.


def link(readings: Iterable[Reading]) -> Links:
    """Compares the mentions of all reports. The order of `readings` changes nothing.

    Mentions in the same words are compared once: so a verbatim copy of a report changes nothing in how the others are
    linked, and cannot raise a count by shifting a weight. What makes no claim is left out."""
    claims = sorted((m for r in readings for m in r.mentions if m.stance == "claim"), key=lambda m: m.id)
    alike: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in claims:
        alike[_wording(mention)].append(mention)
    firsts = [same[0] for same in alike.values()]
    first_of = {mention.id: same[0].id for same in alike.values() for mention in same}
    found = _with_repeats(_compared(firsts), claims, first_of)
    others = {same[0].id: [m.id for m in same[1:]] for same in alike.values()}
    groups = group(firsts, found)
    whole = (tuple(sorted((*members, *(other for m in members for other in others[m])))) for members in groups)
    identical = [Link(first, other, "same", 1.0, None, IDENTICAL) for first in others for other in others[first]]
    return Links((*found, *identical), tuple(sorted(whole)))


def _with_repeats(found: list[Link], claims: list[Mention], first_of: dict[str, str]) -> list[Link]:
    """`found` with a link for every mention that its report itself tells again, in place of what the scores say."""
    told = {(first_of[m.repeats], first_of[m.id]) for m in claims if m.repeats in first_of}
    pairs = sorted({(min(pair), max(pair)) for pair in told if pair[0] != pair[1]})
    links = [Link(left, right, "same", TOLD_AGAIN, None, AGAIN) for left, right in pairs]
    return [*(link for link in found if (link.left, link.right) not in set(pairs)), *links]


def _wording(mention: Mention) -> Hashable:
    """What two mentions in the same words have in common: stems in order, figures, and what the gates look at."""
    figures = tuple(
        (figure.low, figure.high, figure.bound, figure.unit, figure.kind, figure.whole) for figure in mention.figures
    )
    return mention.words, figures, mention.negated, mention.commitment


def _compared(mentions: list[Mention]) -> list[Link]:
    rare = rarity(mentions)
    laid = entries(mentions, rare)
    found = []
    for i, j in candidates(laid, rare):
        shared = laid[i].words & laid[j].words
        if len(shared) < LEAST_STEMS:
            continue
        both = pair(laid[i], laid[j], shared, rare)
        read = values(both)
        weight = score(read)
        if weight < (WITHIN if mentions[i].report == mentions[j].report else NEAR):
            continue
        kind = gate(both)
        left, right = mentions[i].id, mentions[j].id
        found.append(Link(left, right, "apart" if kind else "same", weight, kind, explain(both, read)))
    return found
