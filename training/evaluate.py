"""Measures exported networks on dev data: `python -m training.evaluate DATA FOLDER...`; one column a folder."""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from itertools import combinations
from pathlib import Path

import numpy as np

from stemma.language.antecedents import antecedents
from stemma.language.factuality import MOST
from stemma.language.network import Network, Words
from stemma.language.reporting import Reporting, outermost
from stemma.language.spans import names
from stemma.language.trees import trees
from stemma.language.vectors import vectors
from training.corpora import gap, named, polnear, treebanks
from training.corpora.factuality import CORPORA, sentences
from training.examples import NAMES, Document

Scores = dict[str, float]
PARTS = ("source", "cue", "content")


def main() -> None:
    """Reads the command line, measures and prints."""
    parser = argparse.ArgumentParser(description="Measures exported networks.")
    parser.add_argument("data", type=Path)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    found = []
    for folder in arguments.folders:
        network = Network(folder)
        found.append(
            {
                name: value
                for measure in MEASURES
                if arguments.only in measure.__name__
                for name, value in measure(network, arguments.data).items()
            }
        )
    for name in found[0]:
        print(f"{name:<44}" + "".join(f"{each[name]:>9.4f}" for each in found))
    if arguments.json:
        arguments.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def words_of(document: Document) -> Words:
    """The document as the package reads it."""
    return Words(document.words, document.breaks, document.ends)


# --- attributions -----------------------------------------------------------------------------------------


