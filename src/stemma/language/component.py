"""The trained network as a spaCy component, `stemma_reader`, in a blank English pipeline.

It sets what every spaCy pipeline sets: words' tags, parts of speech, heads and relations, sentence starts and named
entities (PERSON, ORG, LOC, NORP, MISC). What spaCy has no place for stands in two extensions of `Doc`:

    doc._.reportings   tuple of `Reporting` over the document's tokens: who says what, by which word
    doc._.references   token -> ((token, chance), ...): what pronouns and common nouns refer back to, likeliest first
    doc._.factuality   for each token how sure it is that what it names is so, and that it has happened, -3 to 3 both;
                       None for what names no event

A pipeline without this component leaves all three None.
"""

from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span

from stemma.language.network import Network, Words, shipped
from stemma.language.reading import Read, read
from stemma.language.reporting import moved
from stemma.language.sentences import sentence_spans
from stemma.language.tables import speech
from stemma.language.words import blank

NAME = "stemma_reader"
_LABELS = {"person": "PERSON", "organisation": "ORG", "place": "LOC", "group": "NORP", "other": "MISC"}

for _extension in ("reportings", "references", "factuality"):
    if not Doc.has_extension(_extension):
        Doc.set_extension(_extension, default=None)


def english() -> Language:
    """The blank English pipeline with the component, as it is used when no other pipeline is named."""
    pipeline = blank()
    pipeline.add_pipe(NAME)
    return pipeline


@Language.factory(NAME)
def _make(nlp: Language, name: str) -> "Reader":
    del name
    return Reader(nlp, shipped())


class Reader:
    """The component. What it sets rests on the document's text alone."""

    def __init__(self, nlp: Language, network: Network) -> None:
        self._strings = nlp.vocab.strings
        self._network = network

    def __call__(self, doc: Doc) -> Doc:
        """Reads the document and sets the attributes named above."""
        at, text = _words(doc)
        if not at:
            doc._.reportings, doc._.references, doc._.factuality = (), {}, (None,) * len(doc)
            return doc
        found = read(self._network, text, speech() | {"according"})
        doc = self._with_syntax(doc, at, text.ends, found)
        doc.set_ents([Span(doc, at[n.first], at[n.last - 1] + 1, label=_LABELS[n.kind]) for n in found.names])
        doc._.reportings = tuple(moved(each, at, each.inside) for each in found.reportings)
        scores = dict(zip(at, found.factuality, strict=True))
        doc._.factuality = tuple(scores.get(n) for n in range(len(doc)))
        doc._.references = {
            at[word]: tuple((at[other], chance) for other, chance in likely)
            for word, likely in found.references.items()
        }
        return doc

    def _with_syntax(self, doc: Doc, at: Sequence[int], ends: Sequence[int], found: Read) -> Doc:
        """Sets all syntax in one array; white space hangs on the word before it."""
        rows = np.zeros((len(doc), 5), dtype=np.uint64)
        rows[:, 0], rows[:, 1] = self._strings.add("_SP"), self._strings.add("SPACE")
        rows[:, 4] = np.uint64(2**64 - 1)  # -1: no sentence starts here
        place = np.array(at)
        before = np.maximum.accumulate(np.where(np.isin(np.arange(len(doc)), place), np.arange(len(doc)), 0))
        rows[:, 3] = (before - np.arange(len(doc))).astype(np.int64).view(np.uint64)
        if place[0] > 0:
            rows[: place[0], 3] = (place[0] - np.arange(place[0])).astype(np.int64).view(np.uint64)
        for column, values in enumerate((found.xpos, found.upos, found.relations)):
            table = {value: self._strings.add(value) for value in set(values)}
            rows[place, column] = [table[value] for value in values]
        rows[place, 3] = (place[found.heads] - place).astype(np.int64).view(np.uint64)
        starts = np.array([0, *ends[:-1]])
        rows[place[starts], 4] = 1
        rows[place[0], 4], rows[0, 4] = (np.uint64(2**64 - 1), 1) if place[0] else (1, 1)
        return doc.from_array(["TAG", "POS", "DEP", "HEAD", "SENT_START"], rows)  # type: ignore[arg-type]  # its stub says int32


def _words(doc: Doc) -> tuple[list[int], Words]:
    """The tokens that are no white space, and the text as the network takes it."""
    at: list[int] = []
    words: list[str] = []
    breaks: list[bool] = []
    ends: list[int] = []
    whole = doc.text
    stops = iter(end for _, end in sentence_spans(whole))
    stop = next(stops, len(whole))
    broken = True
    for token in doc:
        if token.is_space:
            broken = broken or "\n" in token.text
            continue
        if token.idx >= stop and words:
            ends.append(len(words))
            while token.idx >= stop:
                stop = next(stops, len(whole) + 1)
        at.append(token.i)
        words.append(token.text)
        breaks.append(broken)
        broken = False
    if words:
        ends.append(len(words))
    return at, Words(words, breaks, ends)
