"""Whether two sentences say the same (MSRP), and how alike they are (STS), by the shipped sentence vectors alone."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.ecbplus import f1
from benchmarks.floors import Row
from benchmarks.results import Part
from benchmarks.tables import Table, number
from stemma.language.vectors import vectors
from training.corpora.alike import Alike, msrp, sts, stsb

THRESHOLD = 0.68  # Cosine from which two sentences of MSRP count as the same: the best on its training pairs.


def measured(shared: Path) -> Part:
    """Accuracy and F1 on MSRP's validation pairs, Pearson's r on the headlines of STS 2013 and STS benchmark's dev."""
    folder = shared / "data" / "paraphrase"
    pairs = msrp(folder, "val")
    told, truth = [cosine >= THRESHOLD for cosine in cosines(pairs)], [pair.likeness > 0 for pair in pairs]
    row: Row = {
        "MSRP validation, accuracy": sum(a == b for a, b in zip(told, truth, strict=True)) / len(truth),
        "MSRP validation, F1": f1(told, truth),
        "STS 2013 headlines, Pearson r": correlation(sts(folder, "2013/headlines.test")),
        "STS-B dev, Pearson r": correlation(stsb(folder, "dev")),
    }
    rows = tuple((name, number(value, 3)) for name, value in row.items())
    return Part("paraphrases", row, (Table("Sentences that say the same", ("what", "found"), rows),))


def cosines(pairs: Sequence[Alike]) -> list[float]:
    """The cosine of each pair's vectors."""
    left, right = (vectors([getattr(pair, side) for pair in pairs]) for side in ("left", "right"))
    return [float(a @ b) for a, b in zip(left, right, strict=True)]


def correlation(pairs: Sequence[Alike]) -> float:
    """Pearson's r of the cosines with how alike people found the pairs."""
    return float(np.corrcoef(cosines(pairs), [pair.likeness for pair in pairs])[0, 1])
