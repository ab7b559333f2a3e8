"""Stretches that two texts share, word for word or reworded.

Method: seed and extend, as in BLAST (Altschul et al. 1990) and in text-reuse detection (Smith, Cordell and Mullen
2015). Seeds are runs of SEED content words by their stems, so that other endings, articles and likes ("blaze", "fire")
break none. Seeds near one diagonal are joined, the stretch around them is aligned word by word (longest common
subsequence), and of the aligned words the best-scoring part is kept (local alignment, Smith and Waterman 1981)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from stemma.model import Passage, Span
from stemma.values.words import stem, stopwords

SEED = 3  # Content words in a row of a seed: two meet by chance in any two texts of one story.
LONGEST_GAP = 6  # Content words between two seeds that are still one passage: a desk's rewording of a clause.
MARGIN = 10  # Words before and after the seeds that may belong to the passage.
GAP_COST = 0.5  # What a word without a counterpart costs, where each matched one brings 1.
LONGEST_CHANGE = 2  # Words in a row that stand one for one against others: more is another clause.
VERBATIM = 5  # Words in a row from which a match is called word for word.
_OPEN_RUNS = 3  # Runs that a seed is held against: those last begun, so that a stray seed ends none.
LEAST_PRINT = 120  # Words from which two texts are one although they differ in HEAD and FOOT.
HEAD = 24  # Words at most before what two prints of a text share: a headline and a byline.
FOOT = 12  # The same after it: an agency's name, a line that says where it appeared first.
# Prints are looked for by a part whose length is a multiple of it: more than HEAD and FOOT, so that they meet.
STEP = 48
WORD = re.compile(r"\w+(?:['’]\w+)*")


_Run = list[tuple[int, int]]
_Block = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be compared: the stretches `used`, and among them those `bound`, whose words are no evidence."""

    text: str
    used: Sequence[Span]
    bound: Sequence[Span]


