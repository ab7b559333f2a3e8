"""Who rests on whom: citations, credits, hyperlinks, copies, loops and lost ancestors, in small stories."""

from pathlib import Path

import pytest

from stemma.model import Edge, EdgeKind, Story
from stemma.pipeline import trace
from tests.findings.build import outlet_of, reading, story, text_of

PASSAGE = (
    "The Larkfield grain store burned to the ground on Saturday night after a heater set fire to sacks of barley "
    "stacked along its eastern wall. Forty firefighters from six villages fought the flames until dawn."
)
# Five reports of one flood in words of their own. The first two have figures that the others contradict.
FLOOD = (
    reading(
        "Harbour Herald",
        "The flood in Osterhaven drowned 14 cattle at the Brandt farm. The water stood 73 centimetres deep in the "
        "church of Saint Olaf. Mayor Ina Roth resigned. Soldiers are filling sandbags beside the railway, and "
        "volunteers cook for them in a school kitchen.",
    ),
    reading(
        "Coast Tribune",
        "Farmer Brandt lost 14 cattle when the river left its bed. Saint Olaf, the old church, had 73 centimetres of "
        "water, and its organ is ruined. Insurers expect hundreds of claims. A ferry takes children to lessons across "
        "what used to be meadows.",
    ),
    reading(
        "Evening Post",
        "At the Brandt farm 41 cattle were lost to the flood. Rescuers measured 37 centimetres of water around the "
        "altar of Saint Olaf, a church of the twelfth century. Shops in the lower town remain shut. Electricians go "
        "from cellar to cellar.",
    ),
    reading(
        "Valley Gazette",
        "Brandt, who owns a farm, saw 41 cattle carried off by the flood. The church of Saint Olaf had 37 centimetres "
        "of water in its nave. Trains turn back at the bridge. Anglers lent their boats to the fire brigade.",
    ),
    reading(
        "Inland Mirror",
        "The Brandt family is without its 41 cattle since the flood. Pews floated about in Saint Olaf: the church had "
        "taken in 37 centimetres of water. A brewery is giving away bottled drinks. Divers search the harbour for "
        "a missing barge.",
    ),
)


def edges(told: Story, kind: EdgeKind) -> dict[tuple[str, str], Edge]:
    """The edges of one kind by the names of their ends."""
    return {
        (outlet_of(told, edge.report), edge.to if edge.outside else outlet_of(told, edge.to)): edge
        for edge in told.stemma.edges
        if edge.kind == kind
    }


def evidence(told: Story, edge: Edge) -> str:
    return text_of(told, edge.report)[edge.evidence.start : edge.evidence.end]


@pytest.mark.parametrize("name", ["Evening Post", "Post"])
def test_an_outlet_cited_by_its_name_or_a_short_one_leads_to_its_report(name: str) -> None:
    told = story(
        reading("Evening Post", "Inspectors warned about the Larkfield store, two workers said.", "2024-03-03"),
        reading("Coast Tribune", f"Inspectors warned about the Larkfield store, the {name} reported.", "2024-03-04"),
    )
    edge = edges(told, "cites")["Coast Tribune", "Evening Post"]
    assert not edge.outside
    assert f"{name} reported" in evidence(told, edge)


def test_an_agency_that_is_not_in_the_story_stands_outside() -> None:
    told = story(reading("Coast Tribune", "Inspectors warned about the Larkfield store in January, Reuters reported."))
    assert edges(told, "cites")["Coast Tribune", "Reuters"].outside


def test_a_journalist_is_cited_as_a_medium_and_a_mayor_is_not() -> None:
    told = story(
        reading("Coast Tribune", "Inspectors warned about the store, journalist Tom Brack reported on his blog."),
        reading("Evening Post", "Inspectors warned about the store, Mayor Ina Roth said."),
    )
    assert edges(told, "cites").keys() == {("Coast Tribune", "Tom Brack")}


def test_an_outlet_that_names_itself_cites_nobody() -> None:
    told = story(reading("Evening Post", "Inspectors warned about the store, a clerk told the Evening Post."))
    assert told.stemma.edges == ()


def test_a_credit_leads_to_the_agency_or_to_its_report() -> None:
    told = story(
        reading("Coast Tribune", f"{PASSAGE}\n(AP)", "2024-03-04"),
        reading("Evening Post", "OSTERHAVEN (Meridian News Agency) - The pier is closed.", "2024-03-04"),
        reading("Meridian News Agency", "The pier in Osterhaven is closed.", "2024-03-03"),
    )
    found = edges(told, "credits")
    assert found["Coast Tribune", "The Associated Press"].outside
    assert not found["Evening Post", "Meridian News Agency"].outside


def test_an_outlet_that_credits_itself_has_no_edge() -> None:
    told = story(reading("Meridian News Agency", "OSTERHAVEN (Meridian News Agency) - The pier is closed."))
    assert told.stemma.edges == ()


def test_a_hyperlink_to_a_report_of_the_story_is_a_citation(tmp_path: Path) -> None:
    url = "https://evening-post.example/news/lighthouse"
    page = (
        "<html><head><title>Dark for a week</title><meta property='og:site_name' content='Coast Tribune'>"
        "<meta property='article:published_time' content='2024-03-05T10:00:00Z'></head><body><article>"
        "<h1>Lighthouse dark for a week</h1><p>The lighthouse at Osterhaven has been dark for a week, as "
        f"<a href='{url}/'>was published on Monday</a>, and nobody from the council has come to see it.</p>"
        "<p>The harbour master wants it lit again before the winter storms begin, and so do the fishermen of the town."
        "</p></article></body></html>"
    )
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    record = f'{{"text": "The lighthouse went dark after a storm.", "outlet": "Evening Post", "url": "{url}"}}'
    (tmp_path / "record.json").write_text(record, encoding="utf-8")
    told, refused = trace([tmp_path])
    assert refused == ()
    edge = edges(told, "cites")["Coast Tribune", "Evening Post"]
    assert evidence(told, edge) == "was published on Monday"


