"""Fits the weights of links: `python -m training.links SHARED [--write]`.

SHARED holds `data/ecbplus` and the stories annotated by hand, `gold/dev`. The column "event" is learned on the training
topics of ECB+, on sentences and clauses alike, without the sentence vectors, which know those topics. The column "same"
is fitted to the stories, the only real ones where *claim* means what it means here, and, with less weight, to simulated
stories of the kind that the sentence vectors were not trained on; on few rows, and measured on each story with weights
fitted to the others and to these. Logistic regression; a row without evidence counts nothing.
"""

import argparse
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.chains import stated_at
from benchmarks.ecbplus import TRAIN, best_f1, clause_pairs, pairs, told
from benchmarks.scoring import paired, quoted_span
from benchmarks.simulator import SimulatedStory
from benchmarks.simulator.counts import places
from benchmarks.stories import GoldStory, reports_of, shared_stories
from stemma.intake import understand
from stemma.links.entries import lay
from stemma.links.features import TABLE, Values, pair, values
from stemma.links.link import wording
from stemma.model import Reading
from stemma.values.rarity import rarity
from training.corpora.claims import left_out
from training.train import configuration

WEIGHTS = Path(__file__).resolve().parents[1] / "src/stemma/links/data/weights.toml"
# Rows by which claims of one event are told apart; more of them fit the few stories better and others worse.
SAME = ("meaning", "words", "rarest word", "figures", "lone figure")
# What counts against a pair more than pairs alone show: what is planned that passes for done costs more than a claim
# told twice. Chosen on whole groups, of the stories and of the simulator's tuning and dev splits.
CAUTION = {"firmness": 1.3}
SIMULATED = 0.3  # Weight of all simulated pairs, as a share of that of all others.
EVENT = tuple(row.name for row in TABLE if row.name != "meaning")
_Judged = tuple[Values, bool]  # What the rows read of a pair, and whether it is the same.
_HEAD = "# Weights of the table in links/features.py, by training/links.py.\n"


def main() -> None:
    """Fits, prints what the fit reaches, and writes the weights if asked to."""
    parser = argparse.ArgumentParser(description="Fits the weights of links.")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    sentences = list(told(arguments.shared / "data/ecbplus", TRAIN))
    events = [*pairs(sentences), *clause_pairs(sentences)]
    stories = {story.name: list(_annotated(story)) for story in shared_stories(arguments.shared)}
    told_apart = configuration()["sentences"]
    made = [pair for story in left_out(told_apart["stories"], told_apart["without"]) for pair in _simulated(story)]
    print(f"same, each story by the others: F1 {_held_out(stories, made):.3f}")
    intercept, fitted = _fitted([each for found in stories.values() for each in found], made)
    columns = {"event": _fit(events, EVENT), "same": (intercept, fitted | CAUTION)}
    text = _HEAD + "".join(_written(name, *column) for name, column in columns.items())
    print(text)
    if arguments.write:
        WEIGHTS.write_text(text, encoding="utf-8")


def _annotated(story: GoldStory) -> list[_Judged]:
    """Pairs of the mentions that the annotators gave a claim, and whether it is the same."""
    readings = [understand(report) for report in reports_of(story.paths)]
    return _pairs_of(readings, _marked(story, readings))


def _simulated(made: SimulatedStory) -> list[_Judged]:
    """Pairs of the mentions that stand where a simulated claim does, and whether it is the same."""
    readings = [understand(report) for report in made.reports]
    where = places(readings)
    found = ((claim.id, where.at(mention)) for claim in made.truth.claims for mention in claim.mentions)
    return _pairs_of(readings, [(claim, mention.id) for claim, mention in found if mention is not None])


def _pairs_of(readings: Sequence[Reading], marked: Sequence[tuple[str, str]]) -> list[_Judged]:
    claims = sorted((m for r in readings for m in r.mentions if m.stance == "claim"), key=lambda m: m.id)
    distinct = {wording(mention): mention for mention in claims}  # as `link` weighs words: a copy makes none commoner
    laid, place = lay(claims, rarity(list(distinct.values()))), {m.id: at for at, m in enumerate(claims)}
    known = [(claim, place[m]) for claim, m in marked if m in place]
    return [
        (values(pair(laid, min(a, b), max(a, b))), ours == theirs)
        for (ours, a), (theirs, b) in combinations(known, 2)
        if a != b
    ]


def _marked(story: GoldStory, readings: Sequence[Reading]) -> list[tuple[str, str]]:
    """The annotators' claim and our mention that overlaps theirs most, wherever one does by half."""
    reports = [{"id": r.report.id, "file": r.report.file, "text": r.report.text} for r in readings]
    pairing = paired(story.gold, {"reports": reports})  # type: ignore[arg-type,typeddict-item]
    by_report = {r.report.id: [m for m in r.mentions if m.stance == "claim"] for r in readings}
    found = []
    for claim in story.gold["claims"]:
        for side in claim["mentions"]:
            place = quoted_span(side, pairing)
            best = stated_at(place[1], by_report[place[0]]) if place else None
            if best is not None:
                found.append((claim["id"], best.id))
    return found


def _fitted(found: Sequence[_Judged], made: Sequence[_Judged]) -> tuple[float, dict[str, float]]:
    """The column "same", from pairs of real and of simulated stories."""
    return _fit([*found, *made], SAME, [1.0] * len(found) + [SIMULATED * len(found) / len(made)] * len(made))


def _fit(
    found: Sequence[_Judged], rows: tuple[str, ...], weights: Sequence[float] | None = None
) -> tuple[float, dict[str, float]]:
    """The intercept, and the weights of `rows`, which stand in the order of the table."""
    model = LogisticRegression(max_iter=3000).fit(_matrix(found, rows), [truth for _, truth in found], weights)
    return float(model.intercept_[0]), dict(zip(rows, map(float, model.coef_[0]), strict=True))


def _held_out(stories: Mapping[str, list[_Judged]], made: Sequence[_Judged]) -> float:
    """F1 at the best threshold, pooled, each story scored with weights fitted to the others and to the simulated."""
    scores: list[float] = []
    truth: list[bool] = []
    for name, own in stories.items():
        others = [each for other, found in stories.items() if other != name for each in found]
        intercept, fitted = _fitted(others, made)
        scores.extend(intercept + _matrix(own, SAME) @ np.array(list(fitted.values())))
        truth.extend(same for _, same in own)
    return best_f1(scores, truth)


def _matrix(found: Sequence[_Judged], rows: tuple[str, ...]) -> np.ndarray:
    columns = [number for number, row in enumerate(TABLE) if row.name in rows]
    return np.array([[read[n] or 0.0 for n in columns] for read, _ in found])


def _written(name: str, intercept: float, weights: dict[str, float]) -> str:
    lines = "".join(f'"{row}" = {weight:.3f}\n' for row, weight in weights.items())
    return f"\n[{name}]\nintercept = {intercept:.3f}\n\n[{name}.weights]\n{lines}"


if __name__ == "__main__":
    main()
