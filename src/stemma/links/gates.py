"""What keeps two near mentions apart whatever their score, and as which kind of disagreement it counts."""

from stemma.links.features import Pair
from stemma.model import Commitment, DisagreementKind
from stemma.values.figures import compare_figures

# Commitments that a reader would take for one another; every other pair of unlike ones is kept apart.
_ALIKE: frozenset[frozenset[Commitment]] = frozenset(
    {frozenset({"planned", "conditional"}), frozenset({"possible", "planned"}), frozenset({"possible", "conditional"}),
     frozenset({"done", "possible"})}
)  # fmt: skip


def gate(pair: Pair) -> DisagreementKind | None:
    """The kind of disagreement that keeps the pair apart, or None where nothing does. Denial and polarity go first, as
    in the guidelines' order of kinds."""
    left, right = pair.left.mention, pair.right.mention
    if "denied" in (left.commitment, right.commitment) and left.commitment != right.commitment:
        return "denial"
    if left.negated != right.negated:
        return "polarity"
    if _figures_differ(pair):
        return "figure"
    if left.commitment != right.commitment and frozenset({left.commitment, right.commitment}) not in _ALIKE:
        return "modality"
    return None


def _figures_differ(pair: Pair) -> bool:
    outcomes = {compare_figures(a, b) for a in pair.left.mention.figures for b in pair.right.mention.figures}
    return "differ" in outcomes and "same" not in outcomes
