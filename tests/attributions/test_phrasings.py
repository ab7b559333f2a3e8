"""Who says what where no verb of saying says it: nouns, turns of phrase, and verbs with their complements."""

import pytest

from tests.attributions.test_chains import ways
from tests.texts import read

SAID = "the pipes had burst on Monday"
NOMINAL = [
    "Word came from Ana Roy that {0}.",
    "A warning came from Ana Roy, the head of the union, that {0}.",
    "The account given by Ana Roy was that {0}.",
    "The version that Ana Roy gave was that {0}.",
    "{1}: that was the message from Ana Roy, the mayor of Averell.",
    "{1} — such was the verdict of Ana Roy.",
    "There was confirmation from Ana Roy that {0}.",
    # beside the whole of what is said
    "By the account of Ana Roy, a mother of three, {0}.",
    "By Ana Roy's account, {0}.",
    "{1}, in the words of Ana Roy, the mayor of Averell.",
    "To hear Ana Roy tell it, {0}.",
    "{1}, as Ana Roy put it.",
    # a verb with what completes it
    "Ana Roy made it clear that {0}.",
    "Ana Roy, head of the union, let it be known that {0}.",
    "{1}, Ana Roy made clear.",
    "Ana Roy was adamant that {0}.",
    "Ana Roy was having none of it: {0}.",
    # a circumstance before it all is no part of it
    "Beyond that, Ana Roy stressed, {0}.",
    # whoever makes a document known speaks in it
    "Ana Roy put out a notice saying {0}.",
    # whoever is told says nothing
    "Journalists were informed by Ana Roy, the mayor of Averell, that {0}.",
]


@pytest.mark.parametrize("pattern", NOMINAL)
def test_the_words_are_those_of_whoever_the_phrase_names(pattern):
    story = read(pattern.format(SAID, SAID[0].upper() + SAID[1:]))
    (attribution,) = story.attributions
    assert attribution.source.name == "Ana Roy"
    assert [content.lower() for content in story.contents(attribution)] == [SAID.lower()]


QUOTED = [
    "There was this from Ana Roy: “The pipes had burst.”",
    "“The pipes had burst,” came the reply from Ana Roy.",
    "“The pipes had burst” was the verdict of Ana Roy.",
    "“The pipes had burst,” was how Ana Roy put it.",
]


@pytest.mark.parametrize("text", QUOTED)
def test_a_quotation_is_the_word_of_whoever_the_phrase_names(text):
    story = read(text)
    (attribution,) = story.attributions
    assert (attribution.source.name, attribution.style) == ("Ana Roy", "direct")


REJECTED = [
    ("The ministry rejected any suggestion of a delay.", "any suggestion of a delay"),
    ("The ministry brushed aside fears that the lender was bust.", "fears that the lender was bust"),
    ("The ministry laughed off suggestions that pay was late.", "suggestions that pay was late"),
    ("The ministry took issue with claims of a delay in the alert.", "claims of a delay in the alert"),
    ("The ministry poured cold water on the report that it had paid.", "the report that it had paid"),
    ("Reports of a crack in the track were knocked down by the ministry.", "Reports of a crack in the track"),
    ("The ministry would not accept that it had been late.", "it had been late"),
    ("The ministry contested that it had been late.", "it had been late"),
]


@pytest.mark.parametrize(("text", "content"), REJECTED)
def test_who_turns_down_what_others_say_denies_it(text, content):
    story = read(text)
    (attribution,) = story.attributions
    assert (attribution.source.name, attribution.strength) == ("ministry", "denies")
    assert story.contents(attribution) == (content,)


BOTH = [("Corvane News Agency",), ("Corvane News Agency", "two engineers")]
RECEIVED = [
    "The Corvane News Agency was told by two engineers that the pipes had burst.",
    "The pipes had burst, the Corvane News Agency was told by two engineers.",
    "The Corvane News Agency learned from two engineers that the pipes had burst.",
    "Two engineers confided to the Corvane News Agency that the pipes had burst.",
    "When approached by the Corvane News Agency, two engineers responded that the pipes had burst.",
    "Two engineers, reached by the Corvane News Agency, said the pipes had burst.",
    "The pipes had burst: such was the version that two engineers gave the Corvane News Agency.",
]


@pytest.mark.parametrize("text", RECEIVED)
def test_the_outlet_that_was_told_passes_it_on(text):
    found = [tuple(name.lower() for name in way) for way in ways(read(text))]
    assert found == [tuple(name.lower() for name in way) for way in BOTH]


SEEN = [
    "The Corvane News Agency's correspondent could see that the pipes had burst.",
    "The pipes had burst, as a team from the Corvane News Agency observed.",
    "The pipes had burst, in full view of a reporter from the Corvane News Agency.",
    "The Corvane News Agency had a reporter there, who witnessed how the pipes had burst.",
]


@pytest.mark.parametrize("text", SEEN)
def test_what_another_outlets_people_saw_is_its_own_word(text):
    story = read(text)
    (attribution,) = story.attributions
    assert attribution.source.name == "Corvane News Agency"
    assert [content.lower() for content in story.contents(attribution)] == ["the pipes had burst"]


@pytest.mark.parametrize("text", SEEN)
def test_what_its_own_people_saw_a_report_says_in_its_own_voice(text):
    assert read(text, outlet="Corvane News Agency").attributions == ()


SPEAKERS = [
    ("An NSA planner said the pipes had burst.", "NSA planner"),
    ("The pipes had burst, people close to Ana Roy maintained.", "people close to Ana Roy"),
    ("The pipes had burst, two engineers, reached by phone, said.", "two engineers"),
    ("The pipes were laid by Ben Okafor, who left in May, said the Water Board.", "Water Board"),
    ("Ana Roy shot back that the pipes had burst.", "Ana Roy"),
]


@pytest.mark.parametrize(("text", "name"), SPEAKERS)
def test_the_whole_phrase_tells_who_speaks(text, name):
    assert [attribution.source.name for attribution in read(text).attributions] == [name]


NOBODY = [
    "The officer had a large sum in his account that day.",
    "There was no finding of neglect.",
    "Ana Roy has yet to make it clear whether she will stand.",
    "The court did not dismiss claims of negligence.",
    "The ministry would not accept the parcel.",
    "The federation hit the club with a fine.",
    "The committee has called Ana Roy to appear on Friday.",
    "The firm asked for the return of the parcels.",
    "The province proclaimed a state of emergency.",
    "Water came from the burst pipes that had been laid in spring.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_the_same_words_can_tell_of_nothing_said(text):
    assert read(text).attributions == ()
