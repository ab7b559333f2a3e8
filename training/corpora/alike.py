"""Pairs of texts that say the same or do not: what the sentence encoder is trained on.

MSRP (Dolan and Brockett 2005): sentences of news, the same or not. STS benchmark (Cer et al. 2017) and MSRpar of STS
2012: graded. ECB+ (Cybulska and Vossen 2014): clauses of two reports of a topic, whose main events are one or not."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ecbplus import TRAIN, clauses_of, told


@dataclass(frozen=True, slots=True)
class Alike:
    """Two texts and how alike they are, from 0 to 1."""

    left: str
    right: str
    likeness: float


def msrp(folder: Path, part: str) -> list[Alike]:
    """The pairs of `part` ("train" or "val"), 1 for the same and 0 for not."""
    with (folder / "msrp" / f"msr-para-{part}.tsv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return [Alike(row[3], row[4], float(row[0])) for row in rows]


def stsb(folder: Path, part: str) -> list[Alike]:
    """The pairs of `part` ("train" or "dev")."""
    with (folder / "stsb" / f"stsb-en-{part}.csv").open(encoding="utf-8", newline="") as file:
        return [Alike(row[0], row[1], float(row[2]) / 5) for row in csv.reader(file)]


def sts(folder: Path, name: str) -> list[Alike]:
    """The pairs of one set of the yearly tasks ("2012/MSRpar.train")."""
    rows = (line.split("\t") for line in (folder / "sts" / f"{name}.tsv").read_text(encoding="utf-8").splitlines())
    return [Alike(row[1], row[2], float(row[0]) / 5) for row in rows]


def clauses(folder: Path) -> Iterator[Alike]:
    """Pairs of clauses from the training topics of ECB+: 1 where they tell mainly of one event, 0 where of two."""
    for of_topic in clauses_of(told(folder, TRAIN)):
        for left, right, one in of_topic.judged():
            yield Alike(of_topic.clauses[left].text, of_topic.clauses[right].text, float(one))
