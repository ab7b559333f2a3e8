"""Names of outlets and news agencies: one name for every spelling, and whether it is an agency's."""

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from stemma.model import SourceKind

# Kinds of hop that are outlets or their own eyes.
MEDIA: frozenset[SourceKind] = frozenset({"outlet", "agency", "observation"})
_MISTAKEN: frozenset[SourceKind] = frozenset(
    {"document", "post", "body", "company"}
)  # What an outlet's name can look like.
_ENDINGS = (
    "News Agency",
    "Press Agency",
    "Wire Service",
    "Press Association",
    "News Service",
    "News Bureau",
    "Press Bureau",
)
# What only outlets' names of two words and more end with, or begin with.
_TITLES = (
    "Messenger",
    "Bulletin",
    "Record",
    "Recorder",
    "Argus",
    "Packet",
    "Intelligencer",
    "Weekly",
    "Gazetteer",
    "Clarion",
    "Mirror",
    "Free Press",
    "News",
)
_STATIONS = ("Radio ", "Channel ", "Canal ")


@cache
def agencies() -> dict[str, str]:
    """Every spelling of a news agency, in lower case -> the name used here."""
    table = tomllib.loads((files("stemma.values") / "data" / "agencies.toml").read_text(encoding="utf-8"))["names"]
    return {spelling.lower(): name for name, spellings in table.items() for spelling in (name, *spellings)}


def is_agency(name: str) -> bool:
    """Whether `name` is a news agency's: known, or ending as agencies' names do."""
    bare = name.removeprefix("The ").removeprefix("the ")
    return name.lower() in agencies() or bare.lower() in agencies() or bare.endswith(_ENDINGS)


def looks_like_outlet(name: str) -> bool:
    """Whether a name of two words and more is made as outlets' names are: "Averell Daily Record", "Radio Averell"."""
    words = name.removeprefix("The ").removeprefix("the ")
    return " " in words and (is_agency(name) or words.endswith(_TITLES) or words.startswith(_STATIONS))


@cache
def matching(name: str, outlets: frozenset[str]) -> str:
    """The one of `outlets` that `name` means: the same key, or the only one that it shortens ("the Post" for "Evening
    Post", "MNA" for "Meridian News Agency"); empty where none or several fit."""
    known = _register(outlets)
    key = outlet_key(name)
    if key in known.by_key or not key:
        return known.by_key.get(key, "")
    holders = [known.by_word.get(word, frozenset()) for word in key.split()]
    shortened = frozenset.intersection(*holders) | known.by_initials.get(key, frozenset())
    return next(iter(shortened)) if len(shortened) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Register:
    """Outlets by their key, by each word of it, and by their initials, so that a name is found without going through
    all of them."""

    by_key: dict[str, str]
    by_word: dict[str, frozenset[str]]
    by_initials: dict[str, frozenset[str]]


@cache
def _register(outlets: frozenset[str]) -> _Register:
    by_key: dict[str, str] = {}
    by_word: defaultdict[str, set[str]] = defaultdict(set)
    by_initials: defaultdict[str, set[str]] = defaultdict(set)
    for outlet in sorted(outlets):
        by_key.setdefault(outlet_key(outlet), outlet)
        by_initials[_initials(outlet)].add(outlet)
        for word in outlet_key(outlet).split():
            by_word[word].add(outlet)
    return _Register(by_key, _frozen(by_word), _frozen(by_initials))


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in table.items()}


def may_be_medium(name: str, kind: SourceKind, outlets: frozenset[str]) -> bool:
    """Whether a source of `kind` is an outlet or an agency, or may only have been taken for a document or a body: of a
    name such as "the Post" the story's own `outlets` alone tell what it is."""
    return kind in MEDIA or (kind in _MISTAKEN and bool(matching(name, outlets)))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.lower().split() if word not in ("the", "of", "and"))


@cache
def outlet_key(name: str) -> str:
    """The same for every spelling of one outlet or agency: lower case, no article, no dots, no "News" at its end."""
    bare = name.replace("’", "'").removesuffix("'s")
    known = (
        agencies().get(bare.lower()) or agencies().get(bare.removeprefix("The ").removeprefix("the ").lower()) or bare
    )
    plain = known.lower().replace(".", "").replace("-", " ").removeprefix("the ").removesuffix(" news")
    return " ".join(plain.split())
