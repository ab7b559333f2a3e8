"""Which words of a sentence belong to which clause, along its syntax.

A clause opens at a word that a reader would check apart from what it hangs on: a coordinated predicate with words of
its own, a clause set off by a comma, one that tells a figure or begins with "after". What stands under an "if", and the
aim of "to leave", stay with what they belong to. (Relations are those of Universal Dependencies.)"""

from collections.abc import Iterable

from stemma.claims.tables import words
from stemma.claims.trees import Tree

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM", "ADJ"})
_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")
# What a coordinated predicate must have of its own: "walked and talked" is one thing done.
_OWN = (*_SUBJECTS, "obj", "obl", "obl:agent", "obl:unmarked", "iobj", "ccomp", "xcomp", "advcl", "nummod")
_FINITE = (*_SUBJECTS, "ccomp")
_PARTICIPLES = ("VBG", "VBN")


def clauses(tree: Tree) -> tuple[int, ...]:
    """For each word of the sentence the number of the word that heads its clause."""
    heads = tree.heads
    owner = [-1] * len(heads)
    for at in tree.order:
        owner[at] = at if heads[at] == at or _opens(tree, at) else owner[heads[at]]
    return tuple(owner)


def says(tree: Tree, numbers: Iterable[int]) -> int:
    """How many of the words carry content."""
    return sum(tree.tokens[number].pos in _CONTENT for number in numbers)


def lent(tree: Tree, at: int) -> tuple[int, ...]:
    """The words that a clause needs to be understood: the subject that a coordinated one shares, the noun that a
    participle hangs on, the verb of what is counted ("three sailors" were arrested). None for a relative clause, whose
    pronoun is its subject, nor for "…, killing 12": it is said of all that stands before."""
    relation = tree.tokens[at].relation
    if relation == "acl":
        return _core(tree, tree.heads[at])
    if relation == "conj" and not predicates(tree, at):
        above = tree.heads[at]
        while not predicates(tree, above) and tree.heads[above] != above:
            counted, above = tree.tokens[above].relation == "nmod", tree.heads[above]
            if counted:
                break
        return (above,)
    if relation not in ("conj", "parataxis") or tree.child(at, *_SUBJECTS) is not None:
        return ()
    above = tree.heads[at]
    while tree.child(above, *_SUBJECTS) is None and tree.heads[above] != above:
        above = tree.heads[above]
    subject = tree.child(above, *_SUBJECTS)
    return () if subject is None else _core(tree, subject)


def _core(tree: Tree, noun: int) -> tuple[int, ...]:
    """A noun with the names, adjectives and numbers before it."""
    near = (one for one in tree.children[noun] if tree.tokens[one].relation in words("lent"))
    return tuple(sorted((noun, *near)))


def predicates(tree: Tree, at: int) -> bool:
    """Whether the word is what a clause says of its subject: a verb, or a word with a copula or a subject."""
    return tree.tokens[at].pos in ("VERB", "AUX") or tree.child(at, "cop", *_SUBJECTS) is not None


def subject(tree: Tree, at: int) -> int | None:
    """The subject of a predicate; None where it has none of its own."""
    return tree.child(at, *_SUBJECTS)


def _opens(tree: Tree, at: int) -> bool:
    test = _TESTS.get(tree.tokens[at].relation)
    return test is not None and tree.whole(at) and test(tree, at)


def _coordinated(tree: Tree, at: int) -> bool:
    """ "… and 300 dockers were sent home", "… and wounded 120", "two dead and 120 wounded"; not "to land and wait"."""
    other = tree.heads[at]
    if not (predicates(tree, at) and predicates(tree, other)):
        told = tree.tokens[other].relation in words("counted") or _of(tree, other)
        return told and _counted(tree, at) and _counted(tree, other)
    if tree.tokens[at].tag == "VB" and tree.child(at, *_SUBJECTS, "aux") is None:
        return False
    return tree.child(at, *_OWN) is not None


def _counted(tree: Tree, at: int) -> bool:
    return tree.tokens[at].pos == "NUM" or tree.child(at, "nummod") is not None


