"""The count: how many independent origins stand behind a claim, [min, max], and why.

min is the number of sure origins, at least 1. max adds every own voice that could have the claim from somebody else
than the origins counted. The rules are those of docs/count.md."""

from dataclasses import dataclass, replace

from stemma.findings.acts import act_of
from stemma.findings.desk import Desk
from stemma.findings.origins import sure_origins
from stemma.findings.reasons import GUESSED, UNTIED, reasons
from stemma.findings.roots import first_print, root
from stemma.findings.voices import own_voices
from stemma.model import Mention, Origin

# Score of a mention's best link in its claim from which its source counts in min. Of .5, .6, .7, .8 and .85 the dev
# stories have min right most often with .7.
FIRM = 0.65
TIED = 0.35  # The same from which it counts at all: under it, its words likely state another claim.


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
    ties = _ties(desk, mentions)
    sure = _firm(sure_origins(desk, rooted), ties)
    act = act_of(desk, mentions)
    if act and not sure:
        sure = {f"act:{act}": Origin(act, "body", (), True, True, "made it known by a public act")}
    origins = _at_least_one(_tied([*sure.values(), *own_voices(desk, rooted, sure, act)], ties))
    low = max(1, sum(origin.sure for origin in origins))
    high = max(low, sum(origin.counted for origin in origins))
    return Count(tuple(origins), (low, high), reasons(desk, rooted, origins, (low, high), act))


def _ties(desk: Desk, mentions: list[Mention]) -> dict[str, float]:
    """For each mention how surely it states the claim: the score of its best link to one that is no copy of the same
    text, since that a copy is like what it copies shows nothing. Empty where all are copies of one text."""
    first = {mention.id: first_print(desk, mention)[1] for mention in mentions}
    if len(set(first.values())) < 2:
        return {}
    best = dict.fromkeys(first, 0.0)
    for mention in mentions:
        for link in desk.links_of.get(mention.id, ()):
            inner = link.left in first and link.right in first
            states = link.relation == "same" or link.kind == "figure"  # Another figure is told of the same claim.
            if states and inner and first[link.left] != first[link.right]:
                best[mention.id] = max(best[mention.id], link.score)
    return best


def _firm(sure: dict[str, Origin], ties: dict[str, float]) -> dict[str, Origin]:
    """A source counts in min only if its words surely state the claim, so that a wrong link cannot raise min; that of
    the claim's surest words does in any case."""
    held = {key: max((ties.get(m, 1.0) for m in origin.mentions), default=1.0) for key, origin in sure.items()}
    best = max(sorted(held), key=held.__getitem__, default="")
    return {
        key: origin if key == best or held[key] >= FIRM else replace(origin, sure=False, reason=GUESSED)
        for key, origin in sure.items()
    }


def _tied(origins: list[Origin], ties: dict[str, float]) -> list[Origin]:
    """What more likely than not states another claim counts in nothing."""
    return [
        replace(origin, counted=False, reason=UNTIED)
        if origin.counted and not origin.sure and max((ties.get(m, 1.0) for m in origin.mentions), default=1.0) < TIED
        else origin
        for origin in origins
    ]


def _at_least_one(origins: list[Origin]) -> list[Origin]:
    """Where nothing counts (all rest on what is not here), the first one stands for the one that there must be."""
    if origins and not any(origin.counted for origin in origins):
        return [replace(origins[0], counted=True), *origins[1:]]
    return origins
