"""Where sentences end, on the shapes that news text has."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.language.sentences import sentence_spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The U.S. Navy sent Gen. Ana M. Ruiz to St. Ives on Nov. 3.", "She arrived at 5 p.m. Monday."],
        ["It left at 5 p.m.", "The ferry was late."],
        ["He lives in the U.S.", "The house is small."],
        ["Harbour Lines Inc. said on Friday it lost $1.4 million.", "Shares fell 3.2 percent."],
        ["“We are done,” she said.", "He left."],
        ["He said: “We are done.”", "“Nobody is left,” he added."],
        ['He said: "We are done."', '"Nobody is left," he added.'],
        ["“Who did this?” he asked.", "Nobody knew."],
        ["“Never again!” Ruiz said.", "The hall was silent."],
        ["“We came.", "We saw,” he said."],
        ["They waited ... and waited.", "Then… they left."],
        ["J. D. Marsh and Sen. R. Vole met Mr. Okoro.", "No. 4 shaft was shut."],
        ["The vote (see p. 4) was Smith vs. Jones.", "It failed."],
        ["What now?", "Nobody knows!", "It goes on."],
        ["The mine was shut.", "Then it flooded."],
    ],
)
def test_splits_as_written(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_missing_space_after_the_stop() -> None:
    assert split("The mine was shut.The pit flooded.") == ["The mine was shut.", "The pit flooded."]


def test_a_blank_line_ends_a_sentence() -> None:
    assert split("Mine shut\n\nThe mine was shut") == ["Mine shut", "The mine was shut"]


@given(st.text(alphabet="aB .?!”“\"'…1\n", max_size=60))
def test_sentences_cover_all_words_in_order_and_hold_no_marks_alone(text: str) -> None:
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = {i for start, end in spans for i in range(start, end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
    assert all(any(c.isalnum() for c in text[start:end]) for start, end in spans[1:])
