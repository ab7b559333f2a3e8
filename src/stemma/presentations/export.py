"""A story as JSON for other programs. The contract is `story.schema.json` beside this module."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from importlib.resources import files
from typing import Any

from stemma.model import (
    Ancestor,
    Claim,
    Disagreement,
    Edge,
    Event,
    Excerpt,
    Figure,
    Hop,
    Mention,
    Origin,
    Party,
    Pivot,
    Place,
    Quote,
    Report,
    Span,
    Story,
    When,
)

VERSION = 1
_Json = dict[str, Any]
_Texts = Mapping[str, str]
_Answered = Mapping[str | None, tuple[Span, ...]]  # By attribution: what was said before and is confirmed or denied.


def export_story(story: Story) -> _Json:
    """The whole story as plain dictionaries, lists, strings, numbers and None, ready for `json.dumps`.

    All offsets are characters into the `text` of the report named. Dates are ISO 8601; None is unknown.
    The shape is that of `export_schema()`; `version` rises when it changes in a way that a reader would notice.
    """
    texts = {reading.report.id: reading.report.text for reading in story.readings}
    mentions = {mention.id: mention for reading in story.readings for mention in reading.mentions}
    answered: _Answered = {each.id: each.about for reading in story.readings for each in reading.attributions}
    findings, stemma = story.findings, story.stemma
    return {
        "version": VERSION,
        "numbers": asdict(findings.numbers),
        "reports": [_report(reading.report) for reading in story.readings],
        "claims": [_claim(claim, mentions, answered, texts) for claim in findings.claims],
        "no_claims": [_no_claim(one, texts[one.report]) for one in mentions.values() if one.stance != "claim"],
        "lineage": [_edge(edge, texts[edge.report]) for edge in stemma.edges if edge.kind != "shares"],
        "doubtful": [_edge(edge, texts[edge.report]) for edge in stemma.doubtful],
        "tree": [asdict(branch) for branch in stemma.tree],
        "loops": [list(loop) for loop in stemma.loops],
        "ancestors": [_ancestor(ancestor, stemma.edges, texts) for ancestor in stemma.ancestors],
        "families": [asdict(family) | {"reports": list(family.reports)} for family in stemma.families],
        "disagreements": [_disagreement(one, texts) for one in findings.disagreements],
        "omissions": [asdict(omission) for omission in findings.omissions],
        "timeline": [_event(event, texts) for event in findings.timeline],
        "parties": [_party(party, texts) for party in findings.parties],
        "quotes": [_quote(quote, texts) for quote in findings.quotes],
        "doubts": [{"what": doubt.what, "where": _excerpt(doubt.where, texts)} for doubt in findings.doubts],
    }


def export_schema() -> _Json:
    """The JSON Schema (2020-12) of what `export_story` gives."""
    schema: _Json = json.loads((files("stemma.presentations") / "story.schema.json").read_text(encoding="utf-8"))
    return schema


def _report(report: Report) -> _Json:
    dating = report.dating
    return {
        "id": report.id,
        "file": report.file,
        "text": report.text,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "authors": list(report.authors),
        "dateline": report.dateline,
        "language": report.language,
        "published": {
            "earliest": dating.earliest.isoformat() if dating.earliest else None,
            "latest": dating.latest.isoformat() if dating.latest else None,
            "source": dating.source,
            "moment": dating.moment,
            "evidence": [_span(span, report.text) for span in dating.evidence],
        },
        "blocks": [asdict(block) for block in report.blocks],
        "credits": [asdict(credit) for credit in report.credits],
        "hyperlinks": [asdict(link) for link in report.hyperlinks],
    }


def _claim(claim: Claim, mentions: Mapping[str, Mention], answered: _Answered, texts: _Texts) -> _Json:
    statement = _excerpt(claim.statement, texts)
    return {
        "id": claim.id,
        "statement": statement["text"],
        "statement_from": statement,
        "independent": list(claim.independent),
        "weight": claim.weight,
        "mentions": [_mention(mentions[key], answered, texts[mentions[key].report]) for key in claim.mentions],
        "origins": [_origin(origin, mentions) for origin in claim.origins],
        "reasons": list(claim.reasons),
        "pivots": [
            asdict(pivot) | {"ids": list(pivot.ids), "independent": list(pivot.independent)} for pivot in claim.pivots
        ],
    }


def _pivot(pivot: Pivot) -> _Json:
    return asdict(pivot) | {"ids": list(pivot.ids), "independent": list(pivot.independent)}


def _mention(mention: Mention, answered: _Answered, text: str) -> _Json:
    return {
        **_stretch(mention, text),
        "chain": [_hop(hop, text) for hop in mention.chain],
        "quoted": mention.quoted,
        "headline": mention.headline,
        "strength": mention.strength,
        "negated": mention.negated,
        "commitment": mention.commitment,
        "figures": [_figure(figure, text) for figure in mention.figures],
        "dates": [_when(when, text) for when in mention.dates],
        "names": list(mention.names),
        "places": [_place(place, text) for place in mention.places],
        "repeats": mention.repeats,
        "answers": [_span(span, text) for span in answered.get(mention.attribution, ())],
    }


def _stretch(mention: Mention, text: str) -> _Json:
    return {
        "id": mention.id,
        "report": mention.report,
        "start": mention.start,
        "end": mention.end,
        "text": text[mention.start : mention.end],
    }


def _no_claim(mention: Mention, text: str) -> _Json:
    return {
        **_stretch(mention, text),
        "stance": mention.stance,
        "chain": [_hop(hop, text) for hop in mention.chain],
        "quoted": mention.quoted,
    }


def _hop(hop: Hop, text: str) -> _Json:
    return {
        "name": hop.name,
        "kind": hop.kind,
        "start": hop.start,
        "end": hop.end,
        "text": text[hop.start : hop.end],
        "cue": _span(hop.cue, text) if hop.cue else None,
        "number": hop.number,
        "body": hop.body,
        "reason": _span(hop.reason, text) if hop.reason else None,
    }


def _figure(figure: Figure, text: str) -> _Json:
    return asdict(figure) | {"text": text[figure.start : figure.end]}


def _when(when: When, text: str) -> _Json:
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "precision": when.precision,
        "kind": when.kind,
        "value": when.value,
        "start": when.start,
        "end": when.end,
        "text": text[when.start : when.end],
    }


def _place(place: Place, text: str) -> _Json:
    return asdict(place) | {"within": list(place.within), "text": text[place.start : place.end]}


def _origin(origin: Origin, mentions: Mapping[str, Mention]) -> _Json:
    return {
        "name": origin.name,
        "kind": origin.kind,
        "mentions": list(dict.fromkeys(mentions[key].report for key in origin.mentions)),
        "mention_ids": list(origin.mentions),
        "sure": origin.sure,
        "counted": origin.counted,
        "reason": origin.reason,
        "witnesses": list(origin.witnesses),
    }


def _edge(edge: Edge, text: str) -> _Json:
    return {
        "from": edge.report,
        "to": edge.to,
        "kind": edge.kind,
        "outside": edge.outside,
        "evidence": _span(edge.evidence, text),
        "passages": [asdict(passage) for passage in edge.passages],
        "reason": edge.reason,
        "probability": edge.probability,
        "witness": edge.witness,
        "features": [asdict(feature) for feature in edge.features],
    }


def _ancestor(ancestor: Ancestor, edges: Iterable[Edge], texts: _Texts) -> _Json:
    shares = [edge for edge in edges if edge.kind == "shares" and edge.to == ancestor.name]
    return {
        "name": ancestor.name,
        "reports": list(ancestor.reports),
        "probability": ancestor.probability,
        "shares": [_edge(edge, texts[edge.report]) for edge in shares],
        "evidence": _excerpts(ancestor.evidence, texts),
        "reason": ancestor.reason,
    }


def _event(event: Event, texts: _Texts) -> _Json:
    return {
        "earliest": event.earliest.isoformat(),
        "latest": event.latest.isoformat(),
        "precision": event.precision,
        "when": _excerpt(event.when, texts),
        "claim": event.claim,
    }


def _disagreement(disagreement: Disagreement, texts: _Texts) -> _Json:
    sides = [
        {
            "report": side.report,
            "start": side.start,
            "end": side.end,
            "text": texts[side.report][side.start : side.end],
            "mention": side.mention,
        }
        for side in disagreement.sides
    ]
    return {
        "kind": disagreement.kind,
        "about": disagreement.about,
        "conflict": disagreement.conflict,
        "reason": disagreement.reason,
        "sides": sides,
    }


def _party(party: Party, texts: _Texts) -> _Json:
    return {
        "name": party.name,
        "kind": party.kind,
        "aliases": list(party.aliases),
        "roles": _excerpts(party.roles, texts),
        "reports": list(party.reports),
    }


def _quote(quote: Quote, texts: _Texts) -> _Json:
    return {
        "speaker": quote.speaker,
        "words": _excerpt(quote.words, texts),
        "copies": _excerpts(quote.copies, texts),
    }


def _span(span: Span, text: str) -> _Json:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _excerpt(excerpt: Excerpt, texts: _Texts) -> _Json:
    text = texts[excerpt.report][excerpt.start : excerpt.end]
    return {"report": excerpt.report, "start": excerpt.start, "end": excerpt.end, "text": text}


def _excerpts(excerpts: Iterable[Excerpt], texts: _Texts) -> list[_Json]:
    return [_excerpt(excerpt, texts) for excerpt in excerpts]
