"""The syntax of one sentence, laid out for asking: who depends on a word, and which words that word's phrase holds."""

from dataclasses import dataclass

from stemma.model import Sentence, Token


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a sentence by their number in it: `words` in lower case, their `tokens`, what each depends on
    (`heads`, its own number for a head of the sentence) and those that depend on it (`children`). The phrase of a word
    reaches from `first` to `last` (included) and holds `size` words: fewer than lie between where it has gaps. `order`
    has every word after the one that it depends on."""

    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    heads: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    first: tuple[int, ...]
    last: tuple[int, ...]
    size: tuple[int, ...]
    order: tuple[int, ...]

    def whole(self, at: int) -> bool:
        """Whether the phrase of the word stands in one piece."""
        return self.size[at] == self.last[at] - self.first[at] + 1

    def child(self, at: int, *relations: str) -> int | None:
        """The first word that depends on the word in one of these ways; None where there is none."""
        tokens = self.tokens
        return next((one for one in self.children[at] if tokens[one].relation in relations), None)


def tree(text: str, tokens: tuple[Token, ...], sentence: Sentence) -> Tree | None:
    """The tree of the sentence; None where the language model gives no syntax, or one with a circle in it. A word that
    depends on one outside the sentence counts as a head."""
    own = tokens[sentence.first : sentence.last]
    if not own or any(token.head < 0 for token in own):
        return None
    start, end = sentence.first, sentence.last
    heads = tuple([t.head - start if start <= t.head < end else number for number, t in enumerate(own)])
    below: list[list[int]] = [[] for _ in own]
    for number, head in enumerate(heads):
        if head != number:
            below[head].append(number)
    order = [number for number, head in enumerate(heads) if head == number]
    for number in order:
        order.extend(below[number])
    if len(order) < len(own):
        return None
    first, last, size = list(range(len(own))), list(range(len(own))), [1] * len(own)
    for number in reversed(order):
        head = heads[number]
        if head != number:
            first[head], last[head] = min(first[head], first[number]), max(last[head], last[number])
            size[head] += size[number]
    return Tree(
        words=tuple([text[token.start : token.end].lower() for token in own]),
        tokens=own,
        heads=heads,
        children=tuple(map(tuple, below)),
        first=tuple(first),
        last=tuple(last),
        size=tuple(size),
        order=tuple(order),
    )
