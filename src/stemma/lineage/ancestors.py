"""Lost ancestors: reports that share a rare error which neither can have from the other.

Method: conjunctive and separative errors of textual criticism (Maas, Textual Criticism, 1958, sections 5-8). Two
reports share a reading against all others (conjunctive), no citation or shared wording joins them, and each has a
reading against the other besides (separative)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations

from stemma.model import Ancestor, Edge, Excerpt, Link, Links, Mention, Reading
from stemma.values.fit import fit
from stemma.values.names import same_spelling

LEAST_AGAINST = 2  # Reports that must give the other reading for a shared one to stand out as an error.


def ancestors(readings: Sequence[Reading], links: Links, edges: Sequence[Edge]) -> tuple[Ancestor, ...]:
    """The lost ancestors that figures and spellings of names betray."""
    joined = _joined(edges)
    mentions = {mention.id: mention for reading in readings for mention in reading.mentions}
    found: dict[tuple[str, ...], list[Excerpt]] = {}
    for pair, evidence in (*_figures(links.links, mentions), *_spellings(readings)):
        if pair not in joined:
            found.setdefault(tuple(sorted(pair)), []).extend(evidence)
    return tuple(
        Ancestor(f"lost ancestor {n}", reports, tuple(dict.fromkeys(evidence)), _reason(reports, links.links, mentions))
        for n, (reports, evidence) in enumerate(sorted(found.items()), 1)
    )


def _joined(edges: Sequence[Edge]) -> set[frozenset[str]]:
    """Pairs that an edge joins, or that have a known parent in common."""
    joined = {frozenset((edge.report, edge.to)) for edge in edges}
    children: defaultdict[str, set[str]] = defaultdict(set)
    for edge in edges:
        children[edge.to].add(edge.report)
    joined |= {frozenset(pair) for reports in children.values() for pair in combinations(sorted(reports), 2)}
    return joined


def _reason(reports: tuple[str, ...], links: Iterable[Link], mentions: dict[str, Mention]) -> str:
    shared = "share a reading that the other reports contradict, and nothing shows where they have it"
    apart = _separate(frozenset(reports), links, mentions)
    more = "each also reads against the other" if apart else "or one has it from the other without saying so"
    return f"{shared}; {more}"


Evidence = tuple[frozenset[str], list[Excerpt]]


def _figures(links: Sequence[Link], mentions: dict[str, Mention]) -> Iterator[Evidence]:
    """Pairs of reports that share a figure against at least LEAST_AGAINST others, and more than have it too."""
    shared = [k for k in links if k.relation == "same" and _same_figure(mentions[k.left], mentions[k.right])]
    agreeing = _reports(shared, mentions)
    against = _reports((link for link in links if link.kind == "figure"), mentions)
    for link in shared:
        a, b = mentions[link.left], mentions[link.right]
        pair = frozenset((a.report, b.report))
        if len(pair) < 2:
            continue
        others = (against[a.id] & against[b.id]) - pair
        if len(others) >= LEAST_AGAINST and len(others) >= len(agreeing[a.id] | agreeing[b.id]):
            yield pair, [Excerpt(m.report, m.start, m.end) for m in sorted((a, b), key=lambda m: m.id)]


def _spellings(readings: Sequence[Reading]) -> Iterator[Evidence]:
    """Pairs of reports that spell a person's name in a way of their own against at least LEAST_AGAINST others."""
    spelt: defaultdict[str, dict[str, Excerpt]] = defaultdict(dict)
    for reading in readings:
        for name in reading.names:
            entity = reading.entities[name.entity]
            if name.kind == "name" and entity.kind == "person" and " " in entity.name:
                spelt[entity.name].setdefault(reading.report.id, Excerpt(reading.report.id, name.start, name.end))
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    for full in sorted(spelt):
        bearers[full.lower().rsplit(maxsplit=1)[0]].append(full)
    for odd, usual in (pair for names in bearers.values() for pair in permutations(names, 2)):
        if _respelt(odd, usual) and len(spelt[usual]) >= max(LEAST_AGAINST, 1 + len(spelt[odd])):
            for left, right in combinations(sorted(spelt[odd]), 2):
                yield frozenset((left, right)), [spelt[odd][left], spelt[odd][right]]


def _respelt(odd: str, usual: str) -> bool:
    """Whether two names with the same given names spell one surname in two ways."""
    a, b = odd.lower().split()[-1], usual.lower().split()[-1]
    return a != b and same_spelling(a, b)


def _reports(links: Iterable[Link], mentions: dict[str, Mention]) -> defaultdict[str, set[str]]:
    """For each mention the reports that `links` lead to from it, its own among them."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for link in links:
        both = {mentions[link.left].report, mentions[link.right].report}
        table[link.left] |= both
        table[link.right] |= both
    return table


def _same_figure(a: Mention, b: Mention) -> bool:
    return any(fit(x, y) == "same" for x in a.figures for y in b.figures)


def _separate(pair: frozenset[str], links: Iterable[Link], mentions: dict[str, Mention]) -> bool:
    """Whether the two reports also read apart somewhere."""
    return any(
        link.relation == "apart" and {mentions[link.left].report, mentions[link.right].report} == pair for link in links
    )
