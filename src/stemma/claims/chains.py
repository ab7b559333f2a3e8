"""The chain of a stretch of text: every hop from the report to the farthest source."""

from stemma.model import Attribution, Hop, Source, Span

# Share of a stretch that an attribution's content must hold for the stretch to be that source's word.
_HELD = 0.6


def holding(span: Span, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """The attributions whose content holds `span`, outermost first."""
    held = [a for a in attributions if _share(span, a) >= _HELD]
    by_id = {a.id: a for a in attributions}
    return tuple(sorted(held, key=lambda a: (_depth(a, by_id), -sum(c.end - c.start for c in a.contents), a.id)))


def chain(held: tuple[Attribution, ...]) -> tuple[Hop, ...]:
    """The hops of `held` (outermost first), nearest hop first; the sources that the last one cites end it."""
    hops = [_hop(attribution.source, attribution.cue) for attribution in held]
    if held:
        hops.extend(_hop(source, None) for source in held[-1].cites)
    return tuple(hop for i, hop in enumerate(hops) if all(hop.name != earlier.name for earlier in hops[:i]))


def _hop(source: Source, cue: Span | None) -> Hop:
    return Hop(source.name, source.kind, source.start, source.end, cue, source.number, source.body, source.reason)


def _share(span: Span, attribution: Attribution) -> float:
    shared = sum(max(0, min(span.end, c.end) - max(span.start, c.start)) for c in attribution.contents)
    return shared / max(1, span.end - span.start)


def _depth(attribution: Attribution, by_id: dict[str, Attribution]) -> int:
    depth = 0
    while attribution.inside is not None:
        attribution = by_id[attribution.inside]
        depth += 1
    return depth
