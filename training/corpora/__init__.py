"""The corpora, each read into documents; which of them are for training and which for measuring."""

import random
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import Path

from training.corpora import ecbplus, gap, named, polnear, treebanks
from training.corpora.treebanks import Labels
from training.examples import Document, typographic

_RENAMED = 3  # Copies of GAP's cases with other people's names.


def labels(data: Path) -> Labels:
    """The label sets, from the training parts of both treebanks."""
    return treebanks.labels(chain(treebanks.ewt(data / "ud/ewt", "train"), treebanks.gum(data / "ud/gum", "train")))


def _polnear(data: Path, known: Labels) -> list[Document]:
    del known
    return [polnear.document(each) for each in polnear.annotations(data / "polnear/train")]


def _ewt(data: Path, known: Labels) -> list[Document]:
    return list(treebanks.documents(treebanks.ewt(data / "ud/ewt", "train"), known))


def _gum(data: Path, known: Labels) -> list[Document]:
    return list(treebanks.documents(treebanks.gum(data / "ud/gum", "train"), known))


def _gap(data: Path, known: Labels) -> list[Document]:
    del known
    cases = list(gap.cases(data / "gap/gap-development.tsv"))
    surnames, rng = gap.surnames(cases), random.Random(len(cases))
    found = [gap.document(case) for case in cases]
    found += [gap.renamed(case, surnames, rng) for _ in range(_RENAMED) for case in cases]
    return [document for document in found if document]


def _ecbplus(data: Path, known: Labels) -> list[Document]:
    del known
    return list(ecbplus.documents(data / "ecbplus"))


def _uner(data: Path, known: Labels) -> list[Document]:
    del known
    return [each for each in named.documents(data, "uner") if not named.held_out(each)]


def _named(corpus: str) -> Callable[[Path, Labels], list[Document]]:
    return lambda data, _: list(named.documents(data, corpus))


def read(data: Path, known: Labels) -> dict[str, list[Document]]:
    """Every training corpus; every second document of those with typewriter's quotation marks gets printer's."""
    found = {name: corpus(data, known) for name, corpus in TRAIN.items()}
    for name in found.keys() - {"polnear"}:
        found[name] = [typographic(each) if n % 2 else each for n, each in enumerate(found[name])]
    return found


TRAIN: Mapping[str, Callable[[Path, Labels], list[Document]]] = {
    "polnear": _polnear,
    "ewt": _ewt,
    "gum": _gum,
    "gap": _gap,
    "ecbplus": _ecbplus,
    "uner": _uner,
    "wikigold": _named("wikigold"),
    "wnut": _named("wnut"),
    "btc": _named("btc"),
}
