"""Who says what, and in which place of the sentence: one table row for each way in which news puts it."""

import pytest

from tests.texts import read

QUOTED = "The bridge will stay shut until spring"
MARKS = ["“”", '""', "‘’", "«»", "„“", "„”", '“"']


@pytest.mark.parametrize("marks", MARKS)
@pytest.mark.parametrize(
    "pattern",
    [
        "{0}{2},{1} said Ana Roy.",
        "{0}{2},{1} Ana Roy said.",
        "{0}{2},{1} Ana Roy said on Monday.",
        "Ana Roy said: {0}{2}.{1}",
        "Ana Roy said, {0}{2}.{1}",
    ],
)
def test_quotation_marks_of_every_kind_hold_the_words_of_their_speaker(marks, pattern):
    story = read(pattern.format(marks[0], marks[1], QUOTED))
    (attribution,) = story.attributions
    (content,) = story.contents(attribution)
    assert attribution.source.name == "Ana Roy"
    assert attribution.style == "direct"
    assert content[0] == marks[0]
    assert content[-1] == marks[1]
    assert content[1:-2] == QUOTED


def test_latex_quotation_marks_are_quotation_marks():
    story = read("``The bridge will stay shut until spring,'' Ana Roy said.")
    assert [a.style for a in story.attributions] == ["direct"]
    assert story.contents(story.attributions[0]) == ("``The bridge will stay shut until spring,''",)


INDIRECT = [
    # where the source stands: before, after, in apposition, inserted, at the head of the sentence
    ("The mayor said the bridge was closed.", "mayor", "the bridge was closed"),
    ("The bridge was closed on Friday, police said.", "police", "The bridge was closed on Friday"),
    ("Ana Roy, the head of the dockers' union, said the strike would go on.", "Ana Roy", "the strike would go on"),
    ("Ana Roy, who leads the union, said the strike would go on.", "Ana Roy", "the strike would go on"),
    ("Ana Roy, 71, a retired teacher, said she heard a loud bang.", "Ana Roy", "she heard a loud bang"),
    ("On Tuesday, Ana Roy said the driver had been arrested.", "Ana Roy", "the driver had been arrested"),
    ("Asked about the pumps, Ana Roy said they had failed.", "Ana Roy", "they had failed"),
    ("Ana Roy said on Tuesday in a statement that the deal was close.", "Ana Roy", "the deal was close"),
    ("Ana Roy has also said that the deal was close.", "Ana Roy", "the deal was close"),
    # whoever was told is no part of what was said
    ("Ana Roy warned that the pumps could fail.", "Ana Roy", "the pumps could fail"),
    ("Ana Roy warned the town council that the pumps could fail.", "Ana Roy", "the pumps could fail"),
    ("Ana Roy told reporters the pumps could fail.", "Ana Roy", "the pumps could fail"),
    ("Ana Roy told the crew that the pumps could fail.", "Ana Roy", "the pumps could fail"),
    # why somebody is not named is no part of it either, nor does whoever acts in what is said say it
    ("Engineers who did not want to be named said the pumps had failed.", "Engineers", "the pumps had failed"),
    (
        "Dock workers who asked not to be named said officials at the ministry knew that the pumps were leaking.",
        "Dock workers",
        "officials at the ministry knew that the pumps were leaking",
    ),
    # according to, as noted by
    (
        "Twelve people died in the collapse, according to the Interior Ministry.",
        "Interior Ministry",
        "Twelve people died in the collapse",
    ),
    ("According to Ana Roy, the bridge was built in 1931.", "Ana Roy", "the bridge was built in 1931"),
    (
        "AVERELL, Oct 3 (KNA) — According to Ana Roy, the bridge was built in 1931.",
        "Ana Roy",
        "the bridge was built in 1931",
    ),
    (
        "The pumps had failed, according to two people present at the talks.",
        "two people present at the talks",
        "The pumps had failed",
    ),
    (
        "The river was rising fast, as noted by the Kestrian Water Board.",
        "Kestrian Water Board",
        "The river was rising fast",
    ),
    (
        "As reported by the Kestria Herald, the bridge was never inspected.",
        "Kestria Herald",
        "the bridge was never inspected",
    ),
    # a particle that the verb needs, an infinitive, a plain object
    ("Ana Roy pointed out that the dam was old.", "Ana Roy", "the dam was old"),
    ("The minister vowed to close the port by June.", "minister", "to close the port by June"),
    ("The minister announced a plan to close the port.", "minister", "a plan to close the port"),
    ("Ana Roy accused the company of hiding the report.", "Ana Roy", "the company of hiding the report"),
]


