"""Words that reached the report through somebody: who told whom, who cites whom, what stands inside what."""

import pytest

from tests.texts import Read, read


def ways(story: Read) -> list[tuple[str, ...]]:
    """Each attribution as the names from the outermost enclosing source to its own and those it cites."""
    by_id = {a.id: a for a in story.attributions}
    found = []
    for attribution in story.attributions:
        names = [attribution.source.name, *(cited.name for cited in attribution.cites)]
        outer = attribution.inside
        while outer is not None:
            names.insert(0, by_id[outer].source.name)
            outer = by_id[outer].inside
        found.append(tuple(names))
    return found


OUTER = ("Kestria Herald",)
BOTH = ("Kestria Herald", "Ana Roy")
NESTED = [
    ("Ana Roy told the Kestria Herald that the bridge was never inspected.", [OUTER, BOTH]),
    ("“It was never inspected,” Ana Roy told the Kestria Herald.", [OUTER, BOTH]),
    ("Ana Roy said in an interview with the Kestria Herald that the bridge was unsafe.", [OUTER, BOTH]),
    ("In an interview with the Kestria Herald, Ana Roy said the bridge was unsafe.", [OUTER, BOTH]),
    ("“It was never inspected,” Ana Roy said in an interview with the Kestria Herald.", [OUTER, BOTH]),
    ("The Kestria Herald reported that Ana Roy said the bridge was unsafe.", [OUTER, BOTH]),
    (
        "The pumps had failed, two people present at the talks told the Corvane News Agency.",
        [("Corvane News Agency",), ("Corvane News Agency", "two people present at the talks")],
    ),
    (
        "According to a letter seen by the Corvane News Agency, the pumps had failed.",
        [("Corvane News Agency",), ("Corvane News Agency", "letter")],
    ),
    ("The pumps had failed, according to the Kestria Herald, which cited Ana Roy.", [BOTH]),
    ("Ana Roy dismissed as invented the report that the pumps had failed.", [("Ana Roy",)]),
    ("“The troops will leave,” Ana Roy said, the Kestria Herald reported.", [OUTER, BOTH]),
    (
        "“We were alerted by the coastguard that the ferry had sunk,” said Ana Roy.",
        [("Ana Roy",), ("Ana Roy", "coastguard")],
    ),
]


def test_what_the_speaker_adds_is_not_passed_on():
    story = read("“We were alerted by Bello that the pumps had failed, and the line was closed,” Ana Roy said.")
    assert [(a.source.name, story.contents(a)) for a in story.attributions][1:] == [
        ("Bello", ("the pumps had failed",)),
    ]


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_what_somebody_passes_on_stands_inside(text, expected):
    assert ways(read(text)) == expected


def test_the_reports_own_outlet_is_nobody_in_between():
    text = "Ana Roy told the Kestria Herald that the bridge was never inspected."
    assert ways(read(text, outlet="Kestria Herald")) == [("Ana Roy",)]
    assert ways(read(text, outlet="The Kestria Herald")) == [("Ana Roy",)]
    assert ways(read(text, outlet="Evening Post")) == [OUTER, BOTH]


def test_a_document_that_the_reports_own_outlet_saw_goes_under_its_own_name():
    text = "According to a letter seen by the Kestria Herald, the pumps had failed."
    story = read(text, outlet="Kestria Herald")
    assert ways(story) == [("letter",)]
    assert [story.words(m.start, m.end) for m in story.mentions] == ["the pumps had failed"]


CITING = [
    "The cranes were shut, the Kestria Herald reported, citing three port officials.",
    "The Kestria Herald reported that the cranes were shut, citing three port officials.",
    "The Kestria Herald reported on Friday, citing three port officials, that the cranes were shut.",
    "The cranes were shut, according to a Kestria Herald report citing three port officials.",
]


@pytest.mark.parametrize("text", CITING)
def test_a_cited_source_is_the_sources_own_source(text):
    story = read(text)
    assert ways(story) == [("Kestria Herald", "three port officials")]
    (attribution,) = story.attributions
    (content,) = story.contents(attribution)
    assert content.lower() == "the cranes were shut"
    assert attribution.cites[0].number == 3


PLANS = [
    # The report has no author until the next paragraph names one.
    "According to a report citing three military sources, the army has drawn up plans to seize the island.",
    "The army has drawn up plans to seize the island, according to a report by journalist Tom Varga citing three "
    "military sources.",
]


@pytest.mark.parametrize("lead", PLANS)
def test_what_a_journalists_report_goes_on_to_say_rests_on_the_same_sources(lead):
    story = read(
        f"{lead}\nJournalist Tom Varga reported on Monday that the plans were ordered in spring.\n"
        "The sources said the troops would leave by mid-September."
    )
    both = ("Tom Varga", "three military sources")
    assert ways(story) == [both, both, ("Tom Varga",), both]
    assert [a.source.kind for a in story.attributions] == ["person", "person", "person", "unnamed"]
    assert story.contents(story.attributions[-1]) == ("the troops would leave by mid-September",)


@pytest.mark.parametrize("told", ["reporters", "reporters on Friday", "a journalist"])
def test_reporters_of_no_named_outlet_are_nobody_in_between(told):
    assert ways(read(f"Ana Roy told {told} that the bridge was never inspected.")) == [("Ana Roy",)]


def test_sources_nobody_cited_speak_to_the_report_itself():
    story = read("Ana Roy said the plan was old.\nTwo sources said the troops would leave.")
    assert ways(story) == [("Ana Roy",), ("Two sources",)]


