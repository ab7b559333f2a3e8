"""GAP (Webster et al. 2018): which of two names a "he" or "she" means, or neither."""

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from stemma.values.names import fold, given_names
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


def renamed(case: Case, surnames: Sequence[str], rng: random.Random) -> Document | None:
    """The case with other people's names in the place of its own, each everywhere the same: a given name for one of
    its gender, another word of A's or B's name for one of `surnames`. Else two thousand cases are learnt by heart."""
    found = document(case)
    if found is None:
        return None
    named = {found.words[n] for group in groups(case, found) for n in group}
    named |= {word for word in found.words if word[:1].isupper() and fold(word) in _pools()}
    others = {word: _other(word, surnames, rng) for word in sorted(named) if word[:1].isupper() and len(word) > 2}
    found.words = [others.get(word, word) for word in found.words]
    return found


def surnames(all_cases: Sequence[Case]) -> list[str]:
    """The words of the names in question that are nobody's given name."""
    texts = (case.text[start:end] for case in all_cases for start, end in case.names)
    words = {word for text in texts for word in text.split() if word.isalpha() and word[:1].isupper() and len(word) > 2}
    return sorted(word for word in words if fold(word) not in given_names())


def _other(word: str, surnames: Sequence[str], rng: random.Random) -> str:
    pool = _pools().get(fold(word))
    return rng.choice(pool).title() if pool else rng.choice(surnames)


@cache
def _pools() -> Mapping[str, Sequence[str]]:
    """For each given name that tells a gender, all that tell the same."""
    by_gender = {told: sorted(n for n, g in given_names().items() if g == told) for told in "mf"}
    return {name: by_gender[told] for name, told in given_names().items() if told in by_gender}


def groups(case: Case, document: Document) -> list[set[int]]:
    """The words that stand for A and for B."""
    return _groups(case, document.words, lay_out(case.text)[3])


def _groups(case: Case, words: list[str], spans: list[tuple[int, int]]) -> list[set[int]]:
    marked = [[n for n, (s, e) in enumerate(spans) if s < span[1] and e > span[0]] for span in case.names]
    own = [{words[n] for n in each if words[n][:1].isupper() and len(words[n]) > 2} for each in marked]
    return [
        {*marked[i], *(n for n, w in enumerate(words) if w in own[i] - own[1 - i])} - set(marked[1 - i]) for i in (0, 1)
    ]
