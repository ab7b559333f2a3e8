"""Evidence weighed into a probability: tables of features in `data/weights.toml`, fitted by `training/lineage.py`.

Each feature has a weight, the kind of evidence that it is, and what it says. The probability is that of a logistic
curve over the weighted sum. A value of None is no evidence either way and adds nothing."""

import math
from collections.abc import Collection, Mapping

from stemma.lineage.evidence import EvidenceKind
from stemma.lineage.tables import table
from stemma.model import Feature

Values = Mapping[str, float | None]
_STEEPEST = 30.0  # Beyond it the curve is flat, and its exponential too large for a float.


def weigh(question: str, values: Values) -> float:
    """The probability that the answer to `question`, a table of `data/weights.toml`, is yes. Raises KeyError for a
    feature that the table does not have."""
    rows = table("weights")[question]
    spoken = (rows["features"][name]["weight"] * value for name, value in values.items() if value is not None)
    return curve(rows["intercept"] + sum(spoken))


def explain(question: str, values: Values) -> tuple[Feature, ...]:
    """The same as named features that spoke, with their reasons, for people."""
    rows = table("weights")[question]["features"]
    return tuple(
        Feature(name, round(value, 4), rows[name]["weight"], rows[name]["reason"])
        for name, value in values.items()
        if value is not None
    )


def without(question: str, values: Values, evidence: Collection[EvidenceKind]) -> dict[str, float | None]:
    """`values` with None for what belongs to a kind of evidence that is left out."""
    rows = table("weights")[question]["features"]
    return {name: value if rows[name]["evidence"] in evidence else None for name, value in values.items()}


def curve(total: float) -> float:
    """The logistic curve."""
    return 1 / (1 + math.exp(-max(-_STEEPEST, min(_STEEPEST, total))))


def logit(probability: float) -> float:
    """What the curve makes `probability` of."""
    edge = math.exp(-_STEEPEST)
    return math.log(max(edge, probability) / max(edge, 1 - probability))
