"""Whether something came about, or how far: told as so and as not so, or as planned, ordered and done."""

import re
from functools import cache

from stemma.findings.desk import Desk
from stemma.findings.disagreements.denials import by_party, denial
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.findings.disagreements.superseding import superseding
from stemma.findings.roots import root
from stemma.findings.tables import words
from stemma.model import Commitment, Mention
from stemma.values.words import content, stem

NEAR = 0.5  # Chance that two mentions tell of one thing from which "not" in one of them means something;
NEAR_WHERE_ORDERED = 0.45  # less where one tells the order and the other what it orders;
NEAR_BY_STAGE = 0.35  # or one that a thing will begin and the other that it has.
NEVER = 2.0
_FIRM: frozenset[Commitment] = frozenset({"ordered", "planned", "done"})


@cache
def _says(name: str) -> re.Pattern[str]:
    """Finds any phrase of a list in `data/firmness.toml`."""
    return re.compile(rf"\b(?:{'|'.join(words('firmness')[name])})\b", re.IGNORECASE)


@cache
def _orders() -> frozenset[str]:
    return frozenset(stem(word) for word in words("firmness")["orders"])


def firmness(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    """The difference in polarity or commitment between two mentions."""
    return _polarity(desk, left, right) or _modality(desk, left, right)


def _polarity(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    if left.negated == right.negated or left.commitment != right.commitment:
        return None
    affirmed, negated = (right, left) if left.negated else (left, right)
    if (
        _says("opposite").search(desk.text(affirmed))
        or _says("unknown").search(desk.text(negated))
        or alike(desk, left, right) < NEAR
    ):
        return None  # "no one was hurt" and "all were unhurt" are one; what is so for the first time was not so before
    if _denies(desk, negated, affirmed):
        return denial(desk, affirmed, negated)
    if not set(left.event) & set(right.event):
        return None
    superseded = superseding(desk, left, right)
    if superseded:
        return Difference(left, right, "update", False, superseded, "polarity")
    return Difference(left, right, "polarity", True, "one says it is so, the other that it is not", "polarity")


def _denies(desk: Desk, negated: Mention, affirmed: Mention) -> bool:
    """Whether a party says that it is not so, of what another party says or of what is told of the party itself."""
    if not by_party(negated) or not _takes_up(negated, affirmed) or root(desk, affirmed).key == root(desk, negated).key:
        return False
    return bool(affirmed.chain) or bool(set(content(negated.chain[-1].name)) & set(affirmed.words))


def _takes_up(negated: Mention, affirmed: Mention) -> bool:
    """Whether what happens in one is what the other says no to: "was warned" and "received no warning"."""
    return bool(set(affirmed.event) & {*negated.event, *negated.agents, *negated.patients})


def _modality(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    firm = {left.commitment, right.commitment}
    if len(firm) != 2 or not firm <= _FIRM or left.negated or right.negated:
        return None
    if alike(desk, left, right) < _least(desk, left, right):
        return None
    return Difference(left, right, "modality", False, f"{left.commitment} against {right.commitment}", "firmness")


def _least(desk: Desk, left: Mention, right: Mention) -> float:
    """How near two mentions must be for a difference in commitment to be one: what is ordered stands in the object of
    the order, and "will begin" and "goes on" say of one thing how far it is."""
    coming, come = (right, left) if left.commitment == "done" else (left, right)
    if coming.commitment == "ordered":
        deeds = set(coming.event + coming.patients) & set(come.event + come.patients)
        return NEAR_WHERE_ORDERED if deeds - _orders() and not set(come.event) & _orders() else NEVER
    begins = _says("begins").search(desk.text(coming)) and _says("begun").search(desk.text(come))
    return NEAR_BY_STAGE if begins and come.commitment == "done" else NEVER
