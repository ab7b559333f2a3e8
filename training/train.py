"""Trains the network: `python -m training.train DATA WORK [--share F]`.

DATA is the folder of corpora, WORK where the base weights lie and checkpoints go. A run that was stopped goes on from
its last checkpoint. `--share` reads only that share of the passes, to try a change.
"""

import argparse
import json
import random
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from stemma.language.pieces import MASK, SHAPES, Pieces
from training.corpora import TRAIN, labels
from training.corpora.treebanks import Labels
from training.examples import Document, Window, batches, windows
from training.losses import LOSSES
from training.model import Network, Sizes

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
    """Runs or goes on with the training; leaves `model.pt` (the averaged weights) and `labels.json` in `work`."""
    config = configuration()
    known = labels(data)
    (work / "labels.json").write_text(
        json.dumps({"upos": known.upos, "xpos": known.xpos, "relations": known.relations}), encoding="utf-8"
    )
    pieces = Pieces(work / "base/tokenizer.json")
    corpora = {name: read(data, known) for name, read in TRAIN.items()}
    plan = [group for group in _plan(config, corpora, pieces, share)]
    torch.manual_seed(config["seed"])
    network = new_network(config, known)
    network.encoder.load(work / "base/model.safetensors")
    average = {name: weight.detach().clone() for name, weight in network.state_dict().items()}
    optimizer = _optimizer(network, config["optimizer"])
    warm, steps = config["optimizer"]["warm_up"] * len(plan), len(plan)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, s / warm) * max(0.0, 1 - s / steps))
    first = _resume(work, network, average, optimizer, schedule)
    noise = random.Random(config["seed"] + first)
    print(f"{len(plan)} steps, from {first}", flush=True)
    began, seen, sums = time.time(), 0, dict[str, list[float]]()
    for step in range(first, len(plan)):
        corpus, group = plan[step]
        network.train()
        total = torch.zeros(())
        with torch.autocast("cpu", dtype=torch.bfloat16):
            ids, shapes, starts, mask = tensors(group, noise, config["noise"])
            found = network(ids, shapes, starts, mask)
        found = {name: each.float() for name, each in found.items()}
        for name, loss_of in LOSSES.items():
            loss = loss_of(group, found, network.scores)
            if loss is not None:
                total = total + config["loss"][name] * loss
                sums.setdefault(f"{corpus}.{name}", []).append(float(loss.detach()))
        optimizer.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(network.parameters(), config["optimizer"]["clip"])
        optimizer.step()
        schedule.step()
        seen += int(mask[:, 0, 0].sum())
        keep = min(config["optimizer"]["average"], (1 + step) / (10 + step))
        with torch.no_grad():
            for name, weight in network.state_dict().items():
                average[name].lerp_(weight, 1 - keep)
        if (step + 1) % 50 == 0:
            told = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(sums.items()))
            print(f"{step + 1}/{len(plan)} {seen / (time.time() - began):.0f} pieces/s {told}", flush=True)
            sums = {}
        if (step + 1) % _EVERY == 0 or step + 1 == len(plan):
            state = {
                "step": step + 1,
                "network": network.state_dict(),
                "average": average,
                "optimizer": optimizer.state_dict(),
                "schedule": schedule.state_dict(),
            }
            torch.save(state, work / "checkpoint.tmp")
            (work / "checkpoint.tmp").replace(work / "checkpoint.pt")
            torch.save(average, work / "model.pt")


def _plan(
    config: dict[str, Any], corpora: dict[str, list[Document]], pieces: Pieces, share: float
) -> Iterator[tuple[str, list[Window]]]:
    """All batches of the run in order, mixed over the whole of it; the same for the same settings."""
    rng = random.Random(config["seed"])
    limits = config["windows"]
    whole: list[tuple[float, str, list[Window]]] = []
    for corpus, documents in corpora.items():
        passes = config["passes"][corpus] * share
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
    mask = torch.zeros(len(group), 1, 1, width, dtype=torch.bool)
    for row, window in enumerate(group):
        size = len(window.ids)
        ids[row, :size] = torch.tensor(window.ids)
        shapes[row, :size] = torch.tensor(window.shapes)
        starts[row, : len(window.starts)] = torch.tensor(window.starts)
        mask[row, 0, 0, :size] = True
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


def _resume(
    work: Path,
    network: Network,
    average: dict[str, Tensor],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
) -> int:
    """Takes up the last checkpoint, if there is one; the number of the next step."""
    path = work / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    for name, weight in state["average"].items():
        average[name].copy_(weight)
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["step"])


if __name__ == "__main__":
    main()
