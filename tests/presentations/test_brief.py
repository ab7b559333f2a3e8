import dataclasses
import json

import pytest
from rich.console import Console

from stemma.model import Branch, Edge, Span, Stemma
from stemma.presentations.brief import EVERYTHING, Limits, brief_page, build_brief
from stemma.presentations.page import unmarked
from stemma.presentations.page_markdown import page_markdown
from stemma.presentations.page_text import page_text
from tests.presentations.ferry import STORY, TEXTS, M

BRIEF = build_brief(STORY)


def text(limits=EVERYTHING, width=100, brief=BRIEF) -> str:
    return page_text(brief_page(brief, limits), Console(width=width, force_terminal=False, color_system=None))


def section(title: str, page: str) -> str:
    after = page.split(f"\n{title.upper()}\n")[1]
    lines = []
    for line in after.splitlines():
        if line.isupper():
            break
        lines.append(line)
    return "\n".join(lines)


def test_four_numbers_with_what_they_count():
    assert [(number.value, number.counts) for number in BRIEF.numbers] == [
        (3, "reports"),
        (3, "not identical"),
        (2, "with sources of their own"),
        (6, "independent origins"),
    ]
    assert "2 with sources of their own — reports with a source" in text()


def test_claims_stand_by_weight_with_count_in_words_and_brackets():
    shown = section("Claims", text())
    assert "c1 1 to 2 origins [1, 2], 3 reports: “The ferry Marlin struck the north pier”" in shown
    assert shown.index("c1 ") < shown.index("c2 ") < shown.index("c3 ")


def test_chain_leads_from_the_nearest_to_the_farthest():
    assert "← Coast Wire ← two crew members\n" in text()
    assert "← Coast Wire ← Ilse Brandt\n" in text()


def test_origins_that_count_in_max_only_are_marked():
    shown = section("Claims", text())
    assert "   origin: Coast Wire\n   possible origin: echo.txt\n" in shown
    assert "   origin: Ilse Brandt\n" in shown


def test_own_voice_is_said_and_equal_words_share_a_line():
    shown = section("Claims", text())
    assert "in their own voice\n      - Coast Wire, echo.txt: in the words above" in shown


def test_claims_of_one_report_are_short_and_say_how_firm_they_are():
    shown = section("Claims of one report", text())
    assert "c6 1 origin [1, 1], ordered: “The owner had been ordered to inspect the engine”" in shown
    assert "The Gazette ← Nordline" in " ".join(shown.split())


def test_limits_say_what_they_leave_out():
    shown = text(Limits(claims=1))
    assert "c2" not in section("Claims", shown)
    assert "… 2 more claims; --all shows them" in shown
    assert "… 3 more claims; --all shows them" in shown
    assert "more claims" not in text()


def test_wordings_beyond_the_limit_are_counted():
    assert "… 1 more wording; see: stemma show FILE c1" in text(Limits(tellings=1))


def test_lineage_is_a_tree_with_its_evidence():
    lines = section("Lineage", text(width=200)).splitlines()
    coast = next(number for number, line in enumerate(lines) if line.startswith("[1] Coast Wire"))
    assert lines[coast + 1].startswith("   - [2] The Gazette")
    assert lines[coast + 2].startswith("      cites it: “Coast Wire reported” [2:")
    assert lines[coast + 3].startswith("      takes over its words: “The ferry Marlin")
    assert lines[coast + 4].startswith("      - [3] echo.txt")
    assert lines[coast + 5].startswith("         cites it: “the Gazette wrote” [3:")


def test_loops_and_lost_ancestors_are_named():
    shown = section("Lineage", text(width=200))
    assert "A loop: [3] echo.txt" in shown
    assert "Lost ancestor 1 of [1] and [3]: both name a pier that the harbour does not have" in shown


