"""Trains the head that tells how sure events are: `python -m training.factuality DATA FOLDER...`.

Each FOLDER holds an exported network; the head is trained on the first, which is shipped, and attached to all. They
stay as they are, to the bit: the head reads the states that a network has of each word after some of its layers, and
becomes two more columns of what the network gives, one for each corpus.

The head mixes the layers (Peters et al. 2018), and a recurrent layer in both directions (GRU, Cho et al. 2014) carries
to each word what governs it: "failed to", "if", "said that". A head that sees one word's states alone cannot tell.
"""

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from stemma.language.pieces import Pieces
from training.attach import attach, with_layers
from training.corpora.factuality import CORPORA, sentences, together
from training.examples import Window, typographic, windows
from training.train import configuration

Config = dict[str, Any]


class Head(nn.Module):
    """States of words after several layers, each `[rows, words, width]`, to a score for each corpus."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        width, own = config["encoder"]["width"], config["factuality"]
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in own["layers"])
        self.shares = nn.Parameter(torch.zeros(len(own["layers"])))
        self.into = nn.Linear(width, own["into"])
        self.around = nn.GRU(own["into"], own["around"], batch_first=True, bidirectional=True)
        self.inner = nn.Linear(2 * own["around"] + own["into"], own["inner"])
        self.out = nn.Linear(own["inner"], len(CORPORA))
        self.dropout = nn.Dropout(own["dropout"])

    def forward(self, *layers: Tensor) -> Tensor:
        shares = self.shares.softmax(0)
        mixed = torch.stack([share * norm(x) for share, norm, x in zip(shares, self.norms, layers, strict=True)]).sum(0)
        words = functional.gelu(self.into(self.dropout(mixed)))
        around, _ = self.around(words)
        inner = functional.gelu(self.inner(self.dropout(torch.cat((around, words), -1))))
        return self.out(self.dropout(inner))


@dataclass(frozen=True, slots=True)
class Example:
    """A window's states `[layers, words, width]` in half precision, and the words asked about with their scores."""

    states: Tensor
    words: Tensor
    scores: Tensor
    corpus: int


def main() -> None:
    """Reads the command line, trains and attaches."""
    parser = argparse.ArgumentParser(description="Trains the head that tells how sure events are.")
    parser.add_argument("data", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    arguments = parser.parse_args()
    config = configuration()
    torch.manual_seed(config["seed"])
    found = list(examples(arguments.data, arguments.folders[0], config))
    head = trained(Head(config), found, config)
    for folder in arguments.folders:
        attach(folder, head, config["factuality"]["layers"])


def examples(data: Path, folder: Path, config: Config) -> Iterator[Example]:
    """Both corpora as the network reads them: each sentence by itself, and between its neighbours; every second with
    printer's quotation marks and apostrophes."""
    rng = random.Random(config["seed"])
    pieces = Pieces(folder / "tokenizer.json")
    session = with_layers(folder / "encoder.onnx", config["factuality"]["layers"])
    for number, corpus in enumerate(CORPORA):
        alone = [typographic(each) if n % 2 else each for n, each in enumerate(sentences(data, corpus, "train"))]
        sizes = config["windows"]
        for window in windows([*alone, together(alone)], pieces, sizes["least"], sizes["most"], rng):
            asked = _asked(window)
            if asked:
                words, scores = zip(*asked, strict=True)
                yield Example(_states(session, window), torch.tensor(words), torch.tensor(scores), number)


def _asked(window: Window) -> list[tuple[int, float]]:
    known = (window.document.factuality or {}).items()
    return [(word - window.first, score) for word, score in known if window.first <= word < window.last]


def _states(session: Any, window: Window) -> Tensor:
    feeds = {name: np.array([getattr(window, name)], dtype=np.int64) for name in ("ids", "shapes", "starts")}
    return torch.from_numpy(np.stack([layer[0][window.starts] for layer in session(feeds)]).astype(np.float16))


def trained(head: Head, found: Sequence[Example], config: Config) -> Head:
    """The head with the moving average of its weights over the last steps."""
    own, rng = config["factuality"], random.Random(config["seed"])
    groups = [_batches(found, own["words"], rng) for _ in range(own["passes"])]
    steps = sum(map(len, groups))
    warm = config["optimizer"]["warm_up"] * steps
    optimizer = torch.optim.AdamW(head.parameters(), lr=own["rate"], weight_decay=config["optimizer"]["weight_decay"])
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, s / warm) * max(0.0, 1 - s / steps))
    average = torch.optim.swa_utils.AveragedModel(
        head, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(own["average"])
    )
    head.train()
    for number, group in enumerate(groups):
        began, losses = time.time(), []
        for batch in group:
            loss = _loss(head, batch, own["bend"])
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(head.parameters(), config["optimizer"]["clip"])
            optimizer.step()
            schedule.step()
            average.update_parameters(head)
            losses.append(loss.item())
        print(f"pass {number + 1}: {np.mean(losses):.4f}, {time.time() - began:.0f} s", flush=True)
    head.load_state_dict(average.module.state_dict())
    return head.eval()


def _batches(found: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Examples of like length together, at most `size` words with the padding, in random order."""
    groups: list[list[Example]] = []
    for example in sorted(found, key=lambda e: e.states.shape[1] + 8 * rng.random()):
        longest = max(example.states.shape[1], *(e.states.shape[1] for e in groups[-1])) if groups else 0
        if groups and (len(groups[-1]) + 1) * longest <= size:
            groups[-1].append(example)
        else:
            groups.append([example])
    rng.shuffle(groups)
    return groups


def _loss(head: Head, batch: Sequence[Example], bend: float) -> Tensor:
    """How far each score is from its corpus's own, near nothing squared (Huber 1964)."""
    padded = nn.utils.rnn.pad_sequence([e.states.transpose(0, 1) for e in batch], batch_first=True).float()
    given = head(*padded.unbind(2))
    row = torch.cat([torch.full_like(e.words, n) for n, e in enumerate(batch)])
    corpus = torch.cat([torch.full_like(e.words, e.corpus) for e in batch])
    said = given[row, torch.cat([e.words for e in batch]), corpus]
    return functional.smooth_l1_loss(said, torch.cat([e.scores for e in batch]), beta=bend)


if __name__ == "__main__":
    main()
