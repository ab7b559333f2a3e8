"""Universal Dependencies treebanks in CoNLL-U: English Web Treebank (Silveira et al. 2014) and GUM (Zeldes 2017).

GUM's last column also tells which mentions are one entity.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.examples import Document, Reference

_ENTITY = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
_REFERRING = frozenset({"NOUN", "PROPN", "PRON"})


@dataclass(slots=True)
class Labels:
    """The label sets that the treebanks share, in a fixed order."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Rows:
    name: str
    words: list[list[str]] = field(default_factory=list)
    breaks: list[bool] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)


def ewt(folder: Path, split: str) -> list[Path]:
    """The file of a split ("train" or "dev")."""
    return [folder / f"en_ewt-ud-{split}.conllu"]


def gum(folder: Path, split: str) -> list[Path]:
    """The files of a split, by the list beside them."""
    dev = set(json.loads((folder / "splits.json").read_text(encoding="utf-8"))["dev"])
    return [p for p in sorted(folder.glob("*.conllu")) if (p.stem in dev) == (split == "dev")]


def labels(paths: Iterable[Path]) -> Labels:
    """All labels that stand in the files more than once, sorted."""
    counts: list[dict[str, int]] = [defaultdict(int) for _ in range(3)]
    for rows in _rows(paths):
        for row in rows.words:
            for count, value in zip(counts, (row[3], row[4], row[7]), strict=True):
                count[value] += 1
    return Labels(*(sorted(v for v, n in count.items() if n > 1) for count in counts))


def documents(paths: Iterable[Path], known: Labels) -> Iterator[Document]:
    """The documents with part of speech, heads and relations, and with references where entities are given."""
    tables = [{v: n for n, v in enumerate(each)} for each in (known.upos, known.xpos, known.relations)]
    for rows in _rows(paths):
        heads, first = [], 0
        for end in rows.ends:
            for n in range(first, end):
                head = int(rows.words[n][6])
                heads.append(first + head - 1 if head else n)
            first = end
        document = Document(
            rows.name,
            [row[1] for row in rows.words],
            rows.breaks,
            rows.ends,
            upos=[tables[0].get(row[3], -100) for row in rows.words],
            xpos=[tables[1].get(row[4], -100) for row in rows.words],
            heads=heads,
            relations=[tables[2].get(row[7], -100) for row in rows.words],
        )
        if any("Entity=" in row[9] for row in rows.words):
            document.references, document.candidates = _references(rows, heads)
        yield document


def _rows(paths: Iterable[Path]) -> Iterator[_Rows]:
    """Documents as rows of ten columns; multiword tokens and empty nodes are passed over."""
    rows = _Rows("")
    broken = True
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newdoc"):
                if rows.words:
                    yield rows
                rows, broken = _Rows(line.partition("= ")[2]), True
            elif line.startswith("# newpar"):
                broken = True
            elif not line:
                if rows.words and (not rows.ends or rows.ends[-1] < len(rows.words)):
                    rows.ends.append(len(rows.words))
            elif line[0].isdigit():
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.words.append(columns)
                    rows.breaks.append(broken)
                    broken = False
    if rows.words:
        yield rows


def _references(rows: _Rows, heads: list[int]) -> tuple[list[Reference], list[int]]:
    """Word-level coreference (Dobrovolskii 2021): a mention stands for its head word, and refers back to the head
    words of earlier mentions of its entity."""
    chains: dict[str, list[int]] = defaultdict(list)
    opened: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(rows.words):
        entity = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
        for match in _ENTITY.finditer(entity):
            whole, opening, closing = match.groups()
            key = (whole or opening or closing).split("-")[0]
            if whole:
                chains[key].append(_head(place, place + 1, heads))
            elif opening:
                opened[key].append(place)
            elif opened[key]:
                chains[key].append(_head(opened[key].pop(), place + 1, heads))
    candidates = {n for n, row in enumerate(rows.words) if row[3] in _REFERRING}
    found: dict[int, tuple[int, ...]] = {}
    for mentions in chains.values():
        places = sorted(set(mentions) & candidates)
        for n, place in enumerate(places):
            pronoun = rows.words[place][3] == "PRON"
            found[place] = tuple(places[:n]) or (tuple(places[1:]) if pronoun else ())
    references = [Reference(place, found.get(place, ())) for place in sorted(candidates)]
    return references, sorted(candidates)


def _head(first: int, last: int, heads: list[int]) -> int:
    """The word of the span whose head lies outside it."""
    return next((n for n in range(first, last) if not first <= heads[n] < last or heads[n] == n), first)
