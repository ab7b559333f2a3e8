"""Own voices: reports that tell a claim with nothing to show where they have it, and whether they count in max.

An own voice counts only where it could have the claim from somebody other than the origins already counted
(docs/count.md, "When max rises"). It adds nothing where

    the claim is a public act          its only origin is the act
    it is a source of the claim        an agency whose text others print, and whom they cite
    its outlet has it from somebody    in the same report or another
    its report prints it elsewhere     from another report
    the passage around cites a source  that is counted
    its report rests on another        through which the claim is counted already
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from stemma.findings.authorities import is_party
from stemma.findings.desk import Desk
from stemma.findings.origins import Rooted, joined_keys
from stemma.findings.root import OWN_VOICE, Root
from stemma.findings.roots import party_root
from stemma.model import Ancestor, Edge, Excerpt, Hop, Mention, Origin
from stemma.values.lists import joined
from stemma.values.moments import later

NEAR = 3  # Paragraphs around an own voice in which a citation goes for it too; 2 to 4 serve the dev stories alike.


@dataclass(frozen=True, slots=True)
class _Voice:
    """An own voice: its root, the mentions told by it, their reports, and the outlets that it can be: its owner's, and
    those that share its words with no telling who had them first."""

    root: Root
    mentions: tuple[Mention, ...]
    reports: frozenset[str]
    tellers: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Counted:
    """What a claim's own voices are weighed against: the sure origins by key, the party whose public act it is, or "",
    the outlets through whom it counts already; by outlet and by report the roots that it is given on there, by report
    those that it is printed from; and by mention the source that its paragraph cites before it."""

    sure: dict[str, Origin]
    act: str
    owners: frozenset[str]
    given: dict[str, dict[str, Root]]
    printed: dict[str, dict[str, Root]]
    beside: dict[str, str]


def own_voices(desk: Desk, rooted: Rooted, sure: dict[str, Origin], act: str) -> list[Origin]:
    """The own voices of a claim as origins, each with whether it counts and why. `sure` are the sure origins by key,
    `act` the party whose public act the claim is, or ""."""
    rooted = _with_ancestors(desk, rooted)
    owners = {found.owner for _, found in rooted if found.kind in ("unnamed", "report", "agency", "general")}
    owners |= {desk.key(mention.report) for mention, found in rooted if _either_first(desk, mention, found)}
    owners |= {desk.medium(hop.name) for mention, found in rooted if found.sure for hop in mention.chain[:-1]}
    given: defaultdict[str, dict[str, Root]] = defaultdict(dict)
    printed: defaultdict[str, dict[str, Root]] = defaultdict(dict)
    for mention, found in rooted:
        if found.sure or _either_first(desk, mention, found):
            for where in (mention.report, desk.key(mention.report)):
                given[where].setdefault(found.key, found)
        if found.carried:
            printed[mention.report].setdefault(found.key, found)
    counted = _Counted(sure, act, frozenset(owners), given, printed, _beside(desk, rooted))
    return [_origin(desk, voice, counted) for voice in _voices(desk, rooted)]


def _voices(desk: Desk, rooted: Rooted) -> list[_Voice]:
    """The own voices, one for each key, in order."""
    sure = {found.key for _, found in rooted if found.sure}
    told: dict[str, list[tuple[Mention, Root]]] = {}
    for mention, found in rooted:
        if not found.sure and found.key not in sure:
            told.setdefault(found.key, []).append((mention, found))
    voices = []
    for mine in told.values():
        first = mine[0][1]
        copiers = {desk.key(mention.report) for mention, found in mine if _either_first(desk, mention, found)}
        reports = frozenset(mention.report for mention, _ in mine)
        voices.append(_Voice(first, tuple(mention for mention, _ in mine), reports, frozenset({first.owner} | copiers)))
    return voices


def _with_ancestors(desk: Desk, rooted: Rooted) -> Rooted:
    """`rooted` with one voice for the own voices of reports that have a lost ancestor in common: one whose errors stand
    in this claim, or in no claim, such as a name's spelling, which shows that the whole text was before them."""
    own = [mention for mention, found in rooted if _bare_voice(found)]
    reports = dict.fromkeys(mention.report for mention in own)
    of: dict[str, Root] = {}
    for ancestor in dict.fromkeys(each for report in reports for each in desk.lost.get(report, ())):
        heirs = [report for report in reports if report in ancestor.reports and not _copies(desk, report, ancestor)]
        if len(heirs) > 1 and _concerns(desk, ancestor, own):
            name = f"the lost ancestor of {joined([desk.label(report) for report in heirs])}"
            for report in heirs:
                voice = desk.key(report)
                of.setdefault(f"own:{voice}", Root(f"lost:{ancestor.name}", name, "report", False, voice))
    # Whoever copies one of them has it from there, too.
    return [(m, replace(of[found.key], carried=found.carried) if found.key in of else found) for m, found in rooted]


def _copies(desk: Desk, report: str, ancestor: Ancestor) -> bool:
    """Whether the report has passages of the lost ancestor: then it rests on it for these, and for nothing else."""
    return any(edge.to == ancestor.name and edge.passages for edge in desk.edges.get(report, ()))


