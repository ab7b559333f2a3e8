"""Whether a stretch makes a claim at all, or gives an opinion, or asks.

A claim can be checked. An opinion says how somebody judges, feels or wishes: what ought to be, thanks, condolences,
regret, requests. Whatever holds a figure is taken for a claim, and so is all that the tables of `data/stances.toml` do
not plainly name: a claim wrongly called an opinion would be lost to the count."""

import re
from functools import cache

from stemma.claims.clauses import subject
from stemma.claims.firmness import governing
from stemma.claims.stretches import Stretch
from stemma.claims.tables import table
from stemma.claims.trees import Tree
from stemma.model import Attribution, Sentence, Stance

_CLOSING = "”\"'’) "
_PAST = ("VBD", "VBN")


@cache
def _is(part: str, kind: str, word: str) -> bool:
    return re.fullmatch("|".join(table("stances")[part][kind]), word) is not None


def stance(text: str, sentence: Sentence, stretch: Stretch, tree: Tree | None, held: tuple[Attribution, ...]) -> Stance:
    """The stance of a stretch, given as the word of the sources of `held` (outermost first). Without a tree only
    questions are known."""
    if _asks(text, sentence, stretch, held):
        return "question"
    if tree is None or stretch.predicate is None or _counts(tree, stretch):
        return "claim"
    spoken = bool(held) and held[-1].style != "indirect"
    chain = tuple(governing(tree, stretch.predicate, stretch.words))
    if any(_ought(tree, at, spoken) or _judges(tree, at, spoken) for at in chain) or _feels(tree, chain[0]):
        return "opinion"
    return "opinion" if spoken and _bids(tree, stretch) else "claim"


def _asks(text: str, sentence: Sentence, stretch: Stretch, held: tuple[Attribution, ...]) -> bool:
    """Whether the sentence or the stretch ends in a question mark, or somebody asks whether it is so."""
    ends = text[stretch.start : stretch.end].rstrip(_CLOSING)[-1:]
    if ends == "?" or (ends not in (",", ".") and text[: sentence.end].rstrip(_CLOSING).endswith("?")):
        return True
    first = text[stretch.start : stretch.end].lstrip("“\"'‘").split(maxsplit=1)[0].lower()
    return bool(held) and held[-1].strength == "asks" and _is("asked", "opening", first)


def _counts(tree: Tree, stretch: Stretch) -> bool:
    return any(tree.tokens[at].pos == "NUM" and tree.words[at] != "one" for at in stretch.words)


def _ought(tree: Tree, at: int, spoken: bool) -> bool:
    """ "should be closed"; in somebody's words also "must" and "we need to"."""
    helping = [tree.words[one] for one in tree.children[at] if tree.tokens[one].relation == "aux"]
    if any(_is("norm", "always", word) or (spoken and _is("norm", "spoken", word)) for word in helping):
        return True
    obliged = spoken and not helping and _is("norm", "obliged", tree.words[at])
    return obliged and tree.child(at, "xcomp") is not None and tree.child(at, "obj") is None


def _feels(tree: Tree, at: int) -> bool:
    """ "I hope …", "We stand by …", "My thoughts are with …"."""
    who = subject(tree, at)
    if who is None:
        return False
    if _is("condolence", "noun", tree.words[who]) and tree.child(who, "nmod:poss") is not None:
        return True
    if not _is("self", "speaker", tree.words[who]) or not _is("attitude", "verb", tree.words[at]):
        return False
    if tree.words[at] == "take":
        thing = tree.child(at, "obj")
        return thing is not None and _is("attitude", "taken", tree.words[thing])
    return True


def _judges(tree: Tree, at: int, spoken: bool) -> bool:
    """ "was terrible", "is a disgrace", "I am glad": by the speaker, or of what only a judgement can be made."""
    if tree.child(at, "cop") is None:
        return False
    word = tree.words[at]
    if tree.tokens[at].pos in ("ADJ", "VERB", "ADV"):
        return spoken and _is("judgement", "adjective", word)
    if _is("judgement", "plain", word):
        return True
    who = subject(tree, at)
    return spoken and any(_qualified(tree, noun) for noun in (at, who) if noun is not None)


def _qualified(tree: Tree, noun: int) -> bool:
    """ "a great opportunity", "the best response"."""
    qualities = (tree.words[one] for one in tree.children[noun] if tree.tokens[one].relation == "amod")
    return any(_is("judgement", "adjective", word) for word in qualities)


def _bids(tree: Tree, stretch: Stretch) -> bool:
    """ "Please stay inside", "Do not go near them"."""
    at = stretch.predicate
    if any(_is("request", "word", tree.words[one]) for one in stretch.words):
        return True
    if at is None or subject(tree, at) is not None:
        return False
    if tree.words[at] == "thank":
        return True
    if tree.tokens[at].tag != "VB":
        return False
    helping = (tree.words[one] for one in tree.children[at] if tree.tokens[one].relation in ("aux", "mark"))
    return all(word in ("do", "n't", "n’t") for word in helping)