@dataclass(frozen=True, slots=True)
class Words:
    """A text as numbers, one for each word, alike for words of one stem; with their offsets; `free` is False for a word
    that must not count as evidence. `content` are the places of the words that carry content, `seeds` one number for
    each SEED of them in a row, from the same place on."""

    stems: NDArray[np.int64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    free: NDArray[np.bool_]
    content: NDArray[np.int32]
    seeds: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage of two texts: how many of its matched words count as evidence, how many of these stand in VERBATIM or
    more in a row, the places of these words in both texts (a number with the bit of each place set, so that many are
    cheap to keep, join and compare), and the places where one word stands for another."""

    passage: Passage
    words: int
    verbatim: int
    here: int
    there: int
    changed: tuple[tuple[int, int], ...]


def words_of(texts: Iterable[Text]) -> list[Words]:
    """The words of each text, numbered alike over all of them."""
    numbers: dict[str, int] = {}
    found = [_numbered(text, numbers) for text in texts]
    return [_seeded(words, len(numbers)) for words in found]


def _numbered(text: Text, numbers: dict[str, int]) -> Words:
    common = stopwords()
    found = [m for span in text.used for m in WORD.finditer(text.text, span.start, span.end)]
    plain = [m.group().lower() for m in found]
    telling = [word not in common and (len(word) > 1 or word.isdigit()) for word in plain]
    stems = [stem(word) if tells else word for word, tells in zip(plain, telling, strict=True)]
    starts = np.array([m.start() for m in found], dtype=np.int32)
    free = np.ones(len(found), dtype=np.bool_)
    for span in text.bound:
        free &= (starts < span.start) | (starts >= span.end)
    return Words(
        np.array([numbers.setdefault(word, len(numbers)) for word in stems], dtype=np.int64),
        starts,
        np.array([m.end() for m in found], dtype=np.int32),
        free,
        np.flatnonzero(np.array(telling, dtype=np.bool_)).astype(np.int32),
        np.zeros(0, dtype=np.int64),
    )


def _seeded(words: Words, different: int) -> Words:
    """`words` with their seeds; `different` words are in use, so that SEED of them make one number."""
    inner = words.stems[words.content]
    length = max(0, len(inner) - SEED + 1)
    seeds = np.zeros(length, dtype=np.int64)
    for k in range(SEED):
        seeds = seeds * np.int64(different + 1) + inner[k : k + length]
    return Words(words.stems, words.starts, words.ends, words.free, words.content, seeds)


def aligned(a: Words, b: Words, least: int) -> tuple[Aligned, ...]:
    """The passages with at least `least` free matched words that the two texts share, in the order of the first."""
    _, here, there = np.intersect1d(a.seeds, b.seeds, return_indices=True)
    found = [_aligned(a, b, run) for run in _runs(sorted(zip(here.tolist(), there.tolist(), strict=True)))]
    kept = [one for one in found if one is not None and one.words >= least]
    return tuple(sorted(kept, key=lambda one: (one.passage.start, one.passage.other_start)))


def empty(words: Words) -> Words:
    """`words` with none of its words."""
    return Words(*(getattr(words, field.name)[:0] for field in fields(Words)))


def prints(texts: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs of texts that are one text: word for word the same, however short, or all but a headline, a byline or
    a credit at their foot. Each stands with the first of its kind."""
    firsts: defaultdict[bytes, list[int]] = defaultdict(list)
    pairs = []
    for n, text in enumerate(texts):
        openings = set(_openings(text))
        alike = {first for opening in openings for first in firsts.get(opening, ())}
        first = next((first for first in sorted(alike) if _common(texts[first], text)), n)
        if first != n:
            pairs.append((first, n))
        for opening in openings if first == n else ():
            firsts[opening].append(n)
    return pairs


def whole(a: Words, b: Words) -> Aligned:
    """Two prints of one text as one passage, from a headline that both have on."""
    common = _common(a, b)
    if common is None:
        raise ValueError("these are two texts")
    before = min(common[:2])
    differ = np.flatnonzero(a.stems[:before] != b.stems[:before])
    opening = int(differ[0]) if len(differ) else before
    return replace(_measured(a, b, [(0, 0, opening), common] if opening else [common]), changed=())


def _openings(text: Words) -> Iterator[bytes]:
    """What two prints of a text have in common, as hashes: nearly all of it from one of its first words on."""
    size = len(text.stems)
    if 0 < size < LEAST_PRINT:
        yield _hashed(text.stems)
    elif size:
        for length in {(size - HEAD - FOOT) // STEP * STEP, (size - 2 * HEAD - 2 * FOOT) // STEP * STEP}:
            yield from (_hashed(text.stems[start : start + length]) for start in range(HEAD + 1))


def _hashed(stems: NDArray[np.int64]) -> bytes:
    return blake2b(stems.tobytes(), digest_size=16).digest()


def _common(a: Words, b: Words) -> _Block | None:
    """The run of words that two prints of one text share, all but HEAD and FOOT; None where they are two texts."""
    if np.array_equal(a.stems, b.stems):
        return 0, 0, len(a.stems)
    if min(len(a.stems), len(b.stems)) < LEAST_PRINT:
        return None
    for shift in range(-HEAD, HEAD + 1):
        here, there = max(0, -shift), max(0, shift)
        length = min(len(a.stems) - here, len(b.stems) - there)
        differ = np.flatnonzero(a.stems[here : here + length] != b.stems[there : there + length])
        start, end = max(pairwise([-1, *differ.tolist(), length]), key=lambda ends: ends[1] - ends[0])
        before = max(here, there) + start + 1
        after = max(len(a.stems) - here, len(b.stems) - there) - end
        if before <= HEAD and after <= FOOT:
            return here + start + 1, there + start + 1, end - start - 1
    return None


def _runs(seeds: Iterable[tuple[int, int]]) -> list[_Run]:
    """Seeds, in order, gathered into runs that go forward in both texts without a long gap."""
    runs: list[_Run] = []
    for seed in seeds:
        for run in reversed(runs[-_OPEN_RUNS:]):
            last = run[-1]
            reach = SEED + LONGEST_GAP
            if 0 < seed[0] - last[0] <= reach and 0 < seed[1] - last[1] <= reach:
                run.append(seed)
                break
        else:
            runs.append([seed])
    return runs


def _aligned(a: Words, b: Words, run: _Run) -> Aligned | None:
    low, high = _around(a, run[0][0], run[-1][0])
    other_low, other_high = _around(b, run[0][1], run[-1][1])
    codes = LCSseq.opcodes(a.stems[low:high].tolist(), b.stems[other_low:other_high].tolist())
    equal = [(low + c.src_start, other_low + c.dest_start, c.src_end - c.src_start) for c in codes if c.tag == "equal"]
    blocks = _best_part(equal)
    if not blocks:
        return None
    return _measured(a, b, blocks)


def _around(words: Words, first: int, last: int) -> tuple[int, int]:
    """The words from MARGIN before the content word `first` to MARGIN after the seed that begins with `last`."""
    start, end = int(words.content[first]), int(words.content[last + SEED - 1]) + 1
    return max(0, start - MARGIN), min(len(words.stems), end + MARGIN)


def _best_part(blocks: Sequence[_Block]) -> Sequence[_Block]:
    """The blocks (place here, place there, length) in a row that bring most, gaps between them paid for."""
    best, best_sum, first, total = (0, 0), 0.0, 0, 0.0
    for at, (here, there, length) in enumerate(blocks):
        if at > first:
            before = blocks[at - 1]
            gap = max(here - before[0] - before[2], there - before[1] - before[2])
            total -= GAP_COST * gap
        if total <= 0:
            first, total = at, 0.0
        total += length
        if total > best_sum:
            best, best_sum = (first, at + 1), total
    return blocks[best[0] : best[1]]


def _measured(a: Words, b: Words, blocks: Sequence[_Block]) -> Aligned:
    pairs = [(here + k, there + k, length) for here, there, length in blocks for k in range(length)]
    counting = [(i, j, length) for i, j, length in pairs if a.free[i] and b.free[j]]
    (first, other_first, _), (last, other_last, _) = pairs[0], pairs[-1]
    return Aligned(
        Passage(int(a.starts[first]), int(a.ends[last]), int(b.starts[other_first]), int(b.ends[other_last])),
        len(counting),
        sum(length >= VERBATIM for _, _, length in counting),
        sum(1 << i for i, _, _ in counting),
        sum(1 << j for _, j, _ in counting),
        tuple(_changed(blocks)),
    )


def _changed(blocks: Sequence[_Block]) -> Iterator[tuple[int, int]]:
    """Where single words between two blocks stand against as many in the other text."""
    for (here, there, length), (next_here, next_there, _) in pairwise(blocks):
        gap, other = next_here - here - length, next_there - there - length
        if 0 < gap == other <= LONGEST_CHANGE:
            yield from ((here + length + k, there + length + k) for k in range(gap))
