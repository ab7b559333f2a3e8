"""Omissions, timeline, who's who, quotes, the four numbers and the doubts, in small stories."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Excerpt, Reading, Story
from tests.findings.build import claim, mentions, outlet_of, reading, sentences, story, text_of

HIDDEN = "The Larkfield council had hidden the inspection reports"
PASSAGE = (
    "The Larkfield grain store burned to the ground on Saturday night after a heater set fire to sacks of barley "
    "stacked along its eastern wall. Forty firefighters from six villages fought the flames until dawn."
)
DENIED = (
    reading("Coast Tribune", f"{HIDDEN}, the clerk Tom Brack said."),
    reading("Evening Post", f"{HIDDEN}. Children played in the park on Sunday."),
    reading("Harbour Herald", f"Mayor Ina Roth denied that t{HIDDEN[1:]}."),
)


def shown(told: Story, excerpt: Excerpt) -> str:
    return text_of(told, excerpt.report)[excerpt.start : excerpt.end]


def omitted(told: Story) -> set[tuple[str, str]]:
    return {(outlet_of(told, each.report), each.kind) for each in told.findings.omissions}


def test_reports_that_leave_out_a_denial_a_claim_or_a_source_are_named() -> None:
    told = story(*DENIED)
    assert omitted(told) == {
        ("Coast Tribune", "denial"),
        ("Evening Post", "denial"),
        ("Evening Post", "source"),  # The Herald's readers learn of the claim by its denial.
    }
    reasons = [each.reason for each in told.findings.omissions]
    assert "the denial by Ina Roth" in reasons
    assert "others have it from Tom Brack" in reasons
    assert {each.claim for each in told.findings.omissions} <= {each.id for each in told.findings.claims}


def test_reports_that_carry_everything_omit_nothing() -> None:
    same = f"{HIDDEN}, the clerk Tom Brack said."
    assert story(reading("Coast Tribune", same), reading("Evening Post", same)).findings.omissions == ()


def test_claims_that_most_reports_carry_come_first() -> None:
    told = story(*DENIED)
    weights = [each.weight for each in told.findings.claims]
    assert weights == sorted(weights, reverse=True)
    assert claim(told, HIDDEN).id == "c1"
    assert [each.id for each in told.findings.claims] == [f"c{n}" for n in range(1, len(weights) + 1)]


def test_a_claim_goes_under_a_whole_sentence_where_there_is_one() -> None:
    told = story(
        reading("Coast Tribune", "The plan was dropped, including a meeting at Harrow Lighthouse in July."),
        reading("Harbour Herald", "A meeting was held at Harrow Lighthouse in July."),
    )
    (shared,) = [each for each in told.findings.claims if len(each.mentions) == 2]
    assert shown(told, shared.statement) == "A meeting was held at Harrow Lighthouse in July."


def test_the_timeline_is_in_order_and_takes_the_more_precise_date() -> None:
    told = story(
        reading("Harbour Herald", "The mayor opened the lighthouse on March 2, 2024. The tower was built in 1903."),
        reading(
            "Coast Tribune", "The lighthouse was opened by the mayor in March 2024. It shut in the summer of 2019."
        ),
    )
    events = [(e.earliest, e.latest, e.precision, shown(told, e.when)) for e in told.findings.timeline]
    assert events == [
        (date(1903, 1, 1), date(1903, 12, 31), "year", "1903"),
        (date(2019, 6, 1), date(2019, 8, 31), "season", "the summer of 2019"),
        (date(2024, 3, 2), date(2024, 3, 2), "day", "March 2, 2024"),
    ]


def test_who_is_who_merges_names_and_keeps_each_role_with_its_words() -> None:
    told = story(
        reading("Harbour Herald", "Mayor Ina Roth said the lighthouse was dark. Roth blamed a storm."),
        reading("Coast Tribune", "The lighthouse was dark, said Ina Roth, the chairwoman of the Harbour Trust."),
        reading("Evening Post", "Ina Roth, the chairwoman of the Harbour Trust, said the lighthouse was dark."),
    )
    (mayor,) = [party for party in told.findings.parties if party.kind == "person"]
    assert mayor.name == "Ina Roth"
    assert "Roth" in mayor.aliases
    assert len(mayor.reports) == 3
    roles = [shown(told, role) for role in mayor.roles]
    assert "Mayor" in roles
    assert any("chairwoman" in role for role in roles)
    assert len({role.lower() for role in roles}) == len(roles)


def test_a_quote_stands_once_with_its_copies() -> None:
    words = "“The lighthouse will never be closed while I am mayor,”"
    told = story(
        reading("Harbour Herald", f"{words} Ina Roth said on Monday.", "2024-03-04"),
        reading("Coast Tribune", f"Mayor Ina Roth spoke on Monday. {words} Roth said.", "2024-03-05"),
    )
    (quote,) = told.findings.quotes
    assert quote.speaker == "Ina Roth"
    (copy,) = quote.copies
    assert outlet_of(told, quote.words.report) == "Harbour Herald"
    assert outlet_of(told, copy.report) == "Coast Tribune"
    assert shown(told, quote.words) == shown(told, copy) == words


def test_a_term_in_quotation_marks_is_no_quote() -> None:
    told = story(reading("Harbour Herald", "Ina Roth said the lighthouse was “a ruin” and had to go."))
    assert told.findings.quotes == ()


def test_the_story_in_four_numbers() -> None:
    numbers = story(
        reading("Meridian News Agency", f"{PASSAGE} Police said a heater was at fault.", "2024-03-03"),
        reading("Coast Tribune", f"{PASSAGE} Police said a heater was at fault.", "2024-03-04"),
        reading(
            "Evening Post", "Police said a heater was at fault. Piet Olsen said 20 tonnes were lost.", "2024-03-04"
        ),
    ).findings.numbers
    assert (numbers.reports, numbers.distinct, numbers.own_sources) == (3, 2, 1)
    assert numbers.origins == 1


def test_a_source_that_two_outlets_have_is_nobodys_own() -> None:
    same = f"{HIDDEN}, the clerk Tom Brack said."
    told = story(reading("Coast Tribune", same), reading("Evening Post", f"{same} A new bakery opens next week."))
    assert told.findings.numbers.own_sources == 0
    assert told.findings.numbers.origins == 1


def test_what_could_not_be_told_is_among_the_doubts() -> None:
    told = story(
        reading("Coast Tribune", "He said the lighthouse was dark.", ""),
        reading("Evening Post", PASSAGE),
        reading("Harbour Herald", PASSAGE),
    )
    doubts = {(each.what, shown(told, each.where)) for each in told.findings.doubts}
    assert ("who is meant", "He") in doubts
    assert {"no publication date is given", "which of the two had this wording first"} <= {what for what, _ in doubts}
    assert sentences(what for what, _ in doubts)


def test_a_story_in_which_all_is_plain_has_no_doubts() -> None:
    same = f"{HIDDEN}, the clerk Tom Brack said."
    told = story(reading("Coast Tribune", same), reading("Evening Post", f"{same} A new bakery opens next week."))
    assert told.findings.doubts == ()


@given(st.lists(st.sampled_from(DENIED), unique_by=lambda each: each.report.id))
@settings(max_examples=16)
def test_each_mention_is_in_one_claim_and_its_statement_is_one_of_them(some: list[Reading]) -> None:
    told = story(*some)
    known = mentions(told)
    listed = [mention for each in told.findings.claims for mention in each.mentions]
    assert sorted(listed) == sorted(known)
    for each in told.findings.claims:
        spans = {(known[m].report, known[m].start, known[m].end) for m in each.mentions}
        assert (each.statement.report, each.statement.start, each.statement.end) in spans
