"""What a clause says happened, who did it and to whom: the stems by which two clauses are compared part by part.

Relations are those of Universal Dependencies; a passive's subject is who it was done to."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.claims.stretches import Stretch
from stemma.claims.trees import Tree
from stemma.model import Annotated, Name
from stemma.values.words import content

_SUBJECTS, _PASSIVE, _OBJECTS = ("nsubj", "csubj"), ("nsubj:pass", "csubj:pass"), ("obj", "iobj", "ccomp", "xcomp")
_CORE = frozenset({"amod", "compound", "flat", "nmod:poss", "nummod", "nmod:desc", "appos"})


@dataclass(frozen=True, slots=True)
class Roles:
    """Stems of a clause's predicate, of who does it, and of whom or what it is done to. Empty where not told."""

    event: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()


def roles(annotated: Annotated, stretch: Stretch, parsed: Tree | None, names: Sequence[Name]) -> Roles:
    """The roles of the clause `stretch` in the sentence `parsed`; none where there is no tree. `names` are those of the
    sentence: whoever a pronoun in a role stands for is in it by name."""
    at = stretch.predicate
    if parsed is None or at is None:
        return Roles()
    doer, done_to = _subject(parsed, at)
    agents = [n for n in (doer, *_by(parsed, at)) if n is not None]
    patients = [n for n in (done_to, *(_objects(parsed, at))) if n is not None]
    does, suffers = (_stems(annotated, parsed, nouns, names) for nouns in (agents, patients))
    return Roles(content(parsed.words[at]), does, suffers)


def _subject(parsed: Tree, at: int) -> tuple[int | None, int | None]:
    """Whoever does what the predicate tells, and whoever it is done to by its subject, its own or the one it shares."""
    above = at
    while True:
        active, passive = parsed.child(above, *_SUBJECTS), parsed.child(above, *_PASSIVE)
        relation, head = parsed.tokens[above].relation, parsed.heads[above]
        if active is not None or passive is not None:
            return _antecedent(parsed, above, active), _antecedent(parsed, above, passive)
        if relation == "acl":
            return (None, head) if parsed.tokens[above].tag == "VBN" else (head, None)
        if relation not in ("conj", "xcomp", "advcl") or head == above:
            return None, None
        above = head


def _antecedent(parsed: Tree, at: int, subject: int | None) -> int | None:
    """The noun before a relative clause for its "who" or "which"; any other subject itself."""
    relative = parsed.tokens[at].relation == "acl:relcl"
    if subject is not None and relative and parsed.tokens[subject].tag in ("WP", "WDT"):
        return parsed.heads[at]
    return subject


def _objects(parsed: Tree, at: int) -> list[int]:
    return [one for one in parsed.children[at] if parsed.tokens[one].relation in _OBJECTS]


def _by(parsed: Tree, at: int) -> list[int]:
    """Whoever a passive is done by; the parser does not always tell such a phrase from others."""
    passive = parsed.child(at, *_PASSIVE) is not None
    phrases = (one for one in parsed.children[at] if parsed.tokens[one].relation in ("obl:agent", "obl"))
    return [one for one in phrases if passive and parsed.words[parsed.first[one]] == "by"]


def _stems(annotated: Annotated, parsed: Tree, nouns: Sequence[int], names: Sequence[Name]) -> tuple[str, ...]:
    told: list[str] = []
    for noun in nouns:
        token = parsed.tokens[noun]
        core = [noun, *(one for one in parsed.children[noun] if parsed.tokens[one].relation in _CORE)]
        told.extend(parsed.words[one] for one in sorted(core))
        told.extend(
            annotated.entities[name.entity].name
            for name in names
            if name.kind != "name" and name.start <= token.start and token.end <= name.end
        )
    return tuple(dict.fromkeys(content(" | ".join(told))))
