"""Pairs of mentions near enough to ask how they differ."""

from collections.abc import Iterator

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import SAME_WORDS
from stemma.findings.disagreements.matter import other_number
from stemma.findings.roots import root
from stemma.model import Mention


def pairs(desk: Desk) -> Iterator[tuple[Mention, Mention]]:
    """The mentions that a link joins, of two reports or on two parties' word in one; not those in the same words, nor two of a series."""
    for link in sorted(desk.links, key=lambda each: (-each.score, each.left, each.right)):
        left, right = desk.mentions[link.left], desk.mentions[link.right]
        told_twice = left.report == right.report and root(desk, left).key == root(desk, right).key
        if link.score < SAME_WORDS and not told_twice and not other_number(desk, left, right):
            yield left, right
