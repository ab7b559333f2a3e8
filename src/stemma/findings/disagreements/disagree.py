"""Where the reports differ, and how: typed, both sides quoted, and whether both can be right at once.

Kinds in a fixed order (docs/words.md), the first that fits: denial, polarity, update, figure, date, place, identity,
modality, scope."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from stemma.findings.desk import Desk
from stemma.findings.disagreements.denials import denials
from stemma.findings.disagreements.difference import Difference, about, sides
from stemma.findings.disagreements.firmness import firmness
from stemma.findings.disagreements.matter import other_number
from stemma.findings.disagreements.pairs import pairs
from stemma.findings.disagreements.places import place
from stemma.findings.disagreements.quantities import quantities
from stemma.findings.disagreements.rivals import rival
from stemma.findings.disagreements.times import time
from stemma.findings.disagreements.turns import turns
from stemma.model import Disagreement, DisagreementKind, Mention
from stemma.values.together import together

_ORDER: tuple[DisagreementKind, ...] = (
    "denial", "polarity", "update", "figure", "date", "place", "identity", "modality", "scope",
)  # fmt: skip

_Aspect = Callable[[Desk, Mention, Mention], Difference | None]
ASPECTS: tuple[_Aspect, ...] = (firmness, time, place, rival)


def disagreements(desk: Desk) -> tuple[Disagreement, ...]:
    """All disagreements of the story, by kind and in the story's order."""
    counted = tuple(quantities(desk))
    found = (*denials(desk), *turns(desk), *counted, *_between_pairs(desk, {_ends(each) for each in counted}))
    return tuple(_disagreement(desk, each) for each in _matters(desk, found))


def _ends(difference: Difference) -> frozenset[str]:
    return frozenset((difference.left.id, difference.right.id))


def _between_pairs(desk: Desk, counted: set[frozenset[str]]) -> Iterator[Difference]:
    """Differences between linked mentions, but for those `counted`: other figures on another day are two occasions."""
    for left, right in pairs(desk):
        if frozenset((left.id, right.id)) in counted:
            continue
        for aspect in ASPECTS:
            found = aspect(desk, left, right)
            if found is not None and not other_number(desk, left, right):
                yield found


def _matters(desk: Desk, found: Iterable[Difference]) -> list[list[Difference]]:
    """Differences of one kind and matter together, as far as they share claims. Where a count is seen to run on, all
    differences in it are of that kind."""
    by_matter: defaultdict[tuple[DisagreementKind, str], list[Difference]] = defaultdict(list)
    for each in found:
        by_matter["figure" if each.kind == "update" else each.kind, each.matter].append(each)
    whole = [_sorted(desk, part) for alike in by_matter.values() for part in _joined(desk, alike)]
    return sorted(whole, key=lambda part: (_ORDER.index(part[0].kind), desk.place(part[0].left.id), part[0].matter))


def _joined(desk: Desk, found: list[Difference]) -> Iterator[list[Difference]]:
    """`found` in parts that share no claim."""
    first = together((desk.group_of[each.left.id], desk.group_of[each.right.id]) for each in found)
    parts: defaultdict[int, list[Difference]] = defaultdict(list)
    for each in found:
        parts[first[desk.group_of[each.left.id]]].append(each)
    yield from parts.values()


def _sorted(desk: Desk, part: list[Difference]) -> list[Difference]:
    """The differences of the first kind that fits at first, those told by a verb of denying before others, then in the
    story's order."""

    def standing(one: Difference) -> tuple[int, bool, tuple[int, int, str], tuple[int, int, str]]:
        said = one.right.strength == "denies"
        return _ORDER.index(one.kind), not said, desk.place(one.left.id), desk.place(one.right.id)

    return sorted(part, key=standing)


def _disagreement(desk: Desk, found: list[Difference]) -> Disagreement:
    first = found[0]
    return Disagreement(
        kind=first.kind,
        about=about(desk, first.left, first.right),
        sides=sides(desk, {m for each in found for m in (each.left.id, each.right.id, *each.beside)}),
        conflict=first.kind != "update" and any(each.conflict for each in found),
        reason=first.reason,
    )
