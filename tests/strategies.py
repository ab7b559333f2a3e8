"""Hypothesis strategies for the types of the model: every span lies within its text, every reference has its target.

Use `reports()`, `readings()` and `stories()`; the others take what they must agree with (a text, ids).
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from stemma import model
from stemma.model import (
    Ancestor,
    Attribution,
    Block,
    Branch,
    Claim,
    Credit,
    Dating,
    Disagreement,
    Doubt,
    Edge,
    Entity,
    Event,
    Excerpt,
    Family,
    Feature,
    Figure,
    Findings,
    Hop,
    Hyperlink,
    Link,
    Links,
    Mention,
    Name,
    Numbers,
    Omission,
    Origin,
    Party,
    Passage,
    Phrase,
    Pivot,
    Place,
    Quote,
    Reading,
    Report,
    Role,
    Side,
    Source,
    Span,
    Stemma,
    Story,
    When,
)
from stemma.pipeline import in_order

Ids = Sequence[str]
Draw = Callable[[st.SearchStrategy[Any]], Any]

words = st.text(max_size=12)
counts = st.integers(0, 9)
# Without minus zero, which SQLite keeps as zero.
numbers = st.floats(allow_nan=False, allow_infinity=False).map(lambda value: value + 0.0)


def some(items: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, min_size=least, max_size=3).map(tuple)


def one_of(literal: Any) -> st.SearchStrategy[str]:
    """One of the values of a Literal type."""
    return st.sampled_from(get_args(literal))


def subsets(values: Sequence[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of `values`, each at most once; none where there are none."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), min_size=least, max_size=4, unique=True).map(tuple)


def offsets(text: str) -> st.SearchStrategy[tuple[int, int]]:
    """A stretch of `text` with at least one character."""
    return st.integers(0, len(text) - 1).flatmap(
        lambda start: st.tuples(st.just(start), st.integers(start + 1, len(text)))
    )


def spans(text: str) -> st.SearchStrategy[Span]:
    return offsets(text).map(lambda pair: Span(*pair))


def placed(text: str, kind: type, /, **others: Any) -> st.SearchStrategy[Any]:
    """A value of `kind` with its `start` and `end` within `text`."""
    return offsets(text).flatmap(lambda pair: st.builds(kind, start=st.just(pair[0]), end=st.just(pair[1]), **others))


@st.composite
def datings(draw: Draw, text: str) -> Dating:
    days = sorted(draw(st.tuples(st.dates(), st.dates())))
    earliest, latest = draw(st.sampled_from([(days[0], days[1]), (days[0], None), (None, days[1]), (None, None)]))
    return Dating(earliest, latest, draw(one_of(model.DateSource)), draw(words), draw(some(spans(text))))


@st.composite
def reports(draw: Draw, id: str = "r0") -> Report:
    text = draw(st.text(min_size=1, max_size=60))
    return Report(
        id=id,
        file=draw(words),
        text=text,
        title=draw(words),
        outlet=draw(words),
        url=draw(words),
        authors=draw(some(words)),
        dateline=draw(words),
        language=draw(words),
        dating=draw(datings(text)),
        blocks=draw(some(placed(text, Block, kind=one_of(model.BlockKind), reason=words))),
        credits=draw(some(placed(text, Credit, name=words))),
        hyperlinks=draw(some(placed(text, Hyperlink, url=words))),
    )


def sources(text: str, entities: int) -> st.SearchStrategy[Source]:
    entity = st.none() | st.sampled_from(range(entities)) if entities else st.none()
    number = st.none() | counts
    return placed(text, Source, name=words, kind=one_of(model.SourceKind), entity=entity, number=number, body=words)


@st.composite
def attributions(draw: Draw, text: str, id: str, entities: int, outer: Ids) -> Attribution:
    return Attribution(
        id=id,
        source=draw(sources(text, entities)),
        cue=draw(st.none() | spans(text)),
        strength=draw(one_of(model.Strength)),
        style=draw(one_of(model.Style)),
        contents=draw(some(spans(text))),
        cites=draw(some(sources(text, entities))),
        inside=draw(st.none() | st.sampled_from(outer)) if outer else None,
        continued=draw(st.booleans()),
    )


def figures(text: str) -> st.SearchStrategy[Figure]:
    phrase = st.none() | placed(text, Phrase, text=words)
    return st.lists(numbers, min_size=2, max_size=2).flatmap(
        lambda pair: placed(
            text,
            Figure,
            low=st.none() | st.just(min(pair)),
            high=st.none() | st.just(max(pair)),
            bound=one_of(model.Bound),
            unit=words,
            kind=one_of(model.FigureKind),
            whole=st.none() | numbers,
            counted=phrase,
            period=phrase,
            place=phrase,
        )
    )


def hops(text: str) -> st.SearchStrategy[Hop]:
    cue = st.none() | spans(text)
    return placed(text, Hop, name=words, kind=one_of(model.SourceKind), cue=cue, number=st.none() | counts, body=words)


@st.composite
def whens(draw: Draw, text: str) -> When:
    start, end = draw(offsets(text))
    dating = draw(datings(text))
    kind, value = draw(one_of(model.TimeKind)), draw(st.sampled_from(["", "2024-W12", "P3D", "XXXX-WXX-1"]))
    return When(dating.earliest, dating.latest, draw(one_of(model.Precision)), start, end, kind, value)


def places(text: str) -> st.SearchStrategy[Place]:
    return placed(
        text,
        Place,
        name=words,
        kind=st.none() | one_of(model.PlaceKind),
        within=some(words),
        country=words,
        division=words,
        number=st.none() | counts,
        candidates=counts,
        reason=words,
    )


@st.composite
def mentions(draw: Draw, report: Report, id: str, attribution_ids: Ids) -> Mention:
    start, end = draw(offsets(report.text))
    return Mention(
        id=id,
        report=report.id,
        start=start,
        end=end,
        chain=draw(some(hops(report.text))),
        attribution=draw(st.none() | st.sampled_from(attribution_ids)) if attribution_ids else None,
        quoted=draw(st.booleans()),
        headline=draw(st.booleans()),
        strength=draw(one_of(model.Strength)),
        negated=draw(st.booleans()),
        commitment=draw(one_of(model.Commitment)),
        figures=draw(some(figures(report.text))),
        dates=draw(some(whens(report.text))),
        names=draw(some(words)),
        words=draw(some(words)),
        places=draw(some(places(report.text))),
        stance=draw(one_of(model.Stance)),
        repeats=draw(st.none() | words),
        event=draw(some(words)),
        agents=draw(some(words)),
        patients=draw(some(words)),
        vector=draw(st.binary(max_size=4)),
    )


@st.composite
def readings(draw: Draw, id: str = "r0") -> Reading:
    report = draw(reports(id))
    text = report.text
    role = placed(text, Role, text=words)
    entities = tuple(
        Entity(number, draw(words), draw(one_of(model.EntityKind)), draw(some(words)), draw(some(role)))
        for number in range(draw(st.integers(0, 3)))
    )
    name = placed(text, Name, entity=st.sampled_from(range(len(entities) or 1)), kind=one_of(model.NameKind))
    ids = [f"{id}-a{number}" for number in range(draw(st.integers(0, 3)))]
    return Reading(
        report,
        entities,
        draw(some(name)) if entities else (),
        tuple(draw(attributions(text, each, len(entities), ids[:place])) for place, each in enumerate(ids)),
        tuple(draw(mentions(report, f"{id}-m{number}", ids)) for number in range(draw(st.integers(0, 3)))),
    )


@st.composite
def excerpts(draw: Draw, all_reports: Sequence[Report]) -> Excerpt:
    report = draw(st.sampled_from(all_reports))
    return Excerpt(report.id, *draw(offsets(report.text)))


def features() -> st.SearchStrategy[Feature]:
    return st.builds(Feature, name=words, value=st.none() | numbers, weight=numbers, reason=words)


def links(mention_ids: Ids) -> st.SearchStrategy[Links]:
    if not mention_ids:
        return st.just(Links((), ()))
    one = st.sampled_from(mention_ids)
    kind = st.none() | one_of(model.DisagreementKind)
    link = st.builds(
        Link, left=one, right=one, relation=one_of(model.Relation), score=numbers, kind=kind, features=some(features())
    )
    return st.builds(Links, links=some(link), groups=some(subsets(mention_ids, 1)))


def edges(report: Report, report_ids: Ids) -> st.SearchStrategy[Edge]:
    passage = st.builds(Passage, counts, counts, counts, counts)
    rest: dict[str, Any] = {
        "kind": one_of(model.EdgeKind),
        "evidence": spans(report.text),
        "passages": some(passage),
        "reason": words,
        "probability": numbers,
        "witness": words,
        "features": some(features()),
    }
    me = st.just(report.id)
    inner = st.builds(Edge, report=me, to=st.sampled_from(report_ids), outside=st.just(False), **rest)
    return inner | st.builds(Edge, report=me, to=words, outside=st.just(True), **rest)


def stemmas(all_reports: Sequence[Report]) -> st.SearchStrategy[Stemma]:
    ids = [report.id for report in all_reports]
    edge = st.sampled_from(all_reports).flatmap(lambda report: edges(report, ids))
    ancestor = st.builds(
        Ancestor,
        name=words,
        reports=subsets(ids, 1),
        evidence=some(excerpts(all_reports)),
        reason=words,
        probability=numbers,
    )
    branch = st.builds(
        Branch,
        report=st.sampled_from(ids),
        parent=words,
        probability=numbers,
        runner_up=words,
        runner_up_probability=st.none() | numbers,
    )
    family = st.builds(Family, name=words, kind=one_of(model.FamilyKind), reports=subsets(ids, 1))
    return st.builds(
        Stemma,
        edges=some(edge),
        loops=some(subsets(ids, 1)),
        ancestors=some(ancestor),
        doubtful=some(edge),
        tree=some(branch),
        families=some(family),
    )


def pivots() -> st.SearchStrategy[Pivot]:
    independent = st.lists(counts, min_size=2, max_size=2).map(sorted).map(tuple)
    ids = st.tuples(words, words)
    kind = one_of(model.PivotKind)
    return st.builds(Pivot, kind=kind, ids=ids, independent=independent, probability=numbers, what=words)


@st.composite
def claims(draw: Draw, id: str, all_reports: Sequence[Report], mention_ids: Ids) -> Claim:
    mine = draw(subsets(mention_ids, 1))
    origin = st.builds(
        Origin,
        name=words,
        kind=one_of(model.SourceKind) | st.just("report"),
        mentions=subsets(mine, 1),
        sure=st.booleans(),
        counted=st.booleans(),
        reason=words,
        witnesses=some(words),
    )
    low, high = sorted(draw(st.tuples(counts, counts)))
    return Claim(
        id=id,
        statement=draw(excerpts(all_reports)),
        mentions=mine,
        origins=draw(some(origin)),
        independent=(low, high),
        reasons=draw(some(words)),
        pivots=draw(some(pivots())),
        weight=draw(numbers),
    )


def _spread(all_reports: Sequence[Report], claim_ids: Ids) -> dict[str, st.SearchStrategy[Any]]:
    """The parts of Findings that need nothing but reports and claims."""
    excerpt = excerpts(all_reports)
    ids = [report.id for report in all_reports]
    party = st.builds(
        Party,
        name=words,
        kind=one_of(model.EntityKind),
        aliases=some(words),
        roles=some(excerpt),
        reports=subsets(ids, 1),
    )
    parts: dict[str, st.SearchStrategy[Any]] = {
        "parties": some(party),
        "quotes": some(st.builds(Quote, speaker=words, words=excerpt, copies=some(excerpt))),
        "doubts": some(st.builds(Doubt, what=words, where=excerpt)),
        "omissions": st.just(()),
        "timeline": st.just(()),
    }
    if claim_ids:
        claim = st.sampled_from(claim_ids)
        days = st.lists(st.dates(), min_size=2, max_size=2).map(sorted)
        parts["omissions"] = some(
            st.builds(Omission, report=st.sampled_from(ids), kind=one_of(model.OmissionKind), claim=claim, reason=words)
        )
        parts["timeline"] = some(days.flatmap(lambda pair: _events(pair, excerpt, claim)))
    return parts


def _events(
    days: list[date], excerpt: st.SearchStrategy[Excerpt], claim: st.SearchStrategy[str]
) -> st.SearchStrategy[Event]:
    first, last = map(st.just, days)
    return st.builds(Event, earliest=first, latest=last, precision=one_of(model.Precision), when=excerpt, claim=claim)


@st.composite
def findings(draw: Draw, all_reports: Sequence[Report], all_mentions: Sequence[Mention]) -> Findings:
    mention_ids = [mention.id for mention in all_mentions]
    ids = [f"c{number}" for number in range(draw(st.integers(0, 3)))] if mention_ids else []
    texts = {report.id: report.text for report in all_reports}
    disagreements: st.SearchStrategy[Any] = st.just(())
    if all_mentions:
        side = st.sampled_from(all_mentions).flatmap(
            lambda mention: placed(
                texts[mention.report], Side, mention=st.just(mention.id), report=st.just(mention.report)
            )
        )
        disagreements = some(
            st.builds(
                Disagreement,
                kind=one_of(model.DisagreementKind),
                about=words,
                sides=some(side, 2),
                conflict=st.booleans(),
                reason=words,
            )
        )
    return Findings(
        numbers=draw(st.builds(Numbers, counts, counts, counts, counts)),
        claims=tuple(draw(claims(id, all_reports, mention_ids)) for id in ids),
        disagreements=draw(disagreements),
        **{field: draw(strategy) for field, strategy in _spread(all_reports, ids).items()},
    )


@st.composite
def stories(draw: Draw) -> Story:
    """A whole story of one to three reports, in order of date and id."""
    read = [draw(readings(f"r{number}")) for number in range(draw(st.integers(1, 3)))]
    read.sort(key=in_order)
    all_reports = [reading.report for reading in read]
    all_mentions = [mention for reading in read for mention in reading.mentions]
    return Story(
        tuple(read),
        draw(links([mention.id for mention in all_mentions])),
        draw(stemmas(all_reports)),
        draw(findings(all_reports, all_mentions)),
    )
