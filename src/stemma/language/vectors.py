"""Sentence vectors: short texts as points, near where they mean alike.

The encoder is MiniLM-L6, from the weights that all-MiniLM-L6-v2 publishes; a text is the mean of its pieces' states,
brought to length 1 (Reimers and Gurevych 2019). The mean is taken here: the encoder's own adds the pieces of many texts
in another order than those of one.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from stemma.language.network import WEIGHTS, session

WIDTH = 384
_MOST = 256  # Pieces of a text that are read: the length that the encoder was trained for.
_TOGETHER = 512  # Pieces that are read at once: more are no faster, and take memory.


def vectors(texts: Sequence[str], folder: Path = WEIGHTS) -> NDArray[np.float32]:
    """One row a text, `[texts, WIDTH]`, each of length 1: the dot product of two rows is their cosine.

    Texts of one length are read together, for speed. A text's row rests on that text alone all the same: the encoder's
    numbers are on fixed scales, and nothing is filled up. `folder` holds the encoder."""
    found = np.zeros((len(texts), WIDTH), dtype=np.float32)
    tokenizer, model = encoder(folder)
    ids = [tokenizer.encode(text).ids for text in texts]
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for row, pieces in enumerate(ids):
        alike[len(pieces)].append(row)
    for length, rows in alike.items():
        size = max(1, _TOGETHER // length)
        for some in (rows[at : at + size] for at in range(0, len(rows), size)):
            states = model.run(None, {"ids": np.array([ids[row] for row in some], dtype=np.int64)})[0]
            mean = states.mean(axis=1)
            found[some] = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    return found


@cache
def encoder(folder: Path = WEIGHTS) -> tuple[Tokenizer, Any]:
    """The encoder in `folder` and its tokenizer, loaded once a process."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(_MOST)
    tokenizer.no_padding()
    return tokenizer, session(folder / "vectors.onnx")
