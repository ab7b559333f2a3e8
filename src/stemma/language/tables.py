"""The word tables of the rules, read once from the files in `data/`."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from stemma.model import EntityKind
from stemma.values.names import fold, nations


@dataclass(frozen=True, slots=True)
class Known:
    """A name from the tables: its canonical form and its kind."""

    canonical: str
    kind: EntityKind


def _text(name: str) -> str:
    return (files("stemma.language") / "data" / name).read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    return [line.strip() for line in _text(name).splitlines() if line.strip() and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """All words of a table that is a plain list."""
    return frozenset(word for line in _lines(name) for word in line.split())


def common() -> frozenset[str]:
    """Lower-case words that are no name by themselves."""
    return words("common.txt")


def functions() -> frozenset[str]:
    """Lower-case grammatical words."""
    return words("functions.txt")


def speech() -> frozenset[str]:
    """Lower-case forms of verbs that pass on words."""
    return words("speech.txt")


def not_names() -> frozenset[str]:
    """Words in capitals that name nothing."""
    return words("acronyms_not_names.txt")


@cache
def keyed(name: str) -> Mapping[str, frozenset[str]]:
    """The words of a table of `key: word, word` lines, by key; a key may have several lines."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in _lines(name):
        key, _, rest = line.partition(":")
        found[key.strip()].update(word.strip() for word in rest.split(",") if word.strip())
    return MappingProxyType({key: frozenset(entries) for key, entries in found.items()})


def group(name: str) -> frozenset[str]:
    """The folded words of a group of `groups.txt`."""
    return keyed("groups.txt")[name]


_KNOWN_FILES: tuple[tuple[str, EntityKind], ...] = (
    ("places.txt", "place"),
    ("bodies.txt", "body"),
    ("outlets.txt", "outlet"),
)


@cache
def known() -> Mapping[str, Known]:
    """Every name in the tables of outlets, bodies and places and every country, by its exact wording without "the"."""
    found: dict[str, Known] = {}
    for file, kind in _KNOWN_FILES:
        for line in _lines(file):
            names = [part.strip() for part in line.split("|")]
            for name in (*names, *(n.capitalize() for n in names if _is_said_as_word(n))):
                bare = name.removeprefix("The ")
                if bare == name or " " in bare:
                    found.setdefault(bare, Known(names[0], kind))
                found.setdefault(name, Known(names[0], kind))
    for country in countries():
        found.setdefault(country, Known(country, "place"))
    return MappingProxyType(found)


def _is_said_as_word(name: str) -> bool:
    """An acronym that British papers write as a word: "Nato", "Isis"."""
    return name.isupper() and name.isalpha() and len(name) > 3


@cache
def countries() -> frozenset[str]:
    """The countries of the table of nations."""
    return frozenset(nations().values()) - {"Religion", "Party", "City", "Americas"}


@cache
def known_folded() -> Mapping[str, Known]:
    """The same by folded wording, for names in capitals."""
    return MappingProxyType({fold(name): entry for name, entry in sorted(known().items(), reverse=True)})


@cache
def longest_known() -> Mapping[str, int]:
    """The first word of every name of several words, with the number of words of the longest such name."""
    sizes: dict[str, int] = {}
    for name in known():
        first, *rest = name.split()
        if rest:
            sizes[first] = max(sizes.get(first, 0), 1 + len(rest))
    return MappingProxyType(sizes)
