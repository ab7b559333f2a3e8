"""Denials: what a party denies, against the mention that comes nearest to what is denied."""

from collections.abc import Iterable

from stemma.findings.desk import Desk
from stemma.findings.differences import about, sides
from stemma.findings.roots import root
from stemma.model import Disagreement, Mention
from stemma.values.rarity import Rarity, rarity
from stemma.values.words import content

LEAST_SHARED = 0.3  # Share of a denial's weighted words that the denied mention must have.
LEAST_WORDS = 2
VOUCHED = 0.1  # What somebody's word for a plan, an order or a possibility adds: denials mostly answer such claims.
_MOOT = ("planned", "ordered", "possible")
_GOES_ON = 4  # Mentions after a denial in which its speaker may still be denying.


def denials(desk: Desk) -> tuple[Disagreement, ...]:
    """One disagreement for each denial whose object stands in the story, in the story's order."""
    mentions = [m for reading in desk.readings for m in reading.mentions]
    rare = rarity(mentions)
    found: dict[tuple[str, int], Disagreement] = {}
    for reading in desk.readings:
        for place, mention in enumerate(reading.mentions):
            if mention.strength != "denies" or not mention.chain:
                continue
            target = _denied(desk, mention, mentions, rare)
            if target is None:
                continue
            words = [mention, *_goes_on(mention, reading.mentions[place + 1 : place + 1 + _GOES_ON])]
            made = Disagreement(
                kind="denial",
                about=about(desk, target, mention),
                sides=sides(desk, {target.id, *(m.id for m in words)}),
                conflict=True,
                reason=f"{root(desk, mention).name} denies it",
            )
            found.setdefault((root(desk, mention).key, desk.group_of[target.id]), made)
    return tuple(found.values())


def _denied(desk: Desk, denial: Mention, mentions: Iterable[Mention], rare: Rarity) -> Mention | None:
    """The mention nearest to what is denied: not the denier's own, not itself a denial, affirmed. The denier's name
    counts among the words, since what is denied is mostly said of the denier."""
    words = frozenset((*denial.words, *content(denial.chain[-1].name)))
    denier = root(desk, denial).key
    best: tuple[float, tuple[int, int, str], Mention] | None = None
    for other in mentions:
        shared = words & frozenset(other.words)
        if len(shared) < LEAST_WORDS or other.strength == "denies" or other.negated or other.id == denial.id:
            continue
        weight = _weight(rare, shared) / max(0.1, _weight(rare, words))
        if weight < LEAST_SHARED or root(desk, other).key == denier:
            continue
        moot = other.chain and other.commitment in _MOOT
        candidate = (-weight - (VOUCHED if moot else 0), desk.place(other.id), other)
        if best is None or candidate[:2] < best[:2]:
            best = candidate
    return best[2] if best else None


def _goes_on(denial: Mention, following: tuple[Mention, ...]) -> list[Mention]:
    """What the same speaker says next in the negative."""
    speaker = denial.chain[-1].name
    return [m for m in following if m.negated and m.chain and m.chain[-1].name == speaker]


def _weight(rare: Rarity, words: frozenset[str]) -> float:
    return rare.of(words & rare.weights.keys())
