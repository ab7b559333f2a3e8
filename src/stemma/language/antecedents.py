"""What a pronoun or a common noun refers back to, word by word (Dobrovolskii 2021)."""

from collections.abc import Mapping, Sequence

import numpy as np

from stemma.language.distances import buckets
from stemma.language.network import Array, Network
from stemma.language.spans import softmax


def antecedents(
    network: Network, states: Mapping[str, Array], words: Sequence[int], candidates: Sequence[int]
) -> Array:
    """The chance that each of `words` refers to what each of `candidates` stands for: `[words, 1 + candidates]`, the
    first column for nothing in the text. A word's chances add up to 1; it never refers to itself."""
    if not len(words):
        return np.zeros((0, 1 + len(candidates)), dtype=np.float32)
    scores = network.scores
    mine, others = states["reference_word"][list(words)], states["reference_to"][list(candidates)]
    distance = np.array(words)[:, None] - np.array(candidates, dtype=np.int64)[None, :]
    pairs = mine @ others.T / np.float32(np.sqrt(mine.shape[1])) + others @ scores["refer_to"]
    pairs = np.where(distance == 0, -1e4, pairs + scores["refer_distance"][buckets(distance)])
    nothing = mine @ scores["refer_none"] + scores["refer_bias"]
    return softmax(np.concatenate((nothing[:, None], pairs), 1).astype(np.float32))
