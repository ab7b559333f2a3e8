"""A report laid out for reading: words in lower case, what is quoted, and which name stands at which token."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Annotated, Entity, Name, Sentence, Span, Token
from stemma.values.outlets import looks_like_outlet
from stemma.values.quotations import quotations

_NAME = 5  # Tokens of a name, at most, that a phrase can have cut off.


@dataclass(frozen=True, slots=True)
class Page:
    """`words[i]` is token i in lower case with plain apostrophes; `quoted[i]` tells whether it is in a quotation;
    `titles` are the quotations that are titles of works; `children[i]` are the tokens that depend on token i.
    `employers` has, by the number of a person, the outlet's name that owns the person's ("the Herald's Ana Roy")."""

    annotated: Annotated
    text: str
    words: tuple[str, ...]
    starts: tuple[int, ...]
    quotes: tuple[Span, ...]
    quoted: tuple[bool, ...]
    titles: tuple[Span, ...]
    names: tuple[Name, ...]
    name_starts: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    employers: Mapping[int, Name]

    def span(self, first: int, last: int) -> Span:
        """Characters of the tokens `[first, last)`; empty at `first` where there are none."""
        tokens = self.annotated.tokens
        if first >= last:
            return Span(tokens[first].start, tokens[first].start)
        return Span(tokens[first].start, tokens[last - 1].end)

    def token_at(self, offset: int) -> int:
        """The first token that starts at or after the character `offset`."""
        return bisect_left(self.starts, offset)

    def in_title(self, token: int) -> bool:
        """Whether a token belongs to a title in quotation marks."""
        return self.quoted[token] and any(t.start <= self.starts[token] < t.end for t in self.titles)

    def trimmed(self, start: int, end: int) -> Span:
        """The stretch `[start, end)` without spaces and marks at its end."""
        while end > start and self.text[end - 1] in " ,;:.–—\n":
            end -= 1
        return Span(start, end)

    def quoted_part(self, spans: Sequence[Span]) -> int:
        """How many characters of `spans` stand in quotation marks."""
        return sum(max(0, min(q.end, s.end) - max(q.start, s.start)) for s in spans for q in self.quotes)

    def names_in(self, span: Span) -> tuple[Name, ...]:
        """Names that lie wholly within `span`."""
        first = bisect_left(self.name_starts, span.start)
        last = bisect_right(self.name_starts, span.end)
        return tuple(name for name in self.names[first:last] if name.end <= span.end)

    def names_near(self, first: int, last: int) -> tuple[Name, ...]:
        """Names that begin at most a few tokens before or after the ends of the tokens `[first, last)`."""
        return self.names_in(self.span(max(0, first - _NAME), min(len(self.words), last + _NAME)))

    def without_marks(self, first: int, last: int) -> int:
        """`last`, moved back over the commas and dashes that the tokens `[first, last)` end with."""
        while last > first and self.words[last - 1] in (",", "–", "—"):
            last -= 1
        return last

    def entity(self, name: Name) -> Entity:
        """Whom `name` refers to."""
        return self.annotated.entities[name.entity]

    def sentence_of(self, offset: int) -> Sentence | None:
        """The sentence around the character `offset`."""
        sentences = self.annotated.sentences
        at = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
        return sentences[at] if at >= 0 and offset < sentences[at].end else None


def lay_out(annotated: Annotated) -> Page:
    """The page of `annotated`, on which whatever goes under a name as outlets and agencies have it is an outlet."""
    annotated = replace(annotated, entities=tuple(map(_as_outlet, annotated.entities)))
    text = annotated.report.text
    quotes = quotations(text, annotated.report.blocks)
    names = tuple(sorted(annotated.names, key=lambda name: (name.start, name.end)))
    return Page(
        annotated=annotated,
        text=text,
        words=tuple(text[t.start : t.end].lower().replace("’", "'") for t in annotated.tokens),
        starts=tuple(t.start for t in annotated.tokens),
        quotes=quotes,
        quoted=_inside(tuple(t.start for t in annotated.tokens), quotes),
        titles=tuple(quote for quote in quotes if _is_title(text[quote.start : quote.end])),
        names=names,
        name_starts=tuple(name.start for name in names),
        children=_children(annotated.tokens),
        employers=_employers(annotated, names),
    )


def _as_outlet(entity: Entity) -> Entity:
    return replace(entity, kind="outlet") if entity.kind != "place" and looks_like_outlet(entity.name) else entity


def _employers(annotated: Annotated, names: tuple[Name, ...]) -> Mapping[int, Name]:
    found: dict[int, Name] = {}
    for before, name in pairwise(names):
        owns = annotated.report.text[before.end : name.start].replace("’", "'").strip() in ("'s", "'")
        if owns and name.kind == "name" and annotated.entities[before.entity].kind == "outlet":
            found.setdefault(name.entity, before)
    return found


def _is_title(quotation: str) -> bool:
    """Whether all words of a quotation are written as in titles: “Face the Nation.”"""
    words = re.findall(r"[\w'’&]+", quotation)
    large = [word for word in words if word.lower() not in _SMALL]
    return 0 < len(words) <= _LONGEST_TITLE and bool(large) and all(word[0].isupper() for word in large)


_SMALL = frozenset({"the", "of", "and", "a", "an", "in", "on", "for", "to", "with", "at", "s"})
_LONGEST_TITLE = 6


def _children(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in tokens]
    for n, token in enumerate(tokens):
        if token.head not in (-1, n):
            found[token.head].append(n)
    return tuple(map(tuple, found))


def _inside(starts: tuple[int, ...], quotes: tuple[Span, ...]) -> tuple[bool, ...]:
    marks = [False] * len(starts)
    for quote in quotes:
        for i in range(bisect_left(starts, quote.start), bisect_left(starts, quote.end)):
            marks[i] = True
    return tuple(marks)
