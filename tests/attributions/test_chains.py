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
