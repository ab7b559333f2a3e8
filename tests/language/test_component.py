"""The trained component in its pipeline: what it sets, and on what that rests."""

import re
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from stemma.errors import SettingsError
from stemma.language import annotate, reading
from stemma.language.component import english
from stemma.language.network import WEIGHTS
from stemma.language.pieces import EDGE, SHAPES, Pieces, shape
from stemma.language.pipelines import load, missing
from stemma.language.vectors import WIDTH, vectors
from tests.texts import report

TEXT = (
    "The old bridge will stay shut until May, the transport ministry said on Tuesday.\n\n"
    "“We found cracks in two piers,” said Ana Ruiz, the ministry's chief engineer. She told reporters that the "
    "repairs would cost 3 million dollars."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return english()


def test_words_have_parts_of_speech_and_heads(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [t.pos_ for t in doc[:5]] == ["DET", "ADJ", "NOUN", "AUX", "VERB"]
    said = next(t for t in doc if t.text == "said")
    subject = next(t for t in said.children if t.dep_ == "nsubj")
    assert subject.text == "ministry"
    assert [s.text.split()[0] for s in doc.sents][-1] == "She"


def test_names_have_kinds(nlp: Language) -> None:
    assert ("Ana Ruiz", "PERSON") in [(e.text, e.label_) for e in nlp(TEXT).ents]


def test_whole_attributions(nlp: Language) -> None:
    doc = nlp(TEXT)
    found = [tuple("".join(doc[n].text_with_ws for n in part).strip() for part in (r.source, r.cue, r.content))
             for r in doc._.reportings]  # fmt: skip
    assert ("the transport ministry", "said", "The old bridge will stay shut until May") in found
    assert any(source.startswith("Ana Ruiz") and "cracks" in content for source, _, content in found)
    assert any(source == "She" and "repairs" in content for source, _, content in found)


def test_a_pronoun_refers_back(nlp: Language) -> None:
    doc = nlp(TEXT)
    she = next(t.i for t in doc if t.text == "She")
    likeliest = doc[doc._.references[she][0][0]]
    assert likeliest.text in {"Ana", "Ruiz"}


def test_nested_attributions_stand_inside_one_another(nlp: Language) -> None:
    doc = nlp("The senator said on Monday that the minister had told him that the ship was lost.")
    inner = [r for r in doc._.reportings if r.inside is not None]
    assert [[doc[n].text for n in r.cue][-1] for r in inner] == ["told"]
    outer = doc._.reportings[inner[0].inside]
    assert set(inner[0].content) < set(outer.content)


def test_a_text_reads_the_same_whatever_is_read_with_it(nlp: Language) -> None:
    other = "Rain fell over the valley. Nobody was hurt."
    alone = nlp(TEXT)
    beside = list(nlp.pipe([other, TEXT, other], batch_size=3))[1]
    assert alone.to_json() == beside.to_json()
    assert alone._.reportings == beside._.reportings
    assert alone._.references == beside._.references
    assert alone._.factuality == beside._.factuality


LINES = [
    "The old ferry left the harbour at dawn, the port authority said.",
    "Two bridges would be closed until the spring, said Ana Ruiz.",
    "Prices of bread rose for the third month, the statistics office reported.",
    "Nobody was hurt when the roof fell in, according to the fire brigade.",
    "The school would open again on Monday, the mayor announced.",
    "Farmers lost half of their apples to the frost, their union said.",
]


def test_a_long_text_reads_like_its_parts(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "STRETCH", 300)
    doc = nlp("\n\n".join(LINES * 10))
    contents = ["".join(doc[n].text_with_ws for n in r.content).strip() for r in doc._.reportings]
    whole = [content for content in contents if any(line.startswith(content + ",") for line in LINES)]
    assert len(contents) == len(whole) == len(doc._.reportings) == 60
    assert all(token.head.sent == token.sent for token in doc)
    assert [sent.text.strip() for sent in doc.sents] == LINES * 10


@pytest.mark.parametrize("text", ["", " ", "\n\n \n", "…", "\u200b", "a", "😀 😀", "x" * 5000, "ا ل ح"])
def test_odd_texts_are_read(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert doc._.reportings is not None


def test_pieces_and_shapes() -> None:
    pieces = Pieces(WEIGHTS / "tokenizer.json")
    encoded = pieces.encode(["Kelsund", "was", "shut", "."], [True, False, False, False])
    assert encoded.shapes[0] == encoded.shapes[-1] == EDGE
    assert len(encoded.ids) == len(encoded.shapes)
    assert encoded.shapes[1] == 5 + shape("Kelsund")
    assert max(encoded.shapes) < SHAPES
    assert [shape(w) for w in ("small", "Big", "NATO", "McCoy", "12", "I")] == [0, 1, 2, 3, 4, 1]


def test_vectors_are_near_where_texts_mean_alike() -> None:
    found = vectors(["The bridge was closed.", "They shut the bridge.", "Interest rates rose in March."])
    assert found.shape == (3, WIDTH)
    assert np.linalg.norm(found, axis=1) == pytest.approx(1, abs=1e-4)
    assert found[0] @ found[1] > 0.5 > found[0] @ found[2]
    assert (vectors(["They shut the bridge."])[0] == found[1]).all()


# Clauses of three to thirty words, many of one length, as a report's mentions are.
CLAUSES = sorted(
    {
        part.strip()
        for path in Path(str(files("stemma.examples"))).rglob("*.txt")
        for part in re.split(r"[.,;:\n]+", path.read_text(encoding="utf-8"))
        if 3 <= len(part.split()) <= 30
    }
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=60))
def test_a_vector_rests_on_its_text_alone(some: list[str]) -> None:
    together = vectors(some)
    alone = np.concatenate([vectors([text]) for text in some])
    assert (together == alone).all()


def test_another_pipeline_gives_names_and_its_lacks_are_told(tmp_path: object) -> None:
    other = spacy.blank("de")
    other.add_pipe("sentencizer")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "Ana Ruiz"}])  # type: ignore[attr-defined]
    other.to_disk(str(tmp_path))
    found = load(str(tmp_path))
    assert missing(found) == ("attributions", "pronouns", "how sure events are", "syntax")
    annotated = annotate(report("Ana Ruiz kam. Sie blieb."), found)
    assert [e.name for e in annotated.entities] == ["Ana Ruiz"]
    assert len(annotated.sentences) == 2
    assert annotated.reported == ()
    assert missing(english()) == ()


def test_a_pipeline_that_is_not_there_is_told_in_one_line() -> None:
    with pytest.raises(SettingsError, match="no_such_pipeline"):
        load("no_such_pipeline")
