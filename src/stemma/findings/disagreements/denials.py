"""Denials: what a party denies, against the mention that comes nearest to what is denied."""

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
VOUCHED = 0.1  # What somebody's word for a plan, an order or a possibility adds: denials mostly answer such claims.
_MOOT = ("planned", "ordered", "possible")
_PARTIES = frozenset({"person", "body", "company", "court", "unnamed"})
_GOES_ON = 4  # Mentions after a denial in which its speaker may still be denying.


def denials(desk: Desk) -> Iterator[Difference]:
    """One difference for each denial whose object stands in the story."""
    for reading in desk.readings:
        told = desk.told[reading.report.id]
        for place, mention in enumerate(told):
            target = _denied(desk, mention) if mention.strength == "denies" and by_party(mention) else None
            if target is not None:
                yield denial(desk, target, mention, _goes_on(mention, told[place + 1 : place + 1 + _GOES_ON]))


def by_party(mention: Mention) -> bool:
    """Whether a mention is the word of somebody who can deny: no document, poll or outlet."""
    return bool(mention.chain) and mention.chain[-1].kind in _PARTIES


def denial(desk: Desk, target: Mention, denying: Mention, beside: tuple[str, ...] = ()) -> Difference:
    """The difference between what is denied and its denial."""
    denier = root(desk, denying)
    return Difference(target, denying, "denial", True, f"{denier.name} denies it", "denial", beside)


def _denied(desk: Desk, denying: Mention) -> Mention | None:
    """The mention nearest to what is denied: not the denier's own, not itself a denial, affirmed. The denier's name
    counts among the words, since what is denied is mostly said of the denier."""
    words = frozenset((*denying.words, *content(denying.chain[-1].name)))
    denier = root(desk, denying).key
    best: tuple[float, tuple[int, int, str], Mention] | None = None
    for other in desk.mentions.values():
        shared = words & frozenset(other.words)
        if len(shared) < LEAST_WORDS or other.strength == "denies" or other.negated or other.id == denying.id:
            continue
        weight = desk.weight(shared) / max(0.1, desk.weight(words))
        if weight < LEAST_SHARED or root(desk, other).key == denier or alike(desk, denying, other) < NEAR:
            continue
        moot = other.chain and other.commitment in _MOOT
        candidate = (-weight - (VOUCHED if moot else 0), desk.place(other.id), other)
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    return best[2] if best else None


def _goes_on(denying: Mention, following: tuple[Mention, ...]) -> tuple[str, ...]:
    """What the same speaker says next in the negative."""
    speaker = denying.chain[-1].name
    return tuple(m.id for m in following if m.negated and m.chain and m.chain[-1].name == speaker)
