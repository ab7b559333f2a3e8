"""Which body a phrase means: "a foreign ministry spokesman in Berlin" is the foreign ministry."""

import re
from functools import cache

from stemma.findings.tables import words
from stemma.values.names import nations

GOVERNMENT = "government"
_GOVERNING = frozenset({"government", "governments", "officials", "official", "authorities", "administration"})
_WORD = re.compile(r"[\w-]+")
_AFTER = re.compile(r"\s+(?:in|at|of|for|from|with|near|on|who|that)\s+.*$", re.DOTALL)


@cache
def _empty() -> frozenset[str]:
    """Nouns for those who speak for a body, and words that do not tell which body it is."""
    return frozenset(words("acts")["officers"]) | frozenset(words("acts")["vague"])


def core(phrase: str) -> str:
    """The words of `phrase` that say which body it is, in lower case; GOVERNMENT for officials of no other body."""
    plain = phrase.lower().replace("’s", "").replace("'s", "")
    told = [word for word in _WORD.findall(_AFTER.sub("", plain)) if word not in nations()]
    kept = [word for word in told if word not in _empty()]
    if not kept or frozenset(kept) & _GOVERNING:
        return GOVERNMENT
    return " ".join(kept)


def governs(phrase: str) -> bool:
    """Whether `phrase` is one for the government as a whole."""
    return bool(_GOVERNING & frozenset(phrase.lower().split()))


def served(role: str) -> str:
    """The body under a common noun that a role names: "spokesman for the port authority", "transport ministry
    spokeswoman"; empty where it names none."""
    after = re.search(r"\b(?:for|of|at) (?:the |an? )?(.+)$", role.lower())
    before = " ".join(word for word in _WORD.findall(role.lower()) if word not in _empty())
    body = core(after.group(1)) if after else before
    return body if frozenset(body.split()) & frozenset(words("acts")["bodies"]) else ""
