"""Names in headlines, where capitals tell nothing: only what running text or a table knows is a name there."""

from collections.abc import Iterable, Mapping, Sequence

from stemma.language.found import Found
from stemma.language.lexer import Word
from stemma.language.runs import joined
from stemma.language.tables import functions, known, known_folded, not_names
from stemma.values.names import fold

TITLE_CASE = 0.7
"""Share of a line's longer words with capitals from which the line is a headline. Running news text has 0.1 to 0.3,
title case 0.9 and more; 0.7 leaves room for a small verb or two."""

_ENDED = (0.9, 5)
"""The same share, and the least number of longer words, for a line that ends with a full stop."""

_LONGEST = 6


def is_headline(words: Sequence[Word], text: str) -> bool:
    """Whether a sentence is in title case or in capitals, so that its capitals mark no names."""
    longer = [w for w in words if len(w.text) > 3 and w.lower not in functions()]
    if len(words) < 3 or len(longer) < 2:
        return False
    if text.isupper():
        return True
    ended = text.rstrip("\"”’')").endswith(".")
    share, least = _ENDED if ended else (TITLE_CASE, 2)
    return len(longer) >= least and sum(w.capital for w in longer) >= share * len(longer)


def headline_names(words: Sequence[Word], seen: Mapping[str, Found]) -> list[Found]:
    """The names of a headline, longest first from the left. `seen` is from `seen_names`."""
    found: list[Found] = []
    place = 0
    while place < len(words):
        size, name = _longest(words, place, seen)
        if name:
            found.append(name)
        place += max(size, 1)
    return found


def seen_names(body: Iterable[Found], text: str) -> dict[str, Found]:
    """The names of running text by folded wording, and persons by surname too."""
    seen: dict[str, Found] = {}
    for name in sorted(body, key=lambda f: (-f.sure, f.start)):
        folded = fold(text[name.start : name.end])
        seen.setdefault(folded, name)
        if name.kind == "person":
            seen.setdefault(folded.split()[-1], name)
    return seen


def _longest(words: Sequence[Word], place: int, seen: Mapping[str, Found]) -> tuple[int, Found | None]:
    for size in range(min(_LONGEST, len(words) - place), 0, -1):
        part = words[place : place + size]
        if (
            not part[0].capital
            or any(w.possessive for w in part[:-1])
            or any(w.gap not in {" ", ", "} for w in part[1:])
        ):
            continue
        wording = joined(part)
        start, end = part[0].start, part[-1].end
        body = seen.get(fold(wording))
        if body and (size > 1 or part[0].lower not in functions() or part[0].shout):
            return size, Found(start, end, body.kind, body.sure, canonical=body.canonical)
        entry = known().get(wording) or (known_folded().get(fold(wording)) if wording.isupper() and size > 1 else None)
        if entry and wording not in not_names():
            return size, Found(start, end, entry.kind, 1.0, canonical=entry.canonical)
    return 0, None
