from dataclasses import replace

import pytest
from rich.console import Console

from stemma.model import Figure, Phrase, Place
from stemma.presentations.context import context_of
from stemma.presentations.labels import label_reports
from stemma.presentations.page_text import page_text
from stemma.presentations.show import figure_words, find_claims, place_words, show_claim
from stemma.presentations.show_page import claim_page
from tests.presentations.ferry import COAST, STORY, M


def shown(number: int) -> str:
    (claim,) = find_claims(STORY, str(number))
    return page_text(claim_page(show_claim(STORY, claim)), Console(width=100, force_terminal=False, color_system=None))


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("c3", ["c3"]),
        ("3", ["c3"]),
        ("Seventeen  PASSENGERS", ["c5"]),
        ("treatment seventeen", ["c5"]),
        ("engine", ["c3", "c4", "c6"]),
        ("submarine", []),
        ("", []),
    ],
)
def test_claims_are_found_by_number_or_words(query, ids):
    assert [claim.id for claim in find_claims(STORY, query)] == ids


def test_count_with_its_reasons_and_what_would_change_it():
    page = shown(1)
    assert page.startswith("Claim c1: 1 to 2 origins [1, 2], 3 mentions\n")
    assert "WHY THE COUNT IS WHAT IT IS\nCoast Wire tells it in its own voice." in page
    assert "WHAT WOULD CHANGE IT\nThe claim counted again as if" in page
    assert "If echo.txt has it from Coast Wire, the count is [1, 1]. (less likely than not, 0.30)" in page


def test_origins_say_what_they_count_in():
    page = shown(1)
    assert "Coast Wire [1][2] counts in min and max: named" in page
    assert "echo.txt [3] counts in max only: its own voice" in page


def test_mention_stands_marked_in_its_sentence():
    assert "OSTERHAVEN (Coast Wire) - »The ferry Marlin struck the north pier« on Tuesday.\n" in shown(1)


def test_boilerplate_beside_is_shown_with_its_reason():
    assert "(set aside, newsletter: Sign up for our newsletter)" in shown(2)


def test_every_hop_has_its_words_and_cue():
    page = shown(2)
    hop, cue = M["gazette hurt"].chain
    assert f"← Coast Wire (agency): “the agency” [2:{hop.start}–{hop.end}]" in page
    assert cue.cue is not None
    assert f"“quoted” [2:{cue.cue.start}–{cue.cue.end}]" in " ".join(page.split())


def test_figures_and_dates_say_how_they_were_read():
    assert "figure: “At least 14” [1:114–125] read as at least 14 people" in shown(2)
    assert "date: “late spring” [3:192–203] read as 1 May to 20 June 2030" in shown(6)


def test_places_say_how_they_were_read_and_why():
    erie = Place("Erie", "city", ("Pennsylvania", "United States"), "US", "US.PA", 1, 2, "written so", 0, 4)
    assert place_words(erie) == "Erie, Pennsylvania, United States (written so)"
    assert (
        place_words(replace(erie, name="Pier", kind=None, within=(), reason="no such name")) == "unknown (no such name)"
    )
    assert "place: “north pier” [1:91–101] read as unknown (nothing tells which)" in shown(1)
    assert "no such name" not in shown(1)


def test_commitment_is_named_unless_done():
    lines = [line for line in shown(6).splitlines() if line.startswith("[3]")]
    assert lines[0].endswith(" ordered")
    assert not any(line.endswith("done") for line in shown(1).splitlines())


def test_disagreements_that_it_is_part_of():
    assert "Denials: the engine" in shown(3)
    assert "DISAGREEMENTS" not in shown(1)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(17.0, 17.0, "exact", "passengers", 0, 0), "exactly 17 passengers"),
        (Figure(225000.0, None, "over", "people", 0, 0), "over 225,000 people"),
        (Figure(None, 40.0, "at most", "boat", 0, 0), "at most 40 boat"),
        (Figure(2.5, 3.5, "between", "USD", 0, 0), "between 2.5 and 3.5 USD"),
        (Figure(9e9, 9e9, "about", "", 0, 0), "about 9,000,000,000"),
        (Figure(24.0, None, "several", "boat", 0, 0), "24 or more boat"),
        (Figure(None, None, "several", "boat", 0, 0), "an unknown number of boat"),
        (Figure(5.0, 5.0, "exact", "boat", 0, 0, whole=12.0), "exactly 5 of 12 boat"),
        (Figure(5.0, 5.0, "nearly", "percent", 0, 0, "fall"), "a fall of nearly 5 percent"),
        (
            Figure(3.0, 3.0, "exact", "city", 0, 0, "rank", counted=Phrase("largest city", 0, 0)),
            "number 3; counted: largest city",
        ),
        (Figure(16.0, 16.0, "exact", "year", 0, 0, "age"), "exactly 16 year of age"),
        (
            Figure(9.0, 9.0, "exact", "death", 0, 0, counted=Phrase("deaths", 0, 0), place=Phrase("in Norland", 0, 0)),
            "exactly 9 death; counted: deaths; place: in Norland",
        ),
    ],
)
def test_figures_in_words(figure, words):
    assert figure_words(figure) == words


def test_context_is_the_sentence_and_nothing_is_lost():
    report = STORY.readings[0].report
    for start in range(0, len(COAST) - 3, 7):
        context = context_of(report, start, start + 3, label_reports(STORY))
        assert context.start <= start < start + 3 <= context.end
        assert (context.before + COAST[start : start + 3] + context.after).strip() in COAST
