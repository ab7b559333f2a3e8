"""Every type that travels between stages, in the order in which the data passes through them.

    paths -> Report -> Annotated -> Attribution -> Mention -> Link -> Stemma -> Findings -> Story

All types are frozen. Offsets are always characters into `Report.text`, the end exclusive, so that
`report.text[x.start:x.end]` is the exact wording. The words are those of `docs/words.md`. Identifiers are
made from content, never from the order of reading: a report's from its text and its metadata, a mention's
from its report and position.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

BlockKind = Literal["title", "text", "boilerplate"]
DateSource = Literal["given", "json-ld", "meta", "url", "dateline", "text", "none"]
EntityKind = Literal["person", "body", "outlet", "place", "other"]
NameKind = Literal["name", "pronoun", "nominal"]
SourceKind = Literal[
    "person",
    "body",
    "company",
    "court",
    "document",
    "poll",
    "post",
    "outlet",
    "agency",
    "observation",
    "unnamed",
    "general",
]
Strength = Literal["says", "claims", "admits", "warns", "denies", "confirms", "declines", "orders", "asks", "plans"]
Style = Literal["direct", "indirect", "mixed"]
FigureKind = Literal["quantity", "rise", "fall", "change", "rank", "age"]
Bound = Literal["exact", "about", "nearly", "over", "at least", "under", "at most", "between", "several"]
TimeKind = Literal["date", "time", "duration", "set"]
Precision = Literal["moment", "day", "week", "part of month", "month", "season", "year", "decade", "open"]
PlaceKind = Literal["continent", "region", "country", "division", "county", "city"]
Commitment = Literal["done", "ordered", "planned", "possible", "conditional", "denied"]
Stance = Literal["claim", "opinion", "question"]
Relation = Literal["same", "apart"]
EdgeKind = Literal["cites", "reuses", "credits", "shares"]
DisagreementKind = Literal["denial", "polarity", "update", "figure", "date", "place", "identity", "modality", "scope"]
OmissionKind = Literal["claim", "denial", "source"]
PivotKind = Literal["link", "edge", "doubtful edge"]
FamilyKind = Literal["owner", "editions", "transport"]


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one report's text, `[start, end)` in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of one report and where they stand in its text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of the text of the report named."""

    report: str
    start: int
    end: int


# --- documents --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Block:
    """One line or paragraph. `reason` says why a boilerplate block is not used; it is empty for the others."""

    start: int
    end: int
    kind: BlockKind
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link that the report's text carries."""

    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency or outlet credited for the whole text, by its byline, dateline or foot ("(AP)", "with agencies")."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dating:
    """When a report was published: the days from `earliest` to `latest`, both included; None where unknown.

    `moment` is the ISO 8601 time where one is given, with its zone where that is known, else empty. `evidence` holds
    the stretches from which an interval was inferred (`source` "text" or "dateline").
    """

    earliest: date | None
    latest: date | None
    source: DateSource
    moment: str = ""
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One text as an outlet published it. `text` starts with the title's line, where there is a title."""

    id: str
    file: str
    text: str
    title: str
    outlet: str
    url: str
    authors: tuple[str, ...]
    dateline: str
    language: str
    dating: Dating
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]
    hyperlinks: tuple[Hyperlink, ...]


@dataclass(frozen=True, slots=True)
class File:
    """An input file as found: its path as the user gave or would find it, its SHA-256 in hex, and its bytes."""

    path: str
    sha256: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that could not be used (`fatal`) or was there already: the file, the line where one matters, and why."""

    file: str
    reason: str
    fatal: bool = True


# --- language ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark. `pos` is its universal part of speech, `tag` the Penn Treebank's, which tells tense and number;
    `head` the number of the token that it depends on (its own for the head of a sentence) and `relation` how, in
    Universal Dependencies. What the language model does not tell is empty (`head` -1).

    Of a verb, noun or adjective that names an event or a state, two numbers say how sure the text presents it as fact,
    whoever it lets speak, from -3, certainly not, through 0, open, to 3, certainly: `factuality` that it was, is or
    will be so, `happened` that it has come about by then. "It will close" is sure and has not happened; "it did not
    close" is surely not so. For other nouns and adjectives they mean nothing. None for all other parts of speech, and
    where the language model does not tell."""

    start: int
    end: int
    pos: str = ""
    tag: str = ""
    head: int = -1
    relation: str = ""
    factuality: float | None = None
    happened: float | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its characters, its tokens `[first, last)`, and the number of its block in `Report.blocks`."""

    start: int
    end: int
    first: int
    last: int
    block: int


@dataclass(frozen=True, slots=True)
class Role:
    """What the report says somebody is: "acting assistant secretary of defense"."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something that one report names, under its fullest name; `number` counts from 0 in the report."""

    number: int
    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A place where the text refers to an entity: by name, by pronoun ("she") or by a common noun ("the ministry")."""

    start: int
    end: int
    entity: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Reported:
    """An attribution as the language model reads it: whose words (empty where not said), by which cue, and what, each
    in the order of the text. `inside` is the number of the one in whose content it stands."""

    source: tuple[Span, ...]
    cue: Span
    contents: tuple[Span, ...]
    inside: int | None = None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A report with its words, sentences, names and what it reports of others' words. Boilerplate has no sentences."""

    report: Report
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    reported: tuple[Reported, ...] = ()


