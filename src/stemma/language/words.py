"""Words and marks of English text, as the treebanks cut them."""

from collections.abc import Callable, Iterable
from functools import cache


@cache
def _tokenizer() -> Callable[[str], Iterable[object]]:
    """spaCy's English tokenizer. The import takes a second: it waits for the first text, so that help is quick."""
    from spacy.lang.en import English  # noqa: PLC0415

    tokenizer: Callable[[str], Iterable[object]] = English().tokenizer
    return tokenizer


def word_spans(text: str) -> list[tuple[int, int]]:
    """The words and marks of one block: `[start, end)` into `text`, none of them white space, in order."""
    found: list[tuple[int, int]] = []
    for token in _tokenizer()(text):
        start: int = token.idx  # type: ignore[attr-defined]
        word: str = token.text  # type: ignore[attr-defined]
        if not word.isspace():
            found.append((start, start + len(word)))
    return found
