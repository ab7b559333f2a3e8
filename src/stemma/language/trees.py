"""Part of speech and dependency trees from what the network takes from each word."""

from collections.abc import Mapping, Sequence

import networkx
import numpy as np
from numpy.typing import NDArray

from stemma.language.network import Array, Network


def trees(network: Network, states: Mapping[str, Array], ends: Sequence[int]) -> tuple[list[int], list[str]]:
    """Each word's head (a word of the text; itself for a root) and the relation to it, sentence by sentence.

    Deep biaffine scores (Dozat and Manning 2017); where the best heads are no tree with one root, the maximum
    spanning arborescence (Edmonds 1967) is taken."""
    heads: list[int] = []
    first = 0
    for last in ends:
        heads.extend(first + head if head >= 0 else -1 for head in _heads(network, states, first, last))
        first = last
    return _resolved(heads), _relations(network, states, heads)


def _heads(network: Network, states: Mapping[str, Array], first: int, last: int) -> list[int]:
    """Heads within one sentence, counted from its first word; -1 is the root."""
    words, others = states["arc_word"][first:last], states["arc_head"][first:last]
    scores = network.scores
    pairs = words @ scores["arc_pair"] @ others.T + others @ scores["arc_head"]
    np.fill_diagonal(pairs, -np.inf)
    table = np.concatenate(((words @ scores["arc_root"])[:, None], pairs), 1)
    best = table.argmax(1) - 1
    if (best == -1).sum() == 1 and not _has_loop(best):
        return [int(head) for head in best]
    return _arborescence(table)


def _has_loop(heads: NDArray[np.int64]) -> bool:
    place = np.arange(len(heads))
    for _ in range(max(1, int(np.ceil(np.log2(len(heads) + 1)))) + 1):  # after n doublings, 2^n steps up
        place = np.where(place < 0, -1, heads[place])
        heads = np.where(heads < 0, -1, heads[heads])
    return bool((place >= 0).any())


def _arborescence(table: Array) -> list[int]:
    """The best tree with one root, that word whose place at the root costs the others least."""
    table = table - table.max(1, keepdims=True)
    root = int(table[:, 0].argmax())
    graph: networkx.DiGraph[int] = networkx.DiGraph()
    graph.add_nodes_from(range(len(table)))
    for word, row in enumerate(table):
        if word != root:
            best = np.argsort(-row[1:], kind="stable")[:8]  # more never matters in practice, and all are slow
            graph.add_weighted_edges_from((int(h), word, float(row[h + 1]) + 1e3) for h in {*best, root} - {word})
    tree = networkx.maximum_spanning_arborescence(graph, preserve_attrs=False)
    heads = [-1] * len(table)
    for head, word in tree.edges:
        heads[word] = head
    return heads


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
