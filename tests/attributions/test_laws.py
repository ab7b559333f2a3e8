"""Laws that hold for the attributions and mentions of any text, however odd, made from the pieces news is made from."""

from dataclasses import dataclass
from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Attribution, Source, Span
from tests.texts import Read, read

PIECES = [
    *["Ana Roy", "Ben Okafor", "the Kestria Herald", "the Interior Ministry", "Tom Varga, a journalist,", "police"],
    *["She", "he", "they", "it", "the sources", "Two security sources", "a report", "officials", "a spokesman for"],
    *["said", "says", "told", "reported", "denied", "ruled out", "vowed to", "warned", "claims", "found", "asked if"],
    *[
        "that",
        "according to",
        "as noted by",
        "citing",
        "in an interview with",
        "alerted by",
        "adding",
        "by",
        "to",
        "who",
    ],
    *["“", "”", '"', "‘", "’", "«", "»", "„", "``", "''", "’s", "(", ")"],
    *[",", ".", ":", ";", "?", " – ", "...", "\n", "\n\n", " ", "-"],
    *[
        "the bridge was closed",
        "killing 12 people",
        "and 120 wounded",
        "after the dam failed",
        "which was built in 1931",
    ],
    *["not", "will", "on Friday", "in May", "over $3 million", "if the talks fail", "é", "12", "\u00a0", "—"],
]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60)
titles = st.lists(st.sampled_from(PIECES), max_size=8).map(lambda pieces: " ".join(pieces).replace("\n", " ").strip())


@dataclass(frozen=True)
class Case:
    """A text with what was read in it, so that a failure shows both."""

    text: str
    story: Read


@st.composite
def cases(draw: st.DrawFn) -> Case:
    story = read(draw(texts), title=draw(titles), outlet=draw(st.sampled_from(["", "Kestria Herald"])))
    return Case(story.annotated.report.text, story)


def within(span: Source | Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


@settings(max_examples=150)
@given(cases())
def test_all_of_an_attribution_lies_within_the_text(case):
    for attribution in case.story.attributions:
        spans = [attribution.source, *attribution.cites, *attribution.contents]
        assert all(within(span, case.text) for span in spans)
        assert attribution.cue is None or within(attribution.cue, case.text)
        assert attribution.contents
        assert attribution.source.name


@settings(max_examples=100)
@given(cases())
def test_an_attribution_stands_inside_an_earlier_one_that_holds_its_content(case):
    earlier: dict[str, Attribution] = {}
    for attribution in case.story.attributions:
        assert attribution.id not in earlier
        if attribution.inside is not None:
            around = earlier[attribution.inside].contents
            assert all(any(c.start <= i.start and i.end <= c.end for c in around) for i in attribution.contents)
        earlier[attribution.id] = attribution


@settings(max_examples=150)
@given(cases())
def test_mentions_stand_in_order_apart_or_one_within_another(case):
    mentions = case.story.mentions
    assert all(within(Span(m.start, m.end), case.text) for m in mentions)
    assert all((a.start, -a.end) <= (b.start, -b.end) for a, b in pairwise(mentions))
    assert all(a.end <= b.start or b.end <= a.end for a, b in combinations(mentions, 2))
    assert len({m.id for m in mentions}) == len(mentions)


@settings(max_examples=100)
@given(cases())
def test_a_chain_and_what_is_read_in_a_mention_point_into_the_text(case):
    known = {attribution.id for attribution in case.story.attributions}
    for mention in case.story.mentions:
        assert (mention.attribution is None) == (not mention.chain)
        assert mention.attribution is None or mention.attribution in known
        assert len({hop.name for hop in mention.chain}) == len(mention.chain)
        assert all(within(Span(hop.start, hop.end), case.text) for hop in mention.chain)
        assert all(hop.cue is None or within(hop.cue, case.text) for hop in mention.chain)
        inner = [*mention.figures, *mention.dates]
        assert all(mention.start <= part.start < part.end <= mention.end for part in inner)


@settings(max_examples=100)
@given(cases())
def test_a_repeat_leads_to_a_claim_of_its_report_that_repeats_nothing(case):
    by_id = {mention.id: mention for mention in case.story.mentions}
    for mention in case.story.mentions:
        if mention.repeats is not None:
            head = by_id[mention.repeats]
            assert head.repeats is None
            assert mention.stance == head.stance == "claim"
            assert (mention.negated, mention.commitment) == (head.negated, head.commitment)


@settings(max_examples=50)
@given(cases())
def test_reading_twice_reads_the_same(case):
    report = case.story.annotated.report
    again = read(
        report.text.removeprefix(f"{report.title}\n") if report.title else report.text, report.title, report.outlet
    )
    assert (again.attributions, again.mentions) == (case.story.attributions, case.story.mentions)
