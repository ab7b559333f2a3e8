"""One claim in full: every mention in its context, the chains with their words, and why the count is what it is."""

from dataclasses import dataclass

from stemma.model import Claim, Commitment, Figure, FigureKind, Hop, Mention, Origin, Place, Span, Story, Strength
from stemma.presentations.brief.claims import claims_by_mention, mentions_by_id
from stemma.presentations.brief.disagreements import disagreement_entry
from stemma.presentations.brief.model import DisagreementEntry
from stemma.presentations.context import Context, context_of
from stemma.presentations.labels import Labels, Words, label_reports
from stemma.presentations.wording import days, origins, plain


@dataclass(frozen=True, slots=True)
class ShownHop:
    """One step of a chain: its name, what it is, where the report names it, the words that pass the claim on, and those
    that say why it is not named."""

    name: str
    kind: str
    words: Words
    cue: Words | None
    reason: Words | None


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A figure, a date or a place: its words, and what they were read as."""

    words: Words
    value: str


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A mention, on whose word, in which context, and what was read from it. `answers` is what was said before and is
    confirmed or denied by it as a whole."""

    words: Words
    report: str
    context: Context
    chain: tuple[ShownHop, ...]
    commitment: Commitment
    strength: Strength
    headline: bool
    answers: tuple[Words, ...]
    figures: tuple[ShownValue, ...]
    dates: tuple[ShownValue, ...]
    places: tuple[ShownValue, ...]


@dataclass(frozen=True, slots=True)
class ShownOrigin:
    """An origin, the reports that have the claim from it, whether it counts in min and in max, why, and who heard it
    from the origin itself."""

    name: str
    reports: tuple[int, ...]
    in_min: bool
    in_max: bool
    reason: str
    witnesses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownPivot:
    """What would change the count, [min, max] then, and how probable that is, from 0 to 1."""

    what: str
    independent: tuple[int, int]
    probability: float


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """All that is known of one claim."""

    id: str
    statement: Words
    independent: tuple[int, int]
    count: str
    reasons: tuple[str, ...]
    pivots: tuple[ShownPivot, ...]
    origins: tuple[ShownOrigin, ...]
    mentions: tuple[ShownMention, ...]
    disagreements: tuple[DisagreementEntry, ...]


def find_claims(story: Story, query: str) -> tuple[Claim, ...]:
    """The claims that `query` means: one by its id (`c3`, `3`), else those with a mention that has all its words."""
    ranked = sorted(story.findings.claims, key=lambda claim: -claim.weight)
    exact = tuple(claim for claim in ranked if claim.id in (query.strip(), f"c{query.strip()}"))
    words = plain(query).casefold().split()
    if exact or not words:
        return exact
    texts = {reading.report.id: reading.report.text for reading in story.readings}
    wording = {
        mention.id: plain(texts[mention.report][mention.start : mention.end]).casefold()
        for mention in mentions_by_id(story).values()
    }
    return tuple(
        claim for claim in ranked if any(all(word in wording[key] for word in words) for key in claim.mentions)
    )


def show_claim(story: Story, claim: Claim) -> ShownClaim:
    """`claim` of `story` in full."""
    labels = label_reports(story)
    mentions, claims = mentions_by_id(story), claims_by_mention(story)
    answered: dict[str | None, tuple[Span, ...]] = {
        each.id: each.about for reading in story.readings for each in reading.attributions
    }
    own = sorted((mentions[key] for key in claim.mentions), key=lambda one: (labels.number(one.report), one.start))
    return ShownClaim(
        id=claim.id,
        statement=labels.excerpt(claim.statement),
        independent=claim.independent,
        count=origins(claim.independent),
        reasons=tuple(plain(reason) for reason in claim.reasons),
        pivots=tuple(ShownPivot(plain(each.what), each.independent, each.probability) for each in claim.pivots),
        origins=tuple(_origin(origin, mentions, labels) for origin in claim.origins),
        mentions=tuple(_mention(mention, answered.get(mention.attribution, ()), labels) for mention in own),
        disagreements=tuple(
            disagreement_entry(one, mentions, claims, labels)
            for one in story.findings.disagreements
            if any(side.mention in claim.mentions for side in one.sides)
        ),
    )


def _origin(origin: Origin, mentions: dict[str, Mention], labels: Labels) -> ShownOrigin:
    reports = sorted({labels.number(mentions[key].report) for key in origin.mentions})
    heard = tuple(plain(witness) for witness in origin.witnesses)
    return ShownOrigin(plain(origin.name), tuple(reports), origin.sure, origin.counted, plain(origin.reason), heard)


def _mention(mention: Mention, answers: tuple[Span, ...], labels: Labels) -> ShownMention:
    report = mention.report
    return ShownMention(
        words=labels.words(report, mention.start, mention.end),
        report=labels.by_id[report].name,
        context=context_of(labels.reports[report], mention.start, mention.end, labels),
        chain=tuple(_hop(hop, report, labels) for hop in mention.chain),
        commitment=mention.commitment,
        strength=mention.strength,
        headline=mention.headline,
        answers=tuple(labels.words(report, span.start, span.end) for span in answers),
        figures=tuple(
            ShownValue(labels.words(report, one.start, one.end), figure_words(one)) for one in mention.figures
        ),
        dates=tuple(
            ShownValue(labels.words(report, one.start, one.end), days(one.earliest, one.latest))
            for one in mention.dates
            if one.kind in ("date", "time")
        ),
        places=tuple(
            ShownValue(labels.words(report, one.start, one.end), place_words(one))
            for one in mention.places
            if one.candidates  # of a name that the gazetteer lacks there is nothing to say
        ),
    )


def _hop(hop: Hop, report: str, labels: Labels) -> ShownHop:
    cue = labels.words(report, hop.cue.start, hop.cue.end) if hop.cue else None
    reason = labels.words(report, hop.reason.start, hop.reason.end) if hop.reason else None
    return ShownHop(plain(hop.name), hop.kind, labels.words(report, hop.start, hop.end), cue, reason)


def place_words(place: Place) -> str:
    """A place as it was read, and why: `Erie, Pennsylvania, United States (written with where it lies)`."""
    name = ", ".join((place.name, *place.within)) if place.kind else "unknown"
    return plain(f"{name} ({place.reason})")


def figure_words(figure: Figure) -> str:
    """A figure as it was read: `at least 14 people`, `a rise of about 5 percent`, `number 3; counted: largest city`."""
    said = f"number {figure.low:,.10g}" if figure.kind == "rank" else _AS_KIND[figure.kind].format(_amount(figure))
    details = {"counted": figure.counted, "period": figure.period, "place": figure.place}
    return "; ".join([said, *(f"{name}: {plain(words.text)}" for name, words in details.items() if words)])


_AS_KIND: dict[FigureKind, str] = {
    "quantity": "{}",
    "rise": "a rise of {}",
    "fall": "a fall of {}",
    "change": "a change of {}",
    "age": "{} of age",
}


def _amount(figure: Figure) -> str:
    known = [f"{end:,.10g}" for end in (figure.low, figure.high) if end is not None]
    if not known:
        amount = "an unknown number of"
    elif figure.bound == "several":
        amount = f"{known[0]} or more"
    elif figure.bound == "between":
        amount = f"between {' and '.join(known)}"
    else:
        amount = f"{'exactly' if figure.bound == 'exact' else figure.bound} {known[0]}"
    whole = "" if figure.whole is None else f" of {figure.whole:,.10g}"
    return f"{amount}{whole} {figure.unit}".rstrip()
