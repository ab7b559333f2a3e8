"""Polarity and commitment of a stretch of text, read from tables of words."""

import re
from functools import cache
from typing import get_args

from stemma.claims.clauses import firmness
from stemma.model import Commitment, Strength

_MONTH = re.compile(r"(?<=\S )May\b")  # The month in mid-sentence, not the verb.
# A planner's word is a plan even where the words sound done.
_BY_STRENGTH: dict[Strength, Commitment] = {"denies": "denied", "plans": "planned", "asks": "possible"}


@cache
def _patterns() -> tuple[tuple[Commitment, re.Pattern[str]], ...]:
    kinds = [kind for kind in get_args(Commitment) if kind in firmness()["commitment"]]
    order = sorted(kinds, key=list(firmness()["commitment"]).index)
    return tuple((kind, re.compile("|".join(firmness()["commitment"][kind]))) for kind in order)


@cache
def _negation() -> re.Pattern[str]:
    table = firmness()["negation"]
    words = "|".join(rf"\b{word}\b" for word in table["words"] if word != "n't")
    return re.compile("|".join([words, r"n['’]t\b", *(rf"\b{phrase}" for phrase in table["phrases"])]))


def negated(stretch: str) -> bool:
    """Whether `stretch` denies rather than affirms: it holds a word of negation."""
    return _negation().search(stretch.lower()) is not None


def commitment(stretch: str, strength: Strength) -> Commitment:
    """How firmly `stretch` is stated, given the strength of the cue that introduces it. "done" is the default."""
    if strength in _BY_STRENGTH:
        return _BY_STRENGTH[strength]
    lowered = _MONTH.sub("", stretch).lower()
    return next((kind for kind, pattern in _patterns() if pattern.search(lowered)), "done")
