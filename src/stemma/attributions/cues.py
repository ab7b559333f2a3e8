"""Reporting verbs: which word forms pass on somebody's words, and how firmly."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from stemma.model import Strength


@dataclass(frozen=True, slots=True)
class Cue:
    """One form of a reporting verb. `particle` must follow it where it is not empty; an `ambiguous` form is as often
    a noun; a `clausal` verb reports only with a clause or a quotation; `finite` is False for the -ing form."""

    verb: str
    strength: Strength
    particle: str
    ambiguous: bool
    clausal: bool
    addressed: bool
    infinitive: bool
    finite: bool
    past: bool


@cache
def table(name: str) -> dict[str, Any]:
    """The data table `data/<name>.toml`."""
    text = resources.files("stemma.attributions").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def cues() -> dict[str, Cue]:
    """Lower-case word form -> the cue it is."""
    data = table("cues")
    rules = {name: frozenset(words) for name, words in data["rules"].items()}
    found: dict[str, Cue] = {}
    for strength, verbs in data["verbs"].items():
        for verb in (verb for verb in verbs if " " not in verb):
            for form in (verb, *_forms(verb)):
                found.setdefault(form, _cue(verb, form, strength, data["particles"].get(verb, ""), rules))
    return found


@cache
def rejections() -> dict[str, tuple[str, ...]]:
    """Lower-case word form of a verb by which words of others are turned down -> the words one of which must follow."""
    data = table("cues")
    verbs = data["rejects"].items()
    return {form: tuple(after) for verb, after in verbs for form in (verb, *_forms(verb))}


def _forms(verb: str) -> Sequence[str]:
    """The inflected forms of a verb."""
    return table("cues")["irregular"].get(verb) or _inflected(verb)


def _cue(verb: str, form: str, strength: Strength, particle: str, rules: dict[str, frozenset[str]]) -> Cue:
    return Cue(
        verb=verb,
        strength=strength,
        particle=particle,
        ambiguous=form in rules["ambiguous"],
        clausal=verb in rules["clausal"],
        addressed=verb in rules["addressed"],
        infinitive=verb in rules["infinitive"],
        finite=not form.endswith("ing"),
        past=form != verb and not form.endswith(("ing", "s")),
    )


def _inflected(verb: str) -> tuple[str, str, str]:
    """Third person, past and -ing form of a regular verb."""
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ing"


@cache
def rule(name: str) -> frozenset[str]:
    """One list of words from the rules of `data/cues.toml`."""
    return frozenset(table("cues")["rules"][name])


@cache
def withheld() -> frozenset[str]:
    """Words before a verb of saying by which nothing was said, or not yet: "declined to say", "would say"."""
    return rule("unsaid") | rule("modals") | rule("conditions")


def does(words: Sequence[str], at: int) -> bool:
    """Whether something is done, and nothing said, by the verb of saying at word `at`: "reported for work", "hit the
    bank"."""
    cue, after = cues().get(words[at]), words[at + 1 : at + 2]
    if cue is None:
        return False
    if cue.verb in rule("only_with_particle") and cue.particle not in after:
        return True
    return any(word in table("cues")["does"].get(cue.verb, ()) for word in after)


@cache
def nouns_of_saying() -> dict[str, Strength]:
    """Lower-case noun ("claim", "allegations") -> what it does to what it reports."""
    return {noun: strength for strength, nouns in table("cues")["nouns"].items() for noun in nouns}
