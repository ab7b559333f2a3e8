"""How the lineage looks in the brief."""

from stemma.presentations.brief.limits import Limits
from stemma.presentations.brief.model import Branch, LineageEntry, LostAncestor, ReportEntry, Tie
from stemma.presentations.page import Item, Run, Section, item, more, quoted_in_part
from stemma.values.lists import joined

_LEAD = "Who rests on whom: each report stands below what it takes its story from, with the words that show it."


def lineage_section(lineage: LineageEntry, reports: tuple[ReportEntry, ...], limits: Limits) -> Section:
    """The trees, then loops, lost ancestors and the reports that stand alone."""
    names = {report.number: report.name for report in reports}
    trees = tuple(_branch(tree, top=True) for tree in lineage.trees)
    loops = tuple(_loop(loop, names) for loop in lineage.loops)
    ancestors = tuple(_ancestor(lost, limits) for lost in lineage.ancestors)
    return Section("Lineage", _LEAD, trees + loops + ancestors + _alone(lineage.alone, names))


def _branch(branch: Branch, top: bool = False) -> Item:
    number = f"[{branch.number}] " if branch.number else ""
    outside = Run(" outside the story", "faint") if top and branch.number is None else Run("")
    again = Run(" (its branch is drawn above)", "faint") if branch.again else Run("")
    name = Run(f"{number}{branch.name}", "strong" if top else "plain")
    below = (*(_tie(tie) for tie in branch.ties), *(_branch(child) for child in branch.below))
    return item(name, outside, again, below=below, bare=top)


def _tie(tie: Tie) -> Item:
    reason = Run(f" ({tie.reason})" if tie.reason else "", "faint")
    return item(f"{tie.kind}: ", *quoted_in_part(tie.evidence), reason, bare=True)


def _named(numbers: tuple[int, ...], names: dict[int, str]) -> list[str]:
    return [f"[{number}] {names[number]}" for number in numbers]


def _loop(loop: tuple[int, ...], names: dict[int, str]) -> Item:
    return item(Run("A loop", "mark"), f": {joined(_named(loop, names))} rest on one another.", bare=True)


def _ancestor(lost: LostAncestor, limits: Limits) -> Item:
    numbers = joined([f"[{number}]" for number in lost.reports])
    rows = tuple(item(f"{words.outlet}: ", *quoted_in_part(words)) for words in lost.evidence[: limits.each])
    left = more(len(lost.evidence) - len(rows), "shared reading")
    return item(Run("A lost ancestor", "mark"), f" of {numbers}: {lost.reason}", below=rows + left, bare=True)


def _alone(alone: tuple[int, ...], names: dict[int, str]) -> tuple[Item, ...]:
    if not alone:
        return ()
    rows = tuple(item(name) for name in _named(alone, names))
    return (item(Run("Rests on no other report, as far as its text shows", "strong"), below=rows, bare=True),)
