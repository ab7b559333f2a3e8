"""Bodies under a common noun: "the police", "a foreign ministry spokesman in Berlin", "Afghan officials".

Unnamed people of a body are that body, wherever they spoke; bare "officials" are the government where the government
plainly speaks in the story (GUIDELINES, rule 1)."""

import re
from functools import cache

from stemma.findings.desk import Desk, acts, plain
from stemma.model import Hop
from stemma.values.names import nations

_WORD = re.compile(r"[\w-]+")
_AFTER = re.compile(r"\s+(?:in|at|of|for|from|with|near|on|who|that)\s+.*$", re.DOTALL)
GOVERNMENT = "government"
_GOVERNMENT = frozenset({"government", "governments", "officials", "official", "authorities", "administration"})


@cache
def _speakers() -> frozenset[str]:
    """Nouns for those who speak for a body, and words that tell nothing of which body it is."""
    return frozenset(acts()["officers"]) | frozenset(acts()["vague"])


def party_of(desk: Desk, hop: Hop) -> tuple[str, str]:
    """The key and the name of the party that a hop of a chain names."""
    if speaks_for_government(desk, hop):
        return GOVERNMENT, hop.name
    if hop.kind == "document" and _GOVERNMENT & frozenset(hop.name.lower().split()):
        return GOVERNMENT, hop.name
    if hop.kind != "body":
        name = desk.parties.head(hop.name, hop.kind)
        return plain(name), name
    if hop.body and (hop.body, "body") in desk.parties.heads:
        name = desk.parties.head(hop.body, "body")
        return plain(name), name
    if (hop.name, "body") in desk.parties.heads:
        name = desk.parties.head(hop.name, "body")
        return plain(name), name
    core = _core(hop.name)
    return core, hop.name


def _core(phrase: str) -> str:
    """The words that say which body: "a foreign ministry spokesman in Berlin" is the "foreign ministry"."""
    plain_phrase = phrase.lower().replace("’s", "").replace("'s", "")
    words = [word for word in _WORD.findall(_AFTER.sub("", plain_phrase)) if word not in nations()]
    kept = [word for word in words if word not in _speakers()]
    if not kept or frozenset(kept) & _GOVERNMENT:
        return GOVERNMENT
    return " ".join(kept)


def speaks_for_government(desk: Desk, hop: Hop) -> bool:
    """Whether bare "officials" are the government: where it plainly speaks in the story."""
    return plain(hop.name) in ("officials", "authorities", "government officials") and desk.governs
