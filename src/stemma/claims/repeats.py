"""Mentions of one report that state the same claim: its headline, its lead, and what it says again further down.

Method: greedy, the fullest first and somebody's word before the report's own voice. Two mentions are one claim where
the shorter one's words, weighed by how rare they are in the report, are nearly all in the longer one and make up much
of it, and nothing speaks against it: another figure, polarity, commitment, day or name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.model import Mention
from stemma.values.dates import same_time
from stemma.values.fit import fit
from stemma.values.rarity import Rarity, rarity

LEAST_SHARED = 3  # Stems that two mentions must share.
LEAST_HELD, LEAST_ALIKE = 0.75, 0.5  # Weighed share of the shorter one's stems, and of both's, that are shared;
HEADLINE_HELD, HEADLINE_ALIKE = 0.7, 0.45  # less of a headline, which drops words and tells the report's main claims.


@dataclass(frozen=True, slots=True)
class _Told:
    mention: Mention
    words: frozenset[str]
    weight: float


def with_repeats(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions of one report in the same order, each that says again what another says with the id of that one, the
    fullest of its set. A mention in the report's own voice that says again what is somebody's word is so marked, too:
    what the report has from them does not become a second voice."""
    rare = rarity(mentions)
    told = [
        _Told(mention, frozenset(mention.words), rare.of(frozenset(mention.words)))
        for mention in mentions
        if mention.stance == "claim"
    ]
    heads: list[_Told] = []
    repeats: dict[str, str] = {}
    for one in sorted(told, key=lambda each: (not each.mention.chain, -each.weight, each.mention.start)):
        best = max(
            ((score, -other.mention.start, other.mention.id) for other in heads if (score := _alike(one, other, rare))),
            default=None,
        )
        if best is None:
            heads.append(one)
        else:
            repeats[one.mention.id] = best[2]
    return tuple(replace(m, repeats=repeats[m.id]) if m.id in repeats else m for m in mentions)


def _alike(one: _Told, other: _Told, rare: Rarity) -> float:
    """How much two mentions are alike; 0 where they are not the same claim."""
    shared = one.words & other.words
    if len(shared) < LEAST_SHARED:
        return 0.0
    weight = rare.of(shared)
    held, alike = weight / min(one.weight, other.weight), 2 * weight / (one.weight + other.weight)
    headline = one.mention.headline or other.mention.headline
    least_held, least_alike = (HEADLINE_HELD, HEADLINE_ALIKE) if headline else (LEAST_HELD, LEAST_ALIKE)
    if held < least_held or alike < least_alike or _apart(one.mention, other.mention):
        return 0.0
    return alike


def _apart(one: Mention, other: Mention) -> bool:
    """Whether anything keeps two mentions in like words apart."""
    if one.negated != other.negated or one.commitment != other.commitment:
        return True
    if bool(one.figures) != bool(other.figures) or (one.names and other.names and not {*one.names} & {*other.names}):
        return True
    figures = {fit(a, b) for a in one.figures for b in other.figures}
    if one.figures and ("differ" in figures or "same" not in figures):
        return True
    return any(same_time(a, b) is False for a in one.dates for b in other.dates)
