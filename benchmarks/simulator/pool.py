"""The texts that stories are made of: `data/<split>/`, a file for each kind of story, names, outlets and phrases.

The splits share no kind of story, wording, name, outlet or phrase. Weights are fitted on `tuning` only; the errors of
`dev` are looked at too; what is reported is measured on `held_out`.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

Split = Literal["tuning", "dev", "held_out"]
Slot = str | tuple[str, ...] | tuple[int, int, int]

DATA = Path(__file__).with_name("data")
_OTHERS = ("names", "phrases", "common")


@dataclass(frozen=True, slots=True)
class Source:
    """Who can know something. A body has a person and words for its unnamed people; a `witness` is another person, an
    `unnamed` group another group, for each outlet; a `document` is one and the same for all; `seen` is what an outlet's
    own reporter sees."""

    role: str
    kind: Literal["body", "witness", "unnamed", "document", "seen"]
    body: str = ""
    short: str = ""
    title: str = ""
    people: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One claim. `say` holds wordings, each as another reporter would put it; `quotes`, of the one fact of kind
    "quote", what the speaker says in public; `head` headlines. `act` is the role of a party that makes the claim true
    by making it known; `own` is the chance that a report gives it in its own voice; an `exclusive` one is found out by
    one outlet only."""

    id: str
    kind: str
    sources: tuple[str, ...]
    say: tuple[str, ...]
    head: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    own: float = 0.3
    act: str = ""
    weight: int = 1
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of story: its slots (a list of names, some choices, or a range of figures), sources and facts, and
    sentences of a press release that reports may carry (`stock`). `speaker` is the role that speaks to all in
    public."""

    name: str
    slots: Mapping[str, Slot]
    sources: Mapping[str, Source]
    facts: tuple[Fact, ...]
    stock: tuple[str, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class Pool:
    """One split of the texts. `names` and `phrases` are lists by their use."""

    split: Split
    kinds: tuple[Kind, ...]
    names: Mapping[str, tuple[str, ...]]
    phrases: Mapping[str, tuple[str, ...]]
    swaps: tuple[tuple[str, str], ...] = field(default=())


@cache
def pool(split: Split) -> Pool:
    """One split of the texts."""
    folder = DATA / split
    names, phrases, common = (_read(folder / f"{name}.toml") for name in _OTHERS)
    kinds = tuple(
        _kind(path.stem, _read(path), common) for path in sorted(folder.glob("*.toml")) if path.stem not in _OTHERS
    )
    swaps = tuple((left, right) for left, right in phrases.pop("swaps"))
    return Pool(split, kinds, _lists(names), _lists(phrases), swaps)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _lists(table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(values) for name, values in table.items()}


def _kind(name: str, table: dict[str, Any], common: dict[str, Any]) -> Kind:
    """A kind of story, with the sources and facts of `common`, which every story of the split can have."""
    slots = {slot: value if isinstance(value, str) else tuple(value) for slot, value in table["slots"].items()}
    sources = {role: _source(role, row) for role, row in (table["sources"] | common["sources"]).items()}
    facts = tuple(_fact(row) for row in (*table["facts"], *common["facts"]))
    return Kind(name, slots, sources, facts, tuple(table["stock"]), table["speaker"])


def _source(role: str, row: dict[str, Any]) -> Source:
    return Source(role=role, **_frozen(row))


def _fact(row: dict[str, Any]) -> Fact:
    made = _frozen(row)
    return Fact(sources=made.pop("from"), **made)


def _frozen(row: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
