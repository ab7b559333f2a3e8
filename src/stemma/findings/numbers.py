"""The story in four numbers."""

from collections.abc import Iterable, Sequence

from stemma.findings.desk import Desk
from stemma.findings.roots import root
from stemma.model import Claim, Edge, Numbers, Report
from stemma.values.outlets import MEDIA

COPY = 0.4  # Share of a report's own text that must stand in another for it to be a copy: reprints are cut, reworded.


def numbers(desk: Desk, claims: Sequence[Claim]) -> Numbers:
    """Reports; texts that are no copies; reports with a source that no other has; sure origins of the shared claims."""
    copies = {edge.report for edges in desk.edges.values() for edge in edges if _is_copy(desk, edge)}
    shared = [claim for claim in claims if len({desk.mentions[m].report for m in claim.mentions} - copies) > 1]
    origins = {
        _key(desk, origin.mentions[0])
        for claim in shared
        for origin in claim.origins
        if origin.sure and origin.mentions
    }
    acts = {origin.name for claim in shared for origin in claim.origins if origin.sure and not origin.mentions}
    return Numbers(
        len(desk.readings), len(desk.readings) - len(copies), len(_own(desk, copies)), len(origins) + len(acts)
    )


def _key(desk: Desk, mention: str) -> str:
    return root(desk, desk.mentions[mention]).key


def _is_copy(desk: Desk, edge: Edge) -> bool:
    """Whether the report reprints another of the story: it credits it for its text, or takes most of it over."""
    if edge.kind == "credits" and not edge.outside:
        return True
    if edge.kind != "reuses":
        return False
    covered = sum(passage.end - passage.start for passage in edge.passages)
    return covered >= COPY * _own_text(desk.reports[edge.report])


def _own_text(report: Report) -> int:
    return max(1, sum(block.end - block.start for block in report.blocks if block.kind == "text"))


def _own(desk: Desk, copies: Iterable[str]) -> set[str]:
    """Reports, copies aside, that have a sure source at first hand which no other outlet's report has at first hand."""
    left_out = set(copies)
    holders: dict[str, set[str]] = {}
    reports: dict[str, set[str]] = {}
    for mention in desk.mentions.values():
        found = root(desk, mention)
        direct = not mention.chain or mention.chain[0].kind not in MEDIA
        if found.sure and direct and not found.carried and mention.report not in left_out:
            holders.setdefault(found.key, set()).add(desk.key(mention.report))
            reports.setdefault(found.key, set()).add(mention.report)
    return {report for key, found in reports.items() if len(holders[key]) == 1 for report in found}
