"""Stretches that two texts share, word for word or nearly.

Method: seed and extend, as in BLAST (Altschul et al. 1990) and in text-reuse detection with word n-grams (Smith,
Cordell and Mullen 2015): runs of shared five-word shingles on one diagonal, joined across short gaps."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, repeat

from stemma.model import Passage, Span

SHINGLE = 5  # Words of a seed: shorter ones meet by chance in any two texts of one story.
LONGEST_GAP = 8  # Words between two runs that are still one passage: a desk's small rewording.
COMMONEST = 12  # Texts that may hold a shingle for it to propose every pair; beyond that, each with the first only.
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as lower-case words with their offsets; `free[i]` is False for a word that must not count as evidence."""

    text: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    free: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage shared by texts `left` and `right` (indices), and how many of its matching words count as evidence."""

    left: int
    right: int
    passage: Passage
    words: int


def words_of(text: str, used: Sequence[Span], bound: Sequence[Span]) -> Words:
    """The words of the `used` stretches of `text`; those in a `bound` stretch (a quotation) are not free."""
    found = [
        (m.group().lower(), m.start(), m.end()) for span in used for m in _WORD.finditer(text, span.start, span.end)
    ]
    starts = [span.start for span in bound]
    free = []
    for _, start, _ in found:
        at = bisect_right(starts, start) - 1
        free.append(not (at >= 0 and start < bound[at].end))
    return Words(tuple(w for w, _, _ in found), tuple((s, e) for _, s, e in found), tuple(free))


def shared_passages(texts: Sequence[Words], least: int) -> tuple[Shared, ...]:
    """Every passage of at least `least` free matching words shared by two of `texts`, sorted by pair and place."""
    found = []
    for (left, right), seeds in sorted(_seeds(texts).items()):
        for run in _runs(seeds):
            shared = _passage(texts, left, right, run)
            if shared.words >= least:
                found.append(shared)
    return tuple(found)


def equal_texts(texts: Sequence[Words], least: int) -> tuple[Shared, ...]:
    """Pairs of texts that are word for word the same but too short for `shared_passages` to find at `least` words."""
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        if text.text and sum(text.free) < least:
            same[text.text].append(number)
    found = []
    for numbers in same.values():
        for left, right in combinations(numbers, 2):
            a, b = texts[left].spans, texts[right].spans
            passage = Passage(a[0][0], a[-1][1], b[0][0], b[-1][1])
            found.append(Shared(left, right, passage, sum(texts[left].free)))
    return tuple(found)


def _seeds(texts: Sequence[Words]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """For each pair of texts the places (word in left, word in right) where a shingle of both starts."""
    holders: defaultdict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for number, text in enumerate(texts):
        for at in range(len(text.text) - SHINGLE + 1):
            holders[text.text[at : at + SHINGLE]].append((number, at))
    seeds: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in holders.values():
        common = len({number for number, _ in places}) > COMMONEST
        for (left, here), (right, there) in zip(repeat(places[0]), places[1:]) if common else combinations(places, 2):
            if left != right:
                seeds[left, right].append((here, there))
    return seeds


def _runs(seeds: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Seeds in order, cut into runs wherever either text jumps back or by more than a gap."""
    runs: list[list[tuple[int, int]]] = []
    for seed in sorted(seeds):
        last = runs[-1][-1] if runs else None
        if last and 0 < seed[0] - last[0] <= SHINGLE + LONGEST_GAP and 0 < seed[1] - last[1] <= SHINGLE + LONGEST_GAP:
            runs[-1].append(seed)
        elif not (last and seed[0] == last[0]):
            runs.append([seed])
    return runs


def _passage(texts: Sequence[Words], left: int, right: int, run: list[tuple[int, int]]) -> Shared:
    (first, other_first), (last, other_last) = run[0], run[-1]
    a, b = texts[left], texts[right]
    matched = {at + k for at, _ in run for k in range(SHINGLE)}
    passage = Passage(
        a.spans[first][0], a.spans[last + SHINGLE - 1][1], b.spans[other_first][0], b.spans[other_last + SHINGLE - 1][1]
    )
    return Shared(left, right, passage, sum(a.free[i] for i in matched))
