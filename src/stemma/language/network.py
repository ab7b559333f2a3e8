"""The trained network at run time: pieces in, what every head takes from each word out. No PyTorch.

How it was made stands in `training/`, what it can do in `weights/MODEL_CARD.md`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stemma.language.pieces import Encoded, Pieces
from stemma.language.windows import cut

Array = NDArray[np.float32]
WEIGHTS = Path(__file__).with_name("weights")


@dataclass(frozen=True, slots=True)
class Words:
    """A text as the network reads it: its words, whether a line begins at each, and where its sentences end."""

    words: Sequence[str]
    breaks: Sequence[bool]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network takes from a text: of each word, where it has most text around it, and its window there.

    `states` is name -> `[words, width]`. Words are trained to be scored against words of their own window: `whole` has
    what `attribution_word` gives for all windows one after another, `[rows, width]`; word n was taken from row
    `row[n]`, and read together with the words `[first[n], last[n])`. It stands in the sentence `sentence[n]`."""

    states: Mapping[str, Array]
    whole: Array
    row: NDArray[np.int64]
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    sentence: NDArray[np.int64]


class Network:
    """A network with the weights of its pair scores (`scores`) and the names of its labels (`labels`)."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """`folder` holds the network, `scores.npz`, `labels.json` and `tokenizer.json`. Raises what the libraries
        raise where one of them is missing."""
        self.folder = folder
        self._session = session(folder / "encoder.onnx")
        with np.load(folder / "scores.npz") as arrays:
            self.scores: Mapping[str, Array] = {name: arrays[name] for name in arrays.files}
        self.labels: Mapping[str, Any] = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
        self.pieces = Pieces(folder / "tokenizer.json")

    def read(self, text: Words) -> Reading:
        """What each head takes from each word.

        A long text is read in overlapping windows, one at a time. So the outcome rests on the text alone, not on what
        else is read with it."""
        windows = cut([len(self.pieces.word(word)) for word in text.words], text.ends)
        columns = self.labels["columns"]
        found = np.zeros((len(text.words), max(stop for _, stop in columns.values())), dtype=np.float32)
        row, first, last = (np.zeros(len(text.words), dtype=np.int64) for _ in range(3))
        whole: list[Array] = []
        rows = 0
        for window in windows:
            part = slice(window.first, window.last)
            states = self._run(self.pieces.encode(text.words[part], text.breaks[part]))
            kept = slice(window.keep_first, window.keep_last)
            found[kept] = states[window.keep_first - window.first : window.keep_last - window.first]
            row[kept] = rows + np.arange(window.keep_first - window.first, window.keep_last - window.first)
            first[kept], last[kept] = window.first, window.last
            whole.append(states[:, slice(*columns["attribution_word"])])
            rows += len(states)
        by_name = {name: found[:, start:stop] for name, (start, stop) in columns.items()}
        sentence = np.searchsorted(np.array(text.ends), np.arange(len(text.words)), side="right")
        return Reading(by_name, np.concatenate(whole) if whole else found, row, first, last, sentence)

    def _run(self, encoded: Encoded) -> Array:
        feeds = {
            "ids": np.array([encoded.ids], dtype=np.int64),
            "shapes": np.array([encoded.shapes], dtype=np.int64),
            "starts": np.array([encoded.starts], dtype=np.int64),
        }
        states: Array = self._session.run(None, feeds)[0][0]
        return states


def session(path: Path) -> Any:
    """An ONNX network on one thread: reports are spread over processes, and sums keep one order on every machine."""
    import onnxruntime  # noqa: PLC0415  (a third of a second: help must not wait for it)
    import threadpoolctl  # noqa: PLC0415

    threadpoolctl.threadpool_limits(1, user_api="blas")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@cache
def shipped() -> Network:
    """The network of the package, loaded once a process."""
    return Network()
