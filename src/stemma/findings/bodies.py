"""Which body a phrase means: "a foreign ministry spokesman in Berlin" is the foreign ministry."""

import re
from functools import cache

from stemma.findings.tables import words
from stemma.values.names import nations

GOVERNMENT = "government"
_GOVERNING = frozenset({"government", "governments", "officials", "official", "authorities", "administration"})
_WORD = re.compile(r"[\w-]+")
_OF = re.compile(r"\b(?:for|of|at) (?:the |an? )?(.+)$", re.IGNORECASE | re.DOTALL)
_SMALL = 3  # Letters of words that stand within names in lower case: "the", "of", "and".
_AFTER = re.compile(r"\s+(?:in|at|of|for|from|with|near|on|who|that)\s+.*$", re.DOTALL)


@cache
def _empty() -> frozenset[str]:
    """Nouns for those who speak for a body, and words that do not tell which body it is."""
    return frozenset(words("acts")["officers"]) | frozenset(words("acts")["vague"])


@cache
def core(phrase: str) -> str:
    """The words of `phrase` that say which body it is, in lower case; GOVERNMENT for officials of no other body."""
    told = _telling(phrase)
    kept = [word for word in told if word not in _empty()]
    if (not kept or of_named_body(phrase)) and _of_body(body := core(whose(phrase)) if whose(phrase) else ""):
        return body
    if not kept or frozenset(kept) & _GOVERNING:
        return GOVERNMENT
    return " ".join(kept)


def whose(phrase: str) -> str:
    """What follows "of", "for" or "at" in a phrase for somebody: "the Weather Service" of "a forecaster at the Weather
    Service", without its article; empty where nothing does."""
    found = _OF.search(phrase)
    return found.group(1) if found else ""


@cache
def of_named_body(phrase: str) -> bool:
    """Whether a phrase is for somebody of a body under its name: "a forecaster at the Weather Service"."""
    body = whose(phrase)
    return body[:1].isupper() and _of_body(body.lower())


@cache
def proper(phrase: str) -> bool:
    """Whether a phrase is a name by its capitals: "Civil Protection", "the Insurers' Federation"."""
    told = [word for word in _WORD.findall(phrase) if len(word) > _SMALL]
    return len(told) > 1 and all(word[0].isupper() for word in told)


def words_of(phrase: str) -> list[str]:
    """The words of a phrase in lower case, without marks."""
    return _WORD.findall(phrase.lower())


def _of_body(phrase: str) -> bool:
    """Whether a phrase holds the common noun of a body."""
    return not frozenset(phrase.split()).isdisjoint(words("acts")["bodies"])


def _telling(phrase: str) -> list[str]:
    """The words of `phrase` before what it adds to the body ("in Berlin"), in lower case, without peoples' names."""
    plain = _AFTER.sub("", phrase.lower().replace("’s", "").replace("'s", ""))
    for people in _peoples():
        plain = plain.replace(people, " ")
    return [word for word in _WORD.findall(plain) if word not in nations()]


@cache
def _peoples() -> tuple[str, ...]:
    """The peoples whose name has several words ("costa rican")."""
    return tuple(sorted(nation for nation in nations() if " " in nation))


@cache
def unnational(role: str) -> str:
    """A role in lower case without the people that it is of: "British Prime Minister" is "prime minister"."""
    return " ".join(_telling(role))


@cache
def bare(phrase: str) -> tuple[str, ...]:
    """The common noun that `phrase` is for a body or its statement, with nothing to say whose: "the power company",
    "a port authority spokesman", "a statement"; none for any other phrase."""
    if any(word[0].isupper() for word in _WORD.findall(phrase)):
        return ()
    told = _telling(phrase)
    said = tuple(core(phrase).split()) if set(told) - _empty() or whose(phrase) else tuple(told)
    known = words("acts")
    general = said and (
        said[-1] in (*known["companies"], *known["bodies"]) or (len(said) == 1 and said[-1] in known["statements"])
    )
    return said if general else ()


def official(phrase: str) -> bool:
    """Whether `phrase` is for people who speak for some body, said or not: "officials", "a police source"."""
    told = frozenset(_telling(phrase))
    return bool(told & (_GOVERNING | frozenset((*words("acts")["officers"], *words("acts")["bodies"]))))


def governs(phrase: str) -> bool:
    """Whether `phrase` is one for the government as a whole."""
    return bool(_GOVERNING & frozenset(phrase.lower().split()))


@cache
def person_of(phrase: str) -> str:
    """The person, by the name in the phrase, for whom somebody speaks: Ann Lee in "Ann Lee's lawyer" and
    "representatives of Ann Lee"; empty where the phrase is for nobody of that kind."""
    found = _voices().match(phrase)
    return (found.group(1) or found.group(2)) if found else ""


@cache
def _voices() -> re.Pattern[str]:
    nouns = "|".join(words("acts")["voices"])
    name = r"((?:[A-Z][\w’'-]*? ?){1,4})"
    return re.compile(
        rf"^{name}(?:['’]s|(?<=s)['’])(?: (?:[\w-]+ )*(?:{nouns}))?$|^(?:[\w-]+ )*(?i:{nouns}) (?:of|for|to) {name}$"
    )


def served(role: str) -> str:
    """The body under a common noun that a role names: "spokesman for the port authority", "transport ministry
    spokeswoman"; empty where it names none."""
    after = whose(role)
    before = " ".join(word for word in _telling(role) if word not in _empty())
    if before and "minister" in role.lower().split():
        return f"{before} ministry"
    body = core(after) if after else before
    named = after[:1].isupper() and not frozenset(role.lower().split()).isdisjoint(words("acts")["officers"])
    return body if named or _of_body(body) else ""
