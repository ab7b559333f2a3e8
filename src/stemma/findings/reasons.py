"""Why a count is what it is, and what would change it, as lines for people."""

from collections.abc import Iterable, Sequence

from stemma.findings.desk import Desk
from stemma.model import Mention, Origin

DOUBTFUL = 0.75  # Score of a claim's weakest link below which it is named among what would change the count.
MOST = 6  # Pivots that a reader can weigh.


def reasons(origins: Sequence[Origin], low: int, high: int, act: str) -> tuple[str, ...]:
    """The sum first, then one line for each origin."""
    lines = [f"{origin.name}: {origin.reason}" for origin in origins]
    named = sum(origin.sure for origin in origins)
    could = sum(origin.counted and not origin.sure for origin in origins)
    summary = (
        f"min {low}: {_number(named, 'named or first-hand origin')}"
        if named
        else f"min {low}: no origin is named, yet there must be one"
    )
    extra = (
        f"; max {high}: {_number(could, 'own voice')} could have it from somebody else"
        if could and high > low
        else f"; max {high}"
    )
    public = (f"a public act of {act}: own voices add nothing",) if act else ()
    return (summary + extra, *public, *lines)


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def pivots(
    desk: Desk, mentions: Sequence[Mention], carried: Iterable[str], origins: Sequence[Origin]
) -> tuple[str, ...]:
    """What would change the count: the weakest link of the claim, each own voice, and each report of `carried`, which
    took its passage over."""
    lines = list(_weakest(desk, mentions))
    for origin in origins:
        if origin.counted and not origin.sure and len(origins) > 1:
            lines.append(f"if {origin.name} has it from one of the other origins, max falls by 1")
        if not origin.counted:
            lines.append(f"if {origin.name} has it from somebody else, max rises by 1")
    lines.extend(
        f"if {desk.label(report)} did not take its passage over, it would be a voice of its own"
        for report in dict.fromkeys(carried)
    )
    return tuple(dict.fromkeys(lines))[:MOST]


def _weakest(desk: Desk, mentions: Sequence[Mention]) -> Iterable[str]:
    ids = {mention.id for mention in mentions}
    inner = {
        link
        for m in ids
        for link in desk.links_of.get(m, ())
        if link.relation == "same" and {link.left, link.right} <= ids
    }
    if inner:
        link = min(inner, key=lambda each: (each.score, each.left, each.right))
        if link.score < DOUBTFUL:
            left, right = (desk.label(desk.mentions[m].report) for m in (link.left, link.right))
            yield f"if {left} and {right} do not state the same (score {link.score:.2f}), the claim falls in two"
