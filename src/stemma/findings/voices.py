"""Own voices: reports that tell a claim with nothing to show where they have it, and whether they count in max.

An own voice counts only where it could have the claim from somebody other than the origins already counted
(docs/count.md, "When max rises")."""

from dataclasses import replace

from stemma.findings.desk import Desk
from stemma.findings.root import Root
from stemma.findings.roots import outlet_key
from stemma.findings.tables import plain
from stemma.model import Ancestor, Edge, Excerpt, Mention, Origin
from stemma.values.moments import later

NEAR = 3  # Paragraphs around an own-voice mention in which a citation goes for it too; 2 to 4 serve the dev stories alike.
_OPENING = 3  # Characters into a paragraph within which a mention opens it.
Rooted = list[tuple[Mention, Root]]


def own_voices(desk: Desk, rooted: Rooted, sure: dict[str, Origin], act: str) -> list[Origin]:
    """The own voices of a claim as origins, each with whether it counts and why. `sure` are the sure origins by key,
    `act` the party whose public act the claim is, or ""."""
    rooted = _with_ancestors(desk, rooted)
    owners = {found.owner for _, found in rooted if found.kind in ("unnamed", "report", "agency", "general")}
    owners |= {outlet_key(desk, mention.report) for mention, found in rooted if _either_first(desk, mention, found)}
    owners |= {desk.medium(hop.name) for mention, found in rooted if found.sure for hop in mention.chain[:-1]}
    voices = _voices(rooted, {found.key for _, found in rooted if found.sure})
    return [
        _derived(desk, _own(desk, voice, rooted, sure, act), owners - _tellers(desk, voice, rooted)) for voice in voices
    ]


def _with_ancestors(desk: Desk, rooted: Rooted) -> Rooted:
    """`rooted` with one voice for the own voices of reports that have a lost ancestor in common: one whose errors stand
    in this claim, or in no claim, such as a name's spelling, which shows that the whole text was before them."""
    own = [mention for mention, found in rooted if _bare_voice(found)]
    reports = {mention.report for mention in own}
    of: dict[str, Root] = {}
    for ancestor in desk.stemma.ancestors:
        heirs = sorted(reports & set(ancestor.reports), key=desk.order.__getitem__)
        if len(heirs) > 1 and _concerns(desk, ancestor, own):
            name = f"the lost ancestor of {' and '.join(desk.label(report) for report in heirs)}"
            for report in heirs:
                of.setdefault(report, Root(f"lost:{ancestor.name}", name, "report", False, outlet_key(desk, report)))
    return [(m, of.get(m.report, found) if _bare_voice(found) else found) for m, found in rooted]


def _concerns(desk: Desk, ancestor: Ancestor, own: list[Mention]) -> bool:
    if any(_holds(mention, error) for error in ancestor.evidence for mention in own):
        return True
    stated = {(m.start, m.end) for report in ancestor.reports for m in desk.told[report]}
    return not any((error.start, error.end) in stated for error in ancestor.evidence)


def _holds(mention: Mention, error: Excerpt) -> bool:
    return mention.report == error.report and mention.start < error.end and error.start < mention.end


def _bare_voice(found: Root) -> bool:
    return found.kind == "report" and not found.sure and not found.carried


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
        f"{voice.name}, own voice" if voice.key == f"own:{voice.owner}" and voice.kind == "report" else voice.name, voice.kind, ids, False, True, ""
    )
    if act:
        return replace(plain_origin, counted=False, reason=f"tells a public act of {act}: the act itself is the origin")
    if (named := sure.get(f"party:{voice.owner}")) is not None:
        return replace(plain_origin, counted=False, reason=f"{named.name} is counted as a source")
    tellers = _tellers(desk, voice, rooted)
    reports = {mention.report for mention in mine}
    shared = [
        found.name
        for mention, found in rooted
        if (found.sure or _either_first(desk, mention, found))
        and found.key != voice.key
        and (mention.report in reports or outlet_key(desk, mention.report) in tellers)
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
    nothing. A credit goes for the whole text; a citation or a copied passage for what stands near it."""
    if not origin.counted:
        return origin
    for mention in (desk.mentions[m] for m in origin.mentions):
        for edge in desk.edges.get(mention.report, ()):
            to = outlet_key(desk, edge.to) if not edge.outside else desk.medium(edge.to)
            if to in owners and _near(desk, mention, edge):
                name = edge.to if edge.outside else desk.label(edge.to)
                return replace(origin, counted=False, reason=f"its report rests on {name}, which is counted")
    return origin


def _near(desk: Desk, mention: Mention, edge: Edge) -> bool:
    if edge.kind == "credits":
        return True
    floor, end = _around(desk, mention, NEAR if edge.kind == "cites" else 0)
    spans = [(p.start, p.end) for p in edge.passages] or [(edge.evidence.start, edge.evidence.end)]
    return any(start < end and floor < stop for start, stop in spans)


def _around(desk: Desk, mention: Mention, reach: int) -> tuple[int, int]:
    """The characters from `reach` paragraphs before a mention's own to `reach` after it."""
    blocks = [block for block in desk.reports[mention.report].blocks if block.kind != "boilerplate"]
    at = next((n for n, block in enumerate(blocks) if block.start <= mention.start < block.end), None)
    if at is None:
        return mention.start, mention.end
    return blocks[max(0, at - reach)].start, blocks[min(len(blocks) - 1, at + reach)].end


def _rests_on(desk: Desk, mention: Mention, sure: dict[str, Origin]) -> str:
    """The counted origin that the passage around an own-voice mention cites before it."""
    report = desk.reports[mention.report]
    block = next((n for n, b in enumerate(report.blocks) if b.start <= mention.start < b.end), None)
    if block is None:
        return ""
    opens = mention.start - report.blocks[block].start < _OPENING and block > 0
    floor = report.blocks[block - 1 if opens else block].start
    names = {
        plain(origin.name.split(", through ")[-1]): origin.name for origin in sure.values() if origin.kind != "report"
    }
    names |= {key.removeprefix("party:"): origin.name for key, origin in sure.items()}
    for attribution in desk.readings[desk.order[mention.report]].attributions:
        if floor <= attribution.source.start <= mention.start:
            name = plain(desk.parties.head(attribution.source.name, attribution.source.kind))
            if name in names:
                return names[name]
    return ""
