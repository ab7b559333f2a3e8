"""What keeps two near mentions apart whatever their score, and as which kind of disagreement it counts."""

from collections.abc import Sequence

from stemma.links.features import Pair
from stemma.model import Commitment, DisagreementKind, Figure
from stemma.values.fit import Fit, counts_things, fit, fit_values
from stemma.values.words import stem

# Commitments that a reader would take for one another; every other pair of unlike ones is kept apart.
_ALIKE: frozenset[frozenset[Commitment]] = frozenset(
    {frozenset({"planned", "conditional"}), frozenset({"possible", "planned"}), frozenset({"possible", "conditional"}),
     frozenset({"done", "possible"})}
)  # fmt: skip


def alike(left: Commitment, right: Commitment) -> bool:
    """Whether a reader would take one commitment for the other."""
    return left == right or frozenset({left, right}) in _ALIKE


def gate(pair: Pair) -> DisagreementKind | None:
    """The kind of disagreement that keeps the pair apart, or None where nothing does. Denial and polarity go first, as
    in their fixed order of kinds (docs/words.md)."""
    left, right = pair.left.mention, pair.right.mention
    if "denied" in (left.commitment, right.commitment) and left.commitment != right.commitment:
        return "denial"
    if left.negated != right.negated:
        return "polarity"
    if _figures_differ(pair):
        return "figure"
    if not alike(left.commitment, right.commitment):
        return "modality"
    return None


def _figures_differ(pair: Pair) -> bool:
    left, right = pair.left.mention.figures, pair.right.mention.figures
    outcomes = {fit(a, b) for a in left for b in right} | {_bare_fit(left, right, pair.shared)}
    return "differ" in outcomes and "same" not in outcomes


def _bare_fit(left: Sequence[Figure], right: Sequence[Figure], shared: frozenset[str]) -> Fit | None:
    """How a bare number goes with another count of things where each side has one such and both name what is counted:
    "the toll rose to 61 people" and "people killed: 46"."""
    ours, theirs = ([figure for figure in figures if counts_things(figure)] for figures in (left, right))
    if not (len(ours) == len(theirs) == 1 and "" in (ours[0].unit, theirs[0].unit)):
        return None
    unit = ours[0].unit or theirs[0].unit
    return fit_values(ours[0], theirs[0]) if not unit or stem(unit) in shared else None
