"""Turns a trained network into the files of the package: `python -m training.export WORK OUT`.

Leaves in OUT: `encoder.onnx` (int8), `scores.npz`, `labels.json`, `tokenizer.json`; and in WORK
`fp32/`, the same unquantised, for `training.evaluate` to compare.
"""

import argparse
import json
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.corpora.treebanks import Labels
from training.examples import NAMES, PARTS, TAGS
from training.model import Encoder, Network, Scores
from training.quantised import quantised, ranges
from training.train import configuration, new_network

_ARRAYS = {  # The names that the package reads -> where they are in the network.
    "arc_pair": "arc_pair",
    "arc_head": "arc_head",
    "arc_root": "arc_root",
    "relation_weight": "relation.weight",
    "relation_bias": "relation.bias",
    "relation_root": "root",
    "part_pair": "part_pair",
    "part_word_weight": "part_word.weight",
    "part_word_bias": "part_word.bias",
    "part_distance": "part_distance",
    "part_next": "part_next",
    "refer_to": "refer_to",
    "refer_none": "refer_none",
    "refer_distance": "refer_distance",
    "refer_bias": "refer_bias",
}


_INPUTS = ("ids", "shapes", "starts")


class ByteEmbedding(nn.Module):
    """An embedding with one byte a weight and one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("whole", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.whole[ids].float() * self.scale[ids]


class States(nn.Module):
    """The sentence encoder as one function: the pieces of texts, all as long, to their states."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        states: Tensor = self.encoder(ids, torch.zeros_like(ids), None)
        return states


class Exported(nn.Module):
    """The network as one function: all that the heads take from each word, side by side."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, shapes: Tensor, starts: Tensor) -> Tensor:
        return torch.cat(list(self.network(ids, shapes, starts).values()), -1)


def main() -> None:
    """Reads the command line and exports."""
    parser = argparse.ArgumentParser(description="Exports the trained network.")
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    export(arguments.work, arguments.out)


def load(work: Path) -> tuple[Network, dict[str, Any]]:
    """The trained network, and its treebank labels."""
    labels = json.loads((work / "labels.json").read_text(encoding="utf-8"))
    network = new_network(configuration(), Labels(**labels))
    network.load_state_dict(torch.load(work / "model.pt", weights_only=True))
    return network.eval(), labels


def export(work: Path, out: Path) -> None:
    """Writes both versions."""
    network, labels = load(work)
    plain = work / "fp32"
    out.mkdir(parents=True, exist_ok=True)
    _write(Exported(network), plain / "encoder.onnx", _INPUTS, "words")
    _beside(network, labels, plain, work)
    network.encoder.word = ByteEmbedding(network.encoder.word.weight.detach())
    _write(Exported(network), work / "bytes.onnx", _INPUTS, "words")
    quantise(work / "bytes.onnx", out / "encoder.onnx")
    _beside(network, labels, out, work)


def export_vectors(work: Path, out: Path, texts: Iterable[Sequence[int]]) -> None:
    """Writes the sentence encoder as `training.sentences` left it; `fp32/` in WORK gets it unquantised. `texts`, in
    pieces, are those by which the scales of its activations are fixed."""
    encoder = Encoder(configuration()["encoder"]).eval()
    encoder.load_state_dict(torch.load(work / "vectors.pt", weights_only=True))
    _write(States(encoder).eval(), work / "fp32/vectors.onnx", ("ids",), "states")
    onnx.save(quantised(encoder, ranges(encoder, texts)), out / "vectors.onnx")


def quantise(source: Path, target: Path) -> None:
    """Weights of all matrix products in int8, one scale a column; activations are scaled window by window."""
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        op_types_to_quantize=["MatMul"],
        extra_options={"MatMulConstBOnly": True},
    )
    onnx.checker.check_model(str(target))


def _write(module: nn.Module, path: Path, inputs: tuple[str, ...], output: str) -> None:
    """Exports a module that takes `[1, any]` inputs; its words, where it gives words, are of any number. One that gives
    no words takes any number of texts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    given = tuple(torch.ones(1, 9 if name == "starts" else 24, dtype=torch.long) for name in inputs)
    axes = {name: {1: "words" if name == "starts" else "pieces"} for name in inputs}
    if "starts" in inputs:
        axes[output] = {1: "words"}
    else:
        axes = {name: {0: "texts", 1: "pieces"} for name in (*inputs, output)}
    torch.onnx.export(
        module,
        given,
        str(path),
        input_names=list(inputs),
        output_names=[output],
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def _beside(network: Network, labels: dict[str, Any], folder: Path, work: Path) -> None:
    np.savez(folder / "scores.npz", **_arrays(network.scores))
    one = torch.ones(1, 4, dtype=torch.long)
    columns, start = {}, 0
    for name, found in network(one, one, torch.ones(1, 1, dtype=torch.long)).items():
        columns[name] = (start, start + found.shape[-1])
        start += found.shape[-1]
    told = {**labels, "tags": TAGS, "names": NAMES, "parts": PARTS, "columns": columns}
    (folder / "labels.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    shutil.copy(work / "base/tokenizer.json", folder / "tokenizer.json")


def _arrays(scores: Scores) -> dict[str, np.ndarray]:
    weights = scores.state_dict()
    assert set(weights) == set(_ARRAYS.values())
    return {name: weights[own].numpy() for name, own in _ARRAYS.items()}


if __name__ == "__main__":
    main()
