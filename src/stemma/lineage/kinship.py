"""Whether what two reports have in common is inherited: one has it from the other, or both from a third."""

import math
from dataclasses import dataclass

from stemma.lineage.desk import Desk
from stemma.lineage.weigh import Values, explain, weigh, without
from stemma.lineage.wording import Kin, kinships
from stemma.model import Feature

MOST_ERRORS = 2  # Shared errors beyond which more say nothing new.
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
        for pair in desk.errors.shared:
            left, right = sorted(desk.numbers[report] for report in pair)
            found.setdefault((left, right), Kin(left, right, ()))
    return [found[pair] for pair in sorted(found)]


def _related(desk: Desk, kin: Kin) -> Related:
    values = without("kinship", kinship_values(desk, kin), desk.evidence)
    return Related(kin, weigh("kinship", values), explain("kinship", values))


def kinship_values(desk: Desk, kin: Kin) -> Values:
    """The evidence that what the two share is inherited, by name."""
    words = sum(one.words for one in kin.passages)
    left, right = desk.id(kin.left), desk.id(kin.right)
    shared = len(desk.errors.shared.get((min(left, right), max(left, right)), ())) // 2
    free = min(int(desk.texts[kin.left].free.sum()), int(desk.texts[kin.right].free.sum()))
    return {
        "words": math.log2(1 + words),
        "longest passage": math.log2(1 + max((one.words for one in kin.passages), default=0)),
        "word for word": sum(one.verbatim for one in kin.passages) / words if words else None,
        "density": _density(kin) if words else None,
        "share": words / free if words else None,
        "choice": desk.telling.choice(kin.left, kin.right),
        "order": desk.telling.order(kin.left, kin.right),
        "shared errors": float(min(MOST_ERRORS, shared)) or None,
        "same family": 1.0 if desk.families.alike(left, right) else None,
    }


def _density(kin: Kin) -> float:
    """The share of the words within the passages that are matched."""
    within = sum(max(one.here) - min(one.here) + 1 for one in kin.passages if one.here)
    return sum(one.words for one in kin.passages) / max(1, within)
