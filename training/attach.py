"""Puts the factuality head into an exported network, whose other outputs stay the same to the bit."""

import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnx import ModelProto, TensorProto, compose, helper
from torch import Tensor, nn

from stemma.language.pieces import Pieces

NAME = "factuality"
_OUTPUT = "words"  # What an exported network gives; `training.export` calls it so.
_BEFORE = f"{_OUTPUT}_before_{NAME}"
_CHECKED = (
    ["Kelsund", "will", "not", "close", "its", "port", ",", "the", "ministry", "said", "."],
    [f"{word}{n}" for n in range(12) for word in ("Nobody", "has", "been", "hurt", ",", "she", "insisted")],
)

Feeds = Mapping[str, np.ndarray]


def layer(number: int) -> str:
    """The name, in an exported network, of the states after so many of the encoder's layers."""
    inside = f"layers.{number - 1}/norm_outer" if number else "norm"
    return f"/network/encoder/{inside}/LayerNormalization_output_0"


def with_layers(path: Path, layers: Sequence[int]) -> Callable[[Feeds], list[np.ndarray]]:
    """The network as a function that gives its states after some layers, each `[1, pieces, width]`."""
    network = onnx.load(str(path))
    names = [layer(number) for number in layers]
    network.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    session = _session(network)
    return lambda feeds: session.run(names, feeds)


def attach(folder: Path, head: nn.Module, layers: Sequence[int]) -> None:
    """Writes the network in `folder` anew with `head` as its last columns, in the place of an earlier one; `head` takes
    the states of words after `layers` and gives `[rows, words, columns]`."""
    path, labels = folder / "encoder.onnx", folder / "labels.json"
    told = json.loads(labels.read_text(encoding="utf-8"))
    told["columns"].pop(NAME, None)
    width = max(stop for _, stop in told["columns"].values())
    before = _without_head(onnx.load(str(path)), width)
    after = _joined(before, _exported(head, len(layers)), layers)
    _check(before, after, Pieces(folder / "tokenizer.json"))
    onnx.save(after, str(path))
    told["columns"][NAME] = (width, _size(after).dim_value)
    labels.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


class _Placed(nn.Module):
    """The head over the states of pieces: a word is its first piece."""

    def __init__(self, head: nn.Module) -> None:
        super().__init__()
        self.head = head

    def forward(self, starts: Tensor, *layers: Tensor) -> Tensor:
        return self.head(*(states[:, starts[0]] for states in layers))


def _exported(head: nn.Module, layers: int) -> ModelProto:
    names = ["starts", *(f"layer{n}" for n in range(layers))]
    states = tuple(torch.zeros(1, 24, 384) for _ in range(layers))
    file = io.BytesIO()
    torch.onnx.export(
        _Placed(head).eval(),
        (torch.arange(9)[None], *states),
        file,
        input_names=names,
        output_names=[NAME],
        dynamic_axes={name: {1: "words" if name in ("starts", NAME) else "pieces"} for name in [*names, NAME]},
        opset_version=17,
        dynamo=False,
    )
    return onnx.load_from_string(file.getvalue())


def _joined(before: ModelProto, head: ModelProto, layers: Sequence[int]) -> ModelProto:
    """One network of both: the head reads the other's layers, and its columns follow the other's."""
    network = ModelProto()
    network.CopyFrom(before)
    added = compose.add_prefix(head, f"{NAME}/").graph
    given = {f"{NAME}/layer{n}": layer(number) for n, number in enumerate(layers)} | {f"{NAME}/starts": "starts"}
    for node in added.node:
        node.input[:] = [given.get(name, name) for name in node.input]
    for node in network.graph.node:
        node.output[:] = [_BEFORE if name == _OUTPUT else name for name in node.output]
    both = [_BEFORE, f"{NAME}/{NAME}"]
    network.graph.node.extend([*added.node, helper.make_node("Concat", both, [_OUTPUT], f"{NAME}/beside", axis=2)])
    network.graph.initializer.extend(added.initializer)
    _size(network).dim_value += _size(head).dim_value
    onnx.checker.check_model(network)
    return network


def _without_head(network: ModelProto, width: int) -> ModelProto:
    """The network without an earlier head: `width` columns are its own."""
    found = ModelProto()
    found.CopyFrom(network)
    graph = found.graph
    del graph.node[:], graph.initializer[:]
    graph.node.extend(node for node in network.graph.node if not node.name.startswith(f"{NAME}/"))
    graph.initializer.extend(each for each in network.graph.initializer if not each.name.startswith(f"{NAME}/"))
    for node in graph.node:
        node.output[:] = [_OUTPUT if name == _BEFORE else name for name in node.output]
    _size(found).dim_value = width
    return found


def _size(network: ModelProto) -> Any:
    """The number of columns that a network says it gives."""
    return network.graph.output[0].type.tensor_type.shape.dim[2]


def _check(before: ModelProto, after: ModelProto, pieces: Pieces) -> None:
    """Raises AssertionError where the network gives anything else in its own columns than it gave before."""
    sessions = [_session(before), _session(after)]
    for words in _CHECKED:
        encoded = pieces.encode(words, [place == 0 for place in range(len(words))])
        feeds = {name: np.array([getattr(encoded, name)], dtype=np.int64) for name in ("ids", "shapes", "starts")}
        plain, more = (session.run([_OUTPUT], feeds)[0] for session in sessions)
        assert np.array_equal(plain, more[:, :, : plain.shape[2]])
        assert np.isfinite(more).all()


def _session(network: ModelProto) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(network.SerializeToString(), options, providers=["CPUExecutionProvider"])
