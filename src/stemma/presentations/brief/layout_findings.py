"""How disagreements, omissions, the timeline, people, quotes, opinions, doubts and reports look in the brief."""

from collections.abc import Iterator
from itertools import groupby

from stemma.presentations.brief.layout_claims import chain_words
from stemma.presentations.brief.limits import Limits
from stemma.presentations.brief.model import (
    Brief,
    DisagreementEntry,
    DoubtEntry,
    EventEntry,
    Missing,
    NoClaimEntry,
    OmissionEntry,
    PartyEntry,
    QuoteEntry,
    ReportEntry,
    SideEntry,
    SpeakerEntry,
)
from stemma.presentations.page import SHORTER, Item, Run, Section, item, more, quoted, quoted_in_part, unmarked
from stemma.presentations.wording import DISAGREEMENT_TITLES, OMISSION_WORDS, PARTY_TITLES, counted

_CONFLICT_LEAD = "Both sides cannot be right."
_COMPATIBLE_LEAD = "The reports differ here, and both sides can be right."
_NOBODY = "Nobody named"


def disagreement_sections(entries: tuple[DisagreementEntry, ...], limits: Limits) -> tuple[Section, Section]:
    """Conflicts, and differences that are none."""
    conflicts = tuple(entry for entry in entries if entry.conflict)
    others = tuple(entry for entry in entries if not entry.conflict)
    return (
        Section("Disagreements", _CONFLICT_LEAD, _by_kind(conflicts, limits)),
        Section("Differences that are no conflict", _COMPATIBLE_LEAD, _by_kind(others, limits)),
    )


def _by_kind(entries: tuple[DisagreementEntry, ...], limits: Limits) -> tuple[Item, ...]:
    rows: list[Item] = []
    for _, group in groupby(entries, key=lambda entry: entry.kind):
        of_kind = tuple(group)
        rows += [disagreement_item(entry) for entry in of_kind[: limits.each]]
        rows += more(len(of_kind) - limits.each, "of this kind")
    return tuple(rows)


def disagreement_item(entry: DisagreementEntry) -> Item:
    """A disagreement: its kind, what it is about and why it is one, and below it both sides."""
    title = DISAGREEMENT_TITLES[entry.kind]
    reason = Run(f" — {entry.reason}", "faint") if entry.reason else Run("")
    return item(Run(f"{title}: {entry.about}", "strong"), reason, below=tuple(_sides(entry.sides)), bare=True)


def _sides(sides: tuple[SideEntry, ...]) -> Iterator[Item]:
    """One line for each wording on one word; reports with the same words share it."""
    groups: dict[tuple[object, ...], list[SideEntry]] = {}
    for side in sides:
        key = (side.words.text.casefold(), side.mention.text.casefold(), side.chain, side.claim)
        groups.setdefault(key, []).append(side)
    for group in groups.values():
        yield _side(group)


def _side(group: list[SideEntry]) -> Item:
    """The mention, and before it the words that differ, where they are not all of it."""
    side = group[0]
    outlets = ", ".join(dict.fromkeys(one.words.outlet for one in group))
    differing = () if side.mention.text == side.words.text else (Run(unmarked(side.words.text), "quote"), Run(" in "))
    places = Run(" ".join(one.mention.where for one in group), "faint")
    chain = chain_words(side.chain)
    claim = Run(f" {side.claim}".rstrip(), "faint")
    words = Run(unmarked(side.mention.text), "quote")
    return item(f"{outlets}: ", *differing, words, " ", places, Run(f" {chain}" if chain else ""), claim)


def omission_section(entries: tuple[OmissionEntry, ...], limits: Limits) -> Section:
    """What each report leaves out, the denials first."""
    rows = tuple(omission_item(entry, limits) for entry in entries)
    return Section("What each report leaves out", "Main claims, denials and sources of the story that it lacks.", rows)


def omission_item(entry: OmissionEntry, limits: Limits) -> Item:
    """A report, and below it what it leaves out."""
    missing = tuple(_missing(one) for one in entry.missing[: limits.omissions])
    left = more(len(entry.missing) - len(missing), "omission")
    return item(Run(f"[{entry.number}] {entry.name}", "strong"), below=missing + left, bare=True)


def _missing(one: Missing) -> Item:
    kind = Run(f"{OMISSION_WORDS[one.kind]} ", "mark" if one.kind == "denial" else "plain")
    reason = Run(f" ({one.reason})" if one.reason else "", "faint")
    return item(kind, Run(f"{one.claim} ", "faint"), *quoted_in_part(one.words, SHORTER), reason)


