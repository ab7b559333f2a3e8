"""Whether what two reports have in common is inherited: one has it from the other, or both from a third."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.lineage.desk import Desk
from stemma.lineage.weigh import Values, explain, weigh, without
from stemma.lineage.wording import Kin
from stemma.model import Feature

LEAST_LIKELY = 0.05  # Probability below which a pair is not looked at further.


@dataclass(frozen=True, slots=True)
class Related:
    """Two reports, what they share, and the probability that it is inherited."""

    kin: Kin
    probability: float
    features: tuple[Feature, ...]


def related(desk: Desk) -> list[Related]:
    """Every pair of reports that shares passages or rare errors and may be related, sorted."""
    found = (_related(desk, kin) for kin in sharing(desk))
    return sorted(
        (pair for pair in found if pair.probability >= LEAST_LIKELY), key=lambda pair: (pair.kin.left, pair.kin.right)
    )


def sharing(desk: Desk) -> Iterator[Kin]:
    """Every pair of reports that shares passages, then those that share rare errors only."""
    yield from desk.shared
    seen = {(kin.left, kin.right) for kin in desk.shared}
    if "errors" in desk.evidence:
        for pair in sorted(desk.errors.shared):
            left, right = sorted(desk.numbers[report] for report in pair)
            if (left, right) not in seen:
                yield Kin(left, right, ())


def _related(desk: Desk, kin: Kin) -> Related:
    values = without("kinship", kinship_values(desk, kin), desk.evidence)
    return Related(kin, weigh("kinship", values), explain("kinship", values))


def kinship_values(desk: Desk, kin: Kin) -> Values:
    """The evidence that what the two share is inherited, by name."""
    words = kin.words
    left, right = desk.id(kin.left), desk.id(kin.right)
    least = min(desk.free(kin.left), desk.free(kin.right))
    return {
        "wording": math.log2(1 + words) if words else None,
        "longest passage": math.log2(1 + max(one.words for one in kin.passages)) if words else None,
        "passages": math.log2(1 + len(kin.passages)) if words else None,
        "word for word": sum(one.verbatim for one in kin.passages) / words if words else None,
        "density": _density(kin) if words else None,
        "share": words / least if words else None,
        "length": math.log2(least) if words else None,
        "no wording": None if words else 1.0,
        "choice": desk.telling.choice(kin.left, kin.right),
        "order": desk.telling.order(kin.left, kin.right),
        "shared errors": float(desk.errors.number(left, right)) or None,
        "same family": 1.0 if desk.families.alike(left, right) else None,
    }


def _density(kin: Kin) -> float:
    """The share of the words within the passages that are matched."""
    within = sum(one.here.bit_length() - (one.here & -one.here).bit_length() + 1 for one in kin.passages)
    return kin.words / max(1, within)
