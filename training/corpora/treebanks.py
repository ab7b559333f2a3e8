"""Universal Dependencies treebanks in CoNLL-U: English Web Treebank (Silveira et al. 2014) and GUM (Zeldes 2017).

GUM's last column also tells which mentions are one entity, and of what kind: that gives references and names.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from stemma.values.names import fold, titles
from training.examples import NAMES, UNKNOWN, UNMARKED, Document, Reference

_ENTITY = re.compile(r"\(([^()]+)\)|\(([^()]+)|([^()]+)\)")
_REFERRING = frozenset({"NOUN", "PROPN", "PRON"})
_KINDS = {"person": "person", "organization": "organisation", "place": "place"}
_JOINING = frozenset({"of", "the", "for", "on", "de", "&", "-"})  # inside the names of bodies and places


@dataclass(slots=True)
class Labels:
    """The label sets that the treebanks share, in a fixed order."""

    upos: list[str] = field(default_factory=list)
    xpos: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Mention:
    entity: str
    kind: str
    first: int
    last: int


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
            mentions = list(_mentions(rows))
            document.references, document.candidates = _references(rows, mentions, heads)
            document.names, document.outside = _names(rows, mentions, heads), UNMARKED
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


def _mentions(rows: _Rows) -> Iterator[_Mention]:
    """The mentions of entities, as the last column opens and closes them."""
    opened: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for place, row in enumerate(rows.words):
        entity = next((v[7:] for v in row[9].split("|") if v.startswith("Entity=")), "")
        for match in _ENTITY.finditer(entity):
            whole, opening, closing = match.groups()
            key, _, described = (whole or opening or closing).partition("-")
            kind = described.partition("-")[0]
            if whole:
                yield _Mention(key, kind, place, place + 1)
            elif opening:
                opened[key].append((place, kind))
            elif opened[key]:
                first, kind = opened[key].pop()
                yield _Mention(key, kind, first, place + 1)


def _references(rows: _Rows, mentions: list[_Mention], heads: list[int]) -> tuple[list[Reference], list[int]]:
    """Word-level coreference (Dobrovolskii 2021): a mention stands for its head word, and refers back to the head
    words of earlier mentions of its entity."""
    chains: dict[str, list[int]] = defaultdict(list)
    for mention in mentions:
        chains[mention.entity].append(_head(mention.first, mention.last, heads))
    candidates = {n for n, row in enumerate(rows.words) if row[3] in _REFERRING}
    found: dict[int, tuple[int, ...]] = {}
    for chain in chains.values():
        places = sorted(set(chain) & candidates)
        for n, place in enumerate(places):
            pronoun = rows.words[place][3] == "PRON"
            found[place] = tuple(places[:n]) or (tuple(places[1:]) if pronoun else ())
    references = [Reference(place, found.get(place, ())) for place in sorted(candidates)]
    return references, sorted(candidates)


def _names(rows: _Rows, mentions: list[_Mention], heads: list[int]) -> list[int]:
    """The proper names that mentions of people, bodies and places are headed by, the longest first."""
    found = [0] * len(rows.words)
    for mention in sorted(mentions, key=lambda m: m.first - m.last):
        head = _head(mention.first, mention.last, heads)
        joined = any(h == head and rows.words[n][7] == "conj" for n, h in enumerate(heads[: mention.last]))
        if mention.kind not in _KINDS or rows.words[head][3] != "PROPN" or joined or rows.words[head][1].islower():
            continue
        first, last = _named(rows, mention, head)
        if first == last or any(found[first:last]):
            continue
        if rows.words[head][4] == "NNPS" and mention.kind == "person":
            found[first:last] = [UNKNOWN] * (last - first)  # a people or a party's members: a group or nothing
            continue
        label = NAMES.index(f"B-{_KINDS[mention.kind]}")
        found[first:last] = [label, *[label + 1] * (last - first - 1)]
    return found


def _named(rows: _Rows, mention: _Mention, head: int) -> tuple[int, int]:
    """The proper nouns about the head; a person's without titles, others with what joins them ("Bank of America")."""

    def proper(n: int) -> bool:
        return mention.first <= n < mention.last and rows.words[n][4].startswith("NNP")

    def joins(n: int) -> bool:
        return mention.kind != "person" and rows.words[n][1].casefold() in _JOINING

    first, last = head, head + 1
    while proper(first - 1):
        first -= 1
    while (end := next((n for n in range(last, mention.last) if not joins(n)), last)) and proper(end):
        last = end + 1
    while mention.kind == "person" and (size := _title(rows, first, last)):
        first += size
    return first, last


def _title(rows: _Rows, first: int, last: int) -> int:
    """The number of words of the longest title that the span begins with."""
    sizes = range(min(3, last - first), 0, -1)
    return next((n for n in sizes if fold(" ".join(r[1] for r in rows.words[first : first + n])) in titles()), 0)


def _head(first: int, last: int, heads: list[int]) -> int:
    """The word of the span whose head lies outside it."""
    return next((n for n in range(first, last) if not first <= heads[n] < last or heads[n] == n), first)
