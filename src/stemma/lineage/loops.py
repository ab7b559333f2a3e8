"""Loops: reports that rest on one another in a circle."""

from collections.abc import Iterable

from stemma.model import Edge


def loops(edges: Iterable[Edge]) -> tuple[tuple[str, ...], ...]:
    """The strongly connected groups of two or more reports, each sorted, in order (Tarjan 1972, by networkx)."""
    import networkx  # noqa: PLC0415  Half a second to import; only stories with edges between reports need it.

    inner = sorted({(edge.report, edge.to) for edge in edges if not edge.outside})
    if len(inner) < 2:
        return ()
    graph = networkx.DiGraph(inner)
    found = (tuple(sorted(group)) for group in networkx.strongly_connected_components(graph) if len(group) > 1)
    return tuple(sorted(found))
