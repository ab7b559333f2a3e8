"""Whether what two reports have in common is inherited: one has it from the other, or both from a third."""

import math
from dataclasses import dataclass

from stemma.lineage.desk import Desk
from stemma.lineage.weigh import Values, explain, weigh, without
from stemma.lineage.wording import Kin, kinships
from stemma.model import Feature

LEAST_FIGURES = 2  # Rare figures in common from which two reports are compared without shared wording.
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
    return [pair for pair in found if pair.probability >= LEAST_LIKELY]


def sharing(desk: Desk) -> list[Kin]:
    """Every pair of reports that shares passages or rare errors, sorted."""
    found = {(kin.left, kin.right): kin for kin in kinships(desk.texts, desk.evidence)}
    if "errors" in desk.evidence:
        for pair in sorted(desk.errors.shared.keys() | {p for p, n in desk.errors.figures.items() if len(n) >= 2 * LEAST_FIGURES}):
            left, right = sorted(desk.numbers[report] for report in pair)
            found.setdefault((left, right), Kin(left, right, ()))
    return [found[pair] for pair in sorted(found)]


def _related(desk: Desk, kin: Kin) -> Related:
    values = without("kinship", kinship_values(desk, kin), desk.evidence)
    return Related(kin, weigh("kinship", values), explain("kinship", values))


def kinship_values(desk: Desk, kin: Kin) -> Values:
    """The evidence that what the two share is inherited, by name."""
    words = sum(one.words for one in kin.passages)
    weights = [desk.weight(kin.left, one.here) for one in kin.passages]
    left, right = desk.id(kin.left), desk.id(kin.right)
    least = min(float(desk.rarities[kin.left].sum()), float(desk.rarities[kin.right].sum()))
    return {
        "wording": math.log2(1 + math.fsum(weights)),
        "longest passage": math.log2(1 + max(weights, default=0.0)),
        "passages": math.log2(1 + len(weights)),
        "word for word": sum(one.verbatim for one in kin.passages) / words if words else None,
        "density": _density(kin) if words else None,
        "share": math.fsum(weights) / least if words and least else None,
        "rarity": math.fsum(weights) / words if words else None,
        "choice": desk.telling.choice(kin.left, kin.right),
        "order": desk.telling.order(kin.left, kin.right),
        "shared errors": float(desk.errors.number(left, right)) or None,
        "rare figures": float(desk.errors.rare(left, right)) or None,
        "same family": 1.0 if desk.families.alike(left, right) else None,
    }


def _density(kin: Kin) -> float:
    """The share of the words within the passages that are matched."""
    within = sum(max(one.here) - min(one.here) + 1 for one in kin.passages if one.here)
    return sum(one.words for one in kin.passages) / max(1, within)
