"""Sentence vectors: short texts as points, near where they mean alike.

The encoder is MiniLM-L6 as all-MiniLM-L6-v2 publishes it, untouched but for int8; a text is the mean of its pieces'
states, brought to length 1 (Reimers and Gurevych 2019).
"""

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


def vectors(texts: Sequence[str], folder: Path = WEIGHTS) -> NDArray[np.float32]:
    """One row a text, `[texts, WIDTH]`, each of length 1: the dot product of two rows is their cosine.

    A text's row rests on that text alone, not on what else is read with it. `folder` holds the encoder."""
    found = np.zeros((len(texts), WIDTH), dtype=np.float32)
    tokenizer, model = encoder(folder)
    for row, text in enumerate(texts):
        found[row] = model.run(None, {"ids": np.array([tokenizer.encode(text).ids], dtype=np.int64)})[0][0]
    return found


@cache
def encoder(folder: Path = WEIGHTS) -> tuple[Tokenizer, Any]:
    """The encoder in `folder` and its tokenizer, loaded once a process."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.enable_truncation(_MOST)
    tokenizer.no_padding()
    return tokenizer, session(folder / "vectors.onnx")
