"""How corpora are read: names and references from entity columns, in the two formats that give them."""

import json
from pathlib import Path

from training.corpora import ecbplus, factuality, treebanks
from training.examples import NAMES, UNKNOWN, Document

GUM = """\
# newdoc id = made_up
# newpar
1\tPresident\tPresident\tPROPN\tNNP\t_\t0\troot\t_\tEntity=(1-person-new-cf1-1-coref-Ana_Roy
2\tAna\tAna\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tRoy\tRoy\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
4\tleft\tleave\tVERB\tVBD\t_\t1\tacl\t_\t_
5\tthe\tthe\tDET\tDT\t_\t6\tdet\t_\tEntity=(2-organization-new-cf2-1-sgl
6\tUniversity\tuniversity\tPROPN\tNNP\t_\t4\tobj\t_\t_
7\tof\tof\tADP\tIN\t_\t8\tcase\t_\t_
8\tAverell\tAverell\tPROPN\tNNP\t_\t6\tnmod\t_\tEntity=(3-place-new-cf3-1-sgl)2)
9\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\t_

1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-1-ana)
2\tsang\tsing\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""

ECB = """\
<Document doc_name="1_1ecb.xml">
{tokens}
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="2"/><token_anchor t_id="3"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="2"><token_anchor t_id="6"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="4" RELATED_TO="" TAG_DESCRIPTOR="roy"/>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="9"><source m_id="1"/><source m_id="2"/><target m_id="4"/></CROSS_DOC_COREF>
</Relations>
</Document>
"""
SENTENCES = [
    {
        "text": "`` They did n't leave , '' she said .",
        "targets": [{"span1": [4, 5], "label": -2.4}, {"span1": [8, 9], "label": 3}],
    },
    {"text": "It rained .", "targets": [{"span1": [1, 2], "label": 2.75}]},
]
WORDS = ["Singer", "Ana", "Roy", "left", ".", "She", "sang", "in", "Kestria", "."]
CSV = "Topic,File,Sentence Number\n1,1ecb,0\n1,1ecb,1\n"


def gum(folder: Path) -> Document:
    path = folder / "made_up.conllu"
    path.write_text(GUM, encoding="utf-8")
    (document,) = treebanks.documents([path], treebanks.labels([path]))
    return document


def ecb(folder: Path) -> Document:
    tokens = "\n".join(
        f'<token t_id="{n + 1}" sentence="{int(n > 4)}" number="{n}">{word}</token>' for n, word in enumerate(WORDS)
    )
    (folder / "ECB+/1").mkdir(parents=True)
    (folder / "ECB+/1/1_1ecb.xml").write_text(ECB.format(tokens=tokens), encoding="utf-8")
    (folder / "ECBplus_coreference_sentences.csv").write_text(CSV, encoding="utf-8")
    (document,) = ecbplus.documents(folder)
    return document


def named(document: Document) -> list[tuple[str, str]]:
    return [
        (word, NAMES[label])
        for word, label in zip(document.words, document.names or [], strict=True)
        if label not in (0, UNKNOWN)
    ]


def test_gum_entities_that_proper_nouns_head_are_names_without_titles(tmp_path: Path) -> None:
    assert named(gum(tmp_path)) == [
        ("Ana", "B-person"),
        ("Roy", "I-person"),
        ("University", "B-organisation"),
        ("of", "I-organisation"),
        ("Averell", "I-organisation"),
    ]


def test_gum_mentions_refer_back_to_the_heads_of_earlier_ones(tmp_path: Path) -> None:
    document = gum(tmp_path)
    she = document.words.index("She")
    assert [r.right for r in document.references or [] if r.word == she] == [(0,)]


def test_ecbplus_teaches_what_is_sure_alone(tmp_path: Path) -> None:
    document = ecb(tmp_path)
    assert named(document) == [("Ana", "B-person"), ("Roy", "I-person")]
    labels = dict(zip(document.words, document.names or [], strict=True))
    assert labels["Kestria"] == labels["Singer"] == UNKNOWN  # a capital that nobody marked tells nothing
    assert labels["left"] == labels["sang"] == 0


def test_ecbplus_chains_refer_back(tmp_path: Path) -> None:
    document = ecb(tmp_path)
    assert [(r.word, r.right) for r in document.references or []] == [(5, (1, 2))]


def test_factuality_scores_belong_to_words_alone_and_together(tmp_path: Path) -> None:
    path = tmp_path / "factuality/UW/train.jsonl"
    path.parent.mkdir(parents=True)
    path.write_text("".join(json.dumps(each) + "\n" for each in SENTENCES), encoding="utf-8")
    first, second = factuality.sentences(tmp_path, "UW", "train")
    assert first.words == ['"', "They", "did", "n't", "leave", ",", '"', "she", "said", "."]
    assert {first.words[word]: score for word, score in (first.factuality or {}).items()} == {
        "leave": -2.4,
        "said": 3.0,
    }
    whole = factuality.together([first, second])
    assert {whole.words[word]: score for word, score in (whole.factuality or {}).items()} == {
        "leave": -2.4,
        "said": 3.0,
        "rained": 2.75,
    }
    assert whole.ends == [10, 13]
    assert len(whole.breaks) == len(whole.words) == whole.ends[-1]
