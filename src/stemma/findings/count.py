"""The count: how many independent origins stand behind a claim, [min, max], and why.

min is the number of sure origins, at least 1. max adds every own voice that could have the claim from somebody else
than the origins counted. The rules are those of docs/count.md."""

from dataclasses import dataclass, replace

from stemma.findings.acts import act_of
from stemma.findings.authorities import party_of
from stemma.findings.desk import Desk
from stemma.findings.reasons import pivots, reasons
from stemma.findings.root import Root
from stemma.findings.roots import copied_from, outlet_key, root
from stemma.findings.voices import own_voices
from stemma.model import Mention, Origin

FIRM = 0.85  # Score of a mention's best link in its claim from which its source counts in min.


@dataclass(frozen=True, slots=True)
class Count:
    """The origins of one claim, [min, max], and the reasons and pivots as lines for people."""

    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    reasons: tuple[str, ...]
    pivots: tuple[str, ...]


def count(desk: Desk, members: tuple[str, ...]) -> Count:
    """The count of the claim whose mentions are `members` (ids, in the story's order)."""
    mentions = [desk.mentions[member] for member in members]
    rooted = [(mention, root(desk, mention)) for mention in mentions]
    sure = _firm(desk, mentions, _sure(desk, rooted))
    act = act_of(desk, mentions)
    if act and not sure:
        sure = {f"act:{act}": Origin(f"{act}, by its own act", "body", (), True, True, "made known by the act itself")}
    origins = _at_least_one([*sure.values(), *own_voices(desk, rooted, sure, act)])
    low = max(1, sum(origin.sure for origin in origins))
    high = max(low, sum(origin.counted for origin in origins))
    carried = [mention.report for mention, found in rooted if found.carried]
    why, would = reasons(origins, low, high, act), pivots(desk, mentions, carried, origins)
    return Count(tuple(origins), (low, high), why, would)


def _sure(desk: Desk, rooted: list[tuple[Mention, Root]]) -> dict[str, Origin]:
    """The sure origins by key, officers merged with their bodies."""
    merged = _with_bodies(desk, [found for _, found in rooted if found.sure])
    relayed = _relayed(desk, rooted)
    merged = {key: relayed.get(body, body) for key, body in merged.items()}
    table: dict[str, Origin] = {}
    for mention, found in rooted:
        if not found.sure:
            continue
        key = merged[found.key]
        old = table.get(key)
        name = found.name if old is None or (found.key == key and old.name != found.name) else old.name
        ids = (*(old.mentions if old else ()), mention.id)
        table[key] = Origin(name, found.kind, ids, True, True, _why_sure(found))
    return table


def _relayed(desk: Desk, rooted: list[tuple[Mention, Root]]) -> dict[str, str]:
    """Key of a source that only passes on what another source of the same claim says -> that other source's key. The
    outlet of a report that gives the claim on somebody's word is such a source; two that give it on each other's word
    lead to each other."""
    table: dict[str, str] = {}
    for mention, found in rooted:
        if not (mention.chain and found.sure):
            continue
        through = [party_of(desk, hop)[0] for hop in mention.chain[:-1]]
        last = f"party:{party_of(desk, mention.chain[-1])[0]}"
        for name in (*through, outlet_key(desk, mention.report)):
            key = f"party:{name}"
            target = last if key == found.key else found.key
            if key != target:
                table.setdefault(key, target)
    return {key: _end(table, key) for key in table}


def _end(table: dict[str, str], key: str) -> str:
    """Where `key` leads in the end; a circle ends at its first member by name, wherever it is entered."""
    way = [key]
    while (following := table.get(way[-1])) is not None:
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1]


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
    reason = "named as the source, but whether its words state this claim is a guess"
    return {k: replace(o, sure=False, reason=reason) if k in weak else o for k, o in sure.items()}


def _first_print(desk: Desk, mention: Mention) -> str:
    """The report or agency that a mention's passage was taken over from; its own report where it was not."""
    edge = copied_from(desk, mention)
    return edge.to if edge else mention.report


def _why_sure(found: Root) -> str:
    if found.kind == "report":
        return "says that it saw this itself"
    if found.kind == "unnamed":
        return "an unnamed source: one origin for each outlet that spoke to it"
    return "named as the source"


def _with_bodies(desk: Desk, found: list[Root]) -> dict[str, str]:
    """Key -> key of the body for an officer whose body is a source of the same claim; else the key itself."""
    merged = {each.key: each.key for each in found}
    bodies = {each.key.removeprefix("party:"): each.key for each in found if each.kind != "person"}
    for each in found:
        if each.kind == "person":
            served = sorted(desk.parties.serves.get(each.name, ()))
            merged[each.key] = next((bodies[body] for body in served if body in bodies), each.key)
    first: dict[str, str] = {}
    for each in found:
        for body in sorted(desk.parties.serves.get(each.name, ())) if each.kind == "person" else ():
            if merged[each.key] == each.key:
                merged[each.key] = first.setdefault(body, each.key)
    return merged


def _at_least_one(origins: list[Origin]) -> list[Origin]:
    """Where nothing counts (all rest on what is not here), the first one stands for the one that there must be."""
    if origins and not any(origin.counted for origin in origins):
        return [replace(origins[0], counted=True), *origins[1:]]
    return origins
