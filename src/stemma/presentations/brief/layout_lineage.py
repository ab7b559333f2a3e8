"""How the lineage looks in the brief."""

from stemma.presentations.brief.limits import Limits
from stemma.presentations.brief.model import Branch, FamilyEntry, LineageEntry, LostAncestor, ReportEntry, Tie
from stemma.presentations.page import SHORTER, Item, Run, Section, item, more, quoted_in_part
from stemma.presentations.wording import counted
from stemma.values.lists import joined

_LEAD = (
    "Who rests on whom: each report stands below what it mostly takes its story from, with how probable that is and "
    "the words that show it."
)


def lineage_section(lineage: LineageEntry, reports: tuple[ReportEntry, ...], limits: Limits) -> Section:
    """The trees, then loops, lost ancestors, publishers and the reports that stand alone."""
    names = {report.number: report.name for report in reports}
    outlets = {report.number: report.outlet for report in reports}
    trees = tuple(_branch(tree, top=True) for tree in lineage.trees)
    loops = tuple(_loop(loop, outlets) for loop in lineage.loops)
    ancestors = tuple(_ancestor(lost, limits) for lost in lineage.ancestors)
    families = tuple(_family(family) for family in lineage.families)
    return Section(
        "Lineage", _LEAD, (*trees, *loops, *ancestors, *families, *_alone(lineage.alone, names), *_doubts(lineage))
    )


def _branch(branch: Branch, top: bool = False) -> Item:
    number = f"[{branch.number}] " if branch.number else ""
    outside = Run(" outside the story", "faint") if top and branch.number is None else Run("")
    chance = Run(f" ({branch.chance})" if branch.chance else "", "faint")
    name = Run(f"{number}{branch.name}", "strong" if top else "plain")
    second = f"it could also be mostly from {branch.runner_up} ({branch.runner_up_chance})"
    below = (
        *(_tie(tie) for tie in branch.ties),
        *(item(f"it {'also ' if branch.ties else ''}{one.how} {one.name}", bare=True) for one in branch.others),
        *((item(Run(second, "mark"), bare=True),) if branch.runner_up else ()),
        *(_branch(child) for child in branch.below),
    )
    return item(name, outside, chance, below=below, bare=top)


def _tie(tie: Tie) -> Item:
    reason = Run(f" ({tie.reason})" if tie.reason else "", "faint")
    words = (": ", *quoted_in_part(tie.evidence, SHORTER)) if tie.evidence.text else ()
    return item(tie.kind, *words, reason, bare=True)


def _named(numbers: tuple[int, ...], names: dict[int, str]) -> list[str]:
    return [f"[{number}] {names[number]}" for number in numbers]


def _loop(loop: tuple[int, ...], names: dict[int, str]) -> Item:
    return item(Run("A loop", "mark"), f": {joined(_named(loop, names))} rest on one another.", bare=True)


def _ancestor(lost: LostAncestor, limits: Limits) -> Item:
    numbers = joined([f"[{number}]" for number in lost.reports])
    rows = tuple(item(f"{words.outlet}: ", *quoted_in_part(words, SHORTER)) for words in lost.evidence[: limits.each])
    left = more(len(lost.evidence) - len(rows), "shared reading")
    name = Run(f"{lost.name[:1].upper()}{lost.name[1:]}", "mark")
    chance = Run(f" ({lost.chance})", "faint")
    return item(name, f" of {numbers}: {lost.reason}", chance, below=rows + left, bare=True)


def _family(family: FamilyEntry) -> Item:
    numbers = "".join(f"[{number}]" for number in family.reports)
    return item(Run(family.name, "strong"), f" {numbers}: {family.kind}", bare=True)


def _alone(alone: tuple[int, ...], names: dict[int, str]) -> tuple[Item, ...]:
    if not alone:
        return ()
    rows = tuple(item(name) for name in _named(alone, names))
    return (item(Run("Rests on no other report, as far as its text shows", "strong"), below=rows, bare=True),)


def _doubts(lineage: LineageEntry) -> tuple[Item, ...]:
    if not lineage.doubtful:
        return ()
    left = f"{counted(lineage.doubtful, 'edge')} less probable than not; stemma show FILE r1 shows those of report 1"
    return (item(Run(left, "faint"), bare=True),)
