"""Trains the sentence encoder: `python -m training.sentences DATA WORK OUT`.

From the published weights (Reimers and Gurevych 2019) towards what links ask: vectors that are near where two clauses
of news say the same, not merely where they are about the same. Four tasks in every step, each on the cosine alone.
ECB+'s clauses and MSRP's sentences: logistic loss with a scale and a bias of their own. Graded likeness: squared error.
The claims of one of our own events and of a simulated story, all at once: each two tellings of a claim against all
tellings of the event's other claims (supervised contrastive loss, Khosla et al. 2020), and logistic loss. Word, place
and shape embeddings stay as published, and what is kept is the running mean of the weights (Polyak and Juditsky 1992).
Leaves `vectors.pt` in WORK and `vectors.onnx` in OUT."""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training.base import fetch
from training.corpora import alike, claims
from training.corpora.alike import Alike
from training.corpora.claims import Told
from training.export import export_vectors
from training.model import HIDDEN, Encoder
from training.train import configuration

_BUCKETS = 6  # Groups of like length that a step's texts are read in.
_EVERY = 100  # Steps between checkpoints.
_SHARPNESS = 0.07  # Cosine that counts as much as a factor of e among the tellings of an event.
_OF_CLAIM = 5  # Tellings of one claim in a step.
_HARDEST = 0.3  # Share of the pairs of two claims that count.
_FOR_SCALES = 400  # Pairs of each set whose first sentences fix the scales of the export.


class Judge(nn.Module):
    """A cosine as the logit of "the same"."""

    def __init__(self, scale: float, bias: float) -> None:
        super().__init__()
        self.scale, self.bias = nn.Parameter(torch.tensor(scale)), nn.Parameter(torch.tensor(bias))

    def forward(self, cosine: Tensor, same: Tensor, reduction: str = "mean") -> Tensor:
        logits = self.scale * cosine + self.bias
        return functional.binary_cross_entropy_with_logits(logits, same, reduction=reduction)


