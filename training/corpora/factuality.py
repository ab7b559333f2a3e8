"""UW (Lee et al. 2015) and UDS-IH2 (Rudinger et al. 2018): did it happen, from -3 (certainly not) to 3 (certainly so).

UW asks how committed the writer of a newspaper sentence is, of verbs and nouns that name events; UDS-IH2 asks readers
of web text whether what a predicate says happened or will happen, weighed with how sure they were. One line of JSON is
one sentence, in the order of the texts that it was taken from.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.examples import Document

CORPORA = ("UW", "UDS_IH2")
"""In the order of the columns that the network gives."""

_MARKS = {"``": '"', "''": '"', "_": "--"}  # As the Penn Treebank writes quotation marks, and UW's newswire a dash.
_LINE = 3  # Where sentences stand together, so many make a line.


def sentences(data: Path, corpus: str, split: str) -> Iterator[Document]:
    """Every sentence of a corpus as a document of its own, with the scores of the words that were asked about."""
    lines = (data / "factuality" / corpus / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        told = json.loads(line)
        words = [_MARKS.get(word, word) for word in told["text"].split(" ")]
        scores = {target["span1"][0]: float(target["label"]) for target in told["targets"]}
        breaks = [place == 0 for place in range(len(words))]
        yield Document(f"{corpus}-{split}-{number}", words, breaks, [len(words)], factuality=scores)


def together(documents: Iterable[Document]) -> Document:
    """The sentences as one text, so that each is read between its neighbours, as in a report."""
    scores: dict[int, float] = {}
    whole = Document("together", [], [], [], factuality=scores)
    for number, document in enumerate(documents):
        before = len(whole.words)
        whole.words += document.words
        whole.breaks += [number % _LINE == 0, *document.breaks[1:]]
        whole.ends += [before + end for end in document.ends]
        scores.update((before + word, score) for word, score in (document.factuality or {}).items())
    return whole
