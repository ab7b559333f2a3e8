"""Pairs of mentions near enough to ask how they differ."""

from collections.abc import Iterator

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import SAME_WORDS
from stemma.findings.roots import root
from stemma.model import Mention


def pairs(desk: Desk) -> Iterator[tuple[Mention, Mention]]:
    """The mentions that a link joins, of two reports or on two parties' word in one; no reprints."""
    for link in desk.links:
        left, right = desk.mentions[link.left], desk.mentions[link.right]
        if link.score == SAME_WORDS and desk.text(left) == desk.text(right):
            continue
        if left.report != right.report or root(desk, left).key != root(desk, right).key:
            yield left, right
