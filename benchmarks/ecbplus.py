"""ECB+ (Cybulska and Vossen 2014): which sentences of different reports tell of one event.

Validated sentences only, every pair of two reports of a topic. A pair is positive where some marked event of one is
that of the other. Each topic holds reports of two like events: much that shares words is about something else.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree

from benchmarks.floors import Row
from benchmarks.results import Part
from benchmarks.speakers import plain
from benchmarks.tables import Table, number
from stemma.intake import understand
from stemma.language.embed import embedded, packed
from stemma.links.entries import lay
from stemma.links.features import TABLE, Values, pair, score, values, weights
from stemma.model import Mention, Reading
from stemma.values.rarity import rarity
from stemma.values.words import content
from training.corpora.ecbplus import DEV

TRAIN = frozenset(map(str, range(1, 36))) - DEV
THRESHOLD = 0.35  # Chance of one event from which a pair counts: the best on the training topics.
_BEFORE = re.compile(r" ([.,;:!?%)\]”]|'s\b|n't\b|'re\b|'ve\b|'ll\b|'d\b|'m\b)")
_AFTER = re.compile(r"([(\[“$£]) ")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Clause:
    """A mention, its words as they are embedded, the marked events of its predicate, and all that stand in it."""

    mention: Mention
    text: str
    main: frozenset[str]
    all: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of one topic whose predicate is a marked event."""

    clauses: tuple[Clause, ...]

    def judged(self) -> Iterator[tuple[int, int, bool]]:
        """The pairs, by number, of which can be told whether they tell mainly of one event, and whether they do."""
        for left, right in combinations(range(len(self.clauses)), 2):
            one = one_event(self.clauses[left], self.clauses[right])
            if one is not None:
                yield left, right, one


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence as one mention, its report, and the marked events that it tells of: their words and numbers; none
    where it was not `validated`. `clauses` are its mentions, each with its words as they are embedded."""

    topic: str
    report: str
    mention: Mention
    marked: tuple[tuple[str, str], ...]
    clauses: tuple[tuple[Mention, str], ...]
    validated: bool

    @property
    def events(self) -> frozenset[str]:
        """The events by their numbers."""
        return frozenset(number for _, number in self.marked)

    def eventful(self) -> Iterator[Clause]:
        """The clauses whose predicate is a marked event."""
        for mention, text in self.clauses if self.validated else ():
            inside = [(words, number) for words, number in self.marked if words in text]
            main = frozenset(number for words, number in inside if not set(content(words)).isdisjoint(mention.event))
            if main:
                yield Clause(mention, text, main, frozenset(number for _, number in inside))


def told(folder: Path, topics: Iterable[str]) -> Iterator[Told]:
    """The sentences of the topics' reports, each report read as a whole."""
    wanted = frozenset(topics)
    validated: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            validated[row["Topic"], row["File"]].add(row["Sentence Number"])
    for path in sorted((folder / "ECB+").glob("*/*.xml")):
        topic, _, name = path.stem.partition("_")
        if topic in wanted and (topic, name) in validated:
            yield from _sentences(path, topic, validated[topic, name])


def _sentences(path: Path, topic: str, validated: set[str]) -> Iterator[Told]:
    root = ElementTree.parse(path).getroot()
    words: defaultdict[str, list[str]] = defaultdict(list)
    sentence_of: dict[str, str] = {}
    for token in root.iter("token"):
        words[token.get("sentence", "")].append(token.text or "")
        sentence_of[token.get("t_id", "")] = token.get("sentence", "")
    texts = {sentence: glued(told) for sentence, told in words.items()}
    reading = understand(plain("\n".join(texts.values()), ""))
    events = _events(root, path.stem, sentence_of)
    start = 0
    for sentence, text in texts.items():
        end = start + len(text)
        clauses = tuple(
            (replace(m, report=path.stem), embedded(reading, m)) for m in reading.mentions if start <= m.start < end
        )
        marked = tuple(events[sentence]) if sentence in validated else ()
        mention = whole(reading, start, end, path.stem)
        yield Told(topic, path.stem, mention, marked, clauses, sentence in validated)
        start += len(text) + 1


def _events(
    root: ElementTree.Element, name: str, sentence_of: dict[str, str]
) -> defaultdict[str, list[tuple[str, str]]]:
    """The events of each sentence, their words and numbers; those marked across reports share a number."""
    words = {token.get("t_id", ""): token.text or "" for token in root.iter("token")}
    marked = {m.get("m_id", ""): m for m in root.find("Markables") or ()}
    number: dict[str, str] = {}
    for relation in root.find("Relations") or ():
        target = next((end.get("m_id", "") for end in relation if end.tag == "target"), "")
        shared = marked[target].get("instance_id") or f"{name} {target}"
        number |= {end.get("m_id", ""): shared for end in relation if end.tag == "source"}
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for mark, element in marked.items():
        anchors = [anchor.get("t_id", "") for anchor in element]
        if "ACTION" in element.tag and anchors:
            text = " ".join(words[anchor] for anchor in anchors)
            found[sentence_of[anchors[0]]].append((text, number.get(mark, f"{name} {mark}")))
    return found


