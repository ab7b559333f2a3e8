"""What a figure counts, over which time and where, as the syntax or the words right beside it show; None elsewhere.

counted   "42 percent of voters", "$5 billion in aid", "the toll rose to 61", "a 5 percent cut in spending"
period    "fell 5 percent in the first half of 2024", "12 deaths a year", "1,200 since January"
place     "12 people were killed in Gaza", "5.4 percent nationwide"
"""

import re
import tomllib
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from stemma.model import Annotated, Figure, Phrase, Sentence, Span, Token
from stemma.values.dates import date_spans
from stemma.values.figures import find_figures
from stemma.values.nouns import singular

_LEFT = frozenset({"amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_PERIOD = re.compile(
    r"\b(?:years?|months?|weeks?|hours|days|quarter|half|decades?|centur(?:y|ies)|season|summer|winter|spring|autumn|fall"
    r"|(?:1[5-9]|20)\d\d(?:s|\b))"
)
_DAY = re.compile(
    r"\b(?:ago|later|earlier|before|after)\b|day\b|\b[A-Z][a-z]+\.?\s\d{1,2}\b(?!\d)|\b\d{1,2}\s[A-Z]|\b\d{1,2}[-/.]\d"
)


@cache
def _listed(name: str) -> frozenset[str]:
    text = resources.files("stemma.claims").joinpath("data", "counted.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)[name])


def figures_of(annotated: Annotated, sentence: Sentence) -> tuple[Figure, ...]:
    """All figures of the sentence, in order, with what they count, when and where. Without syntax, or where it does not
    tell, as `find_figures` gives them."""
    found = find_figures(annotated.report.text, sentence.start, sentence.end)
    if not found or annotated.tokens[sentence.first].head < 0:
        return found
    tree = _Tree(annotated, sentence)
    found = tuple(figure for figure in found if not tree.is_adverb(figure))
    heads = [tree.top(figure) for figure in found]
    return tuple(
        _completed(tree, figure, head, [other for other in heads if other is not None])
        for figure, head in zip(found, heads, strict=True)
    )


def figures_within(text: str, figures: Sequence[Figure], span: Span) -> tuple[Figure, ...]:
    """Those of a sentence's `figures` that a stretch of it holds; a stretch that cuts through one is read anew."""
    touched = [figure for figure in figures if figure.start < span.end and span.start < figure.end]
    if all(span.start <= figure.start and figure.end <= span.end for figure in touched):
        return tuple(touched)
    return find_figures(text, span.start, span.end)


class _Tree:
    """One sentence: its tokens by their number in the report, the dependents of each, its dates and its places."""

    def __init__(self, annotated: Annotated, sentence: Sentence) -> None:
        self.text = annotated.report.text
        self.first, self.last = sentence.first, sentence.last
        self.tokens = annotated.tokens
        self.children: defaultdict[int, list[int]] = defaultdict(list)
        for number in range(self.first, self.last):
            head = self.tokens[number].head
            if head != number:
                self.children[head].append(number)
        self._starts = [token.start for token in self.tokens[self.first : self.last]]
        self.dates = date_spans(self.text, sentence.start, sentence.end)
        self.places = tuple(_places(annotated, sentence))

    def word(self, number: int) -> str:
        return self.text[self.tokens[number].start : self.tokens[number].end]

    def at(self, offset: int) -> int:
        """The number of the first token that starts at `offset` or later."""
        return self.first + bisect_left(self._starts, offset)

    def top_of(self, start: int, end: int) -> int | None:
        """The last token of `text[start:end]` that depends on none of its others."""
        inside = range(self.at(start), min(self.at(end), self.last))
        tops = [n for n in inside if self.tokens[n].head not in inside or self.tokens[n].head == n]
        return tops[-1] if tops else None

    def top(self, figure: Figure) -> int | None:
        """The token of the figure that the others depend on."""
        return self.top_of(figure.start, figure.end)

    def is_adverb(self, figure: Figure) -> bool:
        """Whether what looks like a rank says in which order things were done: "who first arrived"."""
        return figure.kind == "rank" and self.tokens[self.at(figure.start)].pos == "ADV" and not figure.unit

    def dependents(self, number: int, *relations: str) -> list[int]:
        return [child for child in self.children[number] if self.tokens[child].relation in relations]

    def phrase(self, number: int) -> Phrase | None:
        """The noun with what stands before it, and the "of" phrase of one that only says that something is counted."""
        if self.tokens[number].pos not in _NOUNS:
            return None
        if self.word(number).lower() in _listed("empty"):
            for child in self.dependents(number, "nmod"):
                if any(self.word(case).lower() == "of" for case in self.dependents(child, "case")):
                    return self.phrase(child)
        first = number
        for child in sorted(self.children[number], reverse=True):
            owner = self.tokens[child].pos == "PRON"  # "its exports"
            if child == first - 1 and not owner and self.tokens[child].relation in _LEFT:
                first = min([child, *(n for n in self.children[child] if n < child)])
        start, end = self.tokens[first].start, self.tokens[number].end
        return Phrase(self.text[start:end], start, end)


def _places(annotated: Annotated, sentence: Sentence) -> Iterator[Span]:
    names = annotated.names
    at = bisect_left(names, sentence.start, key=lambda name: name.start)
    while at < len(names) and names[at].start < sentence.end:
        if names[at].kind == "name" and annotated.entities[names[at].entity].kind == "place":
            yield Span(names[at].start, names[at].end)
        at += 1


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a figure stands in its tree: its top token, the verb that it belongs to, and whether it does so alone."""

    top: int
    verb: int | None
    alone: bool


def _completed(tree: _Tree, figure: Figure, top: int | None, tops: list[int]) -> Figure:
    if top is None or figure.kind == "age":
        return figure
    if figure.kind == "rank":
        figure = _ranked(tree, figure)
    verb = _verb(tree, top)
    place = _Place(top, verb, sum(_verb(tree, other) == verb for other in tops) == 1)
    counted = figure.counted or (None if figure.kind == "rank" else _beyond(figure, _counted(tree, figure, top)))
    return replace(
        figure,
        counted=counted,
        period=figure.period or _period(tree, figure, place),
        place=_where(tree, figure, place),
    )


def _ranked(tree: _Tree, figure: Figure) -> Figure:
    """The rank with the noun that its ordinal belongs to: "first soft landing"."""
    ordinal = tree.at(figure.start)
    token = tree.tokens[ordinal]
    noun = tree.tokens[token.head]
    counts = any(
        tree.tokens[number].pos == "NUM" for number in range(ordinal + 1, token.head)
    )  # "the first two ferries"
    if token.relation != "amod" or noun.pos != "NOUN" or noun.start < token.end or counts:
        return figure
    words = tree.text[token.end : noun.end].lstrip(" -")
    counted = Phrase(words, noun.end - len(words), noun.end)
    return replace(figure, unit=singular(tree.word(token.head).lower()), end=noun.end, counted=counted)


def _beyond(figure: Figure, phrase: Phrase | None) -> Phrase | None:
    """The phrase without the words of the figure itself: "lead" of "12-point lead"."""
    if phrase is None or phrase.end <= figure.start or phrase.start >= figure.end:
        return phrase
    words = phrase.text[max(0, figure.end - phrase.start) :].lstrip(" -")
    return Phrase(words, phrase.end - len(words), phrase.end) if words else None


def _verb(tree: _Tree, number: int) -> int | None:
    """The nearest verb, or predicate, that a token depends on; the token itself where it is the predicate."""
    for _ in range(4):
        token = tree.tokens[number]
        if token.pos in _VERBS or tree.dependents(number, "cop"):
            return number
        if token.head == number:
            return number
        number = token.head
    return None


def _counted(tree: _Tree, figure: Figure, top: int) -> Phrase | None:
    beside = _beside(tree, figure)
    if beside is not None:
        return tree.phrase(beside)
    token = tree.tokens[top]
    changes = figure.kind not in ("quantity", "rank")
    noun = token.head if token.head > top and token.relation in ("compound", "nummod", "amod", "nmod") else None
    if noun is not None and tree.tokens[noun].start >= figure.end:
        return _changed_thing(tree, noun) if changes else tree.phrase(noun)
    if tree.dependents(top, "cop"):
        return _subject(tree, top)
    verb = top if token.pos in _VERBS else token.head  # "doubled" is its own
    word = tree.word(verb).lower()
    objects = [n for n in tree.dependents(verb, "obj") if n != top]
    if changes and objects and word in _listed("changed"):
        return tree.phrase(objects[0])
    cases = {tree.word(case).lower() for case in tree.dependents(top, "case")}
    tells = word in _listed("levels") and cases <= _listed("level_cases") and (verb != top or changes)
    return _subject(tree, verb) if tells else None


def _beside(tree: _Tree, figure: Figure) -> int | None:
    """The noun of the "of" right after the figure, or of the "in" right after money: "42 percent of voters"."""
    case = tree.at(figure.end)
    if case >= tree.last or tree.tokens[case].relation != "case":
        return None
    preposition, noun = tree.word(case).lower(), tree.tokens[case].head
    money = figure.unit.partition(" per ")[0].isupper()
    if not (preposition == "of" or (preposition == "in" and money and tree.tokens[noun].pos == "NOUN")):
        return None
    start = tree.tokens[noun].start
    return noun if noun > case and not any(first <= start < last for first, last in tree.dates) else None


def _changed_thing(tree: _Tree, noun: int) -> Phrase | None:
    """What a noun of change is about: "cut in spending", "pay cut"."""
    for child in tree.dependents(noun, "nmod"):
        if any(tree.word(case).lower() in ("in", "of", "to") for case in tree.dependents(child, "case")):
            return (
                None
                if any(first <= tree.tokens[child].start < last for first, last in tree.dates)
                else tree.phrase(child)
            )
    inner = [child for child in tree.dependents(noun, "compound") if tree.tokens[child].pos in _NOUNS]
    return tree.phrase(inner[-1]) if inner and tree.tokens[inner[-1]].end < tree.tokens[noun].start else None


def _subject(tree: _Tree, verb: int) -> Phrase | None:
    subjects = tree.dependents(verb, "nsubj", "nsubj:pass")
    return tree.phrase(subjects[0]) if subjects else None


# --- when and where -----------------------------------------------------------------------------------------


def _period(tree: _Tree, figure: Figure, place: _Place) -> Phrase | None:
    often = _adverb(tree, figure, place, "often")
    if often is not None:
        return often
    for start, end in tree.dates:
        before = tree.at(start) - 1
        word = tree.word(before).lower() if before >= tree.first else ""
        if word not in _listed("period_before") and tree.text[start:end].split()[0].lower() in _listed("period_before"):
            word, before = tree.text[start:end].split()[0].lower(), tree.at(start)
        if word in _listed("day_before") or not (word == "since" or _is_period(tree.text[start:end])):
            continue
        first = tree.tokens[before].start if word in _listed("period_before") else start
        if _belongs(tree, figure, place, Span(first, end)):
            return Phrase(tree.text[first:end], first, end)
    return None


def _is_period(words: str) -> bool:
    return bool(_PERIOD.search(words)) and not _DAY.search(words)


def _where(tree: _Tree, figure: Figure, place: _Place) -> Phrase | None:
    for span in tree.places:
        before = tree.at(span.start) - 1
        while before > tree.first and tree.tokens[before].relation in ("det", "amod", "compound"):
            before -= 1
        if before < tree.first or tree.word(before).lower() not in _listed("place_before"):
            continue
        first = tree.tokens[before].start
        if _belongs(tree, figure, place, Span(first, span.end)):
            return Phrase(tree.text[first : span.end], first, span.end)
    return _adverb(tree, figure, place, "everywhere")


def _adverb(tree: _Tree, figure: Figure, place: _Place, table: str) -> Phrase | None:
    """A word of the table right after the figure, or beside its verb where the figure is the verb's only one."""
    beside = [n for n in (tree.at(figure.end),) if n < tree.last]
    heads = (place.top, place.verb) if place.alone and place.verb is not None else (place.top,)
    for number in (*beside, *(n for head in heads for n in tree.dependents(head, "advmod"))):
        if tree.word(number).lower() in _listed(table):
            token: Token = tree.tokens[number]
            return Phrase(tree.text[token.start : token.end], token.start, token.end)
    return None


def _belongs(tree: _Tree, figure: Figure, place: _Place, words: Span) -> bool:
    """Whether a phrase stands right after the figure, or depends on it, or on its verb if that has no other figure."""
    if words.start > figure.end and tree.text[figure.end : words.start].strip() == "":
        return True
    top = tree.top_of(words.start, words.end)
    head = tree.tokens[top].head if top is not None else None
    return head is not None and (head == place.top or (head == place.verb and place.alone))
