"""Outlets and documents that a sentence is given to from beside it, and outlets that have words from somebody."""

import pytest

from tests.texts import read

SHUT = "the gates were shut"

ONE = [
    # outlets
    ("As first reported by the Herald, the gates were shut.", "Herald"),
    ("The gates were shut, as the Herald was the first to reveal.", "Herald"),
    ("By the Herald's account, the gates were shut.", "Herald"),
    ("By the account of two creditors, the gates were shut.", "two creditors"),
    ("In the words of Ana Roy, the gates were shut.", "Ana Roy"),
    ("The gates were shut, if a report from the Herald is to be believed.", "Herald"),
    ("The gates were shut, if the Herald is right.", "Herald"),
    ("The gates were shut, per the Herald.", "Herald"),
    ("It was the Herald that broke the news that the gates were shut.", "Herald"),
    ("The Herald ran a story that the gates were shut.", "Herald"),
    ("The Herald carried a story saying that the gates were shut.", "Herald"),
    ("Readers of the Herald were told that the gates were shut.", "Herald"),
    ("The Herald has learned that the gates were shut.", "Herald"),
    ("In the Herald it was reported that the gates were shut.", "Herald"),
    ("The Averell Daily Record has learned that the gates were shut.", "Averell Daily Record"),
    ("The Herald's correspondent could see that the gates were shut.", "Herald"),
    # documents
    ("Going by internal emails, the gates were shut.", "internal emails"),
    ("The gates were shut, judging from the minutes.", "minutes"),
    ("Based on court records, the gates were shut.", "court records"),
    ("The gates were shut, as set out in a memo.", "memo"),
    ("In a leaked memo, it was noted that the gates were shut.", "leaked memo"),
    ("The mayor showed a memo in which it was stated that the gates were shut.", "memo"),
    ("It emerged from a memo dated May 1 that the gates were shut.", "memo dated May 1"),
    ("It was clear from the minutes that the gates were shut.", "minutes"),
    ("A timeline drawn up by civil servants stated that the gates were shut.", "timeline drawn up by civil servants"),
    ("The latest set of accounts stated that the gates were shut.", "latest set of accounts"),
]

TWO = [
    ("The Herald learned from Ana Roy that the gates were shut.", ("Herald", "Ana Roy")),
    (
        "The Herald was told by a driver close to the talks that the gates were shut.",
        ("Herald", "driver close to the talks"),
    ),
    ("The gates were shut, the Herald was told by Ana Roy.", ("Herald", "Ana Roy")),
    ("The Herald attributed to Ana Roy the claim that the gates were shut.", ("Herald", "Ana Roy")),
    ("The Herald based its report that the gates were shut on two senior players.", ("Herald", "two senior players")),
    ("The Herald based on two senior players its report that the gates were shut.", ("Herald", "two senior players")),
    ("The gates were shut, the Herald wrote, pointing to a report from the Tribune.", ("Herald", "Tribune")),
    ("The Herald, picking up a story from the Tribune, said the gates were shut.", ("Herald", "Tribune")),
    ("With reference to the Tribune, the Herald wrote that the gates were shut.", ("Herald", "Tribune")),
    ("Quoting unnamed creditors, the Herald said the gates were shut.", ("Herald", "unnamed creditors")),
    ("The Herald relayed a report by the Tribune that the gates were shut.", ("Herald", "Tribune")),
    ("The Herald carried a report by the Tribune that the gates were shut.", ("Herald", "Tribune")),
    ("The gates were shut, the Tribune had reported, as relayed by the Herald.", ("Herald", "Tribune")),
    ("A memo leaked to the Herald said the gates were shut.", ("Herald", "memo")),
    ("The gates were shut, as set out in a memo reviewed by the Herald.", ("Herald", "memo")),
    ("The Herald obtained a memo in which it was stated that the gates were shut.", ("Herald", "memo")),
    ("A reading by the Herald of the minutes showed that the gates were shut.", ("Herald", "minutes")),
]

NOTHING = [
    "As seen in London, the gates were shut.",
    "If the allegations are true, the gates were shut.",
    "By now, the gates were shut.",
    "The council has learned to live with it.",
    "The Herald's correspondent could not see the gates.",
]


@pytest.mark.parametrize(("text", "source"), ONE)
def test_a_sentence_is_given_to_an_outlet_or_document_beside_it(text, source):
    assert {said.lower(): chain for said, chain in read(text).chains().items()}[SHUT] == (source,)


@pytest.mark.parametrize(("text", "chain"), TWO)
def test_an_outlet_has_words_from_somebody(text, chain):
    assert {said.lower(): found for said, found in read(text).chains().items()}[SHUT] == chain


@pytest.mark.parametrize("text", NOTHING)
def test_nobody_is_cited(text):
    assert read(text).attributions == ()


def test_the_report_s_own_outlet_is_no_step_of_a_chain():
    story = read("The Herald learned from Ana Roy that the gates were shut.", outlet="Herald")
    assert list(story.chains().values()) == [("Ana Roy",)]


def test_somebody_says_it_in_an_account_of_hers():
    story = read("The gates were shut, Ana Roy said on her Twitter account.")
    assert [a.source.name for a in story.attributions] == ["Ana Roy"]


def test_what_is_announced_in_a_notice_is_the_news_itself():
    assert read("The gates were shut, it was announced in a notice on Tuesday.").attributions == ()
