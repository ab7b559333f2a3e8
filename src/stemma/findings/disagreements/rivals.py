"""Who or what took part: two mentions of one thing that name another one in one part."""

from collections import defaultdict
from functools import cache

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.findings.tables import words
from stemma.model import Mention
from stemma.values.dates import same_time
from stemma.values.words import WORD, content

NEAR = 0.5  # Chance that two mentions tell of one thing from which a car in one and a truck in the other are rivals;
NEAR_BY_ROLE = 0.4  # less where the same is done by two who are named.


def rival(desk: Desk, left: Mention, right: Mention) -> Difference | None:
    """The difference between two mentions that name another one in one part."""
    kind = _sisters(desk, left, right)
    if kind and alike(desk, left, right) >= NEAR:
        return Difference(left, right, "identity", True, f"another {kind} in each", kind)
    if _doers(desk, left, right) and alike(desk, left, right) >= NEAR_BY_ROLE:
        return Difference(left, right, "identity", True, "the same is told of another doer", "doer")
    return None


def _sisters(desk: Desk, left: Mention, right: Mention) -> str:
    """The kind of which each mention names one, and not the same: "car" and "truck" are two vehicles."""
    if left.commitment != "done" or right.commitment != "done" or not set(left.event) & set(right.event):
        return ""
    ours, theirs = (_members(desk.text(each)) for each in (left, right))
    for kind in sorted(ours.keys() & theirs.keys()):
        if len(ours[kind]) == len(theirs[kind]) == 1 and ours[kind] != theirs[kind]:
            return kind
    return ""


@cache
def _members(text: str) -> dict[str, frozenset[str]]:
    """Kind -> those of its members that a text names."""
    found: dict[str, set[str]] = {}
    for word in WORD.findall(text.lower()):
        for kind, member in _kinds().get(word, []):
            found.setdefault(kind, set()).add(member)
    return {kind: frozenset(members) for kind, members in found.items()}


@cache
def _kinds() -> dict[str, list[tuple[str, str]]]:
    """Word -> the kinds it belongs to, each with the member that it names."""
    kinds: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for kind, rows in words("rivals").items():
        for row in rows:
            member, *others = row.split()
            for word in (member, *others):
                kinds[word].append((kind, member))
    return kinds


def _doers(desk: Desk, left: Mention, right: Mention) -> bool:
    """Whether both tell the same done to the same at one time, each by somebody named whom the other does not name.
    Without a time it is mostly done twice."""
    if not any(same_time(a, b) for a in left.dates for b in right.dates):
        return False
    if not set(left.event) & set(right.event) or left.negated or right.negated:
        return False
    suffers = any(set(one.words) & set(other.patients) for one, other in ((left, right), (right, left)))
    if left.patients and right.patients and not suffers:
        return False
    ours, theirs = _named(desk, left), _named(desk, right)
    said = [set(content(desk.text(mention))) | set(mention.words) for mention in (left, right)]
    return bool(ours and theirs) and not ours & said[1] and not theirs & said[0]


def _named(desk: Desk, mention: Mention) -> set[str]:
    """The stems of the people and bodies who are named as doing what a mention tells."""
    reading = desk.readings[desk.order[mention.report]]
    doers = {entity.name for entity in reading.entities if entity.kind in ("person", "body")}
    return set(mention.agents) & {each for name in mention.names if name in doers for each in content(name)}
