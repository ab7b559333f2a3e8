"""Trains the network: `python -m training.train DATA WORK [--share F]`.

DATA is the folder of corpora, WORK where the base weights lie and checkpoints go. A run that was stopped goes on from
its last checkpoint. `--share` reads only that share of the passes, to try a change.
"""

import argparse
import json
import random
import time
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from stemma.language.pieces import MASK, SHAPES, Pieces
from training.corpora import labels, read
from training.corpora.treebanks import Labels
from training.examples import Document, Window, batches, windows
from training.losses import LOSSES
from training.model import HIDDEN, Network, Sizes

_CONFIG = Path(__file__).with_name("config.toml")
_EVERY = 200  # Steps between checkpoints.


def configuration() -> dict[str, Any]:
    """The settings of `config.toml`."""
    return tomllib.loads(_CONFIG.read_text(encoding="utf-8"))


def new_network(config: dict[str, Any], known: Labels) -> Network:
    """The network with the sizes that the labels ask for."""
    return Network(config, Sizes(len(known.upos), len(known.xpos), len(known.relations)))


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description="Trains the language model.")
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--share", type=float, default=1.0)
    arguments = parser.parse_args()
    train(arguments.data, arguments.work, arguments.share)


def train(data: Path, work: Path, share: float) -> None:
    """Runs all rounds, or goes on with them; leaves `model.pt` (the averaged weights) and `labels.json` in `work`."""
    config = configuration()
    known = labels(data)
    told = {"upos": known.upos, "xpos": known.xpos, "relations": known.relations}
    (work / "labels.json").write_text(json.dumps(told), encoding="utf-8")
    pieces = Pieces(work / "base/tokenizer.json")
    corpora = read(data, known)
    for number in range(_round_of(work), len(config["rounds"])):
        torch.manual_seed(config["seed"] + number)
        plan = list(_plan(config, number, corpora, pieces, share))
        run = _Run(config, work, number, len(plan), known)
        noise = random.Random(config["seed"] + number + run.step)
        print(f"round {number + 1}: {len(plan)} steps, from {run.step}", flush=True)
        log = _Log(len(plan))
        for corpus, group in plan[run.step :]:
            log.note(corpus, _learn(run, config, group, noise), sum(len(w.ids) for w in group))
            log.tell(run.step)
            if run.step % _EVERY == 0 or run.step == len(plan):
                run.save(work)


def _round_of(work: Path) -> int:
    """The number of the round in which the last checkpoint was written."""
    path = work / "checkpoint.pt"
    return int(torch.load(path, weights_only=True)["round"]) if path.exists() else 0


class _Run:
    """All that a checkpoint holds: the network, its average, the optimizer, the round and the step in it."""

    def __init__(self, config: dict[str, Any], work: Path, number: int, steps: int, known: Labels) -> None:
        self.network = new_network(config, known)
        state = torch.load(work / "checkpoint.pt", weights_only=True) if (work / "checkpoint.pt").exists() else None
        if state:
            self.network.load_state_dict(state["average"])
        else:
            self.network.encoder.load(work / "base/model.safetensors")
        self.average = {name: weight.detach().clone() for name, weight in self.network.state_dict().items()}
        self.optimizer = _optimizer(self.network, {**config["optimizer"], **config["rounds"][number]})
        warm = config["optimizer"]["warm_up"] * steps
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda s: min(1, s / warm) * max(0.0, 1 - s / steps)
        )
        self.round, self.step = number, 0
        if state and state["round"] == number:
            for name in ("network", "optimizer", "schedule"):
                getattr(self, name).load_state_dict(state[name])
            self.step = state["step"]

    def keep(self, share: float) -> None:
        """Moves the average towards the weights; at first quickly."""
        share = min(share, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            weights = self.network.state_dict()
            torch._foreach_lerp_([self.average[name] for name in weights], list(weights.values()), 1 - share)

    def save(self, work: Path) -> None:
        """Writes the checkpoint, all or nothing, and the averaged weights."""
        state = {name: getattr(self, name).state_dict() for name in ("network", "optimizer", "schedule")}
        state.update(average=self.average, round=self.round, step=self.step)
        torch.save(state, work / "checkpoint.tmp")
        (work / "checkpoint.tmp").replace(work / "checkpoint.pt")
        torch.save(self.average, work / "model.pt")


class _Log:
    """Prints the mean losses now and then."""

    def __init__(self, steps: int) -> None:
        self._steps, self._began, self._pieces = steps, time.time(), 0
        self._losses: dict[str, list[float]] = defaultdict(list)

    def note(self, corpus: str, losses: dict[str, float], pieces: int) -> None:
        """Takes in one step."""
        self._pieces += pieces
        for name, loss in losses.items():
            self._losses[f"{corpus}.{name}"].append(loss)

    def tell(self, step: int) -> None:
        """Prints at every fiftieth step."""
        if step % 50 == 0:
            told = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(self._losses.items()))
            print(f"{step}/{self._steps} {self._pieces / (time.time() - self._began):.0f} pieces/s {told}", flush=True)
            self._losses.clear()


