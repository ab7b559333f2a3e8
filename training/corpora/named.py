"""Corpora of names in the column format of CoNLL, each with its own set of kinds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from stemma.values.names import fold, nations
from training.examples import NAMES, UNMARKED, Document

_GROUPS = tuple(n for n, label in enumerate(NAMES) if label.endswith("-group"))


@dataclass(frozen=True, slots=True)
class Scheme:
    """Where a corpus lies, its kinds as ours, and what else an unmarked word of it can be."""

    files: tuple[str, ...]
    kinds: Mapping[str, str]
    outside: tuple[int, ...]
    columns: tuple[int, int]


_NEWS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other"}
_TWEETS = {
    "person": "person",
    "location": "place",
    "corporation": "organisation",
    "group": "organisation",
    "product": "other",
    "creative-work": "other",
}
SCHEMES = {
    "uner": Scheme(("ner/uner_ewt/en_ewt-ud-dev.iob2",), _NEWS, UNMARKED, (1, 2)),
    "wikigold": Scheme(("ner/wikigold/CONLL-format/data/wikigold.conll.txt",), _NEWS, (0,), (0, -1)),
    "wnut": Scheme(
        (
            "ner/WNUT17/CONLL-format/data/train/wnut17train.conll",
            "ner/WNUT17/CONLL-format/data/dev/emerging.dev.conll",
        ),
        _TWEETS,
        (0, *_GROUPS),
        (0, -1),
    ),
    "btc": Scheme(
        tuple(f"ner/BTC/CONLL-format/data/{part}.conll" for part in "abefgh"),
        _NEWS,
        UNMARKED,
        (0, -1),
    ),
}
_PER_DOCUMENT = 12  # Sentences of a corpus without documents that are read as one.


def documents(folder: Path, corpus: str) -> Iterator[Document]:
    """The corpus as documents; where it marks none, some sentences that follow one another."""
    scheme = SCHEMES[corpus]
    table = {name: n for n, name in enumerate(NAMES)}
    for file in scheme.files:
        words: list[str] = []
        names: list[int] = []
        ends: list[int] = []
        title = file
        for line in [*(folder / file).read_text(encoding="utf-8").splitlines(), "# newdoc id = end"]:
            fields = line.split("\t") if "\t" in line else line.split(" ")
            new = line.startswith("# newdoc") or (corpus != "uner" and len(ends) >= _PER_DOCUMENT)
            if (not line.strip() or new) and words and (not ends or ends[-1] < len(words)):
                ends.append(len(words))
            if new and words:
                yield _document(title, words, names, ends, scheme)
                words, names, ends = [], [], []
            if line.startswith("# newdoc"):
                title = line.partition("= ")[2]
            if line.strip() and not (corpus == "uner" and line.startswith("# ")) and len(fields) > 1:
                label = fields[scheme.columns[1]].strip()
                word = fields[scheme.columns[0]]
                if word:
                    words.append(word)
                    names.append(_label(label, names, table, scheme))


def _label(label: str, before: list[int], table: Mapping[str, int], scheme: Scheme) -> int:
    edge, _, kind = label.partition("-")
    if kind not in scheme.kinds:
        return 0
    ours = scheme.kinds[kind]
    inside = table[f"I-{ours}"]
    goes_on = edge == "I" and bool(before) and before[-1] in (inside, inside - 1)
    return inside if goes_on else inside - 1


def _document(title: str, words: list[str], names: list[int], ends: list[int], scheme: Scheme) -> Document:
    """Marks nationalities and the like among the other names as groups."""
    for n, label in enumerate(names):
        alone = n + 1 == len(names) or not NAMES[names[n + 1]].startswith("I-")
        if NAMES[label] == "B-other" and alone and fold(words[n]) in nations():
            names[n] = NAMES.index("B-group")
    starts = {0, *ends}
    breaks = [n in starts for n in range(len(words))]
    return Document(title, words, breaks, ends, names=names, outside=scheme.outside)


def held_out(document: Document) -> bool:
    """Whether a document of UNER is kept for measuring: every second one by the letters of its name."""
    return sum(document.name.encode()) % 2 == 0
