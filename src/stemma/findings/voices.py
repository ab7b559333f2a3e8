"""Own voices: reports that tell a claim with nothing to show where they have it, and whether they count in max.

An own voice counts only where it could have the claim from somebody other than the origins already counted
(docs/count.md, "When max rises")."""

from dataclasses import replace

from stemma.findings.desk import Desk
from stemma.findings.root import Root
from stemma.findings.roots import outlet_key
from stemma.findings.tables import plain
from stemma.model import Mention, Origin
from stemma.values.moments import later

Rooted = list[tuple[Mention, Root]]


def own_voices(desk: Desk, rooted: Rooted, sure: dict[str, Origin], act: str) -> list[Origin]:
    """The own voices of a claim as origins, each with whether it counts and why. `sure` are the sure origins by key,
    `act` the party whose public act the claim is, or ""."""
    owners = {found.owner for _, found in rooted if found.kind in ("unnamed", "report", "agency", "general")}
    owners |= {outlet_key(desk, mention.report) for mention, found in rooted if _either_first(desk, mention, found)}
    voices = _voices(rooted, {found.key for _, found in rooted if found.sure})
    return [
        _derived(desk, _own(desk, voice, rooted, sure, act), owners - _tellers(desk, voice, rooted)) for voice in voices
    ]


def _voices(rooted: Rooted, sure: set[str]) -> list[Root]:
    """The own voices, one for each key, in order."""
    voices: dict[str, Root] = {}
    for _, found in rooted:
        if not found.sure and found.key not in sure:
            voices.setdefault(found.key, found)
    return list(voices.values())


def _own(desk: Desk, voice: Root, rooted: Rooted, sure: dict[str, Origin], act: str) -> Origin:
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


def _tellers(desk: Desk, voice: Root, rooted: Rooted) -> set[str]:
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
                name = edge.to if edge.outside else desk.label(edge.to)
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