def timeline_section(brief: Brief, limits: Limits) -> Section:
    """When things are said to have happened, or to be going to. A cut leaves the dates of the weightiest claims."""
    weight = {entry.id: rank for rank, entry in enumerate((*brief.claims, *brief.single))}
    kept = sorted(brief.timeline, key=lambda entry: weight[entry.claim])[: limits.dates]
    rows = tuple(_event(entry) for entry in brief.timeline if entry in kept)
    left = more(len(brief.timeline) - len(rows), "date")
    return Section("Timeline", "The days that the reports' words mean, and the words.", rows + left)


def _event(entry: EventEntry) -> Item:
    when = (Run(entry.days, "strong"), Run(" ("), Run(entry.when.text, "quote"), Run("): "))
    return item(*when, *quoted_in_part(entry.statement), Run(f" {entry.claim}", "faint"), bare=True)


def people_section(entries: tuple[PartyEntry, ...], limits: Limits) -> Section:
    """Who is who, by kind."""
    rows: list[Item] = []
    for kind, group in groupby(entries, key=lambda entry: entry.kind):
        of_kind = tuple(group)
        shown = tuple(_party(entry) for entry in of_kind[: limits.each])
        left = more(len(of_kind) - len(shown), "name")
        rows.append(item(Run(PARTY_TITLES[kind], "strong"), below=shown + left, bare=True))
    return Section("Who is who", "Names and roles as the reports give them.", tuple(rows))


def _party(entry: PartyEntry) -> Item:
    aliases = Run(f", also {', '.join(entry.aliases)}") if entry.aliases else Run("")
    numbers = Run(" " + "".join(f"[{number}]" for number in entry.reports), "faint")
    roles = tuple(item(*quoted(role)) for role in entry.roles)
    return item(Run(entry.name, "strong"), aliases, numbers, below=roles)


def quote_section(entries: tuple[SpeakerEntry, ...], limits: Limits) -> Section:
    """Words in quotation marks, by speaker."""
    rows: list[Item] = []
    for entry in entries:
        shown = tuple(_quote(one) for one in entry.quotes[: limits.each])
        left = more(len(entry.quotes) - len(shown), "quote")
        rows.append(item(Run(entry.speaker or _NOBODY, "strong"), below=shown + left, bare=True))
    return Section("Quotes", "Words in quotation marks, by the speaker whom the reports give.", tuple(rows))


def _quote(entry: QuoteEntry) -> Item:
    copies = Run(f" also {' '.join(copy.where for copy in entry.copies)}", "faint") if entry.copies else Run("")
    return item(*quoted(entry.words), copies)


def no_claim_section(entries: tuple[NoClaimEntry, ...], limits: Limits) -> Section:
    """What somebody thinks, wishes or asks, each wording once."""
    first: dict[str, NoClaimEntry] = {}
    for entry in entries:
        first.setdefault(unmarked(entry.words.text).casefold(), entry)
    rows = tuple(_no_claim(entry) for entry in first.values())
    lead = "What somebody thinks, wishes or asks: it makes no claim, and no count has it."
    return Section("Opinions and questions", lead, rows[: limits.each] + more(len(rows) - limits.each, "of these"))


def _no_claim(entry: NoClaimEntry) -> Item:
    chain = chain_words(entry.chain)
    return item(Run(f"{entry.stance}: ", "mark"), *quoted(entry.words), Run(f" {chain}" if chain else ""), bare=True)


def doubt_section(entries: tuple[DoubtEntry, ...], limits: Limits) -> Section:
    """What the machine was unsure of."""
    rows = tuple(item(f"{entry.what}: ", *quoted_in_part(entry.words), bare=True) for entry in entries[: limits.each])
    left = more(len(entries) - len(rows), "doubt")
    return Section("What the machine was unsure of", "Read these places yourself.", rows + left)


def report_section(entries: tuple[ReportEntry, ...]) -> Section:
    """The reports, how each is dated, and what in it was set aside."""
    return Section("Reports", "Numbers as used above.", tuple(_report(entry) for entry in entries))


def _report(entry: ReportEntry) -> Item:
    evidence = [run for words in entry.evidence for run in (", ", *quoted(words))]
    dated = item(f"{entry.published}, {entry.dated_by}" if entry.dated_by else entry.published, *evidence)
    rows = [dated, item(Run(entry.url or entry.file, "faint"))]
    if entry.set_aside:
        parts = ", ".join(f"{count} {reason}" for reason, count in entry.set_aside.items())
        rows.append(item(f"{counted(sum(entry.set_aside.values()), 'block')} set aside: {parts}"))
    return item(Run(f"[{entry.number}] {entry.name}", "strong"), below=tuple(rows), bare=True)
