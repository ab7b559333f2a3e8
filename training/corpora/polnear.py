"""PolNeAR (Newell et al. 2018): attributions in political news, in brat's stand-off format."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from stemma.language.sentences import sentence_spans
from stemma.language.words import word_spans
from training.examples import PARTS, TAGS, Attributed, Document

_ROLE = {"Source": 1, "Cue": 2, "Content": 3}


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotator's work on one article."""

    article: str
    annotator: str
    text: str
    attributions: tuple[dict[str, frozenset[int]], ...]  # role -> characters


def annotations(folder: Path) -> Iterator[Annotation]:
    """Every annotator's work in `folder` (train or dev), by the names of the files."""
    for path in sorted((folder / "attributions").glob("*.ann")):
        article, annotator = path.stem.rsplit("_", 1)
        text = (folder / "text" / f"{article}.txt").read_text(encoding="utf-8")
        yield Annotation(article, annotator, text, tuple(_attributions(path.read_text(encoding="utf-8"))))


def _attributions(standoff: str) -> Iterator[dict[str, frozenset[int]]]:
    spans: dict[str, frozenset[int]] = {}
    events: list[list[list[str]]] = []
    for line in standoff.splitlines():
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if line[0] == "T" and " " in fields[1]:
            places = fields[1].split(" ", 1)[1]
            spans[fields[0]] = frozenset(
                c for span in places.split(";") for c in range(int(span.split()[0]), int(span.split()[1]))
            )
        elif line[0] == "E":
            events.append([part.split(":") for part in fields[1].split()])
    for event in events:
        found: dict[str, frozenset[int]] = defaultdict(frozenset)
        for name, key in event:
            role = name.rstrip("0123456789")
            if role in _ROLE and key in spans:
                found[role] |= spans[key]
        if found["Cue"] and found["Content"]:
            yield dict(found)


def document(annotation: Annotation) -> Document:
    """The article as words with their tags and attributions."""
    text = annotation.text
    words, breaks, ends, spans = lay_out(text)
    starts = [s for s, _ in spans]
    tags = [0] * len(words)
    attributions = []
    for roles in annotation.attributions:
        parts: dict[int, int] = {}
        for role, number in _ROLE.items():
            last = None
            for place in covered(roles.get(role, frozenset()), starts, spans):
                parts[place] = number
                tags[place] = 2 * number - (last is None or place != last + 1)
                last = place
        anchors = [w for w, part in parts.items() if PARTS[part] == "cue"]
        if anchors:
            attributions.append(Attributed(min(anchors), parts))
    for attributed in attributions:
        tags[attributed.anchor] = TAGS.index("B-Cue")
    name = f"{annotation.article}_{annotation.annotator}"
    return Document(name, words, breaks, ends, tags=tags, attributions=attributions)


def covered(characters: frozenset[int], starts: list[int], spans: list[tuple[int, int]]) -> list[int]:
    """The words that have one of the characters, in order."""
    found: set[int] = set()
    for c in characters:
        place = bisect_left(starts, c + 1) - 1
        if place >= 0 and spans[place][0] <= c < spans[place][1]:
            found.add(place)
    return sorted(found)


def lay_out(text: str) -> tuple[list[str], list[bool], list[int], list[tuple[int, int]]]:
    """Words, line breaks before them, sentence ends and the words' characters, paragraph by paragraph."""
    words: list[str] = []
    breaks: list[bool] = []
    ends: list[int] = []
    spans: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        mine = word_spans(line)
        closes = [end for _, end in sentence_spans(line)]
        for place, (first, last) in enumerate(mine):
            words.append(line[first:last])
            breaks.append(place == 0)
            spans.append((start + first, start + last))
            while closes and closes[0] < last:
                closes.pop(0)
            if place + 1 == len(mine) or (closes and mine[place + 1][0] >= closes[0]):
                ends.append(len(words))
        start += len(line) + 1
    return words, breaks, ends, spans
