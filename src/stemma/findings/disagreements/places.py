"""Places of one thing that lie apart."""

import re

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.model import Mention, Place
from stemma.values.placerelations import same_place

NEAR = 0.5  # Chance that two mentions tell of one thing from which their places are compared.
_WHERE = re.compile(r"\b(?:in|at|near|outside)(?:\s(?:the|a|an|town|city|village|of|port|nearby|central|downtown))*\s$")


def place(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    """The difference between two mentions in which one thing happens at two places that lie apart."""
    if left.negated or right.negated or not set(left.event) & set(right.event):
        return None
    ours, theirs = _where(desk, left), _where(desk, right)
    if len(ours) != 1 or len(theirs) != 1 or ours[0].kind != theirs[0].kind:
        return None
    if same_place(ours[0], theirs[0]) is not False or alike(desk, left, right) < NEAR:
        return None
    return Difference(left, right, "place", True, "the places lie apart", "place")


def _where(desk: Desk, mention: Mention) -> list[Place]:
    """The places where a mention says that something is; one named within another ("in Bath, Maine") goes with it."""
    text = desk.reports[mention.report].text
    return [place for place in mention.places if _WHERE.search(text, mention.start, place.start)]
