"""Mentions: chains with exact spans, figures, dates, names, and what makes no mention at all."""

from dataclasses import replace
from datetime import date

import pytest

from stemma.model import Block
from tests.texts import read, report, understood

CHAINS = [
    # text, then for each hop of the one mention: its name, its words in the text, its cue's words
    (
        "Ana Roy, the head of the union, said the strike would go on.",
        [("Ana Roy", "Ana Roy, the head of the union", "said")],
    ),
    (
        "Ana Roy told the Kestria Herald that the strike would go on.",
        [("Kestria Herald", "the Kestria Herald", None), ("Ana Roy", "Ana Roy", "told")],
    ),
    (
        "The strike would go on, the Kestria Herald reported, citing three dockers.",
        [("Kestria Herald", "the Kestria Herald", "reported"), ("three dockers", "three dockers", None)],
    ),
    (
        "“We will go on strike,” Ana Roy said, the Kestria Herald reported.",
        [("Kestria Herald", "the Kestria Herald", "reported"), ("Ana Roy", "Ana Roy", "said")],
    ),
    ("The strike would go on, according to police.", [("police", "police", "according to")]),
    (
        "“We will go on strike,” said Ana Roy, the head of the dockers' union.",
        [("Ana Roy", "Ana Roy, the head of the dockers' union", "said")],
    ),
]


@pytest.mark.parametrize(("text", "hops"), CHAINS)
def test_every_hop_points_at_its_own_words(text, hops):
    (mention,) = read(text).mentions
    found = [
        (hop.name, text[hop.start : hop.end], text[hop.cue.start : hop.cue.end] if hop.cue else None)
        for hop in mention.chain
    ]
    assert found == hops


def test_the_hop_of_a_pronoun_is_named_in_full():
    story = read("Ana Roy visited the bridge on Monday. She said it was beyond repair.")
    hop = story.mentions[-1].chain[0]
    assert (hop.name, story.words(hop.start, hop.end)) == ("Ana Roy", "She")


def test_the_sources_of_a_journalist_end_the_chain_in_the_next_paragraph_too():
    story = read(
        "According to a report citing three military sources, the army has drawn up plans to seize the island.\n"
        "Journalist Tom Varga reported on Monday that the plans were ordered in spring.\n"
        "The sources said the troops would leave by mid-September."
    )
    assert story.chains() == {
        "the army has drawn up plans to seize the island": ("Tom Varga", "three military sources"),
        "the plans were ordered in spring": ("Tom Varga", "three military sources"),
        "the troops would leave by mid-September": ("Tom Varga", "three military sources"),
    }
    assert [mention.chain[-1].number for mention in story.mentions] == [3, 3, 3]


FIGURES = [
    ("About 225,000 people died in the war.", [(225000, 225000, "about", "people")]),
    ("The bridge cost over $3 million to build.", [(3_000_000, None, "over", "USD")]),
    ("Between 20 and 30 people were killed in the blast.", [(20, 30, "between", "people")]),
    ("Police said 62 percent of the bridges were unsafe.", [(62, 62, "exact", "percent")]),
    ("The harbour was closed for good.", []),
]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures_are_attached_to_the_stretch_that_holds_them(text, figures):
    (mention,) = read(text).mentions
    assert [(f.low, f.high, f.bound, f.unit) for f in mention.figures] == figures
    assert all(mention.start <= f.start < f.end <= mention.end for f in mention.figures)


def test_each_clause_has_its_own_figure():
    story = read("Two people were killed and 120 wounded in the blast, the Interior Ministry said.")
    assert [[f.low for f in m.figures] for m in story.mentions] == [[2], [120]]
    assert set(story.chains().values()) == {("Interior Ministry",)}


DATES = [
    ("The bridge was built in 1931 by convicts.", date(1931, 1, 1), date(1931, 12, 31)),
    ("The port closed on 3 May 2024 for repairs.", date(2024, 5, 3), date(2024, 5, 3)),
    ("The bridge collapsed on Monday at noon.", date(2024, 5, 6), date(2024, 5, 6)),
]


@pytest.mark.parametrize(("text", "earliest", "latest"), DATES)
def test_dates_are_read_against_the_day_of_publication(text, earliest, latest):
    (mention,) = read(text, published=date(2024, 5, 8)).mentions
    assert [(d.earliest, d.latest) for d in mention.dates] == [(earliest, latest)]


def test_a_weekday_of_an_undated_report_stays_unknown():
    (mention,) = read("The bridge collapsed on Monday at noon.").mentions
    assert [(d.earliest, d.latest) for d in mention.dates] == [(None, None)]


def test_names_are_the_fullest_and_pronouns_lend_their_words():
    story = read("Ana Roy runs the harbour of Averell. On Monday she closed the northern gate.")
    first, second = story.mentions
    assert "Ana Roy" in first.names
    assert second.names == ("Ana Roy",)
    assert {"roy", "ana"} <= set(second.words)


def test_the_headline_is_known_as_one():
    story = read("The port of Averell has reopened after a week.", title="Bridge was never inspected: report")
    assert [(m.headline, len(m.chain)) for m in story.mentions] == [(True, 1), (False, 0)]


def test_only_words_in_quotation_marks_are_quoted():
    story = read("“The northern bridge is closed,” Ana Roy said. She said the southern bridge was open.")
    assert [m.quoted for m in story.mentions] == [True, False]


def test_a_mention_knows_its_innermost_attribution():
    story = read("Ana Roy told the Kestria Herald that the strike would go on.")
    inner = next(a for a in story.attributions if a.source.name == "Ana Roy")
    assert [m.attribution for m in story.mentions] == [inner.id]


def test_boilerplate_states_nothing():
    made = report("The port of Averell has reopened after a week.\nSign up for our daily newsletter with Ana Roy.")
    first, second = made.blocks
    marked = replace(made, blocks=(first, Block(second.start, second.end, "boilerplate", "newsletter")))
    assert list(understood(marked).chains()) == ["The port of Averell has reopened after a week"]
    assert len(understood(made).mentions) == 2


def test_ids_are_the_reports_own_and_unique():
    story = read("The port closed on Friday, and 300 dockers were sent home. Police said the gate was shut.")
    ids = [m.id for m in story.mentions]
    assert len(set(ids)) == len(ids) == 3
    assert all(i.startswith("r.") for i in ids)


def test_places_stand_with_the_mention_that_names_them():
    text = "The ferry left Erie, Pennsylvania, on Monday night.\nIts captain said nobody in Springfield had been told."
    first, second = read(text).mentions
    assert [(place.name, place.kind, place.division) for place in first.places] == [
        ("Erie", "city", "US.PA"),
        ("Pennsylvania", "division", "US.PA"),
    ]
    assert [(place.name, place.kind) for place in second.places] == [("Springfield", None)]
    assert [text[place.start : place.end] for place in (*first.places, *second.places)] == [
        "Erie",
        "Pennsylvania",
        "Springfield",
    ]


def test_a_dateline_is_no_part_of_what_the_report_states():
    text = "PORT AVERELL, Kestria, Oct 22 (MNA) — A fire on a cargo ship killed two sailors on Monday."
    told = understood(replace(report(text), dateline="PORT AVERELL, Kestria"))
    (mention,) = told.mentions
    assert told.stated(mention) == "A fire on a cargo ship killed two sailors on Monday"
    assert [told.words(when.start, when.end) for when in mention.dates] == ["Monday"]