class Reader:
    """Texts to vectors of length 1, `[texts, width]`, read in groups of like length."""

    def __init__(self, encoder: Encoder, tokenizer: Path, pieces: int) -> None:
        self.encoder, self.tokenizer = encoder, Tokenizer.from_file(str(tokenizer))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(pieces)

    def __call__(self, texts: Sequence[str]) -> Tensor:
        ids = [self.tokenizer.encode(text).ids for text in texts]
        order = sorted(range(len(ids)), key=lambda at: len(ids[at]))
        size = -(-len(ids) // _BUCKETS)
        groups = [order[at : at + size] for at in range(0, len(order), size)]
        vectors = torch.cat([self._read([ids[at] for at in group]) for group in groups])
        return vectors[torch.tensor(order).argsort()]

    def _read(self, ids: list[list[int]]) -> Tensor:
        longest = max(map(len, ids))
        pieces = torch.tensor([each + [0] * (longest - len(each)) for each in ids])
        real = torch.tensor([[1.0] * len(each) + [0.0] * (longest - len(each)) for each in ids])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = self.encoder(pieces, torch.zeros_like(pieces), ((1 - real) * HIDDEN)[:, None, None, :])
        mean = (states.float() * real[:, :, None]).sum(1) / real.sum(1, keepdim=True)
        return functional.normalize(mean, dim=1)


def main() -> None:
    """Reads the command line and trains."""
    parser = argparse.ArgumentParser(description="Trains the sentence encoder.")
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    train(arguments.data, arguments.work)
    export_vectors(arguments.work, arguments.out, _pieces(arguments.data, arguments.work / "base/tokenizer.json"))


def train(data: Path, work: Path) -> None:
    """Runs the steps of `[sentences]` in `config.toml`."""
    config = configuration()
    told, rng = config["sentences"], random.Random(config["seed"])
    torch.manual_seed(config["seed"])
    fetch(work / "base")
    encoder = Encoder(config["encoder"])
    encoder.load(work / "base/model.safetensors")
    for table in (encoder.word, encoder.shape, encoder.place):
        table.weight.requires_grad_(False)
    read = Reader(encoder, work / "base/tokenizer.json", told["pieces"])
    same, hard, other, sentences, graded = _pairs(data)
    events = [claims.events(), claims.simulated(told["stories"], told["without"])]
    judges = nn.ModuleList((Judge(8.0, -4.0), Judge(12.0, -9.0), Judge(8.0, -4.0)))
    mean = AveragedModel(encoder, multi_avg_fn=get_ema_multi_avg_fn(told["average"]))
    weights = [p for p in encoder.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW([{"params": weights}, {"params": judges.parameters(), "lr": told["judge_rate"]}])
    for step in range(1, told["until"] + 1):
        optimizer.param_groups[0]["lr"] = (
            told["rate"] * min(1, step / told["warm_up"]) * (1 - step / (told["steps"] + 1))
        )
        drawn = [
            rng.sample(same, told["same"]) + rng.sample(hard, told["hard"]) + rng.sample(other, told["other"]),
            rng.sample(sentences, told["sentences"]),
            rng.sample(graded, told["graded"]),
        ]
        tellings = [_drawn(rng, each, most) for each, most in zip(events, told["tellings"], strict=True)]
        losses = _losses(read, drawn, tellings, judges)
        optimizer.zero_grad()
        sum(told["weights"][task] * loss for task, loss in losses.items()).backward()
        nn.utils.clip_grad_norm_(weights, 1.0)
        optimizer.step()
        mean.update_parameters(encoder)
        if step % _EVERY == 0 or step == told["until"]:
            print(step, *(f"{task} {loss.item():.3f}" for task, loss in losses.items()), flush=True)
            torch.save(mean.module.state_dict(), work / "vectors.pt")


def _pieces(data: Path, tokenizer: Path) -> list[list[int]]:
    """The pieces of some sentences of MSRP and of STS benchmark, by which the export fixes its scales."""
    read = Tokenizer.from_file(str(tokenizer))
    read.no_padding()
    pairs = (
        *alike.msrp(data / "paraphrase", "train")[:_FOR_SCALES],
        *alike.stsb(data / "paraphrase", "train")[:_FOR_SCALES],
    )
    return [read.encode(pair.left).ids for pair in pairs]


def _pairs(data: Path) -> tuple[list[Alike], list[Alike], list[Alike], list[Alike], list[Alike]]:
    """Clauses of one event; those of two that share most words, and all of two; sentences, the same or not; graded."""
    clauses = list(alike.clauses(data / "ecbplus"))
    same = [pair for pair in clauses if pair.likeness]
    other = sorted((pair for pair in clauses if not pair.likeness), key=_shared, reverse=True)
    graded = alike.stsb(data / "paraphrase", "train") + alike.sts(data / "paraphrase", "2012/MSRpar.train")
    return same, other[: len(other) // 3], other, alike.msrp(data / "paraphrase", "train"), graded


def _shared(pair: Alike) -> float:
    left, right = (frozenset(text.lower().split()) for text in (pair.left, pair.right))
    return len(left & right) / max(1, min(len(left), len(right)))


def _drawn(rng: random.Random, events: list[list[Told]], most: int) -> list[Told]:
    """At most so many tellings of one event: some of each claim, claims in random order."""
    event = rng.choice(events)
    names = sorted({each.claim for each in event})
    rng.shuffle(names)
    found: list[Told] = []
    for name in names:
        same = [each for each in event if each.claim == name]
        found += rng.sample(same, min(_OF_CLAIM, len(same)))
    return found[:most]


def _losses(
    read: Reader, drawn: list[list[Alike]], events: list[list[Told]], judges: nn.ModuleList
) -> dict[str, Tensor]:
    pairs = [pair for group in drawn for pair in group]
    texts = [[pair.left for pair in pairs], [pair.right for pair in pairs]]
    texts += [[each.text for each in event] for event in events]
    lefts, rights, *told = read([text for group in texts for text in group]).split([len(group) for group in texts])
    sizes = [len(group) for group in drawn]
    clauses, sentences, graded = (lefts * rights).sum(1).split(sizes)
    truth = torch.tensor([pair.likeness for pair in pairs]).split(sizes)
    same = [torch.tensor([[one.claim == other.claim for other in event] for one in event]) for event in events]
    compared = [(vectors @ vectors.T, known) for vectors, known in zip(told, same, strict=True)]
    return {
        "clauses": judges[0](clauses, truth[0]),
        "sentences": judges[1](sentences, truth[1]),
        "graded": functional.mse_loss(graded, truth[2]),
        "apart": torch.stack([_apart(*event) for event in compared]).sum(),
        "judged": torch.stack([_judged(*event, judges[2]) for event in compared]).sum(),
    }


def _apart(likeness: Tensor, same: Tensor) -> Tensor:
    """How little two tellings of one claim are nearer than all that tells another; `[tellings, tellings]` both."""
    scaled = likeness / _SHARPNESS
    others = scaled.masked_fill(same, -torch.inf).logsumexp(1)
    pairs = same & ~torch.eye(len(same), dtype=torch.bool)
    return functional.softplus(others[:, None] - scaled)[pairs].mean()


def _judged(likeness: Tensor, same: Tensor, judge: Judge) -> Tensor:
    """The logistic loss of all pairs, those of one claim as heavy as the hardest of those of two."""
    left, right = torch.triu_indices(len(same), len(same), 1)
    one = same[left, right]
    wrong = judge(likeness[left, right][~one], torch.zeros(int((~one).sum())), reduction="none")
    hardest = wrong.topk(max(1, round(_HARDEST * len(wrong)))).values
    return (judge(likeness[left, right][one], torch.ones(int(one.sum()))) + hardest.mean()) / 2


if __name__ == "__main__":
    main()
