"""The network: one encoder, and what each head takes from a word.

The encoder is BERT's (Devlin et al. 2019) in the size of MiniLM-L6 (Wang et al. 2020), with an embedding of each
word's shape added to its pieces. A word is its first piece. Every head but the plain classifiers works on pairs of
words, by projections that are made here once a word and scored outside the network:

    arcs, relations   deep biaffine parsing (Dozat and Manning 2017), relations by a perceptron over both words
    attributions      for each cue, every word's part in it, decoded by a linear-chain CRF (Lafferty et al. 2001)
    coreference       word-level antecedents (Dobrovolskii 2021)
"""

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from stemma.language import distances
from stemma.language.distances import DISTANCES
from stemma.language.pieces import SHAPES
from training.examples import NAMES, PARTS, TAGS

Config = dict[str, Any]
HIDDEN = -1e4  # The score of what must not be chosen; float16 and bfloat16 hold it.


@dataclass(frozen=True, slots=True)
class Sizes:
    """The numbers of labels that the treebanks decide."""

    upos: int
    xpos: int
    relations: int


def buckets(distance: Tensor) -> Tensor:
    """The bucket of each signed distance (words), as the package counts them."""
    return torch.from_numpy(distances.buckets(distance.numpy()))


class Dropout(nn.Module):
    """Hides single numbers while training (Srivastava et al. 2014). A byte of noise for each, many drawn at once: on a
    processor PyTorch's own draws one number at a time, and takes a tenth of the training's time to do so."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.below = round(256 * rate)

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.below:
            return x
        noise = torch.randint(-(2**63), 2**63 - 1, ((x.numel() + 7) // 8,)).view(torch.uint8)[: x.numel()]
        return x * (noise >= self.below).view(x.shape).to(x.dtype) * (256 / (256 - self.below))


class Layer(nn.Module):
    """One transformer layer, normalised after each half."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        width = config["width"]
        self.heads, self.dropout = config["heads"], Dropout(config["dropout"])
        self.joint = nn.Linear(width, 3 * width)
        self.after = nn.Linear(width, width)
        self.norm_after = nn.LayerNorm(width, eps=1e-12)
        self.inner = nn.Linear(width, config["inner"])
        self.outer = nn.Linear(config["inner"], width)
        self.norm_outer = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        rows, pieces, width = x.shape
        query, key, value = self.joint(x).view(rows, pieces, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        likeness = (query / math.sqrt(width // self.heads)) @ key.transpose(-1, -2)
        if mask is not None:  # as exported, one window at a time has nothing to hide
            likeness = likeness + mask
        mixed = torch.softmax(likeness, -1, dtype=likeness.dtype) @ value
        mixed = self.after(mixed.transpose(1, 2).reshape(rows, pieces, width))
        x = self.norm_after(x + self.dropout(mixed))
        fed = self.outer(functional.gelu(self.inner(x)))
        return self.norm_outer(x + self.dropout(fed))


class Encoder(nn.Module):
    """Pieces and shapes to states, `[rows, pieces]` to `[rows, pieces, width]`."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        width = config["width"]
        self.word = nn.Embedding(30522, width)
        self.place = nn.Embedding(512, width)
        self.shape = nn.Embedding(SHAPES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = Dropout(config["dropout"])
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["layers"]))

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None) -> Tensor:
        x = self.word(ids) + self.shape(shapes) + self.place.weight[: ids.shape[1]]
        x = self.dropout(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, path: Path) -> None:
        """Takes the published weights; the shape embedding begins as nothing."""
        published = load_file(path)
        nn.init.zeros_(self.shape.weight)
        with torch.no_grad():
            self.word.weight.copy_(published["embeddings.word_embeddings.weight"])
            kind = published["embeddings.token_type_embeddings.weight"][0]
            self.place.weight.copy_(published["embeddings.position_embeddings.weight"] + kind)
            _copy(self.norm, published, "embeddings.LayerNorm")
            for n, layer in enumerate(self.layers):
                base = f"encoder.layer.{n}"
                for each in ("weight", "bias"):
                    parts = [published[f"{base}.attention.self.{p}.{each}"] for p in ("query", "key", "value")]
                    getattr(layer.joint, each).copy_(torch.cat(parts))
                _copy(layer.after, published, f"{base}.attention.output.dense")
                _copy(layer.norm_after, published, f"{base}.attention.output.LayerNorm")
                _copy(layer.inner, published, f"{base}.intermediate.dense")
                _copy(layer.outer, published, f"{base}.output.dense")
                _copy(layer.norm_outer, published, f"{base}.output.LayerNorm")


def _copy(module: nn.Module, published: dict[str, Tensor], name: str) -> None:
    for each in ("weight", "bias"):
        getattr(module, each).copy_(published[f"{name}.{each}"])


class Projections(nn.Module):
    """What the heads take from each word. Its output is all that the exported network gives."""

    def __init__(self, config: Config, sizes: Sizes) -> None:
        super().__init__()
        width, wide = config["encoder"]["width"], config["projections"]
        self.dropout = Dropout(config["encoder"]["dropout"])
        self.plain = nn.ModuleDict(
            {
                "tags": nn.Linear(width, len(TAGS)),
                "names": nn.Linear(width, len(NAMES)),
                "upos": nn.Linear(width, sizes.upos),
                "xpos": nn.Linear(width, sizes.xpos),
            }
        )
        self.curved = nn.ModuleDict(
            {
                "arc_word": nn.Linear(width, wide["arc"]),
                "arc_head": nn.Linear(width, wide["arc"]),
                "attribution_word": nn.Linear(width, wide["attribution"]),
                "attribution_cue": nn.Linear(width, wide["attribution"]),
                "reference_word": nn.Linear(width, wide["coreference"]),
                "reference_to": nn.Linear(width, wide["coreference"]),
            }
        )
        self.straight = nn.ModuleDict(
            {
                "relation_word": nn.Linear(width, wide["relation"]),
                "relation_head": nn.Linear(width, wide["relation"]),
            }
        )

    def forward(self, words: Tensor) -> dict[str, Tensor]:
        words = self.dropout(words)
        found = {name: layer(words) for name, layer in self.plain.items()}
        for name, layer in self.curved.items():
            found[name] = self.dropout(functional.gelu(layer(words)))
        found.update({name: layer(words) for name, layer in self.straight.items()})
        return found


class Scores(nn.Module):
    """The weights that score pairs of words. Exported as plain arrays."""

    def __init__(self, config: Config, sizes: Sizes) -> None:
        super().__init__()
        wide = config["projections"]
        arc, cue, refer = wide["arc"], wide["attribution"], wide["coreference"]
        self.arc_pair = nn.Parameter(torch.zeros(arc, arc))
        self.arc_head = nn.Parameter(torch.zeros(arc))
        self.arc_root = nn.Parameter(torch.zeros(arc))
        self.relation = nn.Linear(wide["relation"], sizes.relations)
        self.root = nn.Parameter(torch.zeros(wide["relation"]))
        self.part_pair = nn.Parameter(torch.zeros(len(PARTS), cue, cue))
        self.part_word = nn.Linear(cue, len(PARTS))
        self.part_distance = nn.Parameter(torch.zeros(DISTANCES, len(PARTS)))
        self.part_next = nn.Parameter(torch.zeros(len(PARTS), len(PARTS)))
        self.refer_to = nn.Parameter(torch.zeros(refer))
        self.refer_none = nn.Parameter(torch.zeros(refer))
        self.refer_distance = nn.Parameter(torch.zeros(DISTANCES))
        self.refer_bias = nn.Parameter(torch.zeros(1))
        for pair in (self.arc_pair, self.part_pair):
            nn.init.normal_(pair, std=1 / pair.shape[-1])

    def arcs(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores `[rows, words, 1 + words]` of each word's head; the first column is the root."""
        pairs = words @ self.arc_pair @ heads.transpose(1, 2) + (heads @ self.arc_head)[:, None, :]
        return torch.cat(((words @ self.arc_root)[:, :, None], pairs), 2)

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores `[..., relations]` of the label between words and their heads."""
        return self.relation(functional.gelu(words + heads))

    def parts(self, words: Tensor, cues: Tensor, distance: Tensor) -> Tensor:
        """Scores `[cues, words, parts]`: `words` is `[cues, words, width]`, `cues` `[cues, width]`."""
        pairs = torch.einsum("kd,pde,kwe->kwp", cues, self.part_pair, words)
        return pairs + self.part_word(words) + self.part_distance[buckets(distance)]

    def references(self, words: Tensor, others: Tensor, distance: Tensor) -> Tensor:
        """Scores `[words, 1 + others]` of what each word refers to; the first column is nothing."""
        pairs = words @ others.T / math.sqrt(words.shape[-1]) + (others @ self.refer_to)[None, :]
        pairs = pairs + self.refer_distance[buckets(distance)]
        return torch.cat(((words @ self.refer_none + self.refer_bias)[:, None], pairs), 1)


class Network(nn.Module):
    """Encoder, projections and scores together."""

    def __init__(self, config: Config, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder(config["encoder"])
        self.projections = Projections(config, sizes)
        self.scores = Scores(config, sizes)

    def forward(self, ids: Tensor, shapes: Tensor, starts: Tensor, mask: Tensor | None = None) -> dict[str, Tensor]:
        """Projections of every word: pieces `[rows, pieces]`, `starts` the words' first pieces `[rows, words]`."""
        states = self.encoder(ids, shapes, mask)
        words = states.gather(1, starts[:, :, None].expand(-1, -1, states.shape[-1]))
        return self.projections(words)