def attribution(network: Network, data: Path) -> Scores:
    """PolNeAR dev, each annotator's work taken as the truth by itself, all pooled."""
    by_tag, exact, half, union = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    cache: dict[str, tuple[np.ndarray, list[Reporting]]] = {}
    for annotation in polnear.annotations(data / "polnear/dev"):
        document = polnear.document(annotation)
        if annotation.article not in cache:
            reading = network.read(words_of(document))
            cache[annotation.article] = (reading.states["tags"].argmax(1), outermost(network, reading))
        tags, found = cache[annotation.article]
        truth = [_parts(each.parts) for each in document.attributions]
        guess = [(frozenset(f.source), frozenset(f.cue), frozenset(f.content)) for f in found]
        for n, part in enumerate(PARTS):
            said = {w for w, t in enumerate(tags) if t and (t - 1) // 2 == n}
            true = {w for each in truth for w in each[n]}
            _count(by_tag, part, said, true)
            _count(union, part, {w for each in guess for w in each[n]}, true)
        _count_pairs(exact, guess, truth, _same)
        _count_pairs(half, guess, truth, _half)
    return {
        **{f"attribution tags, token F1: {part}": _f(by_tag, part) for part in PARTS},
        **{f"attribution arcs, token F1: {part}": _f(union, part) for part in PARTS},
        "whole attribution, exact F1": _f(exact, ""),
        "whole attribution, half F1": _f(half, ""),
    }


def agreement(_: Network, data: Path) -> Scores:
    """How well PolNeAR's annotators agree by the same measures, over all pairs on the same article."""
    tokens, exact, half = Counter[str](), Counter[str](), Counter[str]()
    by_article: dict[str, list[Document]] = {}
    for split in ("train", "dev"):
        for annotation in polnear.annotations(data / "polnear" / split):
            by_article.setdefault(annotation.article, []).append(polnear.document(annotation))
    for documents in by_article.values():
        for left, right in combinations(documents, 2):
            mine, theirs = ([_parts(a.parts) for a in d.attributions] for d in (left, right))
            for n, part in enumerate(PARTS):
                _count(tokens, part, {w for a in mine for w in a[n]}, {w for a in theirs for w in a[n]})
            _count_pairs(exact, mine, theirs, _same)
            _count_pairs(half, mine, theirs, _half)
    return {
        **{f"annotators, token F1: {part}": _f(tokens, part) for part in PARTS},
        "annotators, exact F1": _f(exact, ""),
        "annotators, half F1": _f(half, ""),
    }


Whole = tuple[frozenset[int], frozenset[int], frozenset[int]]


def _parts(parts: Mapping[int, int]) -> Whole:
    source, cue, content = (frozenset(w for w, p in parts.items() if p == n) for n in (1, 2, 3))
    return source, cue, content


def _same(a: Whole, b: Whole) -> bool:
    return a == b


def _half(a: Whole, b: Whole) -> bool:
    """Each part overlaps by half or more of both together; a part that both lack agrees."""
    return all((not x and not y) or 2 * len(x & y) >= len(x | y) for x, y in zip(a, b, strict=True))


def _count(counts: Counter[str], key: str, said: Set[Hashable], true: Set[Hashable]) -> None:
    counts[f"{key} hit"] += len(said & true)
    counts[f"{key} said"] += len(said)
    counts[f"{key} true"] += len(true)


def _count_pairs(
    counts: Counter[str], said: Sequence[Whole], true: Sequence[Whole], fits: Callable[[Whole, Whole], bool]
) -> None:
    free = list(true)
    for each in said:
        match = next((t for t in free if fits(each, t)), None)
        if match is not None:
            free.remove(match)
            counts[" hit"] += 1
    counts[" said"] += len(said)
    counts[" true"] += len(true)


def _f(counts: Mapping[str, int], key: str) -> float:
    return 2 * counts[f"{key} hit"] / max(1, counts[f"{key} said"] + counts[f"{key} true"])


# --- names, syntax ----------------------------------------------------------------------------------------


def naming(network: Network, data: Path) -> Scores:
    """Exact spans and kinds on the part of UNER's dev file that was kept back."""
    counts = Counter[str]()
    kinds = ("person", "organisation", "place")
    for document in named.documents(data, "uner"):
        if not named.held_out(document):
            continue
        found = names(network, network.read(words_of(document)).states)
        truth = _gold_names(document)
        for kind in kinds:
            _count(
                counts,
                kind,
                {(n.first, n.last) for n in found if n.kind == kind},
                {(first, last) for first, last, k in truth if k == kind},
            )
    for each in ("hit", "said", "true"):
        counts[f"all {each}"] = sum(counts[f"{kind} {each}"] for kind in kinds)
    return {f"names, UNER EWT held out, F1: {k}": _f(counts, k) for k in (*kinds, "all")}


def _gold_names(document: Document) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for place, label in enumerate(document.names or []):
        edge, _, kind = NAMES[label].partition("-")
        if edge == "B":
            found.append((place, place + 1, kind))
        elif edge == "I":
            found[-1] = (found[-1][0], place + 1, kind)
    return found


def syntax(network: Network, data: Path) -> Scores:
    """Part of speech and labelled attachment with the treebanks' own words and sentences, subtypes included."""
    folders = {
        "EWT": treebanks.ewt(data / "ud/ewt", "dev"),
        "GUM": treebanks.gum(data / "ud/gum", "dev"),
    }
    found = {}
    for name, paths in folders.items():
        known = treebanks.labels(paths)
        right = Counter[str]()
        for document in treebanks.documents(paths, known):
            states = network.read(words_of(document)).states
            heads, relations = trees(network, states, document.ends)
            upos = [network.labels["upos"][n] for n in states["upos"].argmax(1)]
            right["all"] += len(document.words)
            right["upos"] += _equal(upos, [known.upos[n] if n >= 0 else "?" for n in document.upos or ()])
            same = [a == b for a, b in zip(heads, document.heads or (), strict=True)]
            truth = [known.relations[n] if n >= 0 else "?" for n in document.relations or ()]
            right["uas"] += sum(same)
            right["las"] += sum(s and a == b for s, a, b in zip(same, relations, truth, strict=True))
            right["las, main"] += sum(
                s and a.split(":")[0] == b.split(":")[0] for s, a, b in zip(same, relations, truth, strict=True)
            )
        found.update({f"{name} dev {key}": right[key] / right["all"] for key in ("upos", "uas", "las", "las, main")})
    return found


def _equal(left: Iterable[str], right: Iterable[str]) -> int:
    return sum(a == b for a, b in zip(left, right, strict=True))


# --- factuality -------------------------------------------------------------------------------------------


def factuality(network: Network, data: Path) -> Scores:
    """UW and UDS-IH2 dev, each sentence by itself, as other systems are measured: Pearson's r and the mean absolute
    error of each corpus's own column."""
    found = {}
    for column, corpus in enumerate(CORPORA):
        said: list[float] = []
        true: list[float] = []
        for document in sentences(data, corpus, "dev"):
            states = network.read(words_of(document)).states["factuality"][:, column].clip(-MOST, MOST)
            said += [float(states[word]) for word in document.factuality or {}]
            true += (document.factuality or {}).values()
        found[f"{corpus} dev, factuality, r"] = float(np.corrcoef(said, true)[0, 1])
        found[f"{corpus} dev, factuality, MAE"] = float(np.abs(np.array(said) - np.array(true)).mean())
    return found


# --- coreference ------------------------------------------------------------------------------------------


def pronouns(network: Network, data: Path) -> Scores:
    """GAP validation, by the chances of the network alone: a name is meant where it has more than half."""
    counts = Counter[str]()
    for case in gap.cases(data / "gap/gap-validation.tsv"):
        document = gap.document(case)
        if document is None:
            counts[" true"] += sum(case.truth)
            continue
        reference = (document.references or [])[0]
        states = network.read(words_of(document)).states
        upos = [network.labels["upos"][n] for n in states["upos"].argmax(1)]
        groups = gap.groups(case, document)
        candidates = [
            n for n in range(len(document.words)) if upos[n] in ("NOUN", "PROPN", "PRON") or any(n in g for g in groups)
        ]
        chances = antecedents(network, states, [reference.word], candidates)[0]
        place = {n: i + 1 for i, n in enumerate(candidates)}
        mass = [sum(chances[place[n]] for n in group) for group in groups]
        for n in (0, 1):
            said = mass[n] > 0.3 and mass[n] >= mass[1 - n]
            counts[" hit"] += said and case.truth[n]
            counts[" said"] += said
            counts[" true"] += case.truth[n]
    return {"GAP validation, F1": _f(counts, "")}


# --- sentence vectors -------------------------------------------------------------------------------------


def similarity(network: Network, data: Path) -> Scores:
    """STS-B dev: Pearson's r of the cosine with the graded likeness."""
    with (data / "paraphrase/stsb/stsb-en-dev.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    left, right = (vectors([row[n] for row in rows], network.folder) for n in (0, 1))
    graded = np.array([float(row[2]) for row in rows])
    return {"STS-B dev, Pearson r": float(np.corrcoef((left * right).sum(1), graded)[0, 1])}


MEASURES: tuple[Callable[[Network, Path], Scores], ...] = (
    attribution,
    agreement,
    naming,
    syntax,
    factuality,
    pronouns,
    similarity,
)


if __name__ == "__main__":
    main()
