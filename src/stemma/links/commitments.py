"""Which commitments can be those of one claim. Whether something is denied is a matter of polarity, not of these."""

from stemma.model import Commitment

_Pair = frozenset[Commitment]

# What a reader would take for one another,
_ALIKE: frozenset[_Pair] = frozenset(
    {frozenset({"planned", "conditional"}), frozenset({"possible", "conditional"}), frozenset({"done", "possible"})}
)
# and what another choice of words may make of the same: "talks are due", "talks were fixed".
_NEAR: frozenset[_Pair] = _ALIKE | {
    frozenset({"done", "planned"}),
    frozenset({"done", "conditional"}),
    frozenset({"planned", "possible"}),
}


def alike(left: Commitment, right: Commitment) -> bool:
    """Whether a reader would take one commitment for the other."""
    return _among(_ALIKE, left, right)


def apart(left: Commitment, right: Commitment) -> bool:
    """Whether no one claim is ever committed to in both ways: an order is no deed."""
    return not _among(_NEAR, left, right)


def _among(pairs: frozenset[_Pair], left: Commitment, right: Commitment) -> bool:
    return left == right or "denied" in (left, right) or frozenset({left, right}) in pairs
