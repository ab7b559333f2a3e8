"""The root of a mention: where, by what the texts show, its content comes from.

    a chain              -> its last hop: a person or body under the party's name; an unnamed group as one root for each
                            outlet that spoke to it; unnamed people of a named body as that body
    no chain, told again -> the root of what the report says elsewhere, where that has a chain
    no chain, a copy     -> the root of the passage that was taken over, or of the same text as others print it, or the
                            agency that it was taken from
    no chain, first-hand -> the outlet, surely
    no chain             -> the outlet, perhaps
(The rules are those of docs/count.md.)
"""

import re
from dataclasses import replace
from functools import cache

from stemma.findings.authorities import holder_of, is_party, party_of
from stemma.findings.desk import Desk
from stemma.findings.root import OWN_VOICE, Root
from stemma.findings.tables import words
from stemma.model import Edge, Hop, Mention
from stemma.values.outlets import MEDIA, is_agency, may_be_medium

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
    return _own(desk, mention, seen)


def _own(desk: Desk, mention: Mention, seen: frozenset[str]) -> Root:
    """The root of what a report says in its own voice: the text that it is taken from, else its outlet."""
    edge = copied_from(desk, mention, seen)
    if edge is not None:
        return _taken_over(desk, mention, edge, seen | {mention.report})
    voice = desk.key(mention.report)
    return Root(f"own:{voice}", desk.name(mention.report), "report", _firsthand(desk, mention), voice)


def _last_hop(desk: Desk, mention: Mention, seen: frozenset[str]) -> Root:
    last = mention.chain[-1]
    through = mention.chain[-2] if len(mention.chain) > 1 else None
    heard, speaker = (through.name, desk.medium(through.name)) if through else first_print(desk, mention)
    told = _own_account(desk, mention, last, seen)
    if told is not None:
        return told
    if last.kind == "unnamed" and not is_party(desk, last, mention.headline):
        name = f"{last.name}, through {through.name if through else desk.name(mention.report)}"
        return Root(f"unnamed:{speaker}", name, "unnamed", True, speaker, heard)
    if last.kind == "general":
        return Root(f"own:{speaker}", last.name, "general", False, speaker)
    direct = through is None or may_be_medium(through.name, through.kind, desk.outlets)
    found = party_root(desk, last, speaker)
    return replace(found, heard=heard) if direct and last.kind not in MEDIA else found


def party_root(desk: Desk, hop: Hop, speaker: str) -> Root:
    """The party that a hop names, as a root, through the outlet with the key `speaker`."""
    key, name = party_of(desk, hop)
    body = hop.kind == "person" and desk.parties.misread(hop.name)
    kind = "person" if holder_of(desk, hop) else "body" if body else hop.kind
    return Root(f"party:{key}", name, kind, True, speaker)


def _own_account(desk: Desk, mention: Mention, last: Hop, seen: frozenset[str]) -> Root | None:
    """Where the last hop is an outlet whose own report of the claim is in the story: the root that it has there."""
    if not may_be_medium(last.name, last.kind, desk.outlets):
        return None
    kin = desk.kin[mention.id]
    been = seen | {mention.report}
    medium = desk.medium(last.name)
    reports = [report for report in kin.outlets.get(medium, ()) if report not in been]
    told = [there for report in reports for there in kin.mentions[report]] or _printed(desk, mention, medium, been)
    if not told:
        return None
    closed = {medium, *map(desk.key, been)}
    # What it gives on somebody's word says more than a headline in its own voice, but not on the word of whoever has it
    # from there: then it is from whichever of the two tells it in its own voice, too.
    onward = [there for there in told if there.chain and desk.medium(there.chain[-1].name) not in closed]
    voices = [there for there in (*told, *kin.mentions[mention.report]) if not there.chain]
    if onward or not voices:
        return _root(desk, (onward or told)[0], been)
    circular = any(there.chain for there in told)
    return (_own if circular else _root)(desk, voices[0], been)


def _printed(desk: Desk, mention: Mention, medium: str, seen: frozenset[str]) -> list[Mention]:
    """The mentions of the same claim in the text of an outlet or agency that is not here, as others than those `seen`
    print it."""
    told = desk.kin[mention.id].mentions
    key = next(iter(told.values()))[0].id, medium
    if key not in desk.prints:
        copied = ((each, copied_from(desk, each)) for mentions in told.values() for each in mentions)
        desk.prints[key] = [each for each, edge in copied if edge and edge.outside and desk.medium(edge.to) == medium]
    return [each for each in desk.prints[key] if each.report not in seen]


