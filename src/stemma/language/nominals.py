"""Which entity a definite common noun means: "the ministry", "the company", "the president"."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from stemma.language.tables import group, keyed, known
from stemma.model import Entity
from stemma.values.companies import is_company
from stemma.values.name_tables import occupations
from stemma.values.names import fold, organisation_words

NEAR = 3
"""Sentences within which one candidate of several must be the only one named for the noun to mean it."""

_SPELLED_OUT = {
    "adm": "admiral",
    "amb": "ambassador",
    "capt": "captain",
    "col": "colonel",
    "det": "detective",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "prof": "professor",
    "rep": "representative",
    "rev": "reverend",
    "sen": "senator",
    "sgt": "sergeant",
    "supt": "superintendent",
}


@cache
def _class_of() -> Mapping[str, str]:
    return MappingProxyType({noun: name for name, nouns in keyed("nominals.txt").items() for noun in nouns})


def nominal_entity(noun: str, entities: Sequence[Entity], near: Mapping[int, int]) -> int | None:
    """The entity that "the `noun`" means, or None if none or several can be meant.

    `near` gives for every entity named so far how many sentences ago that was.
    """
    if noun in _class_of():
        fitting = [e for e in near if _can_be(entities[e], noun, _class_of()[noun])]
    elif noun in occupations():
        fitting = [e for e in near if entities[e].kind == "person" and _has_role(entities[e], noun)]
    else:
        return None
    if len(fitting) > 1:
        fitting = [e for e in fitting if near[e] <= NEAR]
    return fitting[0] if len(fitting) == 1 else None


def _can_be(entity: Entity, noun: str, kind: str) -> bool:
    names = {fold(name) for name in (entity.name, *entity.aliases)}
    folded = {word for name in names for word in name.split()}
    if kind in {"outlet", "paper", "broadcaster"}:
        return entity.kind == "outlet" and _is_medium(names, kind)
    if kind == "wire" and entity.kind == "outlet":
        return bool(names & keyed("classes.txt")["agency"])
    if entity.kind != "body":
        return False
    if kind == "company":
        return _is_company(entity, names, folded)
    return bool(folded & (keyed("nominals.txt")[kind] | {noun}))


def _is_medium(names: set[str], kind: str) -> bool:
    """A newspaper is no agency and no broadcaster; "the outlet" can be either."""
    wires, stations = keyed("classes.txt")["agency"], keyed("classes.txt")["broadcaster"]
    if kind == "broadcaster":
        return bool(names & stations)
    return kind == "outlet" or not names & (wires | stations)


def _is_company(entity: Entity, names: set[str], folded: set[str]) -> bool:
    """A legal form says so, or a company's word, or that nothing says that it is a public body."""
    if any(map(is_company, names)):
        return True
    in_tables = any(name in known() for name in (entity.name, *entity.aliases))
    return not in_tables and not folded & organisation_words() and not entity.name.isupper()


def _has_role(entity: Entity, noun: str) -> bool:
    words = (word for role in entity.roles for word in fold(role.text).split())
    return any(noun == _SPELLED_OUT.get(word, word) for word in words)


def noun_gender(noun: str) -> str:
    """The gender that a common noun for a person tells: "spokeswoman" "f", "king" "m", "teacher" ""."""
    for told in ("f", "m"):
        if noun in group(f"nouns {told}"):
            return told
    if noun.endswith("woman"):
        return "f"
    return "m" if noun.endswith("man") and noun not in group("man not male") else ""
