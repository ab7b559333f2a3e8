"""What every corpus is turned into: documents of words with the labels that the corpus has, cut into windows."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from stemma.language.pieces import Pieces

TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
PARTS = ("none", "source", "cue", "content")
KINDS = ("person", "organisation", "place", "group", "other")
NAMES = ("O", *(f"{edge}-{kind}" for kind in KINDS for edge in "BI"))
UNMARKED = tuple(n for n, label in enumerate(NAMES) if label[2:] in ("", "group", "other"))  # all but who and where
UNKNOWN = -100


@dataclass(slots=True)
class Attributed:
    """One attribution: the word by which its cue begins, and the part of every word that has one."""

    anchor: int
    parts: dict[int, int]


@dataclass(slots=True)
class Reference:
    """What one word refers back to: any of `right` (none: to nothing before it), none of `wrong`."""

    word: int
    right: tuple[int, ...]
    wrong: tuple[int, ...] = ()


@dataclass(slots=True)
class Document:
    """Words with their labels; a list that is None is not annotated. `ends` are sentence ends, exclusive."""

    name: str
    words: list[str]
    breaks: list[bool]
    ends: list[int]
    tags: list[int] | None = None
    attributions: list[Attributed] = field(default_factory=list)
    names: list[int] | None = None
    outside: tuple[int, ...] = (0,)  # the labels that an "O" of this corpus can stand for
    upos: list[int] | None = None
    xpos: list[int] | None = None
    heads: list[int] | None = None  # the head's word in the document; the word itself for a root
    relations: list[int] | None = None
    references: list[Reference] | None = None
    candidates: list[int] = field(default_factory=list)
    factuality: dict[int, float] | None = None  # of the words that were asked about


@dataclass(slots=True)
class Window:
    """Words `[first, last)` of a document with their pieces; sentences are numbered within it."""

    document: Document
    first: int
    last: int
    ids: list[int]
    shapes: list[int]
    starts: list[int]  # each word's first piece


def typographic(document: Document) -> Document:
    """The document with curly quotation marks and apostrophes, as newspapers print them and treebanks do not."""
    words, opened = [], {'"': False, "'": False}
    for word in document.words:
        if word in opened:
            opened[word] = not opened[word]
            words.append({'"': "“”", "'": "‘’"}[word][not opened[word]])
        else:
            words.append(word.replace("'", "’"))
    return replace(document, words=words)


def windows(
    documents: Iterable[Document], pieces: Pieces, least: int, most: int, rng: random.Random | None
) -> Iterator[Window]:
    """Cuts documents at sentence ends. With `rng`, each window gets a length of its own from `least` to `most`
    pieces, so that no word always stands at the same place; without, all are as long as they can be."""
    for document in documents:
        sizes = [len(pieces.word(w)) for w in document.words]
        first = 0
        limit = rng.randint(least, most) if rng else most
        size = 0
        start = 0
        for end in document.ends:
            here = sum(sizes[start:end])
            if size and size + here > limit:
                yield _window(document, first, start, pieces)
                first, size = start, 0
                limit = rng.randint(least, most) if rng else most
            while here > most:  # a sentence longer than a window is cut where the window is full
                cut, room = start, most - size
                while cut < end and sizes[cut] <= room:
                    room -= sizes[cut]
                    cut += 1
                if cut == first:
                    break
                yield _window(document, first, cut, pieces)
                here -= sum(sizes[start:cut])
                first = start = cut
                size = 0
            size += here
            start = end
        if first < len(document.words):
            yield _window(document, first, len(document.words), pieces)


def _window(document: Document, first: int, last: int, pieces: Pieces) -> Window:
    encoded = pieces.encode(document.words[first:last], document.breaks[first:last])
    return Window(document, first, last, encoded.ids, encoded.shapes, encoded.starts)


def batches(items: Sequence[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Groups of windows of like length, at most `size` pieces with the padding, in random order."""
    order = sorted(items, key=lambda w: len(w.ids) + rng.random() * 16)
    groups: list[list[Window]] = []
    for window in order:
        if groups and (len(groups[-1]) + 1) * max(len(window.ids), len(groups[-1][-1].ids)) <= size:
            groups[-1].append(window)
        else:
            groups.append([window])
    rng.shuffle(groups)
    return groups
