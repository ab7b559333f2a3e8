"""How far a mention commits: by its own predicate, by the cue that introduces it, and by the trained score."""

from stemma.model import Commitment, Strength, Token

# A planner's word is a plan even where the words sound done.
_BY_STRENGTH: dict[Strength, Commitment] = {"denies": "denied", "plans": "planned", "asks": "possible"}
LEAST_PLANNED = 2.0  # Factuality from which what has not happened is planned; below, it is only possible.


def commitment(read: Commitment, strength: Strength, token: Token | None = None) -> Commitment:
    """The commitment of a mention whose predicate reads as `read`, given as somebody's word with a cue of `strength`.
    `token` is the predicate: its trained scores, where there are any, only ever take back what reads as done. What has
    not happened by them is planned or possible (TimeBank's own tenses and modals in the sentences of UW's dev part:
    nine in ten of what they take back is to come or open, and one in forty of what is done is taken back)."""
    if strength in _BY_STRENGTH:
        return _BY_STRENGTH[strength]
    if read != "done" or token is None or token.happened is None or token.factuality is None:
        return read
    if token.happened >= 0:
        return read
    return "planned" if token.factuality >= LEAST_PLANNED else "possible"
