"""Whether something came about, or how far: told as so and as not so, or as planned, ordered and done."""

import re
from collections.abc import Iterator

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.findings.disagreements.pairs import pairs
from stemma.findings.disagreements.superseding import superseding
from stemma.model import Commitment, Mention
from stemma.values.words import stem

NEAR = 0.5  # Chance that two mentions tell of one thing from which "not" or "will" in one of them means something;
NEAR_WHERE_ORDERED = 0.3  # less where one tells the order and the other what it orders,
NEAR_BY_STAGE = 0.35  # or both say how far one thing is.
NEVER = 2.0
STAGES = frozenset(stem(word) for word in ("begin", "continue", "resume", "stop", "complete"))
_FIRM: frozenset[Commitment] = frozenset({"ordered", "planned", "done"})
_OPPOSITE = re.compile(r"\b(?:un\w{4,}|safe\w*|without|no|nobody|fail\w*)\b", re.IGNORECASE)


def firmness(desk: Desk) -> Iterator[Difference]:
    """Every difference in polarity or commitment between two mentions that a link joins."""
    for left, right in pairs(desk):
        found = _polarity(desk, left, right) or _modality(desk, left, right)
        if found is not None:
            yield found


def _polarity(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    if left.negated == right.negated or not set(left.event) & set(right.event):
        return None
    affirmed = right if left.negated else left
    if _OPPOSITE.search(desk.text(affirmed)) or alike(desk, left, right) < NEAR:
        return None  # "no one was hurt" and "all were unhurt" are one
    superseded = superseding(desk, left, right)
    if superseded:
        return Difference(left, right, "update", False, superseded, "polarity")
    return Difference(left, right, "polarity", True, "one says it is so, the other that it is not", "polarity")


def _modality(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    firm = {left.commitment, right.commitment}
    if len(firm) != 2 or not firm <= _FIRM or left.negated or right.negated:
        return None
    if alike(desk, left, right) < _least(left, right, "ordered" in firm):
        return None
    return Difference(left, right, "modality", False, f"{left.commitment} against {right.commitment}", "firmness")


def _least(left: Mention, right: Mention, ordered: bool) -> float:
    """How near two mentions must be for a difference in commitment to be one: what is ordered stands in the object of
    the order, and "will begin" and "goes on" say of one thing how far it is."""
    if ordered:
        deeds = set(left.event + left.patients) & set(right.event + right.patients)
        return NEAR_WHERE_ORDERED if deeds else NEVER
    if set(left.event) & set(right.event):
        return NEAR
    return NEAR_BY_STAGE if set(left.event) & STAGES and set(right.event) & STAGES else NEVER
