"""GAP (Webster et al. 2018): which of two names a "he" or "she" means, or neither."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpora.polnear import lay_out
from training.examples import Document, Reference


@dataclass(frozen=True, slots=True)
class Case:
    """One line: the text, the pronoun and the names A and B (start and end in characters), and what is true."""

    id: str
    text: str
    pronoun: tuple[int, int]
    names: tuple[tuple[int, int], tuple[int, int]]
    truth: tuple[bool, bool]


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file of the set."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield Case(
                row["ID"],
                row["Text"],
                _span(row["Pronoun-offset"], row["Pronoun"]),
                (_span(row["A-offset"], row["A"]), _span(row["B-offset"], row["B"])),
                (row["A-coref"].upper() == "TRUE", row["B-coref"].upper() == "TRUE"),
            )


def _span(offset: str, wording: str) -> tuple[int, int]:
    return int(offset), int(offset) + len(wording)


def document(case: Case) -> Document | None:
    """The case as a document with one reference; None where the pronoun is no word by itself.

    Every mention of a name by one of its own capitalised words is as good as the one marked."""
    words, breaks, ends, spans = lay_out(case.text)
    at = {start: n for n, (start, _) in enumerate(spans)}
    place = at.get(case.pronoun[0])
    if place is None:
        return None
    places = _groups(case, words, spans)
    right = {n for i in (0, 1) if case.truth[i] for n in places[i]}
    wrong = {n for i in (0, 1) if not case.truth[i] for n in places[i]} - right
    candidates = sorted({n for n, w in enumerate(words) if w[:1].isalpha()} | right | wrong)
    reference = Reference(place, tuple(sorted(right)), tuple(sorted(wrong)))
    return Document(case.id, words, breaks, ends, references=[reference], candidates=candidates)


def groups(case: Case, document: Document) -> list[set[int]]:
    """The words that stand for A and for B."""
    return _groups(case, document.words, lay_out(case.text)[3])


def _groups(case: Case, words: list[str], spans: list[tuple[int, int]]) -> list[set[int]]:
    marked = [[n for n, (s, e) in enumerate(spans) if s < span[1] and e > span[0]] for span in case.names]
    own = [{words[n] for n in each if words[n][:1].isupper() and len(words[n]) > 2} for each in marked]
    return [
        {*marked[i], *(n for n, w in enumerate(words) if w in own[i] - own[1 - i])} - set(marked[1 - i]) for i in (0, 1)
    ]
