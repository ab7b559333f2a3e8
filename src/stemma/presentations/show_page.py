"""How one claim looks."""

from stemma.model import Claim, Story
from stemma.presentations.brief.layout_findings import disagreement_item
from stemma.presentations.context import SetAside
from stemma.presentations.labels import label_reports
from stemma.presentations.page import Item, Page, Run, Section, item, quoted
from stemma.presentations.show import ShownClaim, ShownHop, ShownMention, ShownOrigin, ShownPivot, ShownValue
from stemma.presentations.wording import ANSWER_WORDS, COMMITMENT_WORDS, bracketed, chance, counted, heard_by, origins

_LONGEST_ASIDE = 120
_ASIDES = 2
_PIVOTS_LEAD = "The claim counted again as if a link or an edge were wrong; what is likely to change most comes first."


def claim_page(shown: ShownClaim) -> Page:
    """The page of one claim."""
    sections = (
        Section("Statement", "", (item(*quoted(shown.statement), bare=True),)),
        Section("Why the count is what it is", "", _lines(shown.reasons)),
        Section("What would change it", _PIVOTS_LEAD, tuple(_pivot(one) for one in shown.pivots)),
        Section("Origins", "Where the claim enters the story.", tuple(_origin(one) for one in shown.origins)),
        Section(
            "Mentions",
            "The words that state it stand between » and «; below them the chain, nearest hop first.",
            tuple(_mention(one) for one in shown.mentions),
        ),
        Section("Disagreements", "That it is part of.", tuple(disagreement_item(one) for one in shown.disagreements)),
    )
    title = f"Claim {shown.id}: {shown.count} {bracketed(shown.independent)}, {counted(len(shown.mentions), 'mention')}"
    return Page(title, tuple(section for section in sections if section.items))


def matches_page(story: Story, claims: tuple[Claim, ...]) -> Page:
    """The claims that fit the user's words, to choose from."""
    labels = label_reports(story)
    rows = tuple(
        item(
            Run(claim.id, "strong"),
            f" {origins(claim.independent)} {bracketed(claim.independent)}: ",
            *quoted(labels.excerpt(claim.statement)),
            bare=True,
        )
        for claim in claims
    )
    return Page(f"{counted(len(claims), 'claim')} to choose from", (Section("Claims", "", rows),))


def _lines(lines: tuple[str, ...]) -> tuple[Item, ...]:
    return tuple(item(line, bare=True) for line in lines)


def _origin(origin: ShownOrigin) -> Item:
    counts = "counts in min and max" if origin.in_min else "counts in max only" if origin.in_max else "not counted"
    numbers = "".join(f"[{number}]" for number in origin.reports)
    reason = f": {origin.reason}" if origin.reason else ""
    heard = heard_by(origin.witnesses)
    return item(
        Run(origin.name, "strong"),
        Run(f" {numbers}", "faint"),
        f" {counts}{reason}",
        below=(item(heard),) if len(origin.witnesses) > 1 else (),
        bare=True,
    )


def _pivot(pivot: ShownPivot) -> Item:
    return item(pivot.what, Run(f" ({chance(pivot.probability)})", "faint"), bare=True)


def _mention(shown: ShownMention) -> Item:
    below = [
        *(_aside(aside) for aside in shown.context.set_aside_before[-_ASIDES:]),
        _context(shown),
        *(_aside(aside) for aside in shown.context.set_aside_after[:_ASIDES]),
        *([_hop(hop) for hop in shown.chain] or [item("← the report's own voice")]),
        *(
            item(f"{ANSWER_WORDS.get(shown.strength, 'answers')} what was said before: ", *quoted(words))
            for words in shown.answers
        ),
        *(_value("figure", value) for value in shown.figures),
        *(_value("date", value) for value in shown.dates),
        *(_value("place", value) for value in shown.places),
    ]
    headline = " (headline)" if shown.headline else ""
    name = Run(f"[{shown.words.number}] {shown.report}{headline}", "strong")
    return item(
        name,
        Run(f" {shown.words.where}", "faint"),
        Run(f" {COMMITMENT_WORDS[shown.commitment]}".rstrip(), "mark"),
        below=tuple(below),
        bare=True,
    )


def _context(shown: ShownMention) -> Item:
    context = shown.context
    return item(context.before, Run(f"»{shown.words.text}«", "strong"), context.after, bare=True)


def _aside(aside: SetAside) -> Item:
    text = aside.words.text
    short = text if len(text) <= _LONGEST_ASIDE else text[:_LONGEST_ASIDE].rsplit(" ", 1)[0] + " …"
    return item(Run(f"(set aside, {aside.reason}: {short})", "faint"), bare=True)


def _hop(hop: ShownHop) -> Item:
    cue = (", ", Run(hop.cue.text, "quote"), " ", Run(hop.cue.where, "faint")) if hop.cue else ()
    why = (", not named: ", Run(hop.reason.text, "quote"), " ", Run(hop.reason.where, "faint")) if hop.reason else ()
    return item(Run(f"← {hop.name}", "strong"), f" ({hop.kind}): ", *quoted(hop.words), *cue, *why)


def _value(kind: str, value: ShownValue) -> Item:
    return item(f"{kind}: ", *quoted(value.words), f" read as {value.value}")
