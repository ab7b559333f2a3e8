"""Counts of what was right, from which every measure is read; counts of several stories add up."""

from collections import Counter
from dataclasses import dataclass, field

# What each measure says, in the order in which tables show them.
MEASURES = {
    "mentions": "gold mentions that some traced mention overlaps by half of the shorter",
    "links": "F1 over pairs of gold mentions: the same claim or not",
    "nearest": "gold mentions whose first hop is right",
    "root": "gold mentions whose last hop is right",
    "nested": "gold chains of two or more hops whose hops all appear in order",
    "count": "gold claims whose [min, max] is exactly right",
    "bound": "gold claims whose min is right",
    "several": "of gold claims that are not [1, 1]: min right and max within one",
    "lineage": "F1 over pairs of a report and what it rests on",
    "disagree": "gold disagreements found with the right kind and both sides",
}
BALANCED = frozenset({"links", "lineage"})


@dataclass(slots=True)
class Tally:
    """`right` of `total` for each measure; for balanced measures the counts are `<name>.tp`, `.fp` and `.fn`."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: int, of: int = 1) -> None:
        """Counts `right` out of `of` cases."""
        self.right[name] += right
        self.total[name] += of

    def merge(self, other: "Tally") -> None:
        """Adds the counts of another story."""
        self.right.update(other.right)
        self.total.update(other.total)

    def measure(self, name: str) -> float | None:
        """The measure, 0 to 1; None where there was nothing to judge."""
        if name in BALANCED:
            hits, extra, missed = (self.right[f"{name}.{part}"] for part in ("tp", "fp", "fn"))
            return 2 * hits / (2 * hits + extra + missed) if hits + extra + missed else None
        return self.right[name] / self.total[name] if self.total[name] else None

    def row(self) -> dict[str, float | None]:
        """Every measure by name, in the order of `MEASURES`."""
        return {name: self.measure(name) for name in MEASURES}


def pooled(tallies: list[Tally]) -> Tally:
    """All counts added up: each mention and claim weighs the same, whatever its story."""
    total = Tally()
    for tally in tallies:
        total.merge(tally)
    return total