def with_tree(*pairs: tuple[str, str, bool], branches: tuple[Branch, ...]):
    edges = tuple(Edge(report, to, outside, "cites", Span(0, 5)) for report, to, outside in pairs)
    return dataclasses.replace(STORY, stemma=Stemma(edges, (), (), tree=branches))


def test_reports_that_rest_on_each_other_are_drawn_once_with_what_the_tree_leaves_out():
    story = with_tree(
        ("r-coast", "r-gazette", False),
        ("r-gazette", "r-coast", False),
        branches=(
            Branch("r-coast", "", 0.6, "r-gazette", 0.4),
            Branch("r-gazette", "r-coast", 0.9),
            Branch("r-echo", "", 1.0),
        ),
    )
    lineage = build_brief(story).lineage
    (tree,) = lineage.trees
    assert (tree.number, [branch.number for branch in tree.below]) == (1, [2])
    assert [(other.how, other.name) for other in tree.others] == [("cites", "[2] The Gazette")]
    assert (tree.runner_up, tree.runner_up_chance) == ("[2] The Gazette", "as likely as not, 0.40")
    assert tree.below[0].chance == "nearly certain, 0.90"
    assert lineage.alone == (3,)


def test_report_that_rests_on_two_stands_below_the_likelier_and_names_the_other():
    story = with_tree(
        ("r-echo", "Radio Osterhaven", True),
        ("r-echo", "r-coast", False),
        ("r-gazette", "r-echo", False),
        branches=(Branch("r-coast", "", 1.0), Branch("r-gazette", "r-echo", 0.8), Branch("r-echo", "r-coast", 0.7)),
    )
    (tree,) = build_brief(story).lineage.trees
    (echo,) = tree.below
    assert (tree.number, echo.number, [branch.number for branch in echo.below]) == (1, 3, [2])
    assert [(other.how, other.name) for other in echo.others] == [("cites", "Radio Osterhaven")]


def test_story_without_a_tree_still_says_who_rests_on_whom():
    (tree,) = build_brief(with_tree(("r-echo", "r-coast", False), branches=())).lineage.trees
    assert [other.name for other in tree.others] == ["[1] Coast Wire"]


def test_conflicts_stand_apart_from_what_can_both_be_right():
    shown = text(width=200)
    conflicts, others = section("Disagreements", shown), section("Differences that are no conflict", shown)
    assert "Denials: the engine" in conflicts
    assert "The Gazette: “denied that the engine had failed”" in conflicts
    assert "echo.txt: “Seventeen” in “Seventeen passengers needed treatment”" in others
    assert "Coast Wire: “14” in “At least 14 people were hurt”" in others


def test_denial_stands_first_among_what_is_left_out():
    (entry,) = BRIEF.omissions
    assert [(missing.kind, missing.claim) for missing in entry.missing] == [("denial", "c4"), ("claim", "c3")]
    assert "the denial c4 “denied that the engine had failed”" in section("What each report leaves out", text())


def test_timeline_runs_from_the_earliest():
    lines = [line for line in section("Timeline", text(width=200)).splitlines() if "(“" in line]
    assert lines[0].startswith("1 May to 20 June 2030 (“late spring”): “The owner had been ordered")
    assert lines[1].startswith("4 March 2031 (“Tuesday”): “The ferry Marlin struck the north pier”")


def test_people_carry_roles_with_their_place():
    shown = section("Who is who", text())
    role = TEXTS["r-coast"].index("harbour master")
    assert f"“harbour master” [1:{role}–{role + 14}]" in shown
    assert shown.count("harbour master") == 1, "a role that two reports give is one role"
    assert "Ilse Brandt, also Brandt [1][2]" in shown


def test_quotes_stand_under_their_speaker_in_one_pair_of_marks():
    assert "Ilse Brandt\n   - “We will find out why,”" in section("Quotes", text())


def test_doubts_and_reports():
    shown = text(width=200)
    assert "who needed treatment: “Seventeen passengers”" in section("What the machine was unsure of", shown)
    reports = section("Reports", shown)
    assert "6–12 March 2031, inferred from the text, “last Tuesday”" in reports
    assert "1 block set aside: 1 newsletter" in reports
    assert "4 March 2031, given with the text" in reports


