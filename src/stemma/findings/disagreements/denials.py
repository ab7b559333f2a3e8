"""Denials: what a party denies, against the mention that comes nearest to what is denied."""

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import about, sides
from stemma.findings.disagreements.matter import alike
from stemma.findings.roots import root
from stemma.model import Disagreement, Mention
from stemma.values.rarity import Rarity
from stemma.values.words import content

LEAST_SHARED = 0.3  # Share of a denial's weighted words that the denied mention must have.
LEAST_WORDS = 2
NEAR = 0.2  # Chance that a denial and what it denies tell of one thing.
VOUCHED = 0.1  # What somebody's word for a plan, an order or a possibility adds: denials mostly answer such claims.
_MOOT = ("planned", "ordered", "possible")
_GOES_ON = 4  # Mentions after a denial in which its speaker may still be denying.


def denials(desk: Desk) -> tuple[Disagreement, ...]:
    """One disagreement for each denial whose object stands in the story, in the story's order."""
    answered: dict[tuple[str, int], list[tuple[Mention, set[str]]]] = {}
    for reading in desk.readings:
        told = desk.told[reading.report.id]
        for place, mention in enumerate(told):
            target = _denied(desk, mention) if mention.strength == "denies" and mention.chain else None
            if target is not None:
                goes_on = _goes_on(mention, told[place + 1 : place + 1 + _GOES_ON])
                words = {target.id, mention.id, *(m.id for m in goes_on)}
                key = root(desk, mention).key, desk.group_of[target.id]
                answered.setdefault(key, []).append((target, words))
    return tuple(_disagreement(desk, found) for found in answered.values())


def _disagreement(desk: Desk, found: list[tuple[Mention, set[str]]]) -> Disagreement:
    """One party's denials of one claim, in whatever reports, with what they answer."""
    target, words = found[0]
    denial = next(desk.mentions[m] for m in sorted(words, key=desk.place) if desk.mentions[m].strength == "denies")
    return Disagreement(
        kind="denial",
        about=about(desk, target, denial) or about(desk, target, target),
        sides=sides(desk, {m for _, more in found for m in more}),
        conflict=True,
        reason=f"{root(desk, denial).name} denies it",
    )


def _denied(desk: Desk, denial: Mention) -> Mention | None:
    """The mention nearest to what is denied: not the denier's own, not itself a denial, affirmed. The denier's name
    counts among the words, since what is denied is mostly said of the denier."""
    words = frozenset((*denial.words, *content(denial.chain[-1].name)))
    denier = root(desk, denial).key
    best: tuple[float, tuple[int, int, str], Mention] | None = None
    for other in desk.mentions.values():
        shared = words & frozenset(other.words)
        if len(shared) < LEAST_WORDS or other.strength == "denies" or other.negated or other.id == denial.id:
            continue
        weight = _weight(desk.rare, shared) / max(0.1, _weight(desk.rare, words))
        if weight < LEAST_SHARED or root(desk, other).key == denier or alike(desk, denial, other) < NEAR:
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