def test_a_passage_taken_over_has_the_same_words_on_both_sides() -> None:
    told = story(
        reading("Meridian News Agency", f"{PASSAGE} Nobody was hurt.", "2024-03-03"),
        reading("Coast Tribune", f"Neighbours watched. {PASSAGE}", "2024-03-04"),
    )
    edge = edges(told, "reuses")["Coast Tribune", "Meridian News Agency"]
    here, there = text_of(told, edge.report), text_of(told, edge.to)
    (passage,) = edge.passages
    assert here[passage.start : passage.end] == there[passage.other_start : passage.other_end] == PASSAGE.rstrip(".")
    assert "cannot be told" not in edge.reason


def test_a_copy_with_a_word_changed_is_still_a_copy() -> None:
    told = story(
        reading("Evening Post", PASSAGE.replace("burned to the ground", "went up in flames"), "2024-03-04"),
        reading("Coast Tribune", PASSAGE, "2024-03-03"),
    )
    assert edges(told, "reuses").keys() == {("Evening Post", "Coast Tribune")}


def test_which_was_first_is_said_to_be_unknown_where_the_dates_do_not_tell() -> None:
    told = story(reading("Evening Post", PASSAGE), reading("Coast Tribune", f"{PASSAGE} Neighbours watched."))
    (edge,) = edges(told, "reuses").values()
    assert "cannot be told" in edge.reason
    assert "which of the two had this wording first" in {doubt.what for doubt in told.findings.doubts}


def test_the_words_of_a_speaker_are_no_copy() -> None:
    quote = (
        "“We lost everything that we had stored for the winter and nobody from the council has called us or come to "
        "see what is left of the barley, the oats and the seed,” said the store manager Piet Olsen."
    )
    told = story(
        reading("Harbour Herald", f"It was the third fire this year. {quote}", "2024-03-03"),
        reading("Coast Tribune", f"Insurers will visit on Monday. {quote}", "2024-03-04"),
    )
    assert edges(told, "reuses") == {}


def test_reports_that_cite_each_other_are_a_loop() -> None:
    told = story(
        reading("Harbour Herald", "Three inspectors warned about the store, the Coast Tribune reported."),
        reading("Coast Tribune", "Three inspectors warned about the store, according to the Harbour Herald."),
        reading("Evening Post", "The Coast Tribune reported that the store had worried inspectors since the summer."),
    )
    (loop,) = told.stemma.loops
    assert {outlet_of(told, report) for report in loop} == {"Harbour Herald", "Coast Tribune"}


def test_the_forms_of_one_text_are_one_voice_against_a_figure() -> None:
    told = (
        "At the Brandt farm 41 cattle were lost to the flood, and hay for the winter floats beside the mill.",
        "Rescuers measured 37 centimetres of water around the altar of Saint Olaf, a church of the twelfth century.",
        "Shops in the lower town remain shut while electricians go from cellar to cellar with lamps and long cables.",
        "Nobody knows when the ferry to the islands will leave again, for its engine stands under mud.",
    )
    forms = (told, told[:3], (told[0], told[1], told[3]))
    printed = [
        reading(outlet, " ".join(form))
        for outlet, form in zip(("Evening Post", "Valley Gazette", "Inland Mirror"), forms, strict=True)
    ]
    assert story(*FLOOD[:2], *printed).stemma.ancestors == ()


def test_two_that_share_figures_against_the_others_have_a_lost_ancestor() -> None:
    told = story(*FLOOD)
    (ancestor,) = told.stemma.ancestors
    assert {outlet_of(told, report) for report in ancestor.reports} == {"Harbour Herald", "Coast Tribune"}
    shown = [text_of(told, each.report)[each.start : each.end] for each in ancestor.evidence]
    assert sum("14 cattle" in each for each in shown) == sum("73" in each for each in shown) == 2
    found = edges(told, "shares")
    assert found.keys() == {("Harbour Herald", ancestor.name), ("Coast Tribune", ancestor.name)}
    assert all(edge.outside and edge.probability > 0.5 for edge in found.values())


def test_a_citation_between_the_two_explains_what_they_share() -> None:
    second = FLOOD[1].report.text.replace("left its bed", "left its bed, the Harbour Herald reported")
    told = story(FLOOD[0], reading("Coast Tribune", second), *FLOOD[2:])
    assert edges(told, "cites").keys() == {("Coast Tribune", "Harbour Herald")}
    assert told.stemma.ancestors == ()


def test_figures_that_both_have_on_somebodys_word_betray_nothing() -> None:
    herald = reading(
        "Harbour Herald",
        "The flood in Osterhaven drowned 14 cattle, farmer Ole Brandt said. The water stood 73 centimetres deep in the "
        "church of Saint Olaf, its sexton Jan Moe said. Mayor Ina Roth resigned. Soldiers are filling sandbags beside "
        "the railway, and volunteers cook for them in a school kitchen.",
    )
    tribune = reading(
        "Coast Tribune",
        "“We lost 14 cattle when the river left its bed,” farmer Ole Brandt said. Saint Olaf, the old church, had 73 "
        "centimetres of water, the fire brigade said. Insurers expect hundreds of claims. A ferry takes children to "
        "lessons across what used to be meadows.",
    )
    assert story(herald, tribune, *FLOOD[2:]).stemma.ancestors == ()


def test_figures_that_all_share_betray_nothing() -> None:
    same = [reading(each.report.outlet, each.report.text.replace("41", "14").replace("37", "73")) for each in FLOOD]
    assert story(*same).stemma.ancestors == ()
