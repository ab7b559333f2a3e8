"""The count: how many independent origins stand behind a claim, [min, max], and why.

min is the number of sure origins, at least 1. max adds every own voice that could have the claim from somebody else
than the origins counted. The rules are those of docs/count.md."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from stemma.findings.acts import act_of
from stemma.findings.authorities import party_of
from stemma.findings.desk import Desk
from stemma.findings.root import Root
from stemma.findings.roots import copied_from, outlet_key, root
from stemma.findings.tables import plain
from stemma.model import Mention, Origin
from stemma.values.moments import later

DOUBTFUL = 0.75  # Score of a claim's weakest link below which it is named among what would change the count.
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
    voices = _voices(rooted, {found.key for _, found in rooted if found.sure})
    act = act_of(desk, mentions)
    if act and not sure:
        sure = {f"act:{act}": Origin(f"{act}, by its own act", "body", (), True, True, "made known by the act itself")}
    owners = {found.owner for _, found in rooted if found.kind in ("unnamed", "report", "agency", "general")}
    owners |= {outlet_key(desk, mention.report) for mention, found in rooted if _either_first(desk, mention, found)}
    heard = [
        _derived(desk, _own(desk, voice, rooted, sure, act), owners - _tellers(desk, voice, rooted)) for voice in voices
    ]
    origins = _at_least_one([*sure.values(), *heard])
    low = max(1, sum(origin.sure for origin in origins))
    high = max(low, sum(origin.counted for origin in origins))
    return Count(
        tuple(origins), (low, high), _reasons(origins, low, high, act), _pivots(desk, mentions, rooted, origins)
    )


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


def _voices(rooted: list[tuple[Mention, Root]], sure: set[str]) -> list[Root]:
    """The own voices, one for each key, in order."""
    voices: dict[str, Root] = {}
    for _, found in rooted:
        if not found.sure and found.key not in sure:
            voices.setdefault(found.key, found)
    return list(voices.values())


def _own(desk: Desk, voice: Root, rooted: list[tuple[Mention, Root]], sure: dict[str, Origin], act: str) -> Origin:
    """The own voice as an origin, counted only where it could have the claim from elsewhere (rule 3)."""
    mine = [mention for mention, found in rooted if found.key == voice.key]
    ids = tuple(mention.id for mention in mine)
    plain_origin = Origin(
        voice.name if voice.kind == "agency" else f"{voice.name}, own voice", voice.kind, ids, False, True, ""
    )
    if act:
        return replace(plain_origin, counted=False, reason=f"tells a public act of {act}: the act itself is the origin")
    tellers = _tellers(desk, voice, rooted)
    shared = [
        found.name
        for mention, found in rooted
        if (found.sure or _either_first(desk, mention, found))
        and found.key != voice.key
        and outlet_key(desk, mention.report) in tellers
    ]
    if shared:
        return replace(plain_origin, counted=False, reason=f"the same outlet gives it on the word of {shared[0]}")
    for mention in mine:
        near = _rests_on(desk, mention, sure)
        if near:
            return replace(plain_origin, counted=False, reason=f"the passage rests on {near}")
    return replace(plain_origin, reason="in its own voice, with nothing to show where it has it")


def _tellers(desk: Desk, voice: Root, rooted: list[tuple[Mention, Root]]) -> set[str]:
    """The outlets that an own voice can be: its owner's, and those that share its words with no telling who had them
    first."""
    copiers = {
        outlet_key(desk, mention.report)
        for mention, found in rooted
        if found.key == voice.key and _either_first(desk, mention, found)
    }
    return {voice.owner} | copiers


def _either_first(desk: Desk, mention: Mention, found: Root) -> bool:
    """Whether a mention's words are those of another report, and which of the two had them first cannot be told."""
    other = desk.reports.get(found.carried)
    return other is not None and not later(desk.reports[mention.report].dating, other.dating)


def _derived(desk: Desk, origin: Origin, owners: set[str]) -> Origin:
    """An own voice whose report says that it rests on somebody else through whom the claim already counts adds
    nothing."""
    if not origin.counted:
        return origin
    for report in dict.fromkeys(desk.mentions[m].report for m in origin.mentions):
        for edge in desk.edges.get(report, ()):
            to = outlet_key(desk, edge.to) if not edge.outside else desk.medium(edge.to)
            if to in owners:
                name = edge.to if edge.outside else _label(desk, edge.to)
                return replace(origin, counted=False, reason=f"its report rests on {name}, which is counted")
    return origin


def _rests_on(desk: Desk, mention: Mention, sure: dict[str, Origin]) -> str:
    """The counted origin that the passage around an own-voice mention cites: in its own paragraph or the one before."""
    report = desk.reports[mention.report]
    block = next((n for n, b in enumerate(report.blocks) if b.start <= mention.start < b.end), None)
    reading = desk.readings[desk.order[mention.report]]
    if block is None:
        return ""
    opens = mention.start - report.blocks[block].start < 3 and block > 0
    floor = report.blocks[block - 1 if opens else block].start
    names = {
        plain(origin.name.split(", through ")[-1]): origin.name for origin in sure.values() if origin.kind != "report"
    }
    names |= {key.removeprefix("party:"): origin.name for key, origin in sure.items()}
    for attribution in reading.attributions:
        if floor <= attribution.source.start <= mention.start:
            name = plain(desk.parties.head(attribution.source.name, attribution.source.kind))
            if name in names:
                return names[name]
    return ""


def _at_least_one(origins: list[Origin]) -> list[Origin]:
    """Where nothing counts (all rest on what is not here), the first one stands for the one that there must be."""
    if origins and not any(origin.counted for origin in origins):
        return [replace(origins[0], counted=True), *origins[1:]]
    return origins


def _reasons(origins: list[Origin], low: int, high: int, act: str) -> tuple[str, ...]:
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


def _pivots(
    desk: Desk, mentions: list[Mention], rooted: list[tuple[Mention, Root]], origins: list[Origin]
) -> tuple[str, ...]:
    """What would change the count: the weakest link of the claim, each own voice, each copy."""
    lines = list(_weakest(desk, mentions))
    for origin in origins:
        if origin.counted and not origin.sure and len(origins) > 1:
            lines.append(f"if {origin.name} has it from one of the other origins, max falls by 1")
        if not origin.counted:
            lines.append(f"if {origin.name} has it from somebody else, max rises by 1")
    lines.extend(
        f"if {_label(desk, report)} did not take its passage over, it would be a voice of its own"
        for report in dict.fromkeys(m.report for m, found in rooted if found.carried)
    )
    return tuple(dict.fromkeys(lines))[:6]


def _label(desk: Desk, report: str) -> str:
    found = desk.reports[report]
    return f"[{desk.order[report] + 1}] {found.outlet or found.title or found.file}"


def _weakest(desk: Desk, mentions: list[Mention]) -> Iterable[str]:
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
            left, right = (_label(desk, desk.mentions[m].report) for m in (link.left, link.right))
            yield f"if {left} and {right} do not state the same (score {link.score:.2f}), the claim falls in two"
