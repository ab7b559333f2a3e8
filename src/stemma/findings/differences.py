"""Where the reports differ, and how: typed, both sides quoted, and whether both can be right at once.

Kinds in a fixed order (docs/words.md), the first that fits: denial, polarity, update, figure, date, place, identity,
modality, scope. A figure that does not fit is an update where the later report supersedes, a matter of scope where
something else or another period is counted, rival estimates (no conflict) where both sides estimate, else a
conflict."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from stemma.findings.desk import Desk
from stemma.findings.roots import root
from stemma.findings.tallies import names_period, other_measures, other_periods
from stemma.model import Disagreement, DisagreementKind, Link, Mention, Side
from stemma.values.dates import same_time
from stemma.values.fit import counts_things, fit, other_scope
from stemma.values.moments import later
from stemma.values.words import WORD, stem

_SUPERSEDES = re.compile(
    r"\b(?:now|rose|risen|rises|climbed|up from|updated?|revised|corrected|correction|"
    r"earlier (?:said|reported|put|figure)|latest|has since|later|no longer|previously)\b",
    re.IGNORECASE,
)
# The stronger of these: they tell a change even where the order of the reports is not known.
_MOVED = re.compile(r"\b(?:rose|risen|rises|climbed|up from|revised|corrected|correction)\b", re.IGNORECASE)
_ESTIMATES = re.compile(
    r"\b(?:estimate[sd]?|about|around|roughly|some|nearly|between|up to|at least|more than|over|may|could|believed)\b",
    re.IGNORECASE,
)
LEAST_FIGURE = 0.15  # Link score from which two figures are about one thing;
LEAST_STEMS = 3  # Stems that two mentions must share for another kind of difference,
LEAST_OVERLAP = 0.6  # and share of all their stems: "not" and "will" alone are weak signals;
ORDERED_OVERLAP = 0.45  # less where one says "ordered", which says much by itself.
SAME_WORDS = 1.0  # Score of a link between mentions in the very same words.


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of difference it is, whether it is a conflict, and why."""

    kind: DisagreementKind
    conflict: bool
    reason: str


def differences(desk: Desk) -> tuple[Disagreement, ...]:
    """All differences between near mentions of different reports, one for each pair of claims and kind."""
    found: defaultdict[tuple[DisagreementKind, int, int], list[tuple[Mention, Mention, Verdict]]] = defaultdict(list)
    for left, right, verdict in (*_linked(desk), *_tallied(desk)):
        groups = sorted((desk.group_of[left.id], desk.group_of[right.id]))
        found[verdict.kind, groups[0], groups[1]].append((left, right, verdict))
    return tuple(_disagreement(desk, pairs) for _, pairs in sorted(found.items(), key=lambda item: item[0]))


def _linked(desk: Desk) -> Iterator[tuple[Mention, Mention, Verdict]]:
    """Differences between mentions that a link joins, the nearest first."""
    for link in sorted(desk.links, key=lambda each: (-each.score, each.left, each.right)):
        left, right = desk.mentions[link.left], desk.mentions[link.right]
        if left.report != right.report and _near(link, left, right):
            verdict = _verdict(desk, link, left, right)
            if verdict is not None:
                yield left, right, verdict


def _tallied(desk: Desk) -> Iterator[tuple[Mention, Mention, Verdict]]:
    """Figures of mentions that no link joins: counts over different periods, and measures of one quantity."""
    for left, right in other_periods(desk):
        yield left, right, Verdict("scope", False, "counted over another period")
    for left, right in other_measures(desk):
        yield left, right, _figure(desk, left, right)


def _near(link: Link, left: Mention, right: Mention) -> bool:
    """Whether the two are about the same thing closely enough for a difference to mean something."""
    if link.kind == "figure":
        return link.score >= LEAST_FIGURE and _single(left, right)
    shared = len(set(left.words) & set(right.words))
    least = ORDERED_OVERLAP if "ordered" in (left.commitment, right.commitment) else LEAST_OVERLAP
    return shared >= LEAST_STEMS and 2 * shared >= least * (len(set(left.words)) + len(set(right.words)))


def _single(left: Mention, right: Mention) -> bool:
    """Whether each side has but one figure of the kind in which they differ, so that it is plain what is compared."""
    if len(left.figures) == len(right.figures) == 1 or len(_counts(left)) == len(_counts(right)) == 1:
        return True
    kinds = [(figure.kind, figure.unit) for figure in left.figures]
    others = [(figure.kind, figure.unit) for figure in right.figures]
    return any(kinds.count(kind) == 1 == others.count(kind) for kind in kinds)


