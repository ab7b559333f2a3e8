"""Whether two figures that do not fit are of one quantity: only then do they differ about anything.

A report that tells both figures tells two quantities: it knows the other's, and means something else by its own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from stemma.findings.desk import Desk
from stemma.findings.disagreements.matter import alike, other_number
from stemma.findings.disagreements.superseding import moved
from stemma.findings.disagreements.tallies import Tally, nominal, stems
from stemma.findings.roots import root
from stemma.findings.tables import words
from stemma.model import Mention
from stemma.values.fit import fit_values
from stemma.values.moments import later
from stemma.values.placerelations import same_place
from stemma.values.words import content

NEAR = 0.3  # Chance that two figures are about one thing from which they are one quantity;
CLOSE, NEAR_WHERE_CLOSE = 1.1, 0.12  # less where they are so close that chance would hardly have it;
NEAR_WITHIN = 0.1  # and least where both stand in one claim.
NEAR_AROUND = 0.2  # The same for what stands around two counts of people: "killing 13" by itself is all too near.
NEAR_IN_TIME = 0.6  # Much more where they tell how long something took: every story is full of years and minutes.
MOST_APART = 2.0  # How many times larger the larger one may be, but for counts of people, which run up.
LEAST_APART = 1.1  # and by how much lower bounds and estimates that fit must differ to be told at all.
MOSTLY = 0.25  # Share of the reports that tell a figure which also tell the other: from here on they are two things.


@dataclass(slots=True)
class Teller:
    """How a report tells a number: whether as one that has moved, and on whose words ("" for its own)."""

    moved: bool = False
    words: set[str] = field(default_factory=set)


Tellers = dict[tuple[str, float], dict[str, Teller]]  # by unit and number, then by report


def apart(left: Tally, right: Tally) -> bool:
    """Whether two values differ; lower bounds and estimates may fit and still tell a reader different things."""
    if left.figure.kind != right.figure.kind and not left.measure.startswith("moved"):
        return False
    parts = _people(left) and left.counted != right.counted  # "two locals" are a part of "12 people"
    if parts and not (periods(left.mention) and periods(right.mention)):
        return False
    ratio = _ratio(left, right)
    if ratio > MOST_APART and not _people(left) and not left.measure.startswith("moved"):
        return False
    return not _fits(left, right) or (_people(left) and ratio >= LEAST_APART)


def _fits(left: Tally, right: Tally) -> bool:
    """Whether two values can be one and tell a reader the same: two lower bounds or estimates can always be one."""
    if fit_values(left.figure, right.figure) == "differ":
        return False
    return not (is_soft(left) and is_soft(right)) or _ratio(left, right) < LEAST_APART


def is_soft(tally: Tally) -> bool:
    """Whether the words leave the number open: an estimate or a bound."""
    return tally.figure.bound != "exact"


def _people(tally: Tally) -> bool:
    return tally.measure.startswith("fate")


def _ratio(left: Tally, right: Tally) -> float:
    few, many = sorted(abs(nominal(each.figure) or 0.0) for each in (left, right))
    return many / few if few else float("inf")


def one_quantity(desk: Desk, left: Tally, right: Tally, tellers: Tellers) -> bool:
    """Whether two tallies whose values are `apart` put one quantity differently, on two words."""
    a, b = left.mention, right.mention
    if a.report == b.report and (a.id == b.id or root(desk, a).key == root(desk, b).key):
        return False
    if left.measure == "age" and left.counted != right.counted:
        return False
    if _fits(left, right) and not running(desk, left, right):
        return False  # "at least two" and "six" are one, but for a count that runs on
    if _turned(left, right) or _two_told(left, right, tellers) or _elsewhere(left, right) or other_number(desk, a, b):
        return False
    return _near(desk, left, right)


def _near(desk: Desk, left: Tally, right: Tally) -> bool:
    """Whether two figures are near enough to be about one thing; how near that must be depends on what they measure."""
    a, b = left.mention, right.mention
    if left.measure.startswith("moved"):
        whose = (set(a.agents) | left.counted) & (set(b.agents) | right.counted) - stems("traded")
        if not whose or (left.near | right.near) & stems("traded"):
            return bool(whose)
    together = desk.group_of[a.id] == desk.group_of[b.id]
    whole = alike(desk, a, b)
    near = min(whole, alike(desk, a, b, (left.near, right.near)))
    if _people(left):
        around = alike(desk, a, b, (left.around, right.around))
        return around >= NEAR_WITHIN if together else near >= NEAR and around >= NEAR_AROUND
    if left.figure.unit in words("tallies")["particular"]:
        return whole >= NEAR_WITHIN
    if left.figure.unit in words("tallies")["lengths"]:
        return near >= NEAR_IN_TIME
    if together and near >= NEAR_WITHIN:
        return True
    return near >= (NEAR_WHERE_CLOSE if _ratio(left, right) <= CLOSE else NEAR)


def _elsewhere(left: Tally, right: Tally) -> bool:
    """Whether they tell of two things: the places named all lie apart, for people those named around them too; or names
    are named, and none is the other's."""
    here, there = ((each.setting if _people(each) else (each.mention,)) for each in (left, right))
    apart = [same_place(a, b) for one in here for a in one.places for other in there for b in other.places]
    if apart and not any(each is not False for each in apart):
        return True
    ours, theirs = ({part for name in each.mention.names for part in content(name)} for each in (left, right))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _turned(left: Tally, right: Tally) -> bool:
    """Whether one is from before a change and the other from after it: a first offer and a new one."""
    before, after = stems("before"), stems("after")
    return any(bool(one.near & before) and bool(other.near & after) for one, other in ((left, right), (right, left)))