def _learn(run: _Run, config: dict[str, Any], group: list[Window], noise: random.Random) -> dict[str, float]:
    """One step on one batch; its losses by name."""
    run.network.train()
    with torch.autocast("cpu", dtype=torch.bfloat16):
        found = run.network(*tensors(group, noise, config["noise"]))
    found = {name: each.float() for name, each in found.items()}
    losses = {name: loss_of(group, found, run.network.scores) for name, loss_of in LOSSES.items()}
    present = {name: loss for name, loss in losses.items() if loss is not None}
    total = sum((config["loss"][name] * loss for name, loss in present.items()), torch.zeros(()))
    run.optimizer.zero_grad()
    if total.requires_grad:
        total.backward()
        nn.utils.clip_grad_norm_(run.network.parameters(), config["optimizer"]["clip"])
        run.optimizer.step()
    run.schedule.step()
    run.step += 1
    run.keep(config["optimizer"]["average"])
    return {name: float(loss.detach()) for name, loss in present.items()}


def _plan(
    config: dict[str, Any], round_: int, corpora: dict[str, list[Document]], pieces: Pieces, share: float
) -> Iterator[tuple[str, list[Window]]]:
    """All batches of a round in order, mixed over the whole of it; the same for the same settings."""
    rng = random.Random(config["seed"] + round_)
    limits = config["windows"]
    whole: list[tuple[float, str, list[Window]]] = []
    for corpus, per_round in config["rounds"][round_]["passes"].items():
        documents, passes = corpora[corpus], per_round * share
        for number in range(max(1, round(passes))):
            groups = batches(
                list(windows(documents, pieces, limits["least"], limits["most"], rng)), config["batches"]["pieces"], rng
            )
            for place, group in enumerate(groups[: max(1, round(len(groups) * min(1.0, passes)))]):
                whole.append(((number + (place + rng.random()) / len(groups)) / max(1, round(passes)), corpus, group))
    whole.sort(key=lambda item: item[0])
    yield from ((corpus, group) for _, corpus, group in whole)


def tensors(
    group: list[Window], rng: random.Random | None, noise: dict[str, float] | None
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Ids, shapes, word starts and attention mask of a batch, with some pieces and casings hidden if `rng`."""
    width = max(len(w.ids) for w in group)
    ids, shapes = torch.zeros(len(group), width, dtype=torch.long), torch.zeros(len(group), width, dtype=torch.long)
    starts = torch.zeros(len(group), max(len(w.starts) for w in group), dtype=torch.long)
    mask = torch.full((len(group), 1, 1, width), HIDDEN, dtype=torch.bfloat16)
    for row, window in enumerate(group):
        size = len(window.ids)
        ids[row, :size] = torch.tensor(window.ids)
        shapes[row, :size] = torch.tensor(window.shapes)
        starts[row, : len(window.starts)] = torch.tensor(window.starts)
        mask[row, 0, 0, :size] = 0.0
        if rng and noise:
            hidden = [n for n in range(1, size - 1) if rng.random() < noise["piece"]]
            ids[row, hidden] = MASK
            if rng.random() < noise["casing"]:
                level = rng.choice((0, 2))  # all in small letters, or all in capitals
                inner = shapes[row, 1 : size - 1]
                shapes[row, 1 : size - 1] = torch.where(inner % 5 == 4, inner, inner - inner % 5 + level)
    assert int(shapes.max()) < SHAPES
    return ids, shapes, starts, mask


def _optimizer(network: Network, config: dict[str, float]) -> torch.optim.Optimizer:
    """AdamW; the lower a layer, the slower it learns (Howard and Ruder 2018, section 3.2)."""
    groups = []
    depth = len(network.encoder.layers)
    for name, weight in network.named_parameters():
        rate = config["head_rate"]
        if name.startswith("encoder.layers."):
            rate = config["encoder_rate"] * config["layer_decay"] ** (depth - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.shape"):
            rate = config["head_rate"] / 3
        elif name.startswith("encoder."):
            rate = config["encoder_rate"] * config["layer_decay"] ** depth
        decay = config["weight_decay"] if weight.ndim > 1 else 0.0
        groups.append({"params": [weight], "lr": rate, "weight_decay": decay})
    return torch.optim.AdamW(groups, fused=True)


if __name__ == "__main__":
    main()
