"""The timeline: every dated claim, in order of its date."""

from collections.abc import Iterable

from stemma.findings.desk import Desk
from stemma.model import Claim, Event, Excerpt, When

# Precisions fine enough to say when something happened.
_PLACED = frozenset({"moment", "day", "week", "part of month", "month", "season", "year"})


def timeline(desk: Desk, claims: Iterable[Claim]) -> tuple[Event, ...]:
    """One entry for each claim and date, the most precise of the dates that agree."""
    found: dict[tuple[str, object, object], Event] = {}
    for claim in claims:
        best: dict[str, tuple[int, Event]] = {}
        for mention in claim.mentions:
            for when in desk.mentions[mention].dates:
                if (event := _event(claim.id, desk.mentions[mention].report, when)) is not None:
                    days = (event.latest - event.earliest).days
                    key = "one" if not best or _overlaps(event, next(iter(best.values()))[1]) else f"{event.earliest}"
                    if key not in best or days < best[key][0]:
                        best[key] = (days, event)
        for _, event in best.values():
            found.setdefault((claim.id, event.earliest, event.latest), event)
    return tuple(sorted(found.values(), key=lambda e: (e.earliest, e.latest, int(e.claim[1:]))))


def _event(claim: str, report: str, when: When) -> Event | None:
    if when.earliest is None or when.latest is None or when.precision not in _PLACED:
        return None
    return Event(when.earliest, when.latest, when.precision, Excerpt(report, when.start, when.end), claim)


def _overlaps(a: Event, b: Event) -> bool:
    return a.earliest <= b.latest and b.earliest <= a.latest
