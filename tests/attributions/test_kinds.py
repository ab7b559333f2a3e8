"""What a source is in the field's terms, why an unnamed one is not named, and who says nothing."""

import pytest

from tests.texts import read

KINDS = [
    ("The Supreme Court said the law was void.", "Supreme Court", "court"),
    ("A judge ruled that the firm had broken the law.", "judge", "court"),
    ("Apple said the phones were safe.", "Apple", "company"),
    ("Hollis Motors Ltd said the brakes were safe.", "Hollis Motors Ltd", "company"),
    ("The Interior Ministry said the road was open.", "Interior Ministry", "body"),
    ("The Department of Energy said the plant was safe.", "Department of Energy", "body"),
    ("The indictment says the firm hid the reports.", "indictment", "document"),
    ("A tweet on Monday said the road was closed.", "tweet", "post"),
    ("A poll found that four in ten voters were undecided.", "poll", "poll"),
    ("An AFP photographer at the scene saw four bodies.", "AFP", "observation"),
    ("A Reuters reporter counted 12 cars on the road.", "Reuters", "observation"),
    ("It is believed that the pilot lost control.", "It is believed", "general"),
    ("The ship had turned back, it was reported on Monday.", "it was reported", "general"),
    ("The two men were said to be brothers.", "were said", "general"),
    ("Reports that the minister had resigned spread on Monday.", "Reports", "general"),
]


@pytest.mark.parametrize(("text", "name", "kind"), KINDS)
def test_a_source_is_of_a_kind(text, name, kind):
    (attribution,) = read(text).attributions
    assert (attribution.source.name, attribution.source.kind) == (name, kind)


def test_the_company_of_a_story_is_one_by_what_the_report_calls_it():
    story = read("Caldwell Pumps closed a plant. The company said it was old. Caldwell Pumps said nobody was hurt.")
    assert {a.source.kind for a in story.attributions} == {"company"}


REASONS = [
    (
        "Two officials, who spoke on condition of anonymity because they feared for their jobs, said the dam leaked.",
        "on condition of anonymity because they feared for their jobs",
    ),
    (
        "The dam was unsafe, said an engineer who was not authorized to speak to the press.",
        "who was not authorized to speak to the press",
    ),
    ("The dam was unsafe, a witness said, declining to give his name.", "declining to give his name"),
]


@pytest.mark.parametrize(("text", "reason"), REASONS)
def test_why_a_source_is_not_named_stays_in_the_reports_words(text, reason):
    story = read(text)
    told = [a.source.reason for a in story.attributions if a.source.reason]
    assert [story.words(span.start, span.end) for span in told] == [reason]


def test_a_source_with_a_name_has_no_reason():
    story = read("Ana Roy, who asked not to be named in print, said the dam was unsafe.")
    assert [a.source.reason for a in story.attributions] == [None]


DECLINED = [
    "The ministry declined to comment on the raid.",
    "The ministry did not immediately respond to a request for comment.",
    "The minister declined to say who had paid for the work.",
    "The firm refused to discuss the report.",
]


@pytest.mark.parametrize("text", DECLINED)
def test_who_declines_to_comment_claims_nothing(text):
    story = read(text)
    (attribution,) = story.attributions
    assert (attribution.strength, attribution.contents) == ("declines", ())
    assert story.mentions == ()


ANSWERS = [
    (
        "The opposition said that the vote was bought. The ministry denied the reports on Monday.",
        "ministry",
        "denies",
        "the vote was bought",
    ),
    ("The bridge fell on Monday. Police confirmed this.", "Police", "confirms", "The bridge fell on Monday."),
    (
        "Twelve people died, the Kestria Herald said. The account was confirmed by the hospital.",
        "hospital",
        "confirms",
        "Twelve people died",
    ),
]


@pytest.mark.parametrize(("text", "name", "strength", "about"), ANSWERS)
def test_an_answer_is_about_what_was_said_before(text, name, strength, about):
    story = read(text)
    answer = story.attributions[-1]
    assert (answer.source.name, answer.strength, answer.contents) == (name, strength, ())
    assert [story.words(span.start, span.end) for span in answer.about] == [about]


@pytest.mark.parametrize("text", ["Roy denied the allegations.", "Roy could not confirm the reports."])
def test_an_answer_to_nothing_is_about_nothing(text):
    assert [a.about for a in read(text).attributions if a.about] == []
