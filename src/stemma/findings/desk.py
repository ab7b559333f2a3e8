"""The desk on which the whole story lies: every mention, report and party at hand by its id."""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from stemma.findings.media import Media
from stemma.findings.parties import Parties, parties
from stemma.findings.root import Root
from stemma.model import Ancestor, Edge, Link, Links, Mention, Reading, Report, Stemma
from stemma.values.outlets import matching, outlet_key
from stemma.values.rarity import Rarity, rarity

LIKELY = 0.5  # Probability from which an edge of the lineage is counted with.


@dataclass(frozen=True, slots=True)
class Kin:
    """The mentions of one claim, in the story's order, by report, and its reports by the key of their outlet."""

    mentions: dict[str, tuple[Mention, ...]]
    outlets: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the findings read. `mentions` are those that make a claim, `told` the same by report, in the order of
    the text. `order` gives each report's place in the story; `edges` are by report;
    `governs` tells whether a government speaks in the story; `roots` keeps each mention's root once it is
    known, since most findings ask for it, `prints` the mentions that print an outlet's text, by the first mention of
    their claim and the outlet's key; `rare` weighs the stems of all mentions; `kin` gives for each mention all of
    its claim, `lost` the lost ancestors of each report, `doubtful` its edges that are less probable than not.
    `acts`, `firsthand`, `numbers` and `stems` keep what was read from the words of a mention, once it is; `keys` are
    those of `key`."""

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
    edges: Mapping[str, tuple[Edge, ...]]
    parties: Parties
    governs: bool
    outlets: frozenset[str]
    roots: dict[str, Root]
    prints: dict[tuple[str, str], list[Mention]]
    rare: Rarity
    kin: Mapping[str, Kin]
    lost: dict[str, tuple[Ancestor, ...]]
    doubtful: dict[str, tuple[Edge, ...]]
    acts: dict[str, str | None]
    firsthand: dict[str, bool]
    numbers: dict[str, dict[str, set[str]]]
    stems: dict[str, tuple[frozenset[str], float]]
    keys: dict[str, str]

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

    def weighed(self, mention: Mention) -> tuple[frozenset[str], float]:
        """The stems of a mention, and what they weigh together."""
        if mention.id not in self.stems:
            words = frozenset(mention.words)
            self.stems[mention.id] = words, self.weight(words)
        return self.stems[mention.id]

    def place(self, mention: str) -> tuple[int, int, str]:
        """Where a mention stands in the story: for sorting."""
        found = self.mentions[mention]
        return self.order[found.report], found.start, mention

    def key(self, report: str) -> str:
        """One key for all reports of one outlet; the report itself where its outlet is unknown."""
        return self.keys[report]

    def with_edges(self, report: str, edges: tuple[Edge, ...]) -> "Desk":
        """The desk as it would be if `report` had these edges."""
        return replace(self, edges=ChainMap({report: edges}, self.edges), roots={}, prints={})  # type: ignore[arg-type]

    def with_claims(self, *claims: Iterable[str]) -> "Desk":
        """The desk as it would be if the mentions of each of `claims` were claims of their own."""
        return replace(self, kin=ChainMap(self.apart(claims), self.kin), roots={}, prints={})  # type: ignore[arg-type]

    def apart(self, claims: Iterable[Iterable[str]]) -> dict[str, Kin]:
        """For each mention those of its claim, where each of `claims` is one."""
        return {mention: kin for claim in claims for kin in [self._kin(claim)] for mention in claim}

    def _kin(self, claim: Iterable[str]) -> Kin:
        mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(claim, key=self.place):
            mentions[self.mentions[mention].report].append(self.mentions[mention])
        outlets: defaultdict[str, list[str]] = defaultdict(list)
        for report in mentions:
            outlets[self.key(report)].append(report)
        return Kin(
            {report: tuple(found) for report, found in mentions.items()},
            {outlet: tuple(reports) for outlet, reports in outlets.items()},
        )


def _ancestors(stemma: Stemma) -> dict[str, tuple[Ancestor, ...]]:
    table: defaultdict[str, list[Ancestor]] = defaultdict(list)
    for ancestor in stemma.ancestors:
        for report in ancestor.reports:
            table[report].append(ancestor)
    return {report: tuple(found) for report, found in table.items()}


def _by_report(edges: Iterable[Edge]) -> dict[str, tuple[Edge, ...]]:
    table: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        table[edge.report].append(edge)
    return {report: tuple(found) for report, found in table.items()}


def _either_way(stemma: Stemma, order: dict[str, int]) -> Iterator[Edge]:
    """One edge for each two reports of which one has its words from the other, where which is which is in doubt: for a
    count it is all the same."""
    doubtful = {(edge.report, edge.to): edge for edge in stemma.doubtful if edge.kind == "reuses" and not edge.outside}
    for (report, to), edge in sorted(doubtful.items()):
        back = doubtful.get((to, report))
        first = back is None or (edge.probability, order[report]) > (back.probability, order[to])
        if back is not None and first and edge.probability + back.probability >= LIKELY:
            yield replace(edge, probability=round(min(1.0, edge.probability + back.probability), 6))


def _by_mention(links: Iterable[Link]) -> dict[str, tuple[Link, ...]]:
    of: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        of[link.left].append(link)
        of[link.right].append(link)
    return {mention: tuple(found) for mention, found in of.items()}


def lay(readings: tuple[Reading, ...], links: Links, stemma: Stemma) -> Desk:
    """The desk for one story; `readings` in the story's order."""
    order = {reading.report.id: place for place, reading in enumerate(readings)}
    outlets = frozenset(reading.report.outlet for reading in readings if reading.report.outlet)
    media = Media(outlets)
    told = {r.report.id: tuple(media.read(r.report, m) for m in r.mentions if m.stance == "claim") for r in readings}
    mentions = {mention.id: mention for claims in told.values() for mention in claims}
    settled = tuple(_either_way(stemma, order))
    either = {frozenset((edge.report, edge.to)) for edge in settled}
    desk = Desk(
        readings=readings,
        reports={reading.report.id: reading.report for reading in readings},
        mentions=mentions,
        told=told,
        order=order,
        links=links.links,
        links_of=_by_mention(links.links),
        groups=links.groups,
        group_of={mention: number for number, group in enumerate(links.groups) for mention in group},
        stemma=stemma,
        edges=_by_report((*stemma.edges, *settled)),
        parties=parties(readings),
        outlets=outlets,
        roots={},
        prints={},
        rare=rarity(tuple(mentions.values())),
        governs=any("government" in a.source.name.lower().split() for r in readings for a in r.attributions),
        kin={},
        doubtful=_by_report(edge for edge in stemma.doubtful if frozenset((edge.report, edge.to)) not in either),
        acts={},
        firsthand={},
        numbers={},
        stems={},
        keys={r.report.id: outlet_key(r.report.outlet) or r.report.id for r in readings},
        lost=_ancestors(stemma),
    )
    return replace(desk, kin=desk.apart(links.groups))
