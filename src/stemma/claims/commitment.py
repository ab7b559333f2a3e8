"""How far a mention commits: by its own predicate, by the cue that introduces it, and by the trained score."""

from stemma.model import Commitment, Strength

# A planner's word is a plan even where the words sound done.
_BY_STRENGTH: dict[Strength, Commitment] = {"denies": "denied", "plans": "planned", "asks": "possible"}
UNSURE = 0.5  # Factuality, from -3 (surely not so) to 3 (surely so), that is too near 0 for anything to be done.


def commitment(read: Commitment, strength: Strength, score: float | None = None) -> Commitment:
    """The commitment of a mention whose predicate reads as `read`, given as somebody's word with a cue of `strength`.
    `score` is the trained factuality of the predicate, from -3 to 3, None where there is none: it only ever takes back
    what reads as done."""
    if strength in _BY_STRENGTH:
        return _BY_STRENGTH[strength]
    if read == "done" and score is not None and abs(score) < UNSURE:
        return "possible"
    return read
