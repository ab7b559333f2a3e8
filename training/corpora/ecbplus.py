"""ECB+ (Cybulska and Vossen 2014): people, bodies and places linked within news reports.

Only those that take part in the marked events are marked, so an unmarked word tells nothing, save that a word in small
letters is no name.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from training.examples import NAMES, UNKNOWN, UNMARKED, Document, Reference

DEV = frozenset({"2", "5", "12", "18", "21", "23", "34", "35"})
_PEOPLE = "HUMAN_PART"
_KINDS = {"HUMAN_PART_PER": "person", "HUMAN_PART_ORG": "organisation", "LOC_GEO": "place"}
_Mention = tuple[str, list[int]]  # kind, words


def documents(folder: Path) -> Iterator[Document]:
    """The reports of all topics but the dev topics, with their references and those names that are sure."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8", newline="") as file:
        validated = {(row["Topic"], row["File"], row["Sentence Number"]) for row in csv.DictReader(file)}
    for path in sorted((folder / "ECB+").glob("*/*.xml")):
        topic, _, name = path.stem.partition("_")
        if topic not in DEV:
            yield _document(path, {sentence for t, f, sentence in validated if (t, f) == (topic, name)})


def _document(path: Path, validated: set[str]) -> Document:
    tree = ElementTree.parse(path).getroot()
    tokens = [t for t in tree.iter("token") if t.text]
    place = {t.get("t_id"): n for n, t in enumerate(tokens)}
    words = [t.text or "" for t in tokens]
    sentences = [t.get("sentence", "") for t in tokens]
    ends = [n + 1 for n in range(len(words)) if n + 1 == len(words) or sentences[n] != sentences[n + 1]]
    starts = {0, *ends}
    mentions = {
        mention.get("m_id", ""): (mention.tag, [place[a.get("t_id")] for a in mention if a.get("t_id") in place])
        for mention in tree.find("Markables") or ()
    }
    names = [0 if s in validated and not w[:1].isupper() else UNKNOWN for s, w in zip(sentences, words, strict=True)]
    for kind, at in mentions.values():
        begins = len(at) == 1 and at[0] in starts  # "He", "Police": its capital tells nothing
        if kind in _KINDS and at and not begins and all(words[n][:1].isupper() for n in at):
            label = NAMES.index(f"B-{_KINDS[kind]}")
            for n in at:
                names[n] = label + (n > at[0])
    document = Document(path.stem, words, [n in starts for n in range(len(words))], ends)
    document.names, document.outside = names, UNMARKED
    document.references = list(_references(tree, mentions))
    document.candidates = sorted(
        {n for n, word in enumerate(words) if word[:1].isalpha()}
        | {n for reference in document.references for n in (reference.word, *reference.right)}
    )
    return document


def _references(tree: ElementTree.Element, mentions: dict[str, _Mention]) -> Iterator[Reference]:
    """A mention's last word refers back to the words of earlier mentions of its chain; the first of a chain is left
    out, for others before it may be unmarked."""
    chains: dict[str, list[list[int]]] = defaultdict(list)
    for link in tree.find("Relations") or ():
        target = next((end.get("m_id", "") for end in link if end.tag == "target"), "")
        for end in link:
            kind, at = mentions.get(end.get("m_id", ""), ("", []))
            if end.tag == "source" and kind.startswith(_PEOPLE) and at:
                chains[target].append(at)
    found: dict[int, tuple[int, ...]] = {}
    for chain in chains.values():
        chain.sort()
        for n, at in enumerate(chain[1:], 1):
            found[at[-1]] = tuple(sorted({w for other in chain[:n] for w in other} - {at[-1]}))
    yield from (Reference(word, right) for word, right in sorted(found.items()) if right)
