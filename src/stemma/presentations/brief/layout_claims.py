"""How claims look in the brief."""

from collections.abc import Iterator

from stemma.presentations.brief.limits import Limits
from stemma.presentations.brief.model import Brief, ClaimEntry, Telling, Voice
from stemma.presentations.labels import Words
from stemma.presentations.page import Item, Run, Section, item, more, quoted, unmarked
from stemma.presentations.wording import bracketed, counted, heard_by

_SHARED_LEAD = (
    "What several reports claim, by weight; below each claim the words that state it, by whose word they go on."
)
_SINGLE_LEAD = "What one report alone claims, by weight."
_AS_ABOVE = "in the words above"


def claim_sections(brief: Brief, limits: Limits) -> tuple[Section, Section]:
    """The claims of several reports in full, and those of one report in short."""
    shared = tuple(_full(entry, limits) for entry in brief.claims[: limits.claims])
    single = tuple(_short(entry) for entry in brief.single[: limits.claims])
    return (
        Section("Claims", _SHARED_LEAD, shared + more(len(brief.claims) - len(shared), "claim")),
        Section("Claims of one report", _SINGLE_LEAD, single + more(len(brief.single) - len(single), "claim")),
    )


def chain_words(chain: tuple[str, ...]) -> str:
    """`← Reuters ← two officials`; empty for the report's own voice."""
    return " ".join(f"← {name}" for name in chain)


def _full(entry: ClaimEntry, limits: Limits) -> Item:
    shown = limits.tellings
    below: list[Item] = [*_origins(entry)]
    for voice in entry.voices:
        rows = tuple(_tellings(voice, entry.statement))[: max(shown, 0)]
        shown -= len(rows)
        if rows:
            below.append(item(Run(chain_words(voice.chain) or _own_voice(voice), "strong"), below=rows, bare=True))
    total = sum(len(tuple(_tellings(voice, entry.statement))) for voice in entry.voices)
    below += more(total - limits.tellings, "wording", f"see: stemma show FILE {entry.id}")
    return item(*_head(entry), *quoted(entry.statement), below=tuple(below), bare=True)


def _origins(entry: ClaimEntry) -> tuple[Item, ...]:
    """The origins, first those that count in min; who heard them, where those are more; and what is least sure."""
    rows = (("origin", entry.origins), ("possible origin", entry.perhaps))
    heard = (heard_by(entry.witnesses),) if len(entry.witnesses) > entry.independent[1] else ()
    pivot = (item(Run(entry.pivot, "faint"), bare=True),) if entry.pivot else ()
    named = (f"{noun if len(names) == 1 else noun + 's'}: {'; '.join(names)}" for noun, names in rows if names)
    return (*(item(line, bare=True) for line in (*named, *heard)), *pivot)


def _head(entry: ClaimEntry) -> tuple[Run, ...]:
    commitments = sorted({telling.commitment for voice in entry.voices for telling in voice.tellings} - {""})
    marks = (Run(", "), Run(", ".join(commitments), "mark")) if commitments else ()
    count = f"{entry.count} {bracketed(entry.independent)}"
    reports = f", {counted(len(entry.reports), 'report')}" if len(entry.reports) > 1 else ""
    return Run(entry.id, "strong"), Run(" "), Run(count, "strong"), Run(reports), *marks, Run(": ")


def _own_voice(voice: Voice) -> str:
    one = len({telling.words.report for telling in voice.tellings}) == 1
    return "in its own voice" if one else "in their own voice"


def _tellings(voice: Voice, statement: Words) -> Iterator[Item]:
    """One line for each wording; reports with the same words share it."""
    key = _wording_of(statement)
    ordered = sorted(voice.tellings, key=lambda telling: _wording_of(telling.words) != key)
    groups: dict[str, list[Telling]] = {}
    for telling in ordered:
        groups.setdefault(_wording_of(telling.words), []).append(telling)
    for wording, tellings in groups.items():
        yield _telling(tellings, as_above=wording == key)


def _wording_of(words: Words) -> str:
    return unmarked(words.text).rstrip(" .,").casefold()


def _telling(tellings: list[Telling], as_above: bool) -> Item:
    first = tellings[0].words
    outlets = ", ".join(dict.fromkeys(telling.words.outlet for telling in tellings))
    places = " ".join(telling.words.where for telling in tellings)
    headline = " (headline)" if all(telling.headline for telling in tellings) else ""
    words = Run(_AS_ABOVE) if as_above else Run(unmarked(first.text), "quote")
    return item(f"{outlets}{headline}: ", words, " ", Run(places, "faint"))


def _short(entry: ClaimEntry) -> Item:
    chain = " ".join(dict.fromkeys(chain_words(voice.chain) for voice in entry.voices)).strip()
    outlet = entry.statement.outlet
    return item(*_head(entry), *quoted(entry.statement), Run(f" {outlet} {chain}".rstrip()), bare=True)
