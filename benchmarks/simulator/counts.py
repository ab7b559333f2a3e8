"""The count: what was found against what is true, and the stage that a wrong one comes from."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchmarks.chains import stated_at
from benchmarks.matching import same_name
from benchmarks.simulator.evidence import tree
from benchmarks.simulator.story import SimulatedStory
from benchmarks.simulator.truth import TrueClaim, TrueMention
from stemma.findings import find
from stemma.model import Ancestor, Claim, Edge, Excerpt, Link, Links, Mention, Passage, Reading, Span, Stemma

LEAST_FOUND = 0.5  # Of a claim's mentions one group must have so much.

UNJUDGED = frozenset({"background", "opinion", "quote"})


def judged_claims(made: SimulatedStory) -> list[TrueClaim]:
    """The claims that are judged: neither what everybody knows anyway nor what nobody can check."""
    return [claim for claim in made.truth.claims if claim.kind not in UNJUDGED]


@dataclass(frozen=True, slots=True)
class Places:
    """The mentions that make a claim, by report, for finding what stands in the place of a true one."""

    by_report: Mapping[str, Sequence[Mention]]

    def at(self, true: TrueMention) -> Mention | None:
        """The mention that stands in the place of the true one."""
        return stated_at((true.start, true.end), self.by_report.get(true.report, ()))


def places(readings: Sequence[Reading]) -> Places:
    """All mentions that make a claim."""
    return Places({r.report.id: [m for m in r.mentions if m.stance == "claim"] for r in readings})


def counted(claim: TrueClaim, where: Places, claims: Mapping[str, Claim]) -> tuple[int, int] | None:
    """The count found for a true claim: that of the group with most of its mentions, if it has half of them. `claims`
    are by mention."""
    found = [mention.id for each in claim.mentions if (mention := where.at(each)) is not None]
    votes = Counter(claims[mention].id for mention in found if mention in claims)
    if not votes:
        return None
    best, number = votes.most_common(1)[0]
    if number < LEAST_FOUND * len(claim.mentions):
        return None
    return next(claims[mention].independent for mention in found if mention in claims and claims[mention].id == best)


def answers(
    made: SimulatedStory, readings: Sequence[Reading], links: Links, stemma: Stemma
) -> list[tuple[int, int] | None]:
    """The count of each judged claim, from these links and this family tree."""
    findings = find(readings, links, stemma)
    claims = {mention: claim for claim in findings.claims for mention in claim.mentions}
    where = places(readings)
    return [counted(claim, where, claims) for claim in judged_claims(made)]


def judged(claim: TrueClaim, got: tuple[int, int] | None) -> dict[str, bool]:
    """Whether a count is exactly right, has the right min, and holds the number of origins that there really are."""
    return {
        "exact": got == claim.independent,
        "min": got is not None and got[0] == claim.independent[0],
        "holds": got is not None and got[0] <= claim.really <= got[1],
    }


def causes(made: SimulatedStory, readings: tuple[Reading, ...], links: Links, stemma: Stemma) -> Iterator[str]:
    """For each wrong count the first stage that, put right, makes it right; what is left is a reading or a rule."""
    right_links, right_tree = true_links(made, readings, links), true_stemma(made)
    plain = answers(made, readings, links, stemma)
    linked = answers(made, readings, right_links, tree(made, readings, right_links))
    both = answers(made, readings, right_links, right_tree)
    where = places(readings)
    for claim, first, second, third in zip(judged_claims(made), plain, linked, both, strict=True):
        if first == claim.independent:
            continue
        if second == claim.independent:
            yield "links: no group has half of it" if first is None else "links: wrongly grouped"
        elif third == claim.independent:
            yield "lineage"
        elif any(where.at(mention) is None for mention in claim.mentions):
            yield "reading: a mention is not found"
        elif any(not _same_chain(mention, where.at(mention)) for mention in claim.mentions):
            yield "reading: a chain is wrong"
        else:
            yield f"rule of the count: {_direction(claim, third)}"


def _direction(claim: TrueClaim, got: tuple[int, int] | None) -> str:
    if got is None:
        return "none"
    parts = [
        f"{name} too {'high' if found > true else 'low'}"
        for name, found, true in zip(("min", "max"), got, claim.independent, strict=True)
        if found != true
    ]
    return ", ".join(parts)


def _same_chain(true: TrueMention, found: Mention | None) -> bool:
    names = [hop.name for hop in found.chain] if found else []
    return len(names) == len(true.chain) and all(map(same_name, true.chain, names))


def true_links(made: SimulatedStory, readings: Sequence[Reading], links: Links) -> Links:
    """`links` with the true claims as groups; mentions of none of them stay together as they were."""
    where = places(readings)
    claimed: dict[str, str] = {}
    for claim in made.truth.claims:
        for true in claim.mentions:
            found = where.at(true)
            if found is not None:
                claimed.setdefault(found.id, claim.id)
    known = set(claimed.values())
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for number, group in enumerate(links.groups):
        for mention in group:
            groups[claimed.get(mention, f"rest {number}")].append(mention)
    pairs = [pair for name, group in groups.items() if name in known for pair in combinations(sorted(group), 2)]
    same = [Link(left, right, "same", 1.0, None, ()) for left, right in pairs]
    kept = [link for link in links.links if claimed.get(link.left) is None and claimed.get(link.right) is None]
    return Links((*kept, *same), tuple(sorted(tuple(sorted(group)) for group in groups.values())))


def true_stemma(made: SimulatedStory) -> Stemma:
    """The family tree as it is."""
    edges = [
        Edge(
            edge.report,
            edge.to,
            edge.outside,
            kind,
            _evidence(edge.passages),
            edge.passages if kind == "reuses" else (),
        )
        for edge in made.truth.edges
        for kind in edge.kinds
    ]
    ancestors = []
    for number, lost in enumerate((lost for lost in made.truth.lost if not lost.named), 1):
        name = f"lost ancestor {number}"
        heirs = sorted(lost.passages.items())
        shared = tuple(Excerpt(report, p.start, p.end) for report, passages in heirs for p in passages)
        ancestors.append(Ancestor(name, tuple(report for report, _ in heirs), shared, ""))
        edges += [Edge(report, name, True, "shares", _evidence(found), found) for report, found in heirs]
    edges.sort(key=lambda edge: (edge.report, edge.to, edge.kind))
    return Stemma(tuple(edges), made.truth.loops, tuple(ancestors))


def _evidence(passages: Sequence[Passage]) -> Span:
    return Span(passages[0].start, passages[0].end) if passages else Span(0, 0)