# --- attributions -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Who is given as the word for something. `name` is the fullest name in the report, or the report's own words
    for an unnamed source; the span is where it stands. `number` is the count of an unnamed group where given;
    `body` is the named body that it belongs to ("officials of the ministry"), else empty; `reason` is why it is not
    named, in the report's words ("because they feared for their jobs")."""

    name: str
    kind: SourceKind
    start: int
    end: int
    entity: int | None = None
    number: int | None = None
    body: str = ""
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content given as a source's word; no content where somebody declines to say anything. `cites` are the sources
    that this source itself is said to rest on, nearest first; `inside` is the attribution in whose content this one
    stands; `continued` marks content that goes on in a later sentence without a cue of its own. `about` is what was
    said before and is confirmed or denied as a whole ("police confirmed this")."""

    id: str
    source: Source
    cue: Span | None
    strength: Strength
    style: Style
    contents: tuple[Span, ...]
    cites: tuple[Source, ...] = ()
    inside: str | None = None
    continued: bool = False
    about: tuple[Span, ...] = ()


# --- claims -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """What a number says, from `low` to `high`; None is an end that the words leave open ("at least 14") or do not tell
    ("several"). `unit` is what it is given in ("people", "USD", "percent"; empty where not told).

    A level, a rise, a fall, a change of unknown direction, a place in an order and an age are of different `kind`, and
    never compared. `whole` is what it is a part of ("5 of 12"); `counted`, `period` and `place` are the words for what,
    over which time and where is counted, where the text shows it plainly."""

    low: float | None
    high: float | None
    bound: Bound
    unit: str
    start: int
    end: int
    kind: FigureKind = "quantity"
    whole: float | None = None
    counted: Phrase | None = None
    period: Phrase | None = None
    place: Phrase | None = None


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time. A date or time is resolved to the days from `earliest` to `latest`, both included; None
    where it cannot tell. Durations ("three weeks") and sets ("every Monday") have no days. `value` is what TIMEX3
    writes ("1998-W12", "P3W", "XXXX-WXX-1", "1998-02-06T22:00"), empty where unknown."""

    earliest: date | None
    latest: date | None
    precision: Precision
    start: int
    end: int
    kind: TimeKind = "date"
    value: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A place's name and what it was read as. `name` is the gazetteer's, `within` the names of the areas around it,
    the nearest first; `country` is an ISO 3166 code, `division` the GeoNames code of the first-level division, `number`
    the place's own number there. Where it cannot be told `kind` is None and `name` the report's own word. `candidates`
    counts the places of that name, `reason` says what decided."""

    name: str
    kind: PlaceKind | None
    within: tuple[str, ...]
    country: str
    division: str
    number: int | None
    candidates: int
    reason: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a chain: who, of what kind, where the report names it, and the word that passes the claim on."""

    name: str
    kind: SourceKind
    start: int
    end: int
    cue: Span | None = None
    number: int | None = None
    body: str = ""
    reason: Span | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One stretch of one report that states one proposition, on whose word (`chain`, nearest hop first; empty for the
    report's own voice), how much, when, and how firmly. `words` are the stems it is compared by. Only where `stance` is
    "claim" does it make a claim; `repeats` is the id of the fullest mention of that claim in the report, None for that
    one itself. `event`, `agents` and `patients` are the stems of what it says happened, of who did it and of whom or
    what it was done to, as far as the syntax tells. `vector` is its sentence vector, one signed byte a dimension; empty
    where there is none."""

    id: str
    report: str
    start: int
    end: int
    chain: tuple[Hop, ...]
    attribution: str | None
    quoted: bool
    headline: bool
    strength: Strength
    negated: bool
    commitment: Commitment
    figures: tuple[Figure, ...]
    dates: tuple[When, ...]
    names: tuple[str, ...]
    words: tuple[str, ...]
    places: tuple[Place, ...] = ()
    stance: Stance = "claim"
    repeats: str | None = None
    event: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    patients: tuple[str, ...] = ()
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is known of one report by itself: what the stages up to `claims` make of it and the store keeps."""

    report: Report
    entities: tuple[Entity, ...]
    names: tuple[Name, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]


# --- links ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Feature:
    """One piece of evidence for or against a link or an edge. A `value` of None means: no evidence either way."""

    name: str
    value: float | None
    weight: float
    reason: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions: the same claim, or apart though near, and then how (`kind`). `score` is the chance that they state
    the same claim, and `event` that they tell of one event, whatever they claim of it."""

    left: str
    right: str
    relation: Relation
    score: float
    kind: DisagreementKind | None
    features: tuple[Feature, ...]
    event: float = 1.0


@dataclass(frozen=True, slots=True)
class Links:
    """Every pair that was compared and found near, and the mentions grouped into claims (each mention in one group)."""

    links: tuple[Link, ...]
    groups: tuple[tuple[str, ...], ...]


# --- lineage ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that two reports share: `start, end` in the edge's report, `other_start, other_end` in the other."""

    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Edge:
    """`report` rests on `to`: a report's id, or the name of an `outside` source. `evidence` stands in `report`.

    Where the passages come from a text that nobody here has (an agency's, a lost ancestor's), `witness` is the report
    that carries them too, and their other side stands in it; else it is empty, and their other side stands in `to`.
    `probability` is that of resting on `to` in whatever way; `features` are what it was weighed from."""

    report: str
    to: str
    outside: bool
    kind: EdgeKind
    evidence: Span
    passages: tuple[Passage, ...] = ()
    reason: str = ""
    probability: float = 1.0
    witness: str = ""
    features: tuple[Feature, ...] = ()


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A lost ancestor: reports that share what neither can have from the other. `evidence` is what they share."""

    name: str
    reports: tuple[str, ...]
    evidence: tuple[Excerpt, ...]
    reason: str
    probability: float = 1.0


@dataclass(frozen=True, slots=True)
class Branch:
    """A report in the most probable tree and the one `parent` that it mostly rests on: a report's id, the name of an
    outside source or of a lost ancestor; empty where it reports by itself. `runner_up` is the next best where that is
    close, written the same way; its probability is None where none is close."""

    report: str
    parent: str
    probability: float
    runner_up: str = ""
    runner_up_probability: float | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Outlets that share copy as a matter of course: of one owner, editions of one another, or one that carries the
    texts of others (a feed, an aggregator). `reports` are theirs in the story."""

    name: str
    kind: FamilyKind
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stemma:
    """The family tree of the reports. `edges` are those more probable than not, and those of the most probable `tree`,
    which has one branch for each report: of two equal texts one rests on the other, though it cannot be told which; and
    those that lead to `ancestors`.
    `doubtful` are those that may well be. Each loop is a cycle of report ids."""

    edges: tuple[Edge, ...]
    loops: tuple[tuple[str, ...], ...]
    ancestors: tuple[Ancestor, ...]
    doubtful: tuple[Edge, ...] = ()
    tree: tuple[Branch, ...] = ()
    families: tuple[Family, ...] = ()


# --- findings ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Numbers:
    """The story in four numbers: reports; texts that are not copies of one another; reports with a source of their own
    (one that no other report of the story has); independent origins of the whole story."""

    reports: int
    distinct: int
    own_sources: int
    origins: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim enters the story. A `sure` origin is named or first-hand and counts in min; another could be
    any of the others and counts in max only (`counted`), or not at all. `witnesses` are the outlets and agencies that
    give it on the origin's own word, copies and citations of one another left out: those who heard it."""

    name: str
    kind: SourceKind | Literal["report"]
    mentions: tuple[str, ...]
    sure: bool
    counted: bool
    reason: str
    witnesses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pivot:
    """Something found that would change a claim's count if it were wrong: a link between two mentions, an edge of the
    lineage (`ids`: the report and what it rests on), or an edge that was too doubtful to be counted with. `independent`
    is [min, max] then, `probability` that it is wrong (of a doubtful edge: that it holds), `what` says so in words."""

    kind: PivotKind
    ids: tuple[str, str]
    independent: tuple[int, int]
    probability: float
    what: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition over all reports. `independent` is [min, max]; `reasons` say why, `pivots` what would change it,
    what matters most first."""

    id: str
    statement: Excerpt
    mentions: tuple[str, ...]
    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    reasons: tuple[str, ...]
    pivots: tuple[Pivot, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a disagreement: the mention, and the words in it that differ."""

    mention: str
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How mentions of nearly the same thing differ. `about` are words of the story; `conflict` is False where both
    sides can be right at once (rival estimates, other scope, an update)."""

    kind: DisagreementKind
    about: str
    sides: tuple[Side, ...]
    conflict: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Omission:
    """A main claim, denial or source of the story that a report does not carry. `claim` is the claim's id."""

    report: str
    kind: OmissionKind
    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """An entry of the timeline: the days from `earliest` to `latest`, the date's words and the claim."""

    earliest: date
    latest: date
    precision: Precision
    when: Excerpt
    claim: str


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody or something in the story: all names used, and the roles that reports give, each with its words."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[Excerpt, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks, and whose they are said to be; `copies` are the same words in other reports."""

    speaker: str
    words: Excerpt
    copies: tuple[Excerpt, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that the machine could not tell, and where."""

    what: str
    where: Excerpt


@dataclass(frozen=True, slots=True)
class Findings:
    """What the story amounts to."""

    numbers: Numbers
    claims: tuple[Claim, ...]
    disagreements: tuple[Disagreement, ...]
    omissions: tuple[Omission, ...]
    timeline: tuple[Event, ...]
    parties: tuple[Party, ...]
    quotes: tuple[Quote, ...]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything about one story: the reports as read, in order of date and id, and what was found across them."""

    readings: tuple[Reading, ...]
    links: Links
    stemma: Stemma
    findings: Findings
