"""How sure the text presents what its words name, as the whole stage gives it."""

from collections.abc import Iterator

import pytest
import spacy

from stemma.language import annotate
from stemma.language.factuality import MOST
from stemma.model import Token
from tests.texts import report


def scored(text: str, word: str) -> Token:
    """The token of that wording in the text."""
    annotated = annotate(report(text))
    return next(t for t in annotated.tokens if annotated.report.text[t.start : t.end] == word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry closed the port of Kelsund on Tuesday.", "closed"),
        ("Two bridges were washed away by the flood, the mayor said.", "washed"),
        ("Officials said that the strike had lasted two weeks.", "lasted"),
    ],
)
def test_what_was_done_is_sure_and_has_happened(text: str, word: str) -> None:
    token = scored(text, word)
    assert token.factuality is not None
    assert token.happened is not None
    assert min(token.factuality, token.happened) > 2


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry will close the port of Kelsund in May.", "close"),
        ("The company plans to sell its ferries.", "sell"),
        ("The minister may resign over the affair.", "resign"),
        ("If the talks fail, the port will be shut.", "fail"),
    ],
)
def test_what_lies_ahead_is_not_denied_and_has_not_happened(text: str, word: str) -> None:
    token = scored(text, word)
    assert token.factuality is not None
    assert token.happened is not None
    assert token.factuality > 0 > token.happened


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry did not close the port of Kelsund.", "close"),
        ("The mayor never signed the order.", "signed"),
        ("The mayor didn’t sign the order.", "sign"),
        ("The company has not paid its crews since March.", "paid"),
    ],
)
def test_what_was_not_done_is_surely_not_so(text: str, word: str) -> None:
    token = scored(text, word)
    assert token.factuality is not None
    assert token.factuality < 0


def test_only_words_that_can_name_an_event_have_scores() -> None:
    annotated = annotate(report("The old ferry, they say, will not sail again."))
    kinds = {t.pos for t in annotated.tokens if t.factuality is None}
    assert kinds.isdisjoint({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
    assert {"PUNCT", "DET"} <= kinds
    for token in annotated.tokens:
        assert (token.factuality is None) == (token.happened is None)


def test_scores_stay_within_their_bounds() -> None:
    found = [*_all("Nobody ever denied that the bridge fell. It fell, it fell, it certainly fell down. " * 8)]
    assert found
    assert max(map(abs, found)) <= MOST


def _all(text: str) -> Iterator[float]:
    for token in annotate(report(text)).tokens:
        if token.factuality is not None and token.happened is not None:
            yield from (token.factuality, token.happened)


def test_another_pipeline_tells_nothing() -> None:
    other = spacy.blank("en")
    other.add_pipe("sentencizer")
    assert {(t.factuality, t.happened) for t in annotate(report("The port was closed."), other).tokens} == {
        (None, None)
    }
