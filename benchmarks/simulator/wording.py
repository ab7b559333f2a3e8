"""Templates of wordings: one sentence with what may stand otherwise in it.

    (a|b|c)   one of these
    [...]     may be left out
    <...>     an adverbial at the start: stands there or at the end
    {slot}    filled in later

A wording as one writer has it is the template with one choice made for each of these. Another writer's wording of the
same fact is another template; a copy that is reworded is the same template with other choices.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal

Choices = tuple[int, ...]

_CLOSING = {"(": ")", "[": "]", "<": ">"}
_KEEP, _LEAD = 0.75, 0.4  # How often a writer keeps what may be left out, and begins with the adverbial.


@dataclass(frozen=True, slots=True)
class Choice:
    """A place of a template where writers differ; `number` counts them from the left."""

    kind: Literal["(", "[", "<"]
    number: int
    options: tuple[tuple["str | Choice", ...], ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A template in parts, and the number of ways that each of its choices has."""

    parts: tuple[str | Choice, ...]
    ways: tuple[int, ...]


@cache
def template(text: str) -> Template:
    """The template that `text` writes. ValueError where its brackets do not match."""
    ways: list[int] = []
    parts, rest = _parts(text, "", ways)
    if rest:
        raise ValueError(f"unmatched bracket before {rest!r} in {text!r}")
    return Template(parts, tuple(ways))


def _parts(text: str, until: str, ways: list[int]) -> tuple[tuple[str | Choice, ...], str]:
    """The parts of `text` up to the first of the marks `until`, and what is left from there."""
    parts: list[str | Choice] = []
    while text and text[0] not in until:
        if text[0] in _CLOSING:
            choice, text = _choice(text, ways)
            parts.append(choice)
        else:
            plain = re.match(r"[^()\[\]<>|]+", text)
            if plain is None:
                raise ValueError(f"unmatched bracket at {text!r}")
            parts.append(plain.group())
            text = text[plain.end() :]
    return tuple(parts), text


def _choice(text: str, ways: list[int]) -> tuple[Choice, str]:
    kind, number = text[0], len(ways)
    options: list[tuple[str | Choice, ...]] = []
    ways.append(2)
    closing = _CLOSING[kind]
    rest = text
    while not options or rest[0] == "|":
        option, rest = _parts(rest[1:], closing + "|", ways)
        options.append(option)
        if not rest:
            raise ValueError(f"unclosed bracket in {text!r}")
    if kind == "(":
        ways[number] = len(options)
    return Choice("(" if kind == "(" else "[" if kind == "[" else "<", number, tuple(options)), rest[1:]


def drawn(rng: Random, made: Template) -> Choices:
    """One writer's choices."""
    kinds = dict(_kinds(made.parts))
    draws = []
    for number, ways in enumerate(made.ways):
        kind = kinds[number]
        likely = {"[": 1 - _KEEP, "<": _LEAD}.get(kind)
        draws.append(rng.randrange(ways) if likely is None else int(rng.random() < likely))
    return tuple(draws)


def redrawn(rng: Random, made: Template, choices: Choices, rate: float) -> Choices:
    """The choices of one who rewords: each is made anew with the chance `rate`, and then otherwise. What was left out
    cannot come back."""
    kinds = dict(_kinds(made.parts))
    new = []
    for number, (ways, old) in enumerate(zip(made.ways, choices, strict=True)):
        lost = kinds[number] == "[" and old == 1
        change = not lost and rng.random() < (rate / 2 if kinds[number] == "[" else rate)
        new.append((old + rng.randrange(1, ways)) % ways if change else old)
    return tuple(new)


def _kinds(parts: Sequence[str | Choice]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for part in parts:
        if isinstance(part, Choice):
            found.append((part.number, part.kind))
            for option in part.options:
                found += _kinds(option)
    return found


def filled(made: Template, choices: Choices, *, front: bool) -> str:
    """The wording by these choices, slots left open; the adverbial goes to the front only where that is `front`."""
    leading: list[str] = []
    trailing: list[str] = []
    body = _filled(made.parts, choices, (leading, trailing), front=front)
    text = ", ".join([*leading, body.strip()]) + "".join(f" {each}" for each in trailing)
    return re.sub(r" +(?=[ ,.])", "", text).strip()


def _filled(parts: Sequence[str | Choice], choices: Choices, moved: tuple[list[str], list[str]], *, front: bool) -> str:
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
        elif part.kind == "(":
            text += _filled(part.options[choices[part.number]], choices, moved, front=front)
        elif part.kind == "[":
            text += "" if choices[part.number] else _filled(part.options[0], choices, moved, front=front)
        else:
            adverbial = _filled(part.options[0], choices, moved, front=front).strip()
            moved[0 if front and choices[part.number] else 1].append(adverbial)
    return text
