"""Words and marks of English text, as the treebanks cut them."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language

_BAR = "―"  # The horizontal bar before a signature. spaCy parts words at all other dashes.


def blank() -> "Language":
    """spaCy's blank English pipeline, whose tokenizer also parts words at the horizontal bar."""
    import spacy  # noqa: PLC0415  (takes a second: help must not wait for it)
    from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex  # noqa: PLC0415

    pipeline = spacy.blank("en")
    defaults, tokenizer = pipeline.Defaults, cast(Any, pipeline.tokenizer)
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or ()), _BAR]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or ()), _BAR]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), _BAR]).finditer
    return pipeline


@cache
def _tokenizer() -> Callable[[str], Iterable[object]]:
    return blank().tokenizer


def word_spans(text: str) -> list[tuple[int, int]]:
    """The words and marks of one block: `[start, end)` into `text`, none of them white space, in order."""
    found: list[tuple[int, int]] = []
    for token in _tokenizer()(text):
        start: int = token.idx  # type: ignore[attr-defined]
        word: str = token.text  # type: ignore[attr-defined]
        if not word.isspace():
            found.append((start, start + len(word)))
    return found
