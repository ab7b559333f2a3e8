"""The stage: which mentions state the same claim, and which only nearly."""

from collections import defaultdict
from collections.abc import Hashable, Iterable

from stemma.links.candidates import candidates
from stemma.links.entries import entries
from stemma.links.features import IDENTICAL, explain, pair, score, values
from stemma.links.gates import gate
from stemma.links.group import group
from stemma.model import Link, Links, Mention, Reading
from stemma.values.rarity import rarity

LEAST_STEMS = 2  # Stems that two mentions in other words must share: one word in common is no claim in common.
NEAR = 0.05  # Score from which a pair of two reports is kept as a link at all;
WITHIN = 0.5  # of one report, which tells things side by side that share words without being one claim.


def link(readings: Iterable[Reading]) -> Links:
    """Compares the mentions of all reports. The order of `readings` changes nothing.

    Mentions in the same words are compared once: so a verbatim copy of a report changes nothing in how the others are
    linked, and cannot raise a count by shifting a weight."""
    alike: defaultdict[Hashable, list[Mention]] = defaultdict(list)
    for mention in sorted((m for reading in readings for m in reading.mentions), key=lambda m: m.id):
        alike[_wording(mention)].append(mention)
    firsts = [same[0] for same in alike.values()]
    found = _compared(firsts)
    repeats = {same[0].id: [m.id for m in same[1:]] for same in alike.values()}
    groups = group(firsts, found)
    whole = (tuple(sorted((*members, *(r for m in members for r in repeats[m])))) for members in groups)
    identical = [Link(first, repeat, "same", 1.0, None, IDENTICAL) for first in repeats for repeat in repeats[first]]
    return Links((*found, *identical), tuple(sorted(whole)))


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
