"""The brief as data: what is stated, and where each statement can be opened. Renderers add no statement."""

from dataclasses import dataclass

from stemma.model import DisagreementKind, EntityKind, OmissionKind, Stance
from stemma.presentations.labels import Words


@dataclass(frozen=True, slots=True)
class StoryNumber:
    """One of the story's four numbers: its value, what it counts, and how to read it."""

    value: int
    counts: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Telling:
    """The words that state a claim in one report. `commitment` is empty for what is told as done."""

    words: Words
    commitment: str
    headline: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """The mentions of a claim that rest on one chain, nearest hop first; an empty chain is the reports' own voice."""

    chain: tuple[str, ...]
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim: its count [min, max] as numbers and in words, the reports that carry it, and its mentions.

    `origins` count in min and max, `perhaps` in max only; `witnesses` are the outlets that have it from one of the
    `origins` itself; `pivot` says what would most likely change the count, if anything.
    """

    id: str
    statement: Words
    independent: tuple[int, int]
    count: str
    reports: tuple[int, ...]
    origins: tuple[str, ...]
    perhaps: tuple[str, ...]
    witnesses: tuple[str, ...]
    pivot: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """Why a report is said to rest on another: in which way, the words in it that show it, and how probable it is."""

    kind: str
    evidence: Words
    reason: str
    chance: str


@dataclass(frozen=True, slots=True)
class Resting:
    """What a report rests on beside the branch above, how (`cites and takes words from`), and what shows it."""

    name: str
    how: str
    ties: tuple[Tie, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A report, an outside source or a lost ancestor, how it rests on the branch above and how probable that is, what
    it rests on beside it, and what rests on it. `runner_up` is what it could nearly as well mostly rest on."""

    name: str
    number: int | None
    chance: str
    ties: tuple[Tie, ...]
    others: tuple[Resting, ...]
    runner_up: str
    runner_up_chance: str
    below: tuple["Branch", ...]


@dataclass(frozen=True, slots=True)
class LostAncestor:
    """A source that nobody names and that reports must share: their numbers, how probable it is, why, and the words
    that they share."""

    name: str
    reports: tuple[int, ...]
    chance: str
    reason: str
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """Outlets of the story that share copy as a matter of course, why, and the numbers of their reports."""

    name: str
    kind: str
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LineageEntry:
    """The lineage: the most probable trees, the reports that stand alone, the loops, the lost ancestors, the
    publishers, and the number of edges that are less probable than not."""

    trees: tuple[Branch, ...]
    alone: tuple[int, ...]
    loops: tuple[tuple[int, ...], ...]
    ancestors: tuple[LostAncestor, ...]
    families: tuple[FamilyEntry, ...]
    doubtful: int


@dataclass(frozen=True, slots=True)
class SideEntry:
    """One side of a disagreement: the words that differ, the mention that holds them, its chain and its claim."""

    words: Words
    mention: Words
    chain: tuple[str, ...]
    claim: str


@dataclass(frozen=True, slots=True)
class DisagreementEntry:
    """How mentions differ. Where `conflict` is false, both sides can be right."""

    kind: DisagreementKind
    about: str
    conflict: bool
    sides: tuple[SideEntry, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Something main that a report leaves out: the kind, the claim, and the claim's words in another report."""

    kind: OmissionKind
    claim: str
    words: Words
    reason: str


@dataclass(frozen=True, slots=True)
class OmissionEntry:
    """What one report leaves out."""

    number: int
    name: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class EventEntry:
    """An entry of the timeline: first and last day in ISO form, both in words, the date's own words, and the claim."""

    earliest: str
    latest: str
    days: str
    when: Words
    claim: str
    statement: Words


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """Somebody or something in the story: the names used and the roles that reports give."""

    name: str
    kind: EntityKind
    aliases: tuple[str, ...]
    roles: tuple[Words, ...]
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuoteEntry:
    """Quoted words, and the numbers of the other reports that carry them."""

    words: Words
    copies: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """Whose words the quotes are said to be; empty where no report says."""

    speaker: str
    quotes: tuple[QuoteEntry, ...]


@dataclass(frozen=True, slots=True)
class NoClaimEntry:
    """Words that give an opinion or ask, so that they make no claim, and whose they are; empty: the report's own."""

    stance: Stance
    words: Words
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtEntry:
    """Something that the machine could not tell, and where."""

    what: str
    words: Words


@dataclass(frozen=True, slots=True)
class ReportEntry:
    """A report: when it was published, how that is known (empty: it is not), and the blocks set aside, by reason."""

    number: int
    id: str
    name: str
    outlet: str
    title: str
    file: str
    url: str
    published: str
    dated_by: str
    evidence: tuple[Words, ...]
    set_aside: dict[str, int]


@dataclass(frozen=True, slots=True)
class Brief:
    """What a story amounts to, in reading order."""

    numbers: tuple[StoryNumber, ...]
    claims: tuple[ClaimEntry, ...]
    single: tuple[ClaimEntry, ...]
    lineage: LineageEntry
    disagreements: tuple[DisagreementEntry, ...]
    omissions: tuple[OmissionEntry, ...]
    timeline: tuple[EventEntry, ...]
    parties: tuple[PartyEntry, ...]
    quotes: tuple[SpeakerEntry, ...]
    no_claims: tuple[NoClaimEntry, ...]
    doubts: tuple[DoubtEntry, ...]
    reports: tuple[ReportEntry, ...]