def every_words(value):
    """All `Words` anywhere in the brief."""
    if dataclasses.is_dataclass(value) and hasattr(value, "where"):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from every_words(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from every_words(one)


def test_every_quoted_stretch_opens_in_its_report():
    found = list(every_words(BRIEF))
    assert len(found) > 40
    for words in found:
        assert TEXTS[words.report][words.start : words.end] == words.text


def test_every_mention_stands_in_the_brief():
    shown = {
        (telling.words.report, telling.words.start)
        for entry in (*BRIEF.claims, *BRIEF.single)
        for voice in entry.voices
        for telling in voice.tellings
    }
    set_aside = {(entry.words.report, entry.words.start) for entry in BRIEF.no_claims}
    assert shown | set_aside == {(mention.report, mention.start) for mention in M.values()}


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_keep_to_the_width(width):
    lines = text(width=width).splitlines()
    assert max(map(len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


def test_no_section_is_empty():
    nothing = dataclasses.replace(STORY.findings, disagreements=(), omissions=(), doubts=(), quotes=())
    shown = text(brief=build_brief(dataclasses.replace(STORY, findings=nothing)))
    assert "DISAGREEMENTS" not in shown
    assert "LINEAGE" in shown


def test_markdown_has_the_same_statements():
    shown = page_markdown(brief_page(BRIEF, EVERYTHING))
    assert shown.startswith("# A story in 3 reports\n")
    assert "## Claims\n" in shown
    assert "- **c2** **1 origin \\[1, 1\\]**, 2 reports: “At least 14 people were hurt”" in shown
    assert "  - **← Coast Wire ← Ilse Brandt**\n" in shown


def test_markdown_emphasis_is_never_empty_nor_spaced():
    shown = page_markdown(brief_page(BRIEF, EVERYTHING))
    assert "****" not in shown
    assert "- **c6** **1 origin \\[1, 1\\]**, **ordered**: “The owner" in shown
    assert "- **3 reports** *— the texts that were read*\n" in shown


def test_markdown_keeps_the_reports_words_as_words():
    story = with_tree(("r-echo", "<script>*Wire*", True), branches=())
    shown = page_markdown(brief_page(build_brief(story), EVERYTHING))
    assert "\\<script\\>\\*Wire\\*" in shown


@pytest.mark.parametrize(
    ("words", "without"),
    [
        ("“We will find out.”", "We will find out."),
        ('"We will find out."', "We will find out."),
        ("We will find out,”", "We will find out,"),
        ("“We will find out", "We will find out"),
        ("He said “maybe” twice", "He said “maybe” twice"),
        ("“Maybe”, he said, “not”", "“Maybe”, he said, “not”"),
        ("the dogs' dinner", "the dogs' dinner"),
    ],
)
def test_quotation_marks_are_not_doubled(words, without):
    assert unmarked(words) == without


def test_brief_is_json():
    data = json.loads(json.dumps(dataclasses.asdict(BRIEF)))
    assert data["claims"][0]["independent"] == [1, 2]
    assert data["claims"][0]["voices"][0]["tellings"][0]["words"]["report"] == "r-coast"


def test_opinions_stand_apart_from_claims_with_whose_they_are():
    shown = section("Opinions and questions", text())
    assert "opinion: “The old one was a disgrace” [3:" in " ".join(shown.split())
    assert "← Ada Moss" in shown
    assert "disgrace" not in section("Claims of one report", text())


def test_families_second_choices_and_doubtful_edges_are_told():
    shown = section("Lineage", text(width=200))
    assert "Harbour Group [1][2]: of one owner" in shown
    assert "it could also be mostly from its own reporting (as likely as not, 0.45)" in shown
    assert "1 edge less probable than not; stemma show FILE r1 shows those of report 1" in shown
