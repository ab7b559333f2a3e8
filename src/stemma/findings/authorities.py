"""Bodies under a common noun: "the police", "a foreign ministry spokesman in Berlin", "Afghan officials".

Unnamed people of a body are that body, wherever they spoke; bare "officials" are the government where the government
plainly speaks in the story (docs/count.md)."""

from stemma.findings.bodies import GOVERNMENT, core, governs
from stemma.findings.desk import Desk
from stemma.findings.tables import plain
from stemma.model import Hop
from stemma.values.outlets import matching


def party_of(desk: Desk, hop: Hop) -> tuple[str, str]:
    """The key and the name of the party that a hop of a chain names."""
    if speaks_for_government(desk, hop):
        return GOVERNMENT, hop.name
    if hop.kind == "document" and governs(hop.name):
        return GOVERNMENT, hop.name
    if hop.kind in ("outlet", "agency", "observation"):
        return desk.medium(hop.name), matching(hop.name, desk.outlets) or hop.name
    if hop.kind not in ("body", "company", "court"):
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
