"""Polarity and commitment of a clause, read at its own predicate and at what that governs.

From the predicate the reading goes down through "to leave" and "that it left": "was not ordered to leave" is a negated
order, whatever is said elsewhere in the sentence. What the clause merely mentions (a relative clause, an adjunct) says
nothing of how firmly it is stated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from stemma.claims.tables import table
from stemma.claims.trees import Tree
from stemma.model import Commitment

_SUBJECTS = ("nsubj", "nsubj:pass", "expl")
_ARGUMENTS = (*_SUBJECTS, "obj")
_GOVERNED = ("xcomp", "ccomp", "csubj")
_BE = frozenset({"is", "are", "was", "were", "'s", "’s", "'re", "’re"})


@dataclass(frozen=True, slots=True)
class Firmness:
    """Whether a clause is negated, and how far it commits."""

    negated: bool
    commitment: Commitment


@cache
def _kinds(part: str, word: str) -> frozenset[str]:
    """What the table `part` of `data/predicates.toml` makes of a word."""
    return frozenset(kind for kind, pattern in _patterns(part).items() if pattern.fullmatch(word))


@cache
def _patterns(part: str) -> dict[str, re.Pattern[str]]:
    return {kind: re.compile("|".join(words)) for kind, words in table("predicates")[part].items()}


def firmness(tree: Tree, predicate: int, own: frozenset[int]) -> Firmness:
    """The firmness of the clause whose own words are `own` (numbers in the tree), stated by its `predicate`."""
    negations, conditional = 0, False
    found: Commitment | None = None
    governor = _governor(tree, predicate)
    if governor is not None and governor not in own:
        negations, found = _negations(tree, governor), _commits(tree, governor, _governs(tree, governor))
    for at in governing(tree, predicate, own):
        kinds = _governs(tree, at)
        denied = _negations(tree, at)
        if "negative" in kinds and denied and "out" in tree.words[at + 1 : at + 3]:
            kinds, denied = {"possible"}, 0  # What is not ruled out is possible.
        negations += denied + ("negative" in kinds)
        conditional = conditional or _conditional(tree, at)
        found = found or _commits(tree, at, kinds)
    return Firmness(negations % 2 == 1, "conditional" if conditional else found or "done")


def governing(tree: Tree, predicate: int, own: frozenset[int]) -> Iterator[int]:
    """The predicate, then what it governs, then what that governs, as far as these are the clause's own."""
    at: int | None = predicate
    while at is not None and at in own:
        yield at
        at = _governed(tree, at)


def _governor(tree: Tree, at: int) -> int | None:
    """The word that governs a "to leave" which is all of somebody's word: "(they) expect (the yard) to close"."""
    while tree.tokens[at].relation == "conj" and tree.heads[at] != at and _infinitive(tree, at):
        at = tree.heads[at]
    if not _infinitive(tree, at) or tree.tokens[at].relation not in ("xcomp", "ccomp", "acl"):
        return None
    above = tree.heads[at]
    return tree.heads[above] if tree.tokens[at].relation == "acl" else above


def _governed(tree: Tree, at: int) -> int | None:
    """The clause that the word governs; "expects the gates to be open" has it on the object, "what would be" below."""
    if tree.words[at] == "what":
        return tree.child(at, "acl:relcl")
    direct = tree.child(at, *_GOVERNED)
    thing = tree.child(at, "obj")
    if direct is not None or thing is None or not _kinds("clause", tree.words[at]):
        return direct
    below = tree.child(thing, "acl")
    return below if below is not None and _infinitive(tree, below) else None


