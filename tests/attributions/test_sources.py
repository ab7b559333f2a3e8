"""Of what kind a source is, under which name it goes, how many they are and whom they belong to."""

import pytest

from tests.texts import read

PHRASES = [
    # phrase, name, kind, number, body
    ("Ana Roy", "Ana Roy", "person", None, ""),
    ("Ana Roy, the head of the union,", "Ana Roy", "person", None, ""),
    ("Harbour Police spokesman Ben Okafor", "Ben Okafor", "person", None, ""),
    ("The Interior Ministry", "Interior Ministry", "body", None, ""),
    ("The company", "company", "company", None, ""),
    ("The dockers’ union", "dockers’ union", "body", None, ""),
    ("The Kestria Herald", "Kestria Herald", "outlet", None, ""),
    ("The Corvane News Agency", "Corvane News Agency", "agency", None, ""),
    ("Civil Protection", "Civil Protection", "body", None, ""),
    ("The Insurers’ Federation", "Insurers’ Federation", "body", None, ""),
    ("Averell town council", "Averell town council", "body", None, ""),
    ("Averell police", "Averell police", "body", None, ""),
    (
        "A spokeswoman for Averell town council",
        "spokeswoman for Averell town council",
        "body",
        None,
        "Averell town council",
    ),
    ("Two security sources", "Two security sources", "unnamed", 2, ""),
    ("Three senior officials, who asked not to be named,", "Three senior officials", "unnamed", 3, ""),
    ("Four people briefed on the matter", "Four people briefed on the matter", "unnamed", 4, ""),
    ("12 residents", "12 residents", "unnamed", 12, ""),
    ("A dozen witnesses", "dozen witnesses", "unnamed", 12, ""),
    (
        "A senior official familiar with the talks",
        "senior official familiar with the talks",
        "unnamed",
        None,
        "",
    ),
    ("A spokeswoman", "spokeswoman", "unnamed", None, ""),
    (
        "A spokesman for the Port Authority",
        "spokesman for the Port Authority",
        "body",
        None,
        "Port Authority",
    ),
    (
        "Officials of the Interior Ministry",
        "Officials of the Interior Ministry",
        "body",
        None,
        "Interior Ministry",
    ),
    ("Secretary of State Ana F. Roy", "Ana F. Roy", "person", None, ""),
    ("Interior Ministry officials", "Interior Ministry officials", "body", None, "Interior Ministry"),
    ("Residents of Averell", "Residents of Averell", "unnamed", None, ""),
    ("The indictment", "indictment", "document", None, ""),
    ("Court documents", "Court documents", "document", None, ""),
    ("A report by Ana Roy", "Ana Roy", "person", None, ""),
    ("A Kestria Herald report", "Kestria Herald", "outlet", None, ""),
    ("A poll by Verda Research", "poll by Verda Research", "poll", None, ""),
    ("Reports", "Reports", "general", None, ""),
    ("Local media", "Local media", "outlet", None, ""),
]


@pytest.mark.parametrize(("phrase", "name", "kind", "number", "body"), PHRASES)
def test_a_noun_phrase_names_a_source(phrase, name, kind, number, body):
    story = read(f"{phrase} said the ship had turned back.")
    (attribution,) = story.attributions
    source = attribution.source
    assert (source.name, source.kind, source.number, source.body) == (name, kind, number, body)
    assert story.words(source.start, source.end) == phrase.removesuffix(",")
    assert story.contents(attribution) == ("the ship had turned back",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Court documents show that the ship had turned back.", "document"),
        ("A study found that the pumps had failed twice.", "document"),
        ("A poll found that 62 percent of voters opposed the tunnel.", "poll"),
    ],
)
def test_only_documents_and_polls_show_and_find(text, kind):
    assert [a.source.kind for a in read(text).attributions] == [kind]


ACROSS_SENTENCES = [
    # pronouns and short names go under the fullest name
    ("Ana Roy visited the bridge on Monday. She said it was beyond repair.", ["Ana Roy"]),
    (
        "Ana Roy and Ben Okafor met on Monday.\nOkafor said the bridge was beyond repair. "
        "He added that a new one would cost $3 million.",
        ["Ben Okafor", "Ben Okafor"],
    ),
    ("“The bridge is closed,” Ana Roy said.\n“Nobody may cross it,” she added.", ["Ana Roy", "Ana Roy"]),
    # a body under its noun
    (
        "Forty people died, the Interior Ministry said. The ministry added that 300 were missing.",
        ["Interior Ministry", "Interior Ministry"],
    ),
]


@pytest.mark.parametrize(("text", "sources"), ACROSS_SENTENCES)
def test_later_mentions_go_under_the_fullest_name(text, sources):
    assert [a.source.name for a in read(text).attributions] == sources


def test_a_pronoun_stands_where_it_is_printed():
    story = read("Ana Roy visited the bridge on Monday. She said it was beyond repair.")
    (attribution,) = story.attributions
    assert story.words(attribution.source.start, attribution.source.end) == "She"


def test_a_quotation_goes_on_without_a_cue():
    story = read("“The bridge is closed,” Ana Roy said. “Nobody may cross it before June.”")
    first, second = story.attributions
    assert not first.continued
    assert (second.source.name, second.cue, second.continued) == ("Ana Roy", None, True)
    assert story.contents(second) == ("“Nobody may cross it before June.”",)


def test_a_quotation_goes_on_in_the_next_paragraph():
    story = read(
        "“The bridge is closed,” Ana Roy said.\n“The whole town must wait for the engineers to finish their work.”"
    )
    assert [(a.source.name, a.continued) for a in story.attributions] == [("Ana Roy", False), ("Ana Roy", True)]


def test_the_next_speaker_is_not_the_last_one():
    story = read("“The dam is safe,” Ana Roy said.\n“It leaks in a hundred places and nobody has looked,” Okafor said.")
    assert [(a.source.name, a.continued) for a in story.attributions] == [("Ana Roy", False), ("Okafor", False)]


def test_what_follows_without_marks_or_cue_is_nobodys_word():
    story = read("Ana Roy said she would resign. The council will meet on Monday.")
    assert [story.contents(a) for a in story.attributions] == [("she would resign",)]


def test_a_statement_speaks_for_whoever_was_quoted_from_one():
    text = "“The roof is safe,” Ana Roy said in a statement on Friday. “Nobody was hurt,” the statement said."
    assert [a.source.name for a in read(text).attributions] == ["Ana Roy", "Ana Roy"]


def test_whoever_is_spoken_of_before_the_verb_does_not_speak():
    club = "Peter, William, and Thomas were members of the town's Averell Rowing Club"
    story = read(f"{club}, said Pastor Jonathan Marsh in a statement posted on Facebook.")
    assert [(a.source.name, story.contents(a)) for a in story.attributions] == [("Jonathan Marsh", (club,))]


def test_a_statement_of_nobody_stays_a_statement():
    (attribution,) = read("“Nobody was hurt,” the statement said.").attributions
    assert (attribution.source.name, attribution.source.kind) == ("statement", "document")
