"""Words as they are compared: stems, words too common to tell anything, and groups of words that news uses alike."""

import re
from functools import cache
from importlib import resources

import snowballstemmer

from stemma.values.name_tables import nations

WORD = re.compile(r"\bU\.S\.?(?:A\.?)?|[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,]\d+)*")
_COUNTRIES = frozenset({"US", "USA"})  # Not the pronoun.
_stemmer = snowballstemmer.stemmer("english")


@cache
def _table(name: str) -> tuple[tuple[str, ...], ...]:
    lines = resources.files("stemma.values").joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split()) for line in lines if line.strip() and not line.startswith("#"))


@cache
def stopwords() -> frozenset[str]:
    """Lower-case words that carry no content of their own."""
    return frozenset(word for line in _table("stopwords.txt") for word in line)


@cache
def _leaders() -> dict[str, str]:
    """Stem of every word in a group of likes -> stem of the group's first word."""
    return {_stemmer.stemWord(word): _stemmer.stemWord(group[0]) for group in _table("likes.txt") for word in group}


@cache
def _verbs() -> dict[str, str]:
    """A form of an irregular verb -> the verb."""
    return {form: verb for verb, *forms in _table("irregular.txt") for form in forms}


@cache
def stem(word: str) -> str:
    """The Snowball (Porter 2) stem of `word`, lower case, possessive off; of an irregular verb's form, the verb's; of a
    people, its country's; of likes, the stem of the first."""
    plain = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    nation = nations().get(plain, plain).lower()
    plain = nation if " " not in nation else plain
    root = str(_stemmer.stemWord(_verbs().get(plain, plain)))
    return _leaders().get(root, root)


def content(text: str) -> tuple[str, ...]:
    """The stems of the words of `text` that carry content, in order, repeats kept."""
    common = stopwords()
    words = (word.replace(".", "") if word.startswith("U.S") else word for word in WORD.findall(text))
    return tuple(stem(w) for w in words if len(w) > 1 and (w in _COUNTRIES or w.lower() not in common))
