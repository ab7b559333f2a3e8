"""The stage: which mentions state the same claim, and which only nearly."""

from collections.abc import Iterable

from stemma.links.candidates import candidates
from stemma.links.entries import entries
from stemma.links.features import explain, pair, score, values
from stemma.links.gates import gate
from stemma.links.group import group
from stemma.model import Link, Links, Reading
from stemma.values.rarity import rarity

LEAST_STEMS = 2  # Stems that two mentions must share, unless one has fewer: one word in common is no claim in common.
NEAR = 0.05  # Score from which a pair of two reports is kept as a link at all;
WITHIN = 0.5  # of one report, which tells things side by side that share words without being one claim.


def link(readings: Iterable[Reading]) -> Links:
    """Compares the mentions of all reports. The order of `readings` changes nothing."""
    mentions = sorted((mention for reading in readings for mention in reading.mentions), key=lambda m: m.id)
    rare = rarity(mentions)
    laid = entries(mentions, rare)
    found = []
    for i, j in candidates(laid, rare):
        shared = laid[i].words & laid[j].words
        if len(shared) < min(LEAST_STEMS, len(laid[i].words), len(laid[j].words)):
            continue
        both = pair(laid[i], laid[j], shared, rare)
        read = values(both)
        weight = score(read)
        if weight < (WITHIN if mentions[i].report == mentions[j].report else NEAR):
            continue
        kind = gate(both)
        left, right = mentions[i].id, mentions[j].id
        found.append(Link(left, right, "apart" if kind else "same", weight, kind, explain(both, read)))
    return Links(tuple(found), group([mention.id for mention in mentions], found))