def _two_told(left: Tally, right: Tally, tellers: Tellers) -> bool:
    """Whether the reports that know one value mostly know the other too: then they mean two things. Not where they tell
    them as an old and a new count, or on two parties' words."""
    ours, theirs = tellers[_key(left)], tellers[_key(right)]
    both = [
        report
        for report in ours.keys() & theirs.keys()
        if not (counts(left) and (ours[report].moved or theirs[report].moved))
        and not _set_apart(ours[report].words, theirs[report].words)
    ]
    return len(both) >= MOSTLY * min(len(ours), len(theirs))


def _set_apart(ours: set[str], theirs: set[str]) -> bool:
    """Whether a report tells two values on the words of parties that it names, and not the same."""
    return "" not in ours | theirs and ours.isdisjoint(theirs)


def tellers_of(desk: Desk, known: Iterable[Tally]) -> Tellers:
    """Which reports tell each number of the story, and how."""
    found: Tellers = defaultdict(dict)
    for tally in known:
        teller = found[_key(tally)].setdefault(tally.mention.report, Teller())
        teller.moved |= moved(desk, tally.mention)
        teller.words.add(root(desk, tally.mention).key if tally.mention.chain else "")
    return found


def _key(tally: Tally) -> tuple[str, float]:
    """What a figure is told in, whatever it is a rate of, and its number."""
    return tally.measure if _people(tally) else tally.figure.unit.partition(" per ")[0], nominal(tally.figure) or 0.0


def counts(tally: Tally) -> bool:
    """Whether a tally says how many there are, of people or things."""
    return tally.measure.startswith(("fate", "count"))


def running(desk: Desk, left: Tally, right: Tally) -> str:
    """Why one count of victims runs on in the other: the later report's is the higher one."""
    if not _people(left) or left.measure.removeprefix("fate ") not in stems("mounting"):
        return ""
    low, high = sorted((left, right), key=lambda each: nominal(each.figure) or 0.0)
    datings = desk.reports[high.mention.report].dating, desk.reports[low.mention.report].dating
    return "a later report of a count that rises" if later(*datings) else ""


_PERIODS = frozenset({"year", "decade", "open", "season"})


def periods(mention: Mention) -> set[tuple[date | None, date | None]]:
    """The stretches of time that the mention names, days left out."""
    return {(w.earliest, w.latest) for w in mention.dates if w.kind == "date" and w.precision in _PERIODS}
