"""What simple systems reach, so that a score can be judged: each gives the same shape as Stemma's export.

`count_one` and `count_outlets` keep the claims and links that they are given and replace the count. `equal_words` and
`patterns` read the texts alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import log, sqrt
from pathlib import Path

import networkx

from benchmarks.shapes import Claim, Edge, Export, Hop, Mention, Report

# A sentence ends at a mark, and any quotation mark after it, before a space and a capital or an opening mark.
SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"”’']*(?=\s+[\"“‘'(A-Z])|$)", re.MULTILINE)
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
NAME = r"(?:[A-Z][\w.’'-]*)(?:\s+(?:(?:of|the|for|and)\s+)?[A-Z][\w.’'-]*){0,5}"
ACCORDING = re.compile(rf"[Aa]ccording to (?:an? |the )?({NAME}|[a-z][\w ]{{2,40}})")
SAYING = r"(?:said|says|told|reported|reports|claimed|announced|confirmed|denied|added|warned|stated)"
SPEAKER = re.compile(rf"({NAME}|[Oo]fficials|[Pp]olice|[Ss]ources|[Aa]uthorities)\s+(?:has |had |have )?{SAYING}\b")
INVERTED = re.compile(rf"\b{SAYING}\s+({NAME}|officials|police|sources|authorities)")
# Mentions of two sentences are linked from this cosine of their weighted words on.
NEAR = 0.4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a report, `[start, end)` in its text, and its words."""

    report: str
    start: int
    end: int
    text: str
    words: tuple[str, ...]


def sentences(report: Report) -> Iterator[Sentence]:
    """The sentences of a report, by marks at their end; a line's end ends one too."""
    for match in SENTENCE.finditer(report["text"]):
        words = tuple(WORD.findall(match.group().lower()))
        if len(words) >= 4:
            yield Sentence(report["id"], match.start(), match.end(), match.group(), words)


def count_one(export: Export) -> Export:
    """Every claim has one origin."""
    claims: list[Claim] = [{**claim, "independent": [1, 1]} for claim in export["claims"]]
    return {**export, "claims": claims}


def count_outlets(export: Export) -> Export:
    """Every claim has as many origins as outlets that carry it."""
    outlets = {report["id"]: report.get("outlet") or report["id"] for report in export["reports"]}

    def counted(claim: Claim) -> Claim:
        number = len({outlets[mention["report"]] for mention in claim["mentions"]})
        return {**claim, "independent": [number, number]}

    return {**export, "claims": [counted(claim) for claim in export["claims"]]}


def equal_words(reports: list[Report]) -> Export:
    """Each sentence is a claim in the report's own voice; two are the same where their words are the same set."""
    groups: dict[frozenset[str], list[Sentence]] = {}
    for report in reports:
        for sentence in sentences(report):
            groups.setdefault(frozenset(sentence.words), []).append(sentence)
    claims = [claim(number, group, chained=False) for number, group in enumerate(groups.values())]
    return {"reports": reports, "claims": claims, "lineage": [], "disagreements": []}


def patterns(reports: list[Report]) -> Export:
    """Each sentence is a claim, linked by the cosine of its words; "X said" and "according to X" by pattern; agencies
    by their names; every count [1, 1]."""
    everything = [sentence for report in reports for sentence in sentences(report)]
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(everything)))
    graph.add_edges_from(near_pairs(everything))
    groups = [[everything[number] for number in sorted(group)] for group in networkx.connected_components(graph)]
    return {
        "reports": reports,
        "claims": [claim(number, group, chained=True) for number, group in enumerate(groups)],
        "lineage": [edge for report in reports for edge in agencies_in(report)],
        "disagreements": [],
    }


def claim(number: int, group: list[Sentence], *, chained: bool) -> Claim:
    """A claim with each sentence of the group as a mention, and one origin."""
    mentions: list[Mention] = [
        {
            "report": sentence.report,
            "start": sentence.start,
            "end": sentence.end,
            "chain": speaker(sentence.text) if chained else [],
        }
        for sentence in group
    ]
    reports = sorted({sentence.report for sentence in group})
    return {
        "id": f"c{number}",
        "statement": group[0].text,
        "independent": [1, 1],
        "mentions": mentions,
        "origins": [{"name": reports[0], "mentions": reports}],
    }


def speaker(text: str) -> list[Hop]:
    """The first name that a pattern gives as the word for a sentence."""
    for pattern in (ACCORDING, SPEAKER, INVERTED):
        match = pattern.search(text)
        if match:
            return [{"name": match.group(1).strip()}]
    return []


def near_pairs(everything: list[Sentence]) -> Iterator[tuple[int, int]]:
    """Pairs of sentences, by number, whose rarity-weighted words have a cosine of `NEAR` or more."""
    spread = Counter(word for sentence in everything for word in set(sentence.words))
    vectors = [weighted(sentence.words, spread, len(everything)) for sentence in everything]
    for left, right in combinations(range(len(everything)), 2):
        if cosine(vectors[left], vectors[right]) >= NEAR:
            yield left, right


def weighted(words: tuple[str, ...], spread: Counter[str], number: int) -> dict[str, float]:
    """Word -> weight, by rarity over all sentences; the length of the vector is 1 (or 0)."""
    weights = {word: log(number / spread[word]) for word in sorted(set(words))}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    """The cosine of two vectors of length 1."""
    shorter, longer = sorted((left, right), key=len)
    return sum(weight * longer[word] for word, weight in shorter.items() if word in longer)


@cache
def agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The name of each agency, and the pattern by which a text names it."""
    lines = Path(__file__).with_name("data").joinpath("agencies.txt").read_text(encoding="utf-8").splitlines()
    named = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return tuple((names[0], re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")) for names in named)


def agencies_in(report: Report) -> Iterator[Edge]:
    """An edge to each agency that the text names."""
    for name, pattern in agencies():
        if pattern.search(report["text"]):
            yield {"from": report["id"], "to": name, "kind": "cites"}
