"""One pair of mentions compared: the scores, and what keeps the two apart."""

from dataclasses import dataclass

from stemma.links.entries import Laid
from stemma.links.features import Pair, Values, cosine, pair, score, values, weights
from stemma.links.gates import gate
from stemma.model import DisagreementKind

NEAR = 0.05  # Chance from which two mentions are near.
LEAST_STEMS = 2  # Stems that two mentions must share, unless
ALIKE = 0.5  # their vectors are as near as this: one word in common is no claim in common.


@dataclass(frozen=True, slots=True)
class Verdict:
    """How near two mentions are: the chance that they state the same claim, what keeps them apart whatever it is (None
    where nothing does), and what was read of the pair for that."""

    same: float
    kind: DisagreementKind | None
    pair: Pair
    values: Values


def compare(laid: Laid, left: int, right: int, least: float = NEAR) -> Verdict | None:
    """The verdict on mentions number `left` and `right`; None where they have too little in common, or where the chance
    that they state the same claim is under `least`."""
    if not _in_common(laid, left, right):
        return None
    both = pair(laid, left, right)
    read = values(both, weights("same"))
    same = score(read, weights("same"))
    return Verdict(same, gate(both), both, read) if same >= least else None


def _in_common(laid: Laid, left: int, right: int) -> bool:
    """Whether two mentions have enough in common to be read as a pair: most that are asked for have not."""
    shared = laid.entries[left].words & laid.entries[right].words
    return len(shared) >= LEAST_STEMS or (cosine(laid, left, right) or 0.0) >= ALIKE
