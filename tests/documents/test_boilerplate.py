"""Page furniture: what is marked and why, and above all what is not."""

import pytest

from stemma.documents.boilerplate import mark

SENTENCE = (
    "The council said that the bridge would stay closed until the engineers had finished their work in the autumn."
)


def marked(text: str) -> list[tuple[str, str]]:
    return [(text[part.start : part.end], part.reason) for part in mark(text, 0)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Read: How the bridge was closed", "cross-reference"),
        ("From earlier: Council considers closing the bridge", "cross-reference"),
        ("ALSO READ: Ferry runs again", "cross-reference"),
        ("More: What the engineers found", "cross-reference"),
        ("Old bridge to be closed for a year, council says Read more", "cross-reference"),
        ("[ What to know about the old bridge ]", "cross-reference"),
        ("Saturday, July 26, 2025, 02:19:00 PM", "timestamp"),
        ("Updated at 9:50 p.m. ET Thursday", "timestamp"),
        ("Published 12 May 2025", "timestamp"),
        ("3 hours ago", "timestamp"),
        ("Scroll down for video", "video block"),
        ("Media playback is unsupported on your device Media caption The bridge at noon", "video block"),
        ("Sign up for our morning newsletter", "newsletter"),
        ("Get the Harbour newsletter. SUBSCRIBE", "newsletter"),
        ('"*" indicates required fields', "form"),
        ("Follow Jane Doe on Twitter: @janedoe", "follow us"),
        ("Read or Share this story: https://example.com/x", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Copyright 2018 The Associated Press. All rights reserved.", "copyright"),
        ("© 2024 The Harbour Post", "copyright"),
        ("Advertisement", "advertisement"),
        ("We use cookies to improve your visit.", "cookie"),
        ("12 Comments", "comments"),
        ("(Photo: Ada Brook via Harbour Post)", "photo credit"),
        ("Ada Brook/Getty Images", "photo credit"),
        ("3/16 2003 The bridge in the great flood. Ada Brook", "photo gallery"),
        ("(Reporting by Jane Doe; Editing by John Roe)", "credit line"),
        ("By Jane Doe and John Roe", "byline"),
        ("LNA contributed", "credit line"),
        ("This piece was first carried by the Harbour Times.", "credit line"),
        ("Republished from the Harbour Times.", "credit line"),
        ("This report draws on copy from Low Press Bureau.", "credit line"),
        ("Source: Harbour Town council", "credit line"),
        ("CORRECTION: An earlier version of this story gave the wrong day. It was Monday.", "editor's note"),
        ("Skip Twitter post by @adabrook", "embed marker"),
        ("End of Twitter post by @adabrook", "embed marker"),
        ("pic.twitter.com/a1B2c3", "embed marker"),
        ("pic.twitter.com/a1B2c3 — Ada Brook (@adabrook) February 1, 2018", "embed marker"),
        ("— Ada Brook (@adabrook) February 1, 2018", "embed marker"),
        ("Not a recommendation to buy or sell. Always do your own research.", "disclaimer"),
    ],
)
def test_lines_of_furniture(line: str, reason: str):
    text = f"{SENTENCE}\n{line}\n{SENTENCE}"
    assert marked(text) == [(SENTENCE, ""), (line, reason), (SENTENCE, "")]


@pytest.mark.parametrize(
    "line",
    [
        SENTENCE,
        "She said no.",
        "9/11 families asked the court in 2003 to open the files.",
        "Reuters first reported on the offer on Sunday.",
        "Facebook CEO Mara Vale said the company would appeal.",
        "Twitter users around the world have shared pictures of the bridge.",
        "More than 100 people were on the bridge.",
        "Related claims were dismissed in March, the court said.",
        "The newsletter that she edits told readers of the plan on Monday.",
        "“Follow the money,” she said on television.",
        "Photographs of the scene showed the bridge in flames.",
        "Share prices fell by 4 percent on Monday.",
        "Watch officers saw the ship turn at noon.",
        "Comments by the minister angered the union.",
        "By Friday, 300 people had signed the petition.",
        "By the end of May the bridge was closed.",
        "Video of the collapse was posted by a passenger.",
        "Published in March, the report blames the engineers.",
        "Copyright law does not cover the plans, the judge said.",
        "'Massive damage'",
        "Rapid pace",
    ],
)
def test_sentences_of_an_article_are_not_furniture(line: str):
    text = f"{SENTENCE}\n{line}\n{SENTENCE}"
    assert marked(text) == [(SENTENCE, ""), (line, ""), (SENTENCE, "")]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "Image copyright EPA Image caption The blast destroyed buildings and cars",
            [("Image copyright EPA Image caption", "photo credit"), ("The blast destroyed buildings and cars", "")],
        ),
        (
            "The bridge at noon, before it was closed. (Photo: Ada Brook, AP)",
            [("The bridge at noon, before it was closed.", ""), ("(Photo: Ada Brook, AP)", "photo credit")],
        ),
        (
            "A sign at the bridge is seen in Harbour Town. REUTERS/Ada Brook",
            [("A sign at the bridge is seen in Harbour Town.", ""), ("REUTERS/Ada Brook", "photo credit")],
        ),
        (
            "Getty Images The old bridge is one of the last of its kind",
            [("Getty Images", "photo credit"), ("The old bridge is one of the last of its kind", "")],
        ),
        ("The bridge will stay closed. (AP)", [("The bridge will stay closed. (AP)", "")]),
    ],
)
def test_a_captions_own_words_stay_text(line: str, parts: list[tuple[str, str]]):
    assert marked(line) == parts


def test_sections_at_the_foot_run_to_the_end_and_change_their_reason():
    text = "\n\n".join(
        (
            SENTENCE,
            "Video Articles",
            "Record quarter for the shipyard!",
            "Related News",
            "Ferry Runs Again After Long Repairs",
            "The ferry between the two banks has been repaired at last and...",
            "Monday, March 10, 2025, 12:56:00 PM",
        )
    )
    assert [reason for _, reason in marked(text)] == [
        "",
        "video block",
        "video block",
        "related links",
        "related links",
        "related links",
        "timestamp",
    ]


def test_a_section_in_the_middle_takes_nothing_that_follows():
    text = f"{SENTENCE}\nRelated News\nFerry Runs Again\n{SENTENCE}\nA last line without a stop"
    assert [reason for _, reason in marked(text)] == ["", "related links", "", "", ""]


def test_the_words_of_an_embedded_post_stay_text():
    assert marked(f"Skip Twitter post by @adabrook {SENTENCE} — Ada Brook (@adabrook) February 1, 2018") == [
        ("Skip Twitter post by @adabrook", "embed marker"),
        (f"{SENTENCE} — Ada Brook (@adabrook) February 1, 2018", ""),
    ]
    assert marked(f"pic.twitter.com/a1B2c3 {SENTENCE}") == [("pic.twitter.com/a1B2c3", "embed marker"), (SENTENCE, "")]
    assert marked(f"{SENTENCE} End of Twitter post by @adabrook") == [
        (SENTENCE, ""),
        ("End of Twitter post by @adabrook", "embed marker"),
    ]
