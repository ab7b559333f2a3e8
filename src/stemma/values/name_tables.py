"""The word tables by which names are compared: given names, titles, words and forms of organisations, nations."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def _listed(name: str) -> tuple[tuple[str, str], ...]:
    """The words of a table of `key: word, word` lines beside this module, each with its key."""
    text = (files("stemma.values") / "data" / name).read_text(encoding="utf-8")
    rows = (line.partition(":") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple((word.strip(), key.strip()) for key, _, rest in rows for word in rest.split(",") if word.strip())


@cache
def given_names() -> Mapping[str, str]:
    """Folded given names with their usual gender: "m", "f" or "u" (either)."""
    return MappingProxyType(dict(_listed("name_given.txt")))


@cache
def titles() -> Mapping[str, str]:
    """Folded titles that stand before a person's name ("gen", "prime minister") with the gender they tell, or "u"."""
    return MappingProxyType(dict(_listed("name_titles.txt")))


@cache
def organisation_words() -> frozenset[str]:
    """Folded words that make a name an organisation's ("ministry", "university")."""
    return frozenset(word for word, kind in _listed("name_bodies.txt") if kind == "word")


@cache
def legal_forms() -> frozenset[str]:
    """Folded legal forms of companies ("inc", "ltd")."""
    return frozenset(word for word, kind in _listed("name_bodies.txt") if kind == "legal")


@cache
def nations() -> Mapping[str, str]:
    """Folded adjectives and peoples ("mexican") with the country they belong to ("Mexico")."""
    return MappingProxyType({word.lower(): country for word, country in _listed("name_nations.txt")})


@cache
def occupations() -> frozenset[str]:
    """Lower-case common nouns for what somebody is ("journalist", "engineer"), in the singular."""
    text = (files("stemma.values") / "data" / "name_occupations.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
