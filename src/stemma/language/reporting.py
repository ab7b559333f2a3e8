"""Whole attributions from the network: for each cue, whose words, and which.

A cue is found by its tag; then every word's part in that cue's attribution is scored against the cue and decoded as
one sequence (a linear-chain CRF, Lafferty et al. 2001). The corpus that taught this marks the outermost attribution
only, so what stands inside somebody's words is read once more by itself, as if it were the whole text.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.language.distances import buckets
from stemma.language.network import Array, Network, Reading, Words
from stemma.language.spans import softmax

REACH = 150
"""Words to either side of a cue that can belong to it."""

CUE = 0.55
"""Chance from which a word opens a cue."""

TAG = 0.5
"""How much a word's own tag, read without regard to any cue, counts in its part: in log odds, bounded by SUREST."""

SUREST = 6.0

OTHERS = 4.0
"""How much less a cue may claim of another sentence that has a cue of its own: where each sentence reports what
somebody said, all of them fit all of the cues."""

_HIDDEN = -1e4  # Added to what must not be chosen.
_NONE, _SOURCE, _CUE, _CONTENT = range(4)
_SHORTEST = 3  # Words of content that can hold an attribution of its own: "it was closed" cannot, "Ana said no" can.


@dataclass(frozen=True, slots=True)
class Reporting:
    """One attribution by words of the text, each in order: source (may be empty), cue and content. `inside` is the
    number of the attribution in whose content it stands; `sure` the chance of its cue."""

    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    sure: float
    inside: int | None = None


def reportings(
    network: Network, reading: Reading, text: Words, openers: frozenset[str] = frozenset()
) -> list[Reporting]:
    """All attributions, an outer one before those inside it. `openers` are the lower-case words that can open a cue:
    content without one of them is not read again."""
    found = outermost(network, reading)
    place = 0
    while place < len(found):
        outer = found[place]
        if len(outer.content) >= _SHORTEST and any(text.words[n].lower() in openers for n in outer.content):
            found.extend(_inner(network, text, outer, place, found))
        place += 1
    return found


def _inner(network: Network, text: Words, outer: Reporting, number: int, known: Sequence[Reporting]) -> list[Reporting]:
    """The attributions in the content of one, read by itself."""
    at = outer.content
    cues = {each.cue[0] for each in known}
    breaks = [n == 0 or at[n] != at[n - 1] + 1 or text.breaks[at[n]] for n in range(len(at))]
    stops = {*text.ends}
    ends = [n + 1 for n in range(len(at)) if at[n] + 1 in stops or n + 1 == len(at) or at[n + 1] != at[n] + 1]
    part = Words([text.words[n] for n in at], breaks, ends)
    found = outermost(network, network.read(part))
    return [moved(e, at, number) for e in found if at[e.cue[0]] not in cues and len(e.content) < len(at)]


def moved(found: Reporting, at: Sequence[int], inside: int | None) -> Reporting:
    """The attribution over the words of a larger text, where word n stands as word `at[n]`."""
    source, cue, content = (tuple(at[n] for n in words) for words in (found.source, found.cue, found.content))
    return Reporting(source, cue, content, found.sure, inside)


def outermost(network: Network, reading: Reading) -> list[Reporting]:
    """The attributions of a text by itself. None stands inside another, so a word is content of one of them at most."""
    chances = softmax(reading.states["tags"])[:, network.labels["tags"].index("B-Cue")]
    anchors = np.flatnonzero(chances > CUE)
    if not len(anchors):
        return []
    reach = np.arange(-REACH, REACH + 1)
    at = anchors[:, None] + reach[None, :]
    held = (at >= reading.first[anchors][:, None]) & (at < reading.last[anchors][:, None])
    logits = _part_scores(network, reading, anchors, reach)
    labels = viterbi(logits, held, network.scores["part_next"])
    losers = _settle(logits, (held & (labels == _CONTENT)), at)
    labels[losers] = viterbi(logits[losers], held[losers], network.scores["part_next"])
    found = []
    for anchor, row, words in zip(anchors.tolist(), np.where(held, labels, _NONE), at, strict=True):
        content = tuple(words[row == _CONTENT].tolist())
        if content:
            cue = _nearest(words[row == _CUE], anchor) or (anchor,)
            found.append(Reporting(_nearest(words[row == _SOURCE], anchor), cue, content, float(chances[anchor])))
    return found


