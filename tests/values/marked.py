"""Reports of which the names of places are marked by hand: "A fire broke out in [Erie], [Pa.]"."""

import re
from dataclasses import replace

from stemma.model import Annotated, Entity, Name, Place, Token
from stemma.values.places import find_places
from tests.texts import report

_MARKED = re.compile(r"\[([^\]]+)\]")


def marked(text: str, dateline: str = "", title: str = "") -> Annotated:
    """The report of `text` without the brackets; each name in brackets is an entity of its own, and a place."""
    whole = f"{title}\n{text}" if title else text
    found = []
    for number, match in enumerate(_MARKED.finditer(whole)):
        start = match.start() - 2 * number
        found.append((start, start + len(match[1]), match[1]))
    plain = _MARKED.sub(r"\1", whole)
    body = plain.partition("\n")[2] if title else plain
    made = replace(report(body, _MARKED.sub(r"\1", title)), dateline=dateline)
    return Annotated(
        made,
        tuple(Token(word.start(), word.end()) for word in re.finditer(r"\w+|[^\w\s]", plain)),
        (),
        tuple(Entity(number, name, "place", (name,), ()) for number, (_, _, name) in enumerate(found)),
        tuple(Name(start, end, number, "name") for number, (start, end, _) in enumerate(found)),
    )


def places(text: str, **more: str) -> tuple[Place, ...]:
    """What the marked names are read as."""
    return find_places(marked(text, **more))


def read(text: str, **more: str) -> list[str]:
    """The same as words: "Erie, Pennsylvania, United States", or "?" where it cannot be told."""
    return [", ".join((place.name, *place.within)) if place.kind else "?" for place in places(text, **more)]
