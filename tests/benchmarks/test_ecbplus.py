"""Reading ECB+ and judging pairs, on a small corpus made up in its form."""

from pathlib import Path

import pytest

from benchmarks.ecbplus import best_f1, clause_pairs, f1, glued, pairs, told

FIRST = (("Police", "arrested", "Ana", "Roy", "on", "Monday", "."), ("Rain", "fell", "on", "Kelm", "."))
SECOND = (("Ana", "Roy", "was", "arrested", "by", "police", "."),)


def _document(name: str, sentences: tuple[tuple[str, ...], ...], events: dict[tuple[int, int], str]) -> str:
    """A report in the corpus's form; `events` gives the number of the event that a word of a sentence names."""
    tokens, places, number = [], {}, 0
    for at, sentence in enumerate(sentences):
        for place, word in enumerate(sentence):
            number += 1
            places[at, place] = number
            tokens.append(f'<token t_id="{number}" sentence="{at}" number="{place}">{word}</token>')
    marks, links = [], []
    for mark, (where, event) in enumerate(events.items(), 1):
        anchor = f'<token_anchor t_id="{places[where]}"/>'
        marks.append(f'<ACTION_OCCURRENCE m_id="{mark}">{anchor}</ACTION_OCCURRENCE>')
        marks.append(f'<ACTION_OCCURRENCE m_id="{mark}0" instance_id="{event}" TAG_DESCRIPTOR="x"/>')
        links.append(f'<CROSS_DOC_COREF><source m_id="{mark}"/><target m_id="{mark}0"/></CROSS_DOC_COREF>')
    body = f"<Markables>{''.join(marks)}</Markables><Relations>{''.join(links)}</Relations>"
    return f'<Document doc_name="{name}">{"".join(tokens)}{body}</Document>'


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Two reports of one topic; of the first only the first sentence is validated."""
    folder = tmp_path / "ECB+" / "1"
    folder.mkdir(parents=True)
    (folder / "1_1ecb.xml").write_text(_document("1_1ecb.xml", FIRST, {(0, 1): "ACT1", (1, 1): "ACT2"}))
    (folder / "1_2ecb.xml").write_text(_document("1_2ecb.xml", SECOND, {(0, 3): "ACT1"}))
    (tmp_path / "ECBplus_coreference_sentences.csv").write_text("Topic,File,Sentence Number\n1,1ecb,0\n1,2ecb,0\n")
    return tmp_path


def test_sentences_are_read_with_their_events(corpus: Path) -> None:
    found = list(told(corpus, ["1"]))
    assert [(each.report, each.validated, each.events) for each in found] == [
        ("1_1ecb", True, {"ACT1"}),
        ("1_1ecb", False, frozenset()),
        ("1_2ecb", True, {"ACT1"}),
    ]
    assert {"arrest", "ana", "roy"} <= set(found[0].mention.words)


def test_pairs_are_those_of_validated_sentences(corpus: Path) -> None:
    assert [one for _, one in pairs(told(corpus, ["1"]))] == [True]
    assert [one for _, one in clause_pairs(told(corpus, ["1"]))] == [True]


def test_other_topics_are_left_out(corpus: Path) -> None:
    assert list(told(corpus, ["2"])) == []


def test_words_are_set_as_printers_do() -> None:
    assert glued(["``", "We", "did", "n't", "(", "yet", ")", "pay", ",", "''", "he", "said", "."]) == (
        "“We didn't (yet) pay,” he said."
    )


def test_f1_and_its_best_threshold() -> None:
    assert f1([True, True, False], [True, False, True]) == pytest.approx(0.5)
    assert best_f1([0.9, 0.8, 0.1], [True, True, False]) == 1.0
    assert best_f1([0.9, 0.8, 0.1], [True, False, True]) == pytest.approx(0.8)
