"""Part of speech and dependency trees from what the network takes from each word."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.language.network import Array, Network

LONGEST = 400
"""Words that are parsed together. What goes on longer without an end is no sentence, and its parts hang on the root of
the first: the cost of a tree grows with the square of its words and more."""


def trees(network: Network, states: Mapping[str, Array], ends: Sequence[int]) -> tuple[list[int], list[str]]:
    """Each word's head (a word of the text; itself for a root) and the relation to it, sentence by sentence.

    Deep biaffine scores (Dozat and Manning 2017); where the best heads are no tree with one root, the maximum
    spanning arborescence (Edmonds 1967) is taken."""
    heads: list[int] = []
    first = 0
    for last in ends:
        top: int | None = None
        for start in range(first, last, LONGEST):
            part = _heads(network, states, start, min(last, start + LONGEST))
            root = start + part.index(-1)
            heads.extend(start + head if head >= 0 else -1 if top is None else top for head in part)
            top = root if top is None else top
        first = last
    return _resolved(heads), _relations(network, states, heads)


def _heads(network: Network, states: Mapping[str, Array], first: int, last: int) -> list[int]:
    """Heads within one sentence, counted from its first word; -1 is the root."""
    words, others = states["arc_word"][first:last], states["arc_head"][first:last]
    scores = network.scores
    pairs = words @ scores["arc_pair"] @ others.T + others @ scores["arc_head"]
    np.fill_diagonal(pairs, -np.inf)
    table = np.concatenate(((words @ scores["arc_root"])[:, None], pairs), 1)
    return _arborescence(table)


def _arborescence(table: Array) -> list[int]:
    """The best tree with one root: that word whose place at the root costs the others least."""
    root = int((table[:, 0] - table.max(1)).argmax())
    heads = spanning_tree(table[:, 1:], root)
    heads[root] = -1
    return [int(head) for head in heads]


def spanning_tree(scores: Array, root: int) -> NDArray[np.int64]:
    """The head of each word in the tree of the highest score under `root`, which is its own head; `scores` is
    `[words, heads]`. A loop of best heads becomes one word until the rest is settled (Chu and Liu 1965, Edmonds
    1967)."""
    heads: NDArray[np.int64] = scores.argmax(1)
    heads[root] = root
    loop = _loop(heads, root)
    if not len(loop):
        return heads
    rest = np.setdiff1d(np.arange(len(heads)), loop)
    into = scores[np.ix_(loop, rest)] - scores[loop, heads[loop]][:, None]  # what breaking the loop there costs
    out = scores[np.ix_(rest, loop)]
    smaller = np.full((len(rest) + 1, len(rest) + 1), -np.inf, dtype=scores.dtype)
    smaller[:-1, :-1], smaller[-1, :-1], smaller[:-1, -1] = scores[np.ix_(rest, rest)], into.max(0), out.max(1)
    settled = spanning_tree(smaller, int(np.searchsorted(rest, root)))
    inside = loop[out.argmax(1)]
    heads[rest] = np.where(settled[:-1] < len(rest), rest[np.minimum(settled[:-1], len(rest) - 1)], inside)
    heads[loop[into.argmax(0)[settled[-1]]]] = rest[settled[-1]]
    heads[root] = root
    return heads


def _loop(heads: NDArray[np.int64], root: int) -> NDArray[np.int64]:
    """The words of one loop among heads; none where all lead to the root."""
    up = heads.copy()
    for _ in range(len(heads).bit_length()):  # after n doublings, 2^n steps up
        up = up[up]
    lost: NDArray[np.int64] = np.flatnonzero(up != root)
    if not len(lost):
        return lost
    loop = [int(up[lost[0]])]
    while (following := int(heads[loop[-1]])) != loop[0]:
        loop.append(following)
    return np.sort(np.array(loop))


def _resolved(heads: Sequence[int]) -> list[int]:
    return [word if head < 0 else head for word, head in enumerate(heads)]


def _relations(network: Network, states: Mapping[str, Array], heads: Sequence[int]) -> list[str]:
    scores = network.scores
    whole = np.concatenate((states["relation_head"], scores["relation_root"][None]))
    both = states["relation_word"] + whole[list(heads)]  # -1 is the last row: the root
    logits = gelu(both) @ scores["relation_weight"].T + scores["relation_bias"]
    names = network.labels["relations"]
    rooted = names.index("root")
    logits[:, rooted] = np.where(np.array(heads) < 0, np.inf, -np.inf)
    return [names[n] for n in logits.argmax(1)]


def gelu(x: Array) -> Array:
    """The Gaussian error linear unit (Hendrycks and Gimpel 2016), by the error function as in training."""
    bent: Array = (x * 0.5 * (1 + _erf(x / np.float32(np.sqrt(2))))).astype(np.float32)
    return bent


def _erf(x: Array) -> Array:
    """Abramowitz and Stegun 7.1.26, off by at most 1.5e-7."""
    sign, x = np.sign(x), np.abs(x)
    t = 1 / (1 + 0.3275911 * x)
    poly = ((((1.061405429 * t - 1.453152027) * t) + 1.421413741) * t - 0.284496736) * t + 0.254829592
    value: Array = (sign * (1 - poly * t * np.exp(-x * x))).astype(np.float32)
    return value
