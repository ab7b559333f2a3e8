"""Where a sentence is cut into stretches that each state one thing."""

import pytest

from tests.texts import read

CUTS = [
    # two clauses
    (
        "The port was closed on Friday, and 300 dockers were sent home.",
        ["The port was closed on Friday", "and 300 dockers were sent home"],
    ),
    (
        "The market square was crowded after a bomber drove a lorry through the northern gate.",
        ["The market square was crowded", "after a bomber drove a lorry through the northern gate"],
    ),
    (
        "The harbour was full of ships when the storm broke over the coast.",
        ["The harbour was full of ships", "when the storm broke over the coast"],
    ),
    (
        "The bridge collapsed at noon; divers reached the first cars within minutes.",
        ["The bridge collapsed at noon", "divers reached the first cars within minutes"],
    ),
    # two figures
    (
        "Two people were killed and 120 wounded in the blast.",
        ["Two people were killed", "and 120 wounded in the blast"],
    ),
    ("Between 20 and 30 people were killed in the blast.", ["Between 20 and 30 people were killed in the blast"]),
    # an aside at the end, and one within the sentence
    (
        "The ferry struck the northern pier, which was built in 1931 by convicts.",
        ["The ferry struck the northern pier", "which was built in 1931 by convicts"],
    ),
    (
        "The ferry, which was built in 1981, sank within ten minutes.",
        ["The ferry, which was built in 1981, sank within ten minutes"],
    ),
    (
        "A lorry hit the northern barrier, killing 12 dockers on the quay.",
        ["A lorry hit the northern barrier", "killing 12 dockers on the quay"],
    ),
    # a stamp, which says when the page changed
    (
        "Update, Thursday, 4.30pm: The ministry was warned about leaking containers.",
        ["The ministry was warned about leaking containers"],
    ),
    # no clause of its own
    ("The general closed the harbour before dawn.", ["The general closed the harbour before dawn"]),
    ("Ana Roy and Ben Okafor met the mayor.", ["Ana Roy and Ben Okafor met the mayor"]),
]


@pytest.mark.parametrize(("text", "stretches"), CUTS)
def test_a_sentence_is_cut_where_a_new_proposition_begins(text, stretches):
    story = read(text)
    assert [story.stated(m) for m in story.mentions] == stretches


FRAMED = [
    # neither the source's nor the cue's words are part of what is stated
    ("Police said the driver had been arrested at noon.", {"the driver had been arrested at noon": ("Police",)}),
    (
        "The driver had been arrested at noon, according to police.",
        {"The driver had been arrested at noon": ("police",)},
    ),
    (
        "The driver had been arrested, the Kestria Herald reported, citing three port officials.",
        {"The driver had been arrested": ("Kestria Herald", "three port officials")},
    ),
    (
        "In an interview with the Kestria Herald, Ana Roy said the bridge was unsafe.",
        {"the bridge was unsafe": ("Kestria Herald", "Ana Roy")},
    ),
    # the writer's aside is the report's own voice
    (
        "Police said a lorry hit the barrier, killing 12 people.",
        {"a lorry hit the barrier": ("Police",), "killing 12 people": ()},
    ),
    # both halves of an interrupted sentence
    (
        "“Nobody was killed,” Ana Roy said, “and 30 people were rescued from the water.”",
        {"Nobody was killed": ("Ana Roy",), "and 30 people were rescued from the water": ("Ana Roy",)},
    ),
    # half of a sentence that says nothing by itself is left out
    ("The bridge, according to two engineers, was never inspected.", {"was never inspected": ("two engineers",)}),
]


@pytest.mark.parametrize(("text", "chains"), FRAMED)
def test_stretches_lie_within_one_voice(text, chains):
    assert read(text).chains() == chains


@pytest.mark.parametrize(
    "text",
    [
        "Who ordered the landing on the island?",
        "“Who ordered the landing on the island?” Ana Roy asked.",
        "Not so.",
        "",
    ],
)
def test_questions_and_fragments_state_nothing(text):
    assert [m for m in read(text).mentions if m.attribution is None] == []


def test_what_somebody_says_may_be_short():
    assert read("They are safe.").mentions == ()
    assert read("Police said they were safe.").chains() == {"they were safe": ("Police",)}
