"""Bodies under a common noun: "the police", "a foreign ministry spokesman in Berlin", "Afghan officials".

Unnamed people of a body are that body, wherever they spoke; bare "officials" are the government where the government
plainly speaks in the story (docs/count.md)."""

import re

from stemma.findings.bodies import GOVERNMENT, core, governs, of_named_body, person_of, proper, unnational, whose
from stemma.findings.desk import Desk
from stemma.findings.tables import plain, words
from stemma.model import Hop
from stemma.values.outlets import MEDIA, matching

_SPOKEN = re.compile(r"spokes(?:man|woman|person|people) (?:for|of) the ")  # Whoever it is, that party speaks.
_SPEAKING = ("body", "company", "court", "unnamed")  # Kinds of those who can speak for a body by another phrase.


def party_of(desk: Desk, hop: Hop) -> tuple[str, str]:
    """The key and the name of the party that a hop of a chain names."""
    if speaks_for_government(desk, hop):
        return GOVERNMENT, hop.name
    if holder := holder_of(desk, hop):
        return plain(holder), holder
    if hop.kind == "document" and governs(hop.name):
        return GOVERNMENT, hop.name
    if hop.kind in MEDIA:
        return desk.medium(hop.name), matching(hop.name, desk.outlets) or hop.name
    if person := desk.parties.heads.get((person_of(hop.name), "person"), ""):
        return plain(person), person
    misread = hop.kind == "person" and desk.parties.misread(hop.name)
    if (misread or hop.kind in _SPEAKING) and (body := desk.parties.bodies.meant(hop.name)):
        return plain(body), body
    if hop.kind not in ("body", "company", "court") and not (hop.kind == "unnamed" and of_named_body(hop.name)):
        name = desk.parties.head(hop.name, hop.kind)
        return plain(name), name
    if hop.body and (hop.body, "body") in desk.parties.heads:
        name = desk.parties.head(hop.body, "body")
        return plain(name), name
    if (hop.name, "body") in desk.parties.heads:
        name = desk.parties.head(hop.name, "body")
        return plain(name), name
    return core(hop.name), hop.name


def speaks_for_government(desk: Desk, hop: Hop) -> bool:
    """Whether bare "officials" are the government: where it plainly speaks in the story."""
    return plain(hop.name) in ("officials", "authorities", "government officials") and desk.governs


def holder_of(desk: Desk, hop: Hop) -> str:
    """The one person of the story who holds the office that a hop is called by ("the prime minister", "a spokesman for
    the governor"), else the office itself; empty where it is called by none."""
    named = (hop.name, "body") in desk.parties.heads  # "the Premier Division" is no premier
    if hop.kind not in ("unnamed", "body") or hop.number is not None or named:
        return ""
    for phrase in (hop.name, whose(hop.name)):
        office = unnational(phrase)
        if not frozenset(office.split()).isdisjoint(words("acts")["offices"]):
            people = desk.parties.holders.get(office, frozenset())
            return min(people) if len(people) == 1 else office
    return ""


def is_party(desk: Desk, hop: Hop, headline: bool) -> bool:
    """Whether a hop without a name of its own means a party all the same: unnamed people of a named body, an office,
    the government, a body that another report names or that is a name by its capitals, which in a `headline` say
    nothing."""
    named = proper(hop.name) and not headline
    known = named or (hop.name, "body") in desk.parties.heads or of_named_body(hop.name)
    known = known or (hop.kind == "unnamed" and bool(desk.parties.bodies.meant(hop.name)))
    known = known or (person_of(hop.name), "person") in desk.parties.heads or bool(_SPOKEN.match(hop.name))
    return (known and hop.number is None) or speaks_for_government(desk, hop) or bool(holder_of(desk, hop))