def _concerns(desk: Desk, ancestor: Ancestor, own: list[Mention]) -> bool:
    if any(_holds(mention, error) for error in ancestor.evidence for mention in own):
        return True
    stated = {(m.start, m.end) for report in ancestor.reports for m in desk.told[report]}
    return not any((error.start, error.end) in stated for error in ancestor.evidence)


def _holds(mention: Mention, error: Excerpt) -> bool:
    return mention.report == error.report and mention.start < error.end and error.start < mention.end


def _bare_voice(found: Root) -> bool:
    return found.kind == "report" and not found.sure and not found.carried


def _either_first(desk: Desk, mention: Mention, found: Root) -> bool:
    """Whether a mention's words are those of another report, and which of the two had them first cannot be told."""
    other = desk.reports.get(found.carried)
    return other is not None and not later(desk.reports[mention.report].dating, other.dating)


def _origin(desk: Desk, voice: _Voice, counted: _Counted) -> Origin:
    """The own voice as an origin, counted only where it could have the claim from elsewhere (rule 3)."""
    found = voice.root
    outlet = found.kind == "report" and found.key.startswith("own:")
    name = f"{found.name}{OWN_VOICE}" if outlet else found.name
    ids = tuple(mention.id for mention in voice.mentions)
    why = next(_why_not(desk, voice, counted), "")
    if why:
        return Origin(name, found.kind, ids, False, False, why)
    return Origin(name, found.kind, ids, False, True, "in its own voice, with nothing to show where it has it")


def _why_not(desk: Desk, voice: _Voice, counted: _Counted) -> Iterator[str]:
    """Reasons why the own voice adds nothing, the strongest first."""
    if counted.act:
        yield f"it tells a public act of {counted.act}, and the act itself is the origin"
    if (named := counted.sure.get(f"party:{voice.root.owner}")) is not None:
        yield f"{named.name} is counted as a source"
    for found in _others(voice, counted.given, sorted(voice.reports | voice.tellers)):
        yield f"the same outlet gives it on the word of {found.name}"
    for found in _others(voice, counted.printed, sorted(voice.reports)):
        yield f"the same report prints it from {_name(desk, found.carried)}"
    beside = [counted.beside.get(mention.id) for mention in voice.mentions if not mention.headline]
    if beside and all(beside):
        yield f"the passage rests on {beside[0]}"
    for mention in voice.mentions:
        for edge in desk.edges.get(mention.report, ()):
            to = desk.medium(edge.to) if edge.outside else desk.key(edge.to)
            if to in counted.owners - voice.tellers and _near(desk, mention, edge):
                yield f"its report rests on {_name(desk, edge.to)}, which is counted"


def _others(voice: _Voice, roots: dict[str, dict[str, Root]], where: Iterable[str]) -> Iterator[Root]:
    return (found for place in where for key, found in roots.get(place, {}).items() if key != voice.root.key)


def _name(desk: Desk, whom: str) -> str:
    return desk.label(whom) if whom in desk.reports else whom


def _near(desk: Desk, mention: Mention, edge: Edge) -> bool:
    """Whether an edge goes for a mention: a credit for the whole text, a citation or a copied passage for what stands
    near it."""
    if edge.kind == "credits":
        return True
    reach = NEAR if edge.kind == "cites" else 0
    blocks = [block for block in desk.reports[mention.report].blocks if block.kind != "boilerplate"]
    at = next((n for n, block in enumerate(blocks) if block.start <= mention.start < block.end), None)
    if at is None:
        return False
    floor, end = blocks[max(0, at - reach)].start, blocks[min(len(blocks) - 1, at + reach)].end
    spans = [(p.start, p.end) for p in edge.passages] or [(edge.evidence.start, edge.evidence.end)]
    return any(start < end and floor < stop for start, stop in spans)


def _beside(desk: Desk, rooted: Rooted) -> dict[str, str]:
    """For each own-voice mention the source that its paragraph cites before it, where that is one of the claim's."""
    sure = [(mention, found) for mention, found in rooted if found.sure]
    cited = [each for mention, found in rooted if sure and not found.sure for each in _cited(desk, mention)]
    if not cited:
        return {}
    ends = joined_keys(desk, [*sure, *cited])
    names = {f"party:{found.owner}": found.name for _, found in sure if found.kind == "unnamed"}
    names |= {ends[found.key]: found.name for _, found in reversed(sure)}
    return {mention.id: names[ends[there.key]] for mention, there in reversed(cited) if ends[there.key] in names}


def _cited(desk: Desk, mention: Mention) -> Iterator[tuple[Mention, Root]]:
    """The named sources of the paragraph of a mention, up to it."""
    blocks = desk.reports[mention.report].blocks
    floor = next((block.start for block in blocks if block.start <= mention.start < block.end), mention.start)
    for attribution in desk.readings[desk.order[mention.report]].attributions:
        source = attribution.source
        if floor <= source.start <= mention.start:
            hop = Hop(source.name, source.kind, source.start, source.end, None, source.number, source.body)
            if hop.kind != "unnamed" or is_party(desk, hop, mention.headline):
                yield mention, party_root(desk, hop, desk.key(mention.report))
