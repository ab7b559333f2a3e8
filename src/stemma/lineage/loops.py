"""Loops: reports that rest on one another in a circle."""

from collections.abc import Iterable

from stemma.model import Edge


def loops(edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """The groups of reports that rest on one another, each sorted, in order."""
    return circles((edge.report, edge.to) for edge in edges if not edge.outside)


def circles(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    """The strongly connected groups of two or more, each sorted, in order (Tarjan 1972, by networkx)."""
    inner = sorted(set(pairs))
    if len(inner) < 2:
        return ()
    import networkx  # noqa: PLC0415  Half a second to import; only stories with edges between reports need it.

    graph = networkx.DiGraph(inner)
    found = (tuple(sorted(group)) for group in networkx.strongly_connected_components(graph) if len(group) > 1)
    return tuple(sorted(found))
