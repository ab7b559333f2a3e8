import json

from rich.console import Console

from stemma.presentations.page_text import page_text
from stemma.presentations.show_report import find_report, report_page, show_report
from tests.presentations.ferry import STORY


def page(report: str) -> str:
    shown = report_page(show_report(STORY, report))
    return page_text(shown, Console(width=200, force_terminal=False, color_system=None))


def test_reports_are_found_by_their_number_in_the_brief():
    assert [find_report(STORY, query) for query in ("r1", "r3", "r0", "r4", "c1", "r", "1")] == [
        "r-coast",
        "r-echo",
        *[None] * 5,
    ]


def test_passages_stand_side_by_side():
    shown = page("r-gazette")
    assert "[2] The Gazette → [1] Coast Wire takes over its words" in shown
    assert "   - “The ferry Marlin struck the north pier” [2:" in shown
    assert "   = “The ferry Marlin struck the north pier” [1:" in shown


def test_place_in_the_tree_names_what_comes_close():
    assert "Mostly from [2] The Gazette (as likely as not, 0.55); or else from its own reporting" in page("r-echo")


def test_doubtful_edges_stand_apart():
    sure, doubtful = page("r-echo").split("MAY REST ON")
    assert "[1] Coast Wire" not in sure.split("RESTS ON")[1]
    assert "[3] echo.txt → [1] Coast Wire takes over its words (less likely than not, 0.30)" in doubtful


def test_what_rests_on_a_report_and_what_it_leaves_out_are_told():
    assert "[3] echo.txt → [2] The Gazette cites it" in page("r-gazette").split("REST ON IT")[1]
    assert "the denial c4" in page("r-echo").split("LEAVES OUT")[1]


def test_a_report_is_shown_as_json(ferry, stemma):
    shown = json.loads(stemma("show", ferry, "r2", "--json").stdout)
    assert shown["number"] == 2