def _of(tree: Tree, at: int) -> bool:
    """ "The deaths of 12 passengers and two pilots"."""
    case = tree.child(at, "case")
    return tree.tokens[at].relation == "nmod" and case is not None and tree.words[case] == "of"


def _relative(tree: Tree, at: int) -> bool:
    """ "…, which was built in 1931"; of those without a comma only one that tells a figure of what is past.
    "What caused the crash" has nothing else to hang on."""
    if tree.tokens[tree.heads[at]].tag in ("WP", "WDT", "WRB"):
        return False
    return _set_off(tree, at) or (_figure(tree, at) and tree.tokens[at].tag in ("VBD", "VBN"))


def _adverbial(tree: Tree, at: int) -> bool:
    """ "… after a bomber drove a lorry", "…, killing 12", "… – only a part was due"; not "if …", "after leaving"."""
    opening = [tree.words[one] for one in tree.children[at] if tree.tokens[one].relation in ("mark", "advmod", "case")]
    if any(word in words("conditions") for word in opening) or tree.tokens[at].tag == "VB":
        return False
    if tree.tokens[at].tag in _PARTICIPLES and tree.child(at, *_FINITE) is None:
        return opening in ([], ["with"]) and _set_off(tree, at)
    if _measured(tree, at):
        return False
    if not opening and subject(tree, at) is not None and _set_off(tree, at, "dashes"):
        return True
    return any(word in words("openers") for word in opening) or ("with" in opening and _set_off(tree, at))


def _measured(tree: Tree, at: int) -> bool:
    """ "hours before the fire broke out": the words before belong to the clause, and it to what it dates."""
    first = tree.first[at]
    return first > 0 and tree.words[first] in ("before", "after") and tree.words[first - 1] in words("measures")


def _participial(tree: Tree, at: int) -> bool:
    return tree.tokens[at].tag in _PARTICIPLES and _set_off(tree, at)


def _called(tree: Tree, at: int) -> bool:
    """ "… for what would be the largest deal ever": says what the thing is, as a clause or as a noun with one."""
    what = at if tree.words[at] == "what" else tree.child(at, "nsubj")
    clause = tree.child(at, "acl:relcl") if what == at else at
    if what is None or clause is None or tree.words[what] != "what" or tree.child(clause, "cop") is None:
        return False
    return any(tree.words[one] in words("called") for one in tree.children[clause])


def _apposed(tree: Tree, at: int) -> bool:
    """ "…, the third victim of the flood in two weeks"; not "…, 33, …"."""
    return _set_off(tree, at) and _figure(tree, at) and tree.size[at] >= LEAST_APPOSED


def _attached(tree: Tree, at: int) -> bool:
    """ "…, including two children", "…, up from 70", "…, with the gates to be open"; not "…, with a flag"."""
    if not _set_off(tree, at):
        return False
    opening = tree.words[tree.first[at] : tree.first[at] + 3]
    if "from" in opening and words("moved").intersection(opening):
        return _figure(tree, at)
    within = tree.tokens[tree.first[at] : tree.last[at] + 1]
    return "including" in opening or ("with" in opening and any(token.pos in ("VERB", "NUM") for token in within))


def _adjoined(tree: Tree, at: int) -> bool:
    return _attached(tree, at) or _called(tree, at)


def _set_off(tree: Tree, at: int, by: str = "marks") -> bool:
    """Whether a comma, dash or bracket stands before the phrase or opens it; `by` names the table of such marks."""
    first = tree.first[at]
    return any(tree.words[one] in words(by) for one in range(max(0, first - 1), first + 1))


def _figure(tree: Tree, at: int) -> bool:
    return any(tree.tokens[one].pos == "NUM" for one in range(tree.first[at], tree.last[at] + 1))


LEAST_APPOSED = 5  # Words and marks of an apposition that tells more than an age.
_TESTS = {
    "conj": _coordinated,
    "acl:relcl": _relative,
    "advcl:relcl": _relative,
    "acl": _participial,
    "advcl": _adverbial,
    "parataxis": predicates,
    "appos": _apposed,
    "nmod": _adjoined,
    "obl": _adjoined,
    "obj": _called,
    "ccomp": _called,
}
