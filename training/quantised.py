"""The sentence encoder as an ONNX graph in int8 whose activations have fixed scales.

A text's vector then rests on that text alone though many are read at once: a scale taken from what is read, as for the
language model's windows, would let the texts of a batch shift each other. What comes into a product has a few columns
with numbers a hundred times those of the others; they are scaled down first, and their weights up (SmoothQuant, Xiao et
al. 2023), or all others would be told in a few steps."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

from training.model import Encoder, Layer

Range = tuple[Tensor, Tensor]
# Share of a column's range that goes to the weights: of .35, .5, .65, .8 and 1 the nearest to the unquantised vectors.
SMOOTH = 0.8
_CONTRIB = "com.microsoft"  # ONNX Runtime's own operators: products, biases and heads in one go.


def ranges(encoder: Encoder, texts: Iterable[Sequence[int]]) -> dict[str, Range]:
    """The least and the greatest number in each column that comes into a product, by the module's name."""
    found: dict[str, Range] = {}

    def watch(name: str, linear: nn.Linear) -> torch.utils.hooks.RemovableHandle:
        def seen(_: nn.Module, given: tuple[Tensor, ...]) -> None:
            rows = given[0].flatten(0, 1)
            low, high = found.get(name, (torch.zeros(rows.shape[1]), torch.zeros(rows.shape[1])))
            found[name] = torch.minimum(low, rows.amin(0)), torch.maximum(high, rows.amax(0))

        return linear.register_forward_pre_hook(seen)

    hooks = [watch(name, module) for name, module in encoder.named_modules() if isinstance(module, nn.Linear)]
    with torch.inference_mode():
        for ids in texts:
            pieces = torch.tensor([ids])
            encoder(pieces, torch.zeros_like(pieces), None)
    for hook in hooks:
        hook.remove()
    return found


def quantised(encoder: Encoder, seen: Mapping[str, Range]) -> onnx.ModelProto:
    """The graph: `ids`, `[texts, pieces]`, to `states`, `[texts, pieces, width]`. `seen` is what `ranges` gives."""
    graph = _Graph()
    state = graph.embedded(encoder)
    for number, layer in enumerate(encoder.layers):
        assert isinstance(layer, Layer)
        name = f"layers.{number}"
        joint = graph.product(f"{name}.joint", layer.joint, seen, state)
        mixed = graph.product(f"{name}.after", layer.after, seen, graph.attended(name, joint, layer.heads))
        state = graph.normed(f"{name}.norm_after", layer.norm_after, graph.add("Add", [state, mixed]))
        inner = graph.add("Gelu", [graph.product(f"{name}.inner", layer.inner, seen, state)], domain=_CONTRIB)
        fed = graph.product(f"{name}.outer", layer.outer, seen, inner)
        state = graph.normed(f"{name}.norm_outer", layer.norm_outer, graph.add("Add", [state, fed]))
    return graph.model(state)


class _Graph:
    """Nodes and weights of a graph in the making."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[TensorProto] = []

    def add(self, operator: str, given: Sequence[str], domain: str = "", outputs: int = 1, **told: object) -> str:
        """A node; the name of its first output, which the others follow with a number."""
        name = f"{operator}.{len(self.nodes)}"
        names = [name, *(f"{name}.{n}" for n in range(1, outputs))]
        self.nodes.append(helper.make_node(operator, given, names, name=name, domain=domain, **told))
        return name

    def put(self, name: str, values: NDArray[np.generic]) -> str:
        """A weight; its name."""
        self.weights.append(numpy_helper.from_array(values, name))
        return name

    def embedded(self, encoder: Encoder) -> str:
        """Words, a byte a weight and a scale a row; places, to which the shape of all pieces is added; their norm."""
        scale = _scales(encoder.word.weight)
        words = self.put("word", (encoder.word.weight / scale).round().to(torch.int8).numpy())
        word = self.add("Cast", [self.add("Gather", [words, "ids"])], to=TensorProto.FLOAT)
        word = self.add("Mul", [word, self.add("Gather", [self.put("word.scale", scale.numpy()), "ids"])])
        place = self.put("place", (encoder.place.weight + encoder.shape.weight[0]).detach().numpy())
        pieces = self.add("Shape", ["ids"], start=1, end=2)
        first = self.put("first", np.zeros(1, dtype=np.int64))
        placed = self.add("Add", [word, self.add("Slice", [place, first, pieces])])
        return self.normed("norm", encoder.norm, placed)

    def product(self, name: str, linear: nn.Linear, seen: Mapping[str, Range], given: str) -> str:
        """A matrix product with its bias: weights with one scale a column, what comes in with one scale for all."""
        smooth, low, high = _smoothed(linear.weight, seen[name])
        step = np.float32((high - low) / 255)
        by, zero = (
            self.put(f"{name}.by", np.array(step)),
            self.put(f"{name}.zero", np.array(-low / step).round().astype("u1")),
        )
        smaller = self.add("Mul", [given, self.put(f"{name}.smooth", (1 / smooth).numpy())])
        whole = self.add("QuantizeLinear", [smaller, by, zero])
        larger = linear.weight.detach() * smooth
        columns = _scales(larger)
        weight = self.put(f"{name}.weight", (larger / columns).round().to(torch.int8).numpy().T.copy())
        scale = self.put(f"{name}.scale", columns.numpy()[:, 0])
        bias = self.put(f"{name}.bias", linear.bias.detach().numpy())
        return self.add("MatMulIntegerToFloat", [whole, weight, by, scale, zero, "", bias], _CONTRIB)

    def attended(self, name: str, joint: str, heads: int) -> str:
        """What the pieces of each text take from one another."""
        parts = self.add("Split", [joint], outputs=3, axis=2)
        return self.add("MultiHeadAttention", [parts, f"{parts}.1", f"{parts}.2"], _CONTRIB, num_heads=heads)

    def normed(self, name: str, norm: nn.LayerNorm, given: str) -> str:
        """A layer's norm."""
        scale, bias = (self.put(f"{name}.{part}", getattr(norm, part).detach().numpy()) for part in ("weight", "bias"))
        return self.add("LayerNormalization", [given, scale, bias], axis=-1, epsilon=norm.eps)

    def model(self, state: str) -> onnx.ModelProto:
        """The whole, whose output is `state`."""
        self.nodes.append(helper.make_node("Identity", [state], ["states"]))
        ids = helper.make_tensor_value_info("ids", TensorProto.INT64, ["texts", "pieces"])
        states = helper.make_tensor_value_info("states", TensorProto.FLOAT, ["texts", "pieces", None])
        graph = helper.make_graph(self.nodes, "sentences", [ids], [states], self.weights)
        sets = [helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIB, 1)]
        return helper.make_model(graph, opset_imports=sets, ir_version=8)


def _smoothed(weight: Tensor, seen: Range) -> tuple[Tensor, float, float]:
    """By what each column that comes in is divided, and the least and the greatest number that is left."""
    low, high = seen
    size = torch.maximum(-low, high).clamp(min=1e-4)
    smooth = size**SMOOTH / weight.detach().abs().amax(0).clamp(min=1e-4) ** (1 - SMOOTH)
    smooth = smooth / smooth.mean()
    return smooth, (low / smooth).min().item(), (high / smooth).max().item()


def _scales(weight: Tensor) -> Tensor:
    """One step for each row, so that its numbers fit into a signed byte."""
    return weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
