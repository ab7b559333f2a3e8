"""What keeps two near mentions apart whatever their score, and as which kind of disagreement it counts."""

from dataclasses import replace

from stemma.links.features import Pair
from stemma.model import Commitment, DisagreementKind, Figure
from stemma.values.figures import compare_figures
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
    if len(left) == len(right) == 1 and "" in (left[0].unit, right[0].unit):
        return _bare_differ(left[0], right[0], pair.shared)
    outcomes = {compare_figures(a, b) for a in left for b in right}
    return "differ" in outcomes and "same" not in outcomes


def _bare_differ(left: Figure, right: Figure, shared: frozenset[str]) -> bool:
    """Whether a bare number goes against another figure: "rose to 61" against "46 people", where both stretches name
    what is counted."""
    unit = left.unit or right.unit
    if not (_plain(left) and _plain(right)) or (unit and stem(unit) not in shared):
        return False
    return compare_figures(replace(left, unit=""), replace(right, unit="")) == "differ"


def _plain(figure: Figure) -> bool:
    """Whether a figure counts things: "rose to 61" goes with "46 people", not with "61 percent" or money."""
    return figure.unit != "percent" and not figure.unit.isupper() and " " not in figure.unit
