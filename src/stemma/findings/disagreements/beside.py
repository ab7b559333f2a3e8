"""The words of a mention that go with one of its figures: each goes with the figure that stands nearest to it."""

from dataclasses import dataclass

from stemma.model import Figure, Mention
from stemma.values.words import WORD, content


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a mention, its stem, where it stands in the text, the figure nearest to it, and whether it is one of
    that figure's own words."""

    word: str
    stem: str
    start: int
    end: int
    beside: Figure
    inside: bool

    def away(self, figure: Figure) -> int:
        """How many characters stand between the word and a figure."""
        return max(figure.start - self.end, self.start - figure.end, 0)


def words_beside(text: str, mention: Mention) -> tuple[Word, ...]:
    """The words of a mention that has figures, in order; `text` is its report's."""
    found: list[Word] = []
    for match in WORD.finditer(text, mention.start, mention.end):
        start, end = match.span()
        nearest = min(mention.figures, key=lambda each: (max(each.start - end, start - each.end, 0), each.start))
        inside = nearest.start <= start < nearest.end
        found.extend(Word(match.group(), stem, start, end, nearest, inside) for stem in content(match.group()))
    return tuple(found)