def first_print(desk: Desk, mention: Mention) -> tuple[str, str]:
    """Who had a passage first, name and key: the report's outlet, or the one from whose text it was taken over."""
    seen = {mention.report}
    while (edge := copied_from(desk, mention)) is not None:
        if edge.outside:
            return edge.to, desk.medium(edge.to)
        there = _counterpart(desk, mention, edge)
        if there is None or there.report in seen:
            return desk.name(edge.to), desk.key(edge.to)
        seen.add(there.report)
        mention = there
    return desk.name(mention.report), desk.key(mention.report)


def copied_from(desk: Desk, mention: Mention, seen: frozenset[str] = frozenset()) -> Edge | None:
    """The edge by which the mention's passage was taken over: the one that covers most of it; an agency credited for
    the whole text covers all of it where no other does. Edges to the reports `seen` on the way here lead nowhere."""
    best: tuple[float, Edge] | None = None
    for edge in desk.edges.get(mention.report, ()):
        if edge.kind not in ("reuses", "shares") or edge.to in seen:
            continue
        cover = sum(max(0, min(mention.end, p.end) - max(mention.start, p.start)) for p in edge.passages)
        share = cover / max(1, mention.end - mention.start)
        if share >= LEAST_COVER and (best is None or share > best[0]):
            best = (share, edge)
    if best is not None:
        return best[1]
    credits = [edge for edge in desk.edges.get(mention.report, ()) if edge.kind == "credits" and edge.to not in seen]
    agencies = [edge for edge in credits if not edge.outside or is_agency(edge.to)]
    return agencies[0] if len(agencies) == 1 else credits[0] if len(credits) == 1 else None


def _taken_over(desk: Desk, mention: Mention, edge: Edge, seen: frozenset[str]) -> Root:
    if edge.kind == "shares":
        return Root(f"lost:{edge.to}", f"the {edge.to}", "report", False, edge.to, carried=edge.to)
    if edge.outside:
        key = desk.medium(edge.to)
        given = next((there for there in _printed(desk, mention, key, seen) if there.chain), None)
        if given is not None:  # another that prints it does not leave out whose word it is
            return replace(_root(desk, given, seen), carried=edge.to)
        return Root(f"own:{key}", f"{edge.to}{OWN_VOICE}", "agency", False, key, carried=edge.to)
    there = _counterpart(desk, mention, edge)
    if there is not None:
        return replace(_root(desk, there, seen), carried=edge.to)
    words = _moved(mention, edge)
    further = copied_from(desk, words, seen) if words else None
    if words and further is not None:
        return replace(_taken_over(desk, words, further, seen | {edge.to}), carried=edge.to)
    voice = desk.key(edge.to)
    return Root(f"own:{voice}", desk.name(edge.to), "report", False, voice, carried=edge.to)


def _moved(mention: Mention, edge: Edge) -> Mention | None:
    """The mention as the other report prints it, where that was not read as a mention of the same claim: so that it is
    found from whom that report has the words."""
    for p in edge.passages:
        if p.start <= mention.start and mention.end <= p.end and p.other_end > p.other_start:
            shift = min(mention.start - p.start, p.other_end - p.other_start - 1)
            end = min(p.other_end, p.other_start + shift + mention.end - mention.start)
            return replace(mention, report=edge.to, start=p.other_start + shift, end=end)
    return None


def _counterpart(desk: Desk, mention: Mention, edge: Edge) -> Mention | None:
    """The mention of the other report that stands at the other end of the shared passage."""
    same = desk.kin[mention.id].mentions.get(edge.to, ())
    ends = [
        (p.other_start, p.other_end) for p in edge.passages if min(mention.end, p.end) - max(mention.start, p.start) > 0
    ]
    for there in same:
        if any(min(there.end, end) - max(there.start, start) > 0 for start, end in ends):
            return there
    return same[0] if same else None


@cache
def _signs() -> re.Pattern[str]:
    return re.compile("|".join(words("acts")["firsthand"]), re.IGNORECASE)


def _firsthand(desk: Desk, mention: Mention) -> bool:
    """Whether the outlet says that it saw this itself, in the sentence around the mention."""
    known = desk.firsthand.get(mention.id)
    if known is not None:
        return known
    text = desk.reports[mention.report].text
    start = max(text.rfind("\n", 0, mention.start), text.rfind(". ", 0, mention.start)) + 1
    end = min((at for at in (text.find(". ", mention.end), text.find("\n", mention.end)) if at >= 0), default=len(text))
    found = desk.firsthand[mention.id] = _signs().search(text, start, end) is not None
    return found