def glued(words: Iterable[str]) -> str:
    """Words as printers set them."""
    text = _AFTER.sub(r"\1", _BEFORE.sub(r"\1", " ".join(words)))
    return text.replace("`` ", "“").replace(" ''", "”")


def whole(reading: Reading, start: int, end: int, report: str) -> Mention:
    """All that a report states from `start` to `end`, as one mention."""
    inside = [m for m in reading.mentions if start <= m.start < end]
    text = reading.report.text[start:end]
    base = inside[0] if inside else _bare(report, start, end)

    def union(parts: Iterable[Sequence[_T]]) -> tuple[_T, ...]:
        return tuple(dict.fromkeys(each for part in parts for each in part))

    return replace(
        base,
        id=f"{report}:{start}",
        report=report,
        start=start,
        end=end,
        words=union([*(m.words for m in inside), content(text)]),
        names=union(m.names for m in inside),
        figures=union(m.figures for m in inside),
        dates=union(m.dates for m in inside),
        places=union(m.places for m in inside),
        event=union(m.event for m in inside),
        agents=union(m.agents for m in inside),
        patients=union(m.patients for m in inside),
        vector=packed([text])[0],
    )


def _bare(report: str, start: int, end: int) -> Mention:
    return Mention("", report, start, end, (), None, False, False, "says", False, "done", (), (), (), ())


def pairs(sentences: Iterable[Told]) -> Iterator[tuple[Values, bool]]:
    """Every pair of validated sentences of two reports of one topic: what the features say, and whether they tell of
    one event. Words are as rare, and reports as alike, as all sentences of the topic's reports have it."""
    topics: defaultdict[str, list[Told]] = defaultdict(list)
    for each in sentences:
        topics[each.topic].append(each)
    for of_topic in topics.values():
        mentions = [each.mention for each in of_topic]
        laid = lay(mentions, rarity(mentions))
        for left, right in combinations([n for n, each in enumerate(of_topic) if each.validated], 2):
            a, b = of_topic[left], of_topic[right]
            if a.report != b.report:
                yield values(pair(laid, left, right)), bool(a.events & b.events)


def clause_pairs(sentences: Iterable[Told]) -> Iterator[tuple[Values, bool]]:
    """The same for pairs of clauses of validated sentences, where both have a marked event for their predicate: whether
    that is one. Those where one tells of the other's beside its own are left out."""
    for of_topic in clauses_of(sentences):
        mentions = [clause.mention for clause in of_topic.clauses]
        laid = lay(mentions, rarity(mentions))
        for left, right, one in of_topic.judged():
            yield values(pair(laid, left, right)), one


def clauses_of(sentences: Iterable[Told]) -> list[Clauses]:
    """The clauses of each topic, in its sentences' order."""
    topics: defaultdict[str, list[Clause]] = defaultdict(list)
    for each in sentences:
        topics[each.topic].extend(each.eventful())
    return [Clauses(tuple(clauses)) for clauses in topics.values()]


def one_event(a: Clause, b: Clause) -> bool | None:
    """Whether two clauses of different reports tell mainly of one event; None where it cannot be told."""
    if a.mention.report == b.mention.report:
        return None
    if a.main & b.main:
        return True
    return None if a.main & b.all or b.main & a.all else False


def measured(shared: Path) -> Part:
    """F1 over the pairs of the dev topics, with and without what the reports as wholes tell."""
    found = list(pairs(told(shared / "data" / "ecbplus", DEV)))
    column, reports = weights("event"), [row.name for row in TABLE].index("reports")
    truth = [positive for _, positive in found]
    row: Row = {"sentences of one event, F1": f1([score(v, column) >= THRESHOLD for v, _ in found], truth)}
    others = {
        "every pair": f1([True for _ in found], truth),
        "cosine of the sentence vectors, best threshold": best_f1([v[0] or 0.0 for v, _ in found], truth),
        "weighted words, best threshold": best_f1([v[1] or 0.0 for v, _ in found], truth),
        "without the reports as wholes, best threshold": best_f1(
            [score((*v[:reports], None, *v[reports + 1 :]), column) for v, _ in found], truth
        ),
    }
    note = f"ECB+ dev topics, {len(found):,} pairs of validated sentences, {sum(truth) / len(found):.0%} positive"
    rows = tuple((name, number(value, 3)) for name, value in (*row.items(), *others.items()))
    return Part("events", row, (Table("Sentences that tell of one event", ("what", "F1"), rows, note=note),))


def f1(told: Sequence[bool], truth: Sequence[bool]) -> float:
    """Harmonic mean of precision and recall."""
    right = sum(a and b for a, b in zip(told, truth, strict=True))
    return 2 * right / max(1, sum(told) + sum(truth))


def best_f1(scores: Sequence[float], truth: Sequence[bool]) -> float:
    """The best F1 that a threshold on `scores` reaches."""
    order = sorted(range(len(scores)), key=lambda at: -scores[at])
    right, best = 0, 0.0
    for taken, at in enumerate(order, 1):
        right += truth[at]
        best = max(best, 2 * right / (taken + sum(truth)))
    return best
