"""Denials: what a party denies, against the mention that comes nearest to what is denied."""

from collections import defaultdict
from collections.abc import Iterator

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.findings.roots import root
from stemma.model import Mention
from stemma.values.words import content

LEAST_SHARED = 0.3  # Share of a denial's weighted words that the denied mention must have.
LEAST_WORDS = 2
NEAR = 0.2  # Chance that a denial and what it denies tell of one thing.
VOUCHED = 0.25  # What somebody's word adds to that: denials answer what others claim, more than what a report tells.
_PARTIES = frozenset({"person", "body", "company", "court", "unnamed"})
_GOES_ON = 4  # Mentions after a denial in which its speaker may still be denying.


def denials(desk: Desk) -> Iterator[Difference]:
    """One difference for each denial whose object stands in the story."""
    holders = _holders(desk)
    for reading in desk.readings:
        told = desk.told[reading.report.id]
        for place, mention in enumerate(told):
            target = _denied(desk, mention, holders) if mention.strength == "denies" and by_party(mention) else None
            if target is not None:
                yield denial(desk, target, mention, _goes_on(mention, told[place + 1 : place + 1 + _GOES_ON]))


def _holders(desk: Desk) -> dict[str, list[Mention]]:
    """Stem -> the mentions that could be denied, those in one wording by one root once."""
    holders: defaultdict[str, list[Mention]] = defaultdict(list)
    worded: set[tuple[tuple[str, ...], str]] = set()
    for mention in desk.mentions.values():
        wording = mention.words, root(desk, mention).key
        if mention.strength == "denies" or mention.negated or wording in worded:
            continue
        worded.add(wording)
        for word in mention.words:
            holders[word].append(mention)
    return holders


def by_party(mention: Mention) -> bool:
    """Whether a mention is the word of somebody who can deny: no document, poll or outlet."""
    return bool(mention.chain) and mention.chain[-1].kind in _PARTIES


def denial(desk: Desk, target: Mention, denying: Mention, beside: tuple[str, ...] = ()) -> Difference:
    """The difference between what is denied and its denial."""
    denier = root(desk, denying)
    return Difference(target, denying, "denial", True, f"{denier.name} denies it", "denial", beside)


def _denied(desk: Desk, denying: Mention, holders: dict[str, list[Mention]]) -> Mention | None:
    """The mention nearest to what is denied: not the denier's own, not itself a denial, affirmed. The denier's name
    counts among the words, since what is denied is mostly said of the denier."""
    words = frozenset((*denying.words, *content(denying.chain[-1].name)))
    denier, total = root(desk, denying).key, max(0.1, desk.weight(words))
    best: tuple[float, tuple[int, int, str], Mention] | None = None
    for other in _sharing(desk, words, holders):
        shared = words & frozenset(other.words)
        weight = desk.weight(shared) / total
        own = root(desk, other).key == denier or (other.chain and other.chain[-1].name == denying.chain[-1].name)
        if len(shared) < LEAST_WORDS or weight < LEAST_SHARED or own:
            continue
        near = alike(desk, denying, other)
        candidate = (-near - (VOUCHED if other.chain else 0), desk.place(other.id), other)
        if near >= NEAR and (best is None or candidate[:2] < best[:2]):
            best = candidate
    return best[2] if best else None


def _sharing(desk: Desk, words: frozenset[str], holders: dict[str, list[Mention]]) -> Iterator[Mention]:
    """Every mention that can share enough of the weight of `words`: it has one of the weightiest, which the others
    together do not outweigh (prefix filtering, Chaudhuri and others 2006)."""
    ranked = sorted(words, key=lambda word: (-desk.weight(frozenset({word})), word))
    left, found = desk.weight(words), set[str]()
    least = LEAST_SHARED * left
    for word in ranked:
        if left < least:
            return
        left -= desk.weight(frozenset({word}))
        for mention in holders.get(word, ()):
            if mention.id not in found:
                found.add(mention.id)
                yield mention


def _goes_on(denying: Mention, following: tuple[Mention, ...]) -> tuple[str, ...]:
    """What the same speaker says next in the negative."""
    speaker = denying.chain[-1].name
    return tuple(m.id for m in following if m.negated and m.chain and m.chain[-1].name == speaker)
