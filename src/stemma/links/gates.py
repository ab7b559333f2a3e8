"""What keeps two near mentions apart whatever their score, and as which kind of disagreement it counts."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

from stemma.links.commitments import alike, apart
from stemma.links.features import Pair
from stemma.links.tables import table
from stemma.model import DisagreementKind, Figure, Mention
from stemma.values.fit import Fit, counts_things, fit, fit_values
from stemma.values.names import given_names, person_words, same_person
from stemma.values.words import stem

_DAYS = frozenset({"moment", "day"})  # Precisions of a date that tells one day.


def gate(pair: Pair) -> DisagreementKind | None:
    """The kind of disagreement that keeps the pair apart, the first of the table that fits; None where nothing does."""
    return next((kind for kind, apart in _GATES if apart(pair)), None)


def _denied(pair: Pair) -> bool:
    """Whether one of the two denies what the other does not: "denied that it had been warned" and "was warned", but not
    "was not warned"."""
    left, right = pair.left.mention.commitment, pair.right.mention.commitment
    return left != right and "denied" in (left, right) and _contrary(pair)


def _negated(pair: Pair) -> bool:
    """Whether one of the two negates what the other states: "was not hurt" and "was hurt", but not "was not hurt" and
    "was safe"."""
    return _contrary(pair) and _one_predicate(pair)


def _contrary(pair: Pair) -> bool:
    """Whether one of the two says that it is so and the other that it is not."""
    left, right = ((each.commitment == "denied") != each.negated for each in (pair.left.mention, pair.right.mention))
    return left != right


def _one_predicate(pair: Pair) -> bool:
    """Whether the predicate of one is the other's, or among its words."""
    left, right = pair.left.mention.event, pair.right.mention.event
    return bool(left and right) and not (pair.right.words.isdisjoint(left) and pair.left.words.isdisjoint(right))


def _opposed(pair: Pair) -> bool:
    """Whether the two tell opposite acts with somebody or something in common: "the toll rose", "the toll fell"."""
    left, right = pair.left.mention, pair.right.mention
    return (
        left.negated == right.negated
        and not frozenset((*left.agents, *left.patients)).isdisjoint((*right.agents, *right.patients))
        and any(
            (not one.isdisjoint(left.event) and not other.isdisjoint(right.event))
            or (not one.isdisjoint(right.event) and not other.isdisjoint(left.event))
            for one, other in _opposites()
        )
    )


@cache
def _opposites() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    pairs = table("opposites")["pair"]
    return tuple((frozenset(map(stem, each["one"])), frozenset(map(stem, each["other"]))) for each in pairs)


def _figures_differ(pair: Pair) -> bool:
    left, right = pair.left.mention.figures, pair.right.mention.figures
    outcomes = {fit(a, b) for a in left for b in right} | {_bare_fit(left, right, pair.shared)}
    return "differ" in outcomes and "same" not in outcomes


def _bare_fit(left: Sequence[Figure], right: Sequence[Figure], shared: frozenset[str]) -> Fit | None:
    """How a bare number goes with another count of things where each side has one such and both name what is counted:
    "the toll rose to 61 people" and "people killed: 46"."""
    ours, theirs = ([figure for figure in figures if counts_things(figure)] for figures in (left, right))
    if not (len(ours) == len(theirs) == 1 and "" in (ours[0].unit, theirs[0].unit)):
        return None
    unit = ours[0].unit or theirs[0].unit
    return fit_values(ours[0], theirs[0]) if not unit or stem(unit) in shared else None


def _other_day(pair: Pair) -> bool:
    """Whether both tell a day with its year, and none of one is one of the other's. A "Tuesday" is counted from a date
    of publication that is often a guess, and keeps nothing apart."""
    left, right = _days(pair.left.mention), _days(pair.right.mention)
    return bool(left and right) and left.isdisjoint(right)


def _days(mention: Mention) -> frozenset[date]:
    days = (when.earliest for when in mention.dates if when.precision in _DAYS)
    return frozenset(day for day in days if day and str(day.year) in mention.words)


def _namesakes(pair: Pair) -> bool:
    """Whether each names a person of one surname and another given name, and neither names the other's."""
    left, right = (_persons(pair.left.mention), _persons(pair.right.mention))
    return any(
        a[-1] == b[-1] and not any(same_person(" ".join(x), " ".join(y)) for x in left for y in right)
        for a in left
        for b in right
    )


def _persons(mention: Mention) -> list[tuple[str, ...]]:
    """The names of two words or three that begin with a given name."""
    words = (person_words(name) for name in mention.names)
    return [each for each in words if 2 <= len(each) <= 3 and each[0] in given_names()]


def _other_number(pair: Pair) -> bool:
    """Whether each has a number with a point that is no figure, and none in common: "version 4.2" and "version 5.0"."""
    left, right = _versions(pair.left.mention), _versions(pair.right.mention)
    return bool(left and right) and left.isdisjoint(right)


def _versions(mention: Mention) -> frozenset[str]:
    if mention.figures or mention.dates:
        return frozenset()
    return frozenset(word for word in mention.words if word[0].isdigit() and "." in word)


def _unlike_firmness(pair: Pair) -> bool:
    """Whether the commitments are never one claim's, or are unlike for one predicate: "will close" and "closed". With
    two predicates they only count against the pair (`firmness` in the table): "is due on Monday" and "was fixed for
    Monday"."""
    left, right = pair.left.mention.commitment, pair.right.mention.commitment
    return apart(left, right) or (not alike(left, right) and _one_predicate(pair))


# Denial and polarity go first, as in the fixed order of kinds (docs/words.md).
_GATES: tuple[tuple[DisagreementKind, Callable[[Pair], bool]], ...] = (
    ("denial", _denied),
    ("polarity", _negated),
    ("polarity", _opposed),
    ("figure", _figures_differ),
    ("date", _other_day),
    ("identity", _namesakes),
    ("identity", _other_number),
    ("modality", _unlike_firmness),
)
