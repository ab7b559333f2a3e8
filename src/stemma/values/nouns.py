"""Plural and singular of nouns, by rule, and by table where no rule helps."""

import re

from stemma.values.numberpatterns import tables

_ES = re.compile(r"(?:ss|x|ch|sh|zz|o)es$")


def singular(word: str) -> str:
    """The singular of a lower-case noun; of a measure, its common form."""
    known = tables()["plurals"].get(word) or tables()["units"].get(word)
    if known:
        return str(known)
    if word.endswith("men") and len(word) > 4:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if _ES.search(word):
        return word[:-2]
    return word[:-1] if is_plural(word) else word


def is_plural(word: str) -> bool:
    """Whether a noun is in the plural."""
    if word.lower() in tables()["plurals"] or (word.lower().endswith("men") and len(word) > 4):
        return True
    if word[:1].isupper() and word.endswith("is"):
        return True  # "Iraqis"
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous", "as"))
