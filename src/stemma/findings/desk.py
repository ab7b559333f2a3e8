"""The desk on which the whole story lies: every mention, report and party at hand by its id."""

from collections import defaultdict
from dataclasses import dataclass

from stemma.findings.parties import Parties, parties
from stemma.findings.root import Root
from stemma.model import Edge, Link, Links, Mention, Reading, Report, Stemma
from stemma.values.outlets import matching, outlet_key
from stemma.values.rarity import Rarity, rarity


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the findings read. `mentions` are those that make a claim, `told` the same by report, in the order of
    the text. `order` gives each report's place in the story; `edges` are by report;
    `governs` tells whether a government speaks in the story; `roots` keeps each mention's root once it is
    known, since most findings ask for it; `rare` weighs the stems of all mentions."""

    readings: tuple[Reading, ...]
    reports: dict[str, Report]
    mentions: dict[str, Mention]
    told: dict[str, tuple[Mention, ...]]
    order: dict[str, int]
    links: tuple[Link, ...]
    links_of: dict[str, tuple[Link, ...]]
    groups: tuple[tuple[str, ...], ...]
    group_of: dict[str, int]
    stemma: Stemma
    edges: dict[str, tuple[Edge, ...]]
    parties: Parties
    governs: bool
    outlets: frozenset[str]
    roots: dict[str, Root]
    rare: Rarity

    def text(self, mention: Mention) -> str:
        """The exact words of a mention."""
        return self.reports[mention.report].text[mention.start : mention.end]

    def medium(self, name: str) -> str:
        """The key of an outlet, agency or journalist: that of the story's outlet which the name means, else its own."""
        return outlet_key(matching(name, self.outlets) or name)

    def name(self, report: str) -> str:
        """The outlet of a report; its title or file where that is unknown."""
        found = self.reports[report]
        return found.outlet or found.title or found.file

    def label(self, report: str) -> str:
        """A report as people see it: its number in the story and its name."""
        return f"[{self.order[report] + 1}] {self.name(report)}"

    def weight(self, stems: frozenset[str]) -> float:
        """What `stems` weigh together, those that no mention has left out."""
        return self.rare.of(stems & self.rare.weights.keys())

    def place(self, mention: str) -> tuple[int, int, str]:
        """Where a mention stands in the story: for sorting."""
        found = self.mentions[mention]
        return self.order[found.report], found.start, mention


def lay(readings: tuple[Reading, ...], links: Links, stemma: Stemma) -> Desk:
    """The desk for one story; `readings` in the story's order."""
    told = {r.report.id: tuple(m for m in r.mentions if m.stance == "claim") for r in readings}
    mentions = {mention.id: mention for claims in told.values() for mention in claims}
    edges: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in stemma.edges:
        edges[edge.report].append(edge)
    of: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links.links:
        of[link.left].append(link)
        of[link.right].append(link)
    return Desk(
        readings=readings,
        reports={reading.report.id: reading.report for reading in readings},
        mentions=mentions,
        told=told,
        order={reading.report.id: place for place, reading in enumerate(readings)},
        links=links.links,
        links_of={mention: tuple(found) for mention, found in of.items()},
        groups=links.groups,
        group_of={mention: number for number, group in enumerate(links.groups) for mention in group},
        stemma=stemma,
        edges={report: tuple(found) for report, found in edges.items()},
        parties=parties(readings),
        outlets=frozenset(reading.report.outlet for reading in readings if reading.report.outlet),
        roots={},
        rare=rarity(tuple(mentions.values())),
        governs=any("government" in a.source.name.lower().split() for r in readings for a in r.attributions),
    )