def _settle(logits: Array, chosen: NDArray[np.bool_], at: NDArray[np.int64]) -> list[int]:
    """Hides contested content, in `logits`, from all cues but the one that claims it most: stretch by stretch, where
    the same cues want each word, so that no content is torn. Returns the cues that lost something.

    `chosen` are the words that each cue would have, `at` their numbers: `[cues, reach]`."""
    wanting: dict[int, list[int]] = defaultdict(list)
    for cue, place in np.argwhere(chosen).tolist():
        wanting[int(at[cue, place])].append(cue)
    claim = logits[:, :, _CONTENT] - logits[:, :, _NONE]
    stretches: list[list[int]] = []
    for word in sorted(word for word, cues in wanting.items() if len(cues) > 1):
        if stretches and stretches[-1][-1] == word - 1 and wanting[word] == wanting[word - 1]:
            stretches[-1].append(word)
        else:
            stretches.append([word])
    losers: set[int] = set()
    for words in stretches:
        cues = wanting[words[0]]
        columns = {cue: np.array(words) - at[cue, 0] for cue in cues}
        winner = max(cues, key=lambda cue: claim[cue, columns[cue]].sum())
        for cue in cues:
            if cue != winner:
                logits[cue, columns[cue], _CONTENT] = _HIDDEN
                losers.add(cue)
    return sorted(losers)


def _nearest(places: NDArray[np.int64], anchor: int) -> tuple[int, ...]:
    """The run of chosen words nearest to the anchor: a source and a cue are one stretch each (in all but nine of
    19,900 attributions of the corpus)."""
    if not len(places):
        return ()
    runs = np.split(places, np.flatnonzero(np.diff(places) > 1) + 1)
    best = min(runs, key=lambda run: (max(run[0] - anchor, anchor - run[-1], 0), run[0]))
    return tuple(best.tolist())


def _part_scores(network: Network, reading: Reading, anchors: NDArray[np.int64], reach: NDArray[np.int64]) -> Array:
    """How well each part suits the words around each cue, as they were read with it: `[cues, reach, parts]`. What lies
    outside a cue's reach is never scored, so that a long text costs by its length."""
    scores = network.scores
    rows = np.clip(reading.row[anchors][:, None] + reach[None, :], 0, len(reading.whole) - 1)
    keys = np.einsum("kd,pde->kpe", reading.states["attribution_cue"][anchors], scores["part_pair"], optimize=True)
    plain = reading.whole @ scores["part_word_weight"].T + scores["part_word_bias"]
    pairs = np.matmul(reading.whole[rows], keys.transpose(0, 2, 1))
    found: Array = (pairs + plain[rows] + scores["part_distance"][buckets(reach)][None]).astype(np.float32)
    at = np.clip(anchors[:, None] + reach[None, :], 0, len(reading.row) - 1)
    found[:, :, 1:] += TAG * _tag_odds(reading.states["tags"])[at]
    strange = reading.sentence[at] != reading.sentence[anchors][:, None]
    found[:, :, _CONTENT] -= OTHERS * (strange & np.isin(reading.sentence[at], reading.sentence[anchors]))
    return found


def _tag_odds(logits: Array) -> Array:
    """The log odds of source, cue and content against none by each word's tag: `[words, 3]`."""
    chances = softmax(logits)
    odds: Array = np.log(chances[:, 1::2] + chances[:, 2::2] + 1e-6) - np.log(chances[:, :1] + 1e-6)
    return odds.clip(-SUREST, SUREST)


def viterbi(logits: Array, held: NDArray[np.bool_], following: Array) -> NDArray[np.int64]:
    """The best label sequences: `logits` `[rows, steps, labels]`; a step that is not `held` changes nothing. Held
    steps are one stretch in each row."""
    rows, steps, labels = logits.shape
    total = np.where(held[:, 0, None], logits[:, 0], 0).astype(np.float32)
    back = np.tile(np.arange(labels), (rows, steps, 1))
    for step in range(1, steps):
        both = held[:, step] & held[:, step - 1]
        moved = total[:, :, None] + following[None]
        came = moved.argmax(1)
        new = np.where(both[:, None], moved.max(1), total) + logits[:, step]
        total = np.where(held[:, step, None], new, total)
        back[:, step] = np.where(both[:, None], came, back[:, step])
    best = np.zeros((rows, steps), dtype=np.int64)
    best[:, -1] = total.argmax(1)
    for step in range(steps - 1, 0, -1):
        best[:, step - 1] = back[np.arange(rows), step, best[:, step]]
    return best
