"""Lost ancestors: reports that share a rare error which neither can have from the other.

Method: conjunctive and separative errors of textual criticism (Maas, Textual Criticism, 1958, sections 5-8). Two reports
share a reading against all others (conjunctive), no citation or shared wording joins them, and each has a reading against
the other besides (separative)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from stemma.model import Ancestor, Edge, Excerpt, Link, Links, Mention, Reading
from stemma.values.figures import compare_figures

LEAST_AGAINST = 2  # Reports that must give the other reading for a shared one to stand out as an error.


def ancestors(readings: Sequence[Reading], links: Links, edges: Iterable[Edge]) -> tuple[Ancestor, ...]:
    """The lost ancestors that the figures of the story betray."""
    joined = {frozenset((edge.report, edge.to)) for edge in edges}
    mentions = {mention.id: mention for reading in readings for mention in reading.mentions}
    against = _against(links.links, mentions)
    found: dict[tuple[str, ...], list[Excerpt]] = {}
    for link in links.links:
        a, b = mentions[link.left], mentions[link.right]
        pair = frozenset((a.report, b.report))
        if link.relation != "same" or len(pair) < 2 or pair in joined or not _same_figure(a, b):
            continue
        others = (against[a.id] & against[b.id]) - pair
        if len(others) < LEAST_AGAINST or not _separate(pair, links.links, mentions):
            continue
        spots = [Excerpt(m.report, m.start, m.end) for m in sorted((a, b), key=lambda m: m.id)]
        found.setdefault(tuple(sorted(pair)), []).extend(spots)
    return tuple(
        Ancestor(
            f"lost ancestor {n}",
            reports,
            tuple(dict.fromkeys(evidence)),
            "share a figure that the other reports contradict",
        )
        for n, (reports, evidence) in enumerate(sorted(found.items()), 1)
    )


def _against(links: Iterable[Link], mentions: dict[str, Mention]) -> defaultdict[str, set[str]]:
    """For each mention the reports whose figure for the same thing does not fit its own."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.kind == "figure":
            table[link.left].add(mentions[link.right].report)
            table[link.right].add(mentions[link.left].report)
    return table


def _same_figure(a: Mention, b: Mention) -> bool:
    return any(compare_figures(x, y) == "same" for x in a.figures for y in b.figures)


def _separate(pair: frozenset[str], links: Iterable[Link], mentions: dict[str, Mention]) -> bool:
    """Whether the two reports also read apart somewhere."""
    return any(
        link.relation == "apart" and {mentions[link.left].report, mentions[link.right].report} == pair for link in links
    )
