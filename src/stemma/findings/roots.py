"""The root of a mention: where, by what the texts show, its content comes from.

    a chain              -> its last hop: a person or body under the party's name; an unnamed group as one root for each
                            outlet that spoke to it; unnamed people of a named body as that body
    no chain, told again -> the root of what the report says elsewhere, where that has a chain
    no chain, a copy     -> the root of the passage that was taken over, or the agency that it was taken from
    no chain, first-hand -> the outlet, surely
    no chain             -> the outlet, perhaps
(The rules are those of docs/count.md.)
"""

import re
from functools import cache

from stemma.findings.authorities import holder_of, party_of, speaks_for_government
from stemma.findings.desk import Desk
from stemma.findings.root import Root
from stemma.findings.tables import words
from stemma.model import Edge, Hop, Mention
from stemma.values.outlets import is_agency, may_be_medium

LEAST_COVER = 0.5  # Share of a mention that a passage must cover for the mention to be taken over with it.


def root(desk: Desk, mention: Mention) -> Root:
    """The root of `mention`."""
    found = desk.roots.get(mention.id)
    if found is None:
        found = desk.roots[mention.id] = _root(desk, mention, frozenset())
    return found


def _root(desk: Desk, mention: Mention, seen: frozenset[str]) -> Root:
    """The root of `mention`, not led back into the reports `seen` on the way."""
    if mention.chain:
        return _last_hop(desk, mention, seen)
    if mention.repeats is not None and desk.mentions[mention.repeats].chain:
        return _last_hop(desk, desk.mentions[mention.repeats], seen)
    edge = copied_from(desk, mention)
    if edge is not None and edge.to not in seen:
        return _taken_over(desk, mention, edge, seen | {mention.report})
    voice = outlet_key(desk, mention.report)
    return Root(f"own:{voice}", desk.name(mention.report), "report", _firsthand(desk, mention), voice)


def outlet_key(desk: Desk, report: str) -> str:
    """One key for all reports of one outlet; the report itself where its outlet is unknown."""
    outlet = desk.reports[report].outlet
    return desk.medium(outlet) if outlet else report


def _last_hop(desk: Desk, mention: Mention, seen: frozenset[str]) -> Root:
    last = mention.chain[-1]
    through = mention.chain[-2] if len(mention.chain) > 1 else None
    speaker = desk.medium(through.name) if through else _first_voice(desk, mention)
    told = _own_account(desk, mention, last, seen)
    if told is not None:
        return told
    holder = holder_of(desk, last)
    if last.kind == "unnamed" and not holder and not speaks_for_government(desk, last):
        name = f"{last.name}, through {through.name if through else _outlet_name(desk, mention)}"
        return Root(f"unnamed:{speaker}", name, "unnamed", True, speaker)
    if last.kind == "general":
        return Root(f"own:{speaker}", last.name, "general", False, speaker)
    key, name = party_of(desk, last)
    return Root(f"party:{key}", name, "person" if holder else last.kind, True, speaker)


def _own_account(desk: Desk, mention: Mention, last: Hop, seen: frozenset[str]) -> Root | None:
    """Where the last hop is an outlet whose own report of the claim is in the story: the root that it has there."""
    if not may_be_medium(last.name, last.kind, desk.outlets):
        return None
    for other in desk.groups[desk.group_of[mention.id]]:
        there = desk.mentions[other]
        outlet = desk.reports[there.report].outlet
        if there.report in seen | {mention.report} or not outlet:
            continue
        if desk.medium(outlet) == desk.medium(last.name):
            return _root(desk, there, seen | {mention.report})
    return None


def _first_voice(desk: Desk, mention: Mention) -> str:
    """Who spoke to an unnamed source: the report's outlet, or the one from whose text this passage was taken over."""
    seen = {mention.report}
    while (edge := copied_from(desk, mention)) is not None:
        if edge.outside:
            return desk.medium(edge.to)
        there = _counterpart(desk, mention, edge)
        if there is None or there.report in seen:
            return outlet_key(desk, edge.to)
        seen.add(there.report)
        mention = there
    return outlet_key(desk, mention.report)


def _outlet_name(desk: Desk, mention: Mention) -> str:
    report = desk.reports[mention.report]
    return report.outlet or report.title or report.file


def copied_from(desk: Desk, mention: Mention) -> Edge | None:
    """The edge by which the mention's passage was taken over: the one that covers most of it; an agency credited for
    the whole text covers all of it where no other does."""
    best: tuple[float, Edge] | None = None
    for edge in desk.edges.get(mention.report, ()):
        if edge.kind != "reuses":
            continue
        cover = sum(max(0, min(mention.end, p.end) - max(mention.start, p.start)) for p in edge.passages)
        share = cover / max(1, mention.end - mention.start)
        if share >= LEAST_COVER and (best is None or share > best[0]):
            best = (share, edge)
    if best is not None:
        return best[1]
    credits = [edge for edge in desk.edges.get(mention.report, ()) if edge.kind == "credits"]
    agencies = [edge for edge in credits if not edge.outside or is_agency(edge.to)]
    return agencies[0] if len(agencies) == 1 else credits[0] if len(credits) == 1 else None


def _taken_over(desk: Desk, mention: Mention, edge: Edge, seen: frozenset[str]) -> Root:
    if edge.outside:
        return Root(
            f"own:{desk.medium(edge.to)}", f"{edge.to}, own voice", "agency", False, desk.medium(edge.to), edge.to
        )
    there = _counterpart(desk, mention, edge)
    if there is None:
        voice = outlet_key(desk, edge.to)
        return Root(
            f"own:{voice}", desk.reports[edge.to].outlet or desk.reports[edge.to].file, "report", False, voice, edge.to
        )
    found = _root(desk, there, seen)
    return Root(found.key, found.name, found.kind, found.sure, found.owner, edge.to)


def _counterpart(desk: Desk, mention: Mention, edge: Edge) -> Mention | None:
    """The mention of the other report that stands at the other end of the shared passage."""
    same = [m for m in desk.groups[desk.group_of[mention.id]] if desk.mentions[m].report == edge.to]
    ends = [
        (p.other_start, p.other_end) for p in edge.passages if min(mention.end, p.end) - max(mention.start, p.start) > 0
    ]
    for other in sorted(same, key=desk.place):
        there = desk.mentions[other]
        if any(min(there.end, end) - max(there.start, start) > 0 for start, end in ends):
            return there
    return desk.mentions[sorted(same, key=desk.place)[0]] if same else None


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("|".join(words("acts")["firsthand"]), re.IGNORECASE)


def _firsthand(desk: Desk, mention: Mention) -> bool:
    """Whether the outlet says that it saw this itself, in the sentence around the mention."""
    text = desk.reports[mention.report].text
    start = max(text.rfind("\n", 0, mention.start), text.rfind(". ", 0, mention.start)) + 1
    end = next((at for at in (text.find(". ", mention.end), text.find("\n", mention.end)) if at >= 0), len(text))
    return _signs().search(text, start, end) is not None
