"""Which commitments can be those of one claim."""

from stemma.model import Commitment

_Pair = frozenset[Commitment]

# What a reader would take for one another,
_ALIKE: frozenset[_Pair] = frozenset(
    {frozenset({"planned", "conditional"}), frozenset({"possible", "conditional"}), frozenset({"done", "possible"})}
)
# and what another choice of words may make of the same: "talks are due", "talks were fixed"; "denied", "was not".
_NEAR: frozenset[_Pair] = _ALIKE | {
    frozenset({"done", "planned"}),
    frozenset({"done", "conditional"}),
    frozenset({"planned", "possible"}),
    frozenset({"denied", "done"}),
    frozenset({"denied", "planned"}),
    frozenset({"denied", "possible"}),
    frozenset({"denied", "conditional"}),
}


def alike(left: Commitment, right: Commitment) -> bool:
    """Whether a reader would take one commitment for the other."""
    return left == right or frozenset({left, right}) in _ALIKE


def apart(left: Commitment, right: Commitment) -> bool:
    """Whether no one claim is ever committed to in both ways: an order is no deed."""
    return left != right and frozenset({left, right}) not in _NEAR
