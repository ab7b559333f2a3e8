"""The count: how many independent origins stand behind a claim, [min, max], and why.

min is the number of sure origins, at least 1. max adds every own voice that could have the claim from somebody else
than the origins counted. The rules are those of docs/count.md."""

from dataclasses import dataclass, replace

from stemma.findings.acts import act_of
from stemma.findings.desk import Desk
from stemma.findings.origins import sure_origins
from stemma.findings.reasons import GUESSED, reasons
from stemma.findings.roots import copied_from, root
from stemma.findings.voices import own_voices
from stemma.model import Mention, Origin

FIRM = 0.85  # Score of a mention's best link in its claim from which its source counts in min.


@dataclass(frozen=True, slots=True)
class Count:
    """The origins of one claim, [min, max], and why, as sentences."""

    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    reasons: tuple[str, ...]


def count(desk: Desk, members: tuple[str, ...]) -> Count:
    """The count of the claim whose mentions are `members` (ids, in the story's order)."""
    mentions = [desk.mentions[member] for member in members]
    rooted = [(mention, root(desk, mention)) for mention in mentions]
    sure = _firm(desk, mentions, sure_origins(desk, rooted))
    act = act_of(desk, mentions)
    if act and not sure:
        sure = {f"act:{act}": Origin(act, "body", (), True, True, "made it known by a public act")}
    origins = _at_least_one([*sure.values(), *own_voices(desk, rooted, sure, act)])
    low = max(1, sum(origin.sure for origin in origins))
    high = max(low, sum(origin.counted for origin in origins))
    return Count(tuple(origins), (low, high), reasons(desk, rooted, origins, (low, high), act))


def _firm(desk: Desk, mentions: list[Mention], sure: dict[str, Origin]) -> dict[str, Origin]:
    """A source counts in min only if its words surely state the claim: one that a weak link alone ties to it counts in
    max, so that a wrong link cannot raise min. That a copy is like what it copies shows nothing."""
    first = {mention.id: _first_print(desk, mention) for mention in mentions}
    if len(set(first.values())) < 2:
        return sure
    best: dict[str, float] = {}
    for mention in mentions:
        for link in desk.links_of.get(mention.id, ()):
            inner = link.left in first and link.right in first
            if link.relation == "same" and inner and first[link.left] != first[link.right]:
                best[mention.id] = max(best.get(mention.id, 0.0), link.score)
    weak = {key for key, origin in sure.items() if all(best.get(m, 0.0) < FIRM for m in origin.mentions)}
    if weak and weak == set(sure):
        weak.discard(
            max(sorted(sure), key=lambda key: max((best.get(m, 0.0) for m in sure[key].mentions), default=0.0))
        )
    return {k: replace(o, sure=False, reason=GUESSED) if k in weak else o for k, o in sure.items()}


def _first_print(desk: Desk, mention: Mention) -> str:
    """The report or agency that a mention's passage was taken over from; its own report where it was not."""
    edge = copied_from(desk, mention)
    return edge.to if edge else mention.report


def _at_least_one(origins: list[Origin]) -> list[Origin]:
    """Where nothing counts (all rest on what is not here), the first one stands for the one that there must be."""
    if origins and not any(origin.counted for origin in origins):
        return [replace(origins[0], counted=True), *origins[1:]]
    return origins