@pytest.mark.parametrize(("text", "source", "content"), INDIRECT)
def test_reported_speech_has_its_source_and_its_content(text, source, content):
    story = read(text)
    (attribution,) = story.attributions
    assert (attribution.source.name, attribution.style) == (source, "indirect")
    assert story.contents(attribution) == (content,)


PARTED = [
    (
        "“It is a strong bridge,” Ana Roy said, “but it was not built for lorries.”",
        "Ana Roy",
        ("“It is a strong bridge,”", "“but it was not built for lorries.”"),
    ),
    (
        "The bridge, according to two engineers, was never inspected.",
        "two engineers",
        ("The bridge", "was never inspected"),
    ),
    (
        "The military, Tom Varga reported, has drawn up plans to seize the island.",
        "Tom Varga",
        ("The military", "has drawn up plans to seize the island"),
    ),
]


@pytest.mark.parametrize(("text", "source", "contents"), PARTED)
def test_content_that_the_frame_interrupts_is_one_attribution_in_two_parts(text, source, contents):
    story = read(text)
    (attribution,) = story.attributions
    assert attribution.source.name == source
    assert story.contents(attribution) == contents


RELATIVE = [
    # a pronoun speaks for the noun that its clause hangs on, or that stands right before it
    ("The council heard from Ana Roy, who said that the bridge was unsafe.", "Ana Roy", "the bridge was unsafe"),
    ("It was criticised by prime minister Ana Roy who said the app is a place for thieves.", "Ana Roy",
     "the app is a place for thieves"),
    ("He rang his electric provider, Penelac, who confirmed the error.", "Penelac", "the error"),
    ("He rang Penelac, his electric provider, who confirmed the error.", "Penelac", "the error"),
    ("The head of the union, who said that talks had failed, left.", "head of the union", "talks had failed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "content"), RELATIVE)
def test_a_relative_pronoun_speaks_for_its_noun(text, source, content):
    story = read(text)
    (attribution,) = story.attributions
    assert (attribution.source.name, story.contents(attribution)) == (source, (content,))


SIGNED = [
    ("“I just hope that the bridge is repaired.”― Ana Roy", "“I just hope that the bridge is repaired.”"),
    ("“I just hope that the bridge is repaired.” — Ana Roy", "“I just hope that the bridge is repaired.”"),
    ("The bridge will open in May. We thank the crew. — Ana Roy (@ana) May 1, 2018 Report",
     "The bridge will open in May. We thank the crew"),
    ("Skip Twitter post by @ana The bridge will open in May. — Ana Roy (@ana) May 1, 2018",
     "The bridge will open in May"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "content"), SIGNED)
def test_signed_words_are_the_signers(text, content):
    story = read(text)
    assert ("Ana Roy", (content,)) in [(a.source.name, story.contents(a)) for a in story.attributions]


def test_a_dash_alone_signs_nothing():
    assert read("The bridge will open in May — Ana Roy (pictured) has left the town.").attributions == ()


APPOSED = [
    "Ana Roy, president of the United Union of Teachers, which speaks for the city's schools,",
    "Ana Roy, a Kestria-based builder and owner of three bridges and two ferries,",
    "Sen. Ana Roy (K-Averell), a member of the committee,",
]


@pytest.mark.parametrize("speaker", APPOSED)
def test_a_long_apposition_does_not_hide_the_speaker(speaker):
    story = read(f"{speaker} said the law would be changed.")
    assert [a.source.name for a in story.attributions] == ["Ana Roy"]


def test_words_quoted_within_reported_speech_are_mixed():
    story = read("Ana Roy called the plan “a slow disaster for the harbour” and urged the council to stop it.")
    first = story.attributions[0]
    assert first.style == "mixed"
    assert story.contents(first) == ("the plan “a slow disaster for the harbour”",)


def test_a_quotation_may_last_several_sentences():
    text = "“The bridge is closed. Nobody may cross it. We will open it in spring,” Ana Roy said."
    story = read(text)
    (attribution,) = story.attributions
    assert story.contents(attribution) == (text.removesuffix(" Ana Roy said."),)


def test_a_second_verb_without_a_subject_keeps_the_speaker():
    story = read("Ana Roy said the pumps had failed, adding that the town was told too late.")
    assert [(a.source.name, story.contents(a)) for a in story.attributions] == [
        ("Ana Roy", ("the pumps had failed",)),
        ("Ana Roy", ("the town was told too late",)),
    ]


ASIDES = [
    ("Police said a lorry hit the barrier, killing 12 people.", "a lorry hit the barrier"),
    ("Police said a lorry hit the barrier, leaving 12 people hurt.", "a lorry hit the barrier"),
    ("Police said a lorry hit the barrier, which was repaired last spring.", "a lorry hit the barrier"),
]


@pytest.mark.parametrize(("text", "content"), ASIDES)
def test_an_aside_of_the_writer_is_no_content(text, content):
    story = read(text)
    (attribution,) = story.attributions
    assert story.contents(attribution) == (content,)


NOBODY_SPEAKS = [
    "The board of the company would review “the whole of the new proposal” in May.",
    "Her son called the police station before the storm.",
    # nouns that look like verbs, or like what somebody said
    "The report was published on Monday and ran to 300 pages.",
    "The report on the collapse names three firms.",
    "Claims of fraud have followed the company for years.",
    "The claim that the dam was unsafe surfaced in May.",
    "The state reports a surplus of corn this year.",
    "The statement came hours after the collapse.",
    # denied, not yet done, or only possible saying
    "The minister did not say when the bridge would open.",
    "The minister has yet to say when the bridge would open.",
    "It is too early to say whether the bridge can be saved.",
    "The mayor did not tell the council that the bridge was unsafe.",
    # other senses of the verb
    "Police called for calm after the match.",
    "Rescuers found two bodies in the hold.",
    "The union rejected the offer of a four percent rise.",
    "The court rejected the appeal of the two drivers.",
    "No drivers reported for work at the depots on Monday.",
    "Train drivers in Averell went on strike over pay on Thursday.",
    "Union and company have agreed to go back to the talks on Monday.",
    "Older people recall a similar case eleven years ago.",
    # what is made known is itself the news, or is expected by nobody in particular
    "The provincial government declared a state of emergency.",
    "Ridgeway Pharma announced the biggest purchase in its history.",
    "No official confirmed that the pumps had failed.",
    # names and terms in quotation marks
    "The ferry “Sandry Star” sank on Monday.",
    "The so-called “green belt” was closed to cars.",
]


@pytest.mark.parametrize("text", NOBODY_SPEAKS)
def test_no_attribution_where_nobody_is_given_as_the_word(text):
    assert read(text).attributions == ()


STRENGTHS = [
    ("Ana Roy said that the pumps had failed.", "says"),
    ("Ana Roy claimed that the pumps had failed.", "claims"),
    ("Ana Roy admitted that the pumps had failed.", "admits"),
    ("Ana Roy acknowledged that the pumps had failed.", "admits"),
    ("Ana Roy confirmed that the pumps had failed.", "confirms"),
    ("Ana Roy warned that the pumps had failed.", "warns"),
    ("Ana Roy denied that the pumps had failed.", "denies"),
    ("Ana Roy ruled out a failure of the pumps.", "denies"),
    ("Ana Roy rejected the possibility of a failure.", "denies"),
    ("Ana Roy rejected claims that the pumps had failed.", "denies"),
    ("Ana Roy disputed the suggestion that the pumps had failed.", "denies"),
    ("Ana Roy dismissed the claims as rumours.", "denies"),
    ("Ana Roy promised that the pumps would work.", "plans"),
]


@pytest.mark.parametrize(("text", "strength"), STRENGTHS)
def test_the_verb_gives_the_strength(text, strength):
    assert [(a.source.name, a.strength) for a in read(text).attributions] == [("Ana Roy", strength)]


HEADLINES = [
    ("Bridge was never inspected: report", "report", "Bridge was never inspected"),
    ("Roy: the bridge was never inspected", "Roy", "the bridge was never inspected"),
    ("Bridge was never inspected, police say", "police", "Bridge was never inspected"),
]


@pytest.mark.parametrize(("title", "source", "content"), HEADLINES)
def test_headlines_have_frames_of_their_own(title, source, content):
    story = read("The port has reopened after a week.", title=title)
    (attribution,) = story.attributions
    assert attribution.source.name == source
    assert story.contents(attribution) == (content,)


def test_a_colon_in_a_headline_need_not_name_a_source():
    assert read("The port has reopened after a week.", title="Strike at Averell port: what we know").attributions == ()


def test_a_colon_is_a_frame_in_headlines_only():
    assert read("Bridge was never inspected: report").attributions == ()