def _counts(mention: Mention) -> list[float]:
    """The numbers of things that the mention gives, by their lower end where they have one."""
    ends = (
        figure.low if figure.low is not None else figure.high for figure in mention.figures if counts_things(figure)
    )
    return [end for end in ends if end is not None]


def _verdict(desk: Desk, link: Link, left: Mention, right: Mention) -> Verdict | None:
    if link.kind == "figure":
        return _figure(desk, left, right)
    if link.kind == "polarity":
        superseded = _superseding(desk, left, right)
        return (
            Verdict("update", False, superseded)
            if superseded
            else Verdict("polarity", True, "one says it is so, the other that it is not")
        )
    if link.kind == "denial":
        return Verdict("denial", True, "one side denies what the other says")
    if link.kind == "modality":
        return Verdict("modality", False, f"{left.commitment} against {right.commitment}")
    if _dates_differ(left, right):
        return Verdict("date", True, "the dates cannot be one")
    return None


def _figure(desk: Desk, left: Mention, right: Mention) -> Verdict:
    superseded = _superseding(desk, left, right)
    if superseded:
        return Verdict("update", False, superseded)
    if _other_scope(left, right):
        return Verdict("scope", False, "another period or another thing is counted")
    texts = (desk.text(left), desk.text(right))
    if all(_ESTIMATES.search(text) for text in texts) and root(desk, left).key != root(desk, right).key:
        return Verdict("figure", False, "rival estimates: both can be honest")
    return Verdict("figure", True, "the figures do not fit")


def _superseding(desk: Desk, left: Mention, right: Mention) -> str:
    """Why the later of the two supersedes the earlier, or ""."""
    for old, new in ((left, right), (right, left)):
        datings = desk.reports[old.report].dating, desk.reports[new.report].dating
        if not later(*datings) and _MOVED.search(_around(desk, new)):
            return "it says itself that the figure or the state of things has moved"
        if not later(*reversed(datings)):
            continue
        if _SUPERSEDES.search(_around(desk, new)):
            return "a later report supersedes it in its own words"
        if desk.key(new.report) == desk.key(old.report):
            return "a later report of the same outlet"
        if _running(old, new):
            return "a later report of a count that rises"
    return ""


def _running(old: Mention, new: Mention) -> bool:
    """Whether both count victims, the newer one more of them."""
    victims = stem("killed"), stem("wounded")
    both = any(fate in old.words and fate in new.words for fate in victims)
    before, after = _counts(old), _counts(new)
    return both and bool(before) and bool(after) and after[0] > before[0]


def _around(desk: Desk, mention: Mention) -> str:
    text = desk.reports[mention.report].text
    return text[max(0, mention.start - 60) : mention.end + 60]


def _other_scope(left: Mention, right: Mention) -> bool:
    known = [same_time(a, b) for a in left.dates for b in right.dates]
    apart = any(fit(a, b) == "differ" and other_scope(a, b) for a in left.figures for b in right.figures)
    return apart or False in known or names_period(left) != names_period(right)


def _dates_differ(left: Mention, right: Mention) -> bool:
    known = [outcome for a in left.dates for b in right.dates if (outcome := same_time(a, b)) is not None]
    return bool(known) and not any(known)


def _disagreement(desk: Desk, pairs: list[tuple[Mention, Mention, Verdict]]) -> Disagreement:
    left, right, verdict = pairs[0]
    return Disagreement(
        kind=verdict.kind,
        about=about(desk, left, right),
        sides=sides(desk, {mention.id for pair in pairs for mention in pair[:2]}),
        conflict=verdict.conflict,
        reason=verdict.reason,
    )


def sides(desk: Desk, mentions: Iterable[str]) -> tuple[Side, ...]:
    """The mentions, and those in the very same words, as sides in the story's order."""
    named = set(mentions)
    for link in (link for m in sorted(named) for link in desk.links_of.get(m, ()) if link.score == SAME_WORDS):
        named |= {link.left, link.right}
    found = [desk.mentions[m] for m in sorted(named, key=desk.place)]
    return tuple(Side(m.id, m.report, m.start, m.end) for m in found)


def about(desk: Desk, left: Mention, right: Mention) -> str:
    """The words of `left` that `right` shares, as printed and in order: what the two are about."""
    shared = set(left.words) & set(right.words)
    words = [word for word in WORD.findall(desk.text(left)) if stem(word) in shared]
    return " ".join(dict.fromkeys(words)) or " ".join(sorted(shared))