def test_one_of_them_speaks_for_the_group_that_spoke_last() -> None:
    found = read(
        "Three dockers told Radio Sandry that the boxes leaked.\n“Nobody ever came to look,” one of them said."
    )
    chain = next(m.chain for m in found.mentions if "Nobody" in found.stated(m))
    assert [hop.name for hop in chain] == ["Radio Sandry", "Three dockers"]


def test_whoever_is_warned_or_contrasted_is_no_source() -> None:
    passive = read("The transport ministry was warned about leaking containers before the fire.")
    contrast = read("Twelve firefighters were hurt, not 18 as the Kelsund police first said.")
    assert passive.attributions == ()
    assert not [a for a in contrast.attributions if "Twelve" in " ".join(contrast.contents(a))]


PASSED_ON = [
    # quoted by somebody
    ("Interfax quoted Ana Roy as saying that the ferry had sunk.", ("Interfax", "Ana Roy")),
    ("Ana Roy was quoted by TASS as saying that the talks would go on.", ("TASS", "Ana Roy")),
    ("“The ferry has sunk,” the Kestria Herald quoted Ana Roy as saying.", ("Kestria Herald", "Ana Roy")),
    (
        "The boy was found on Monday, according to an official cited by the Kestria Herald.",
        ("Kestria Herald", "official"),
    ),
    # through an outlet
    ("Ana Roy wrote in the Kestria Herald that the bridge was unsafe.", BOTH),
    ("Ana Roy wrote in an op-ed for the Kestria Herald that the bridge was unsafe.", BOTH),
    ("In a statement to the Kestria Herald, Ana Roy said the bridge was unsafe.", BOTH),
    ("“It was never inspected,” Ana Roy said in an email to the Kestria Herald.", BOTH),
    ("Ana Roy said on CNN that the bridge was unsafe.", ("CNN", "Ana Roy")),
    ("Ana Roy said on “Meet the Press” that the bridge was unsafe.", ("Meet the Press", "Ana Roy")),
    ("Police officers told local media that the driver had fled.", ("local media", "Police officers")),
    # by the syntax, inside somebody's words
    ("“Ana Roy told me that the boat was sound,” Ben Okafor said.", ("Ben Okafor", "Ana Roy")),
    ("“Some people say the boat was old,” Ben Okafor said.", ("Ben Okafor", "Some people")),
    ("Ben Okafor said Ana Roy had promised that the boat was sound.", ("Ben Okafor", "Ana Roy")),
    ("Ben Okafor said his agent had called to tell him that the show was over.", ("Ben Okafor", "his agent")),
    ("“Ana Roy said to me, ‘I want the job,’” Ben Okafor said.", ("Ben Okafor", "Ana Roy")),
    ("“According to the manual, the pump needs no oil,” Ben Okafor said.", ("Ben Okafor", "manual")),
    ("The lawsuit says Ana Roy told workers that the dam was safe.", ("lawsuit", "Ana Roy")),
    ("The Kestria Herald reported wrongly that Ana Roy had said the dam was safe.", BOTH),
    # by a noun
    ("The Kestria Herald reported on Ana Roy's claim that the dam was unsafe.", BOTH),
    ("Allegations by the opposition that votes were bought were rejected.", ("the opposition",)),
]


@pytest.mark.parametrize(("text", "way"), PASSED_ON)
def test_the_whole_way_of_the_innermost_words_is_read(text, way):
    assert way in ways(read(text))


def test_an_outlet_stays_between_while_the_same_speaker_goes_on():
    story = read(
        "Ana Roy told the Kestria Herald that the bridge was never inspected.\n"
        "“It was a matter of time,” Roy said.\n"
        "The mayor said the bridge would be rebuilt."
    )
    assert ways(story)[2:] == [OUTER, BOTH, ("mayor",)]


def test_words_after_an_appearance_come_from_there():
    story = read("Ana Roy appeared on “Meet the Press” on Sunday.\n“The bridge was unsafe,” Roy said.")
    assert ways(story)[-1] == ("Meet the Press", "Ana Roy")


def test_a_pronoun_inside_somebodys_words_is_never_the_speaker():
    story = read("Ben Okafor runs the yard. “He told me that the boat was sound,” Karl Venn said.")
    assert ways(story)[-1] == ("Karl Venn", "Ben Okafor")


def test_a_pronoun_in_reported_speech_is_the_speaker():
    story = read("Ben Okafor runs the yard. Karl Venn said he thought that the boat was sound.")
    assert all("Ben Okafor" not in way for way in ways(story))


def test_the_man_is_whoever_spoke_last():
    story = read("A dock worker said the crane was old. The man said that it had failed before.")
    assert ways(story) == [("dock worker",), ("dock worker",)]


def test_the_officials_are_the_group_that_spoke_before():
    story = read("Four port officials said the crane was old. The mayor said it was new. The officials said it failed.")
    assert ways(story)[-1] == ("Four port officials",)


def test_an_office_is_its_holder_where_the_report_has_one():
    story = read("President Ana Roy left the hall on Monday. The president said that the vote was fair.")
    assert ways(story)[-1] == ("Ana Roy",)


def test_straight_single_quotes_are_quotations_in_a_text_without_others():
    story = read("'The driver's brakes failed,' Ana Roy said. 'The wardens' office knew.'")
    assert [story.contents(a) for a in story.attributions] == [
        ("'The driver's brakes failed,'",),
        ("'The wardens' office knew.'",),
    ]