def _governs(tree: Tree, at: int) -> set[str]:
    """What the word makes of what it governs, or of its object, or of the noun that it is about."""
    word = tree.words[at]
    clause = _governed(tree, at)
    if clause is not None and _kinds("clause", word) and not _telling(tree, at, clause):
        return set(_kinds("clause", word))
    if tree.child(at, "compound:prt") is not None:
        word = f"{word} {tree.words[tree.child(at, 'compound:prt') or at]}"
    kinds = set[str]()
    if tree.child(at, "cop") is not None:
        beside = (one for one in tree.children[at] if tree.tokens[one].relation == "conj")  # "safe and uninjured"
        kinds = {kind for one in (at, *beside) for kind in _kinds("state", tree.words[one])}
    if tree.child(at, "obj", "nsubj:pass", "obl") is not None or tree.tokens[at].tag == "VBN":
        kinds |= _kinds("thing", word)
    to_do = clause is not None and _infinitive(tree, clause)
    for noun in tree.children[at]:
        if tree.tokens[noun].relation in _ARGUMENTS and (to_do or tree.child(noun, "acl", "nmod") is not None):
            kinds |= _kinds("noun", tree.words[noun])
    if to_do and "yet" in tree.words[max(0, at - 1) : at + 2]:
        kinds.add("negative")
    return kinds


def _telling(tree: Tree, at: int, clause: int) -> bool:
    """Whether somebody is told that something is so, not told to do it."""
    return "ordered" in _kinds("clause", tree.words[at]) and not _infinitive(tree, clause)


def _infinitive(tree: Tree, at: int) -> bool:
    return any(tree.words[one] == "to" and tree.tokens[one].relation == "mark" for one in tree.children[at])


def _commits(tree: Tree, at: int, kinds: set[str]) -> Commitment | None:
    """How far the word itself commits: by its helping verbs and adverbs, else by what it makes of what it governs."""
    helping = [tree.words[one] for one in tree.children[at] if tree.tokens[one].relation in ("aux", "aux:pass", "cop")]
    adverbs = [tree.words[one] for one in tree.children[at] if tree.tokens[one].relation == "advmod"]
    told = {kind for word in helping for kind in _kinds("helping", word)}
    if "planned" in told and "have" in helping:
        return "conditional"  # "would have left" did not.
    if _infinitive(tree, at) and _BE.intersection(helping) and tree.tokens[at].relation not in _GOVERNED:
        return "planned"  # "is to leave"
    told |= {kind for word in adverbs for kind in _kinds("adverb", word)}
    by_helping: tuple[Commitment, ...] = ("possible", "planned")
    by_word: tuple[Commitment, ...] = ("ordered", "planned", "possible")
    found = [kind for kind in by_helping if kind in told] or [kind for kind in by_word if kind in kinds]
    return found[0] if found else None


def _conditional(tree: Tree, at: int) -> bool:
    if "conditional" in _kinds("hinges", tree.words[at]):
        return True
    asking = bool(_kinds("asking", tree.words[at]))
    clauses = (one for one in tree.children[at] if tree.tokens[one].relation == "advcl" and not (asking and one > at))
    return any(
        "conditional" in _kinds("condition", tree.words[one])
        for clause in clauses
        for one in tree.children[clause]
        if tree.tokens[one].relation in ("mark", "advmod")
    )


def _negations(tree: Tree, at: int) -> int:
    """How often the predicate is negated: by "not", by its subject or object being none, by "without"."""
    found = 0
    for one in tree.children[at]:
        relation, word = tree.tokens[one].relation, tree.words[one]
        if relation in ("advmod", "aux") or word == "not":
            found += "negative" in _kinds("adverb", word) and not _emphatic(tree, one)
            found += word == "longer" and tree.words[one - 1] == "no"
        elif relation in _ARGUMENTS:
            found += _none(tree, one)
        elif relation in ("det", "cc:preconj"):
            found += "negative" in _kinds("none", word) and not _emphatic(tree, one)
        elif relation in ("mark", "case"):
            found += word == "without"
    return found


def _none(tree: Tree, noun: int) -> bool:
    """ "nobody", "no ship", "neither the pilot nor the crew"."""
    if "negative" in _kinds("none", tree.words[noun]):
        return True
    return any(
        "negative" in _kinds("none", tree.words[one]) and not _emphatic(tree, one)
        for one in tree.children[noun]
        if tree.tokens[one].relation in ("det", "cc:preconj", "advmod")
    )


def _emphatic(tree: Tree, at: int) -> bool:
    return at + 1 < len(tree.words) and "negative" in _kinds("emphatic", tree.words[at + 1])
