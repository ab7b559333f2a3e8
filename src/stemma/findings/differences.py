"""Where the reports differ, and how: typed, both sides quoted, and whether both can be right at once.

Kinds in the guidelines' order, the first that fits: denial, polarity, update, figure, date, place, identity, modality,
scope. A figure that does not fit is an update where the later report supersedes, a matter of scope where something else
or another period is counted, rival estimates (no conflict) where both sides estimate, and a conflict else."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from stemma.findings.desk import Desk
from stemma.findings.roots import outlet_key, root
from stemma.model import Dating, Disagreement, DisagreementKind, Link, Mention, Side
from stemma.values.dates import same_time
from stemma.values.words import WORD, stem

_SUPERSEDES = re.compile(
    r"\b(?:now|rose|risen|rises|climbed|up from|updated?|revised|corrected|correction|earlier (?:said|reported|put|figure)|latest|"
    r"has since|later|no longer|previously)\b",
    re.IGNORECASE,
)
_ESTIMATES = re.compile(r"\b(?:estimate[sd]?|about|around|roughly|some|nearly|between|up to|at least|more than|over|may|could|believed)\b", re.IGNORECASE)
LEAST_SCORE = 0.45  # Link score from which two mentions are near enough for their difference to be one.


@dataclass(frozen=True, slots=True)
class Verdict:
    """What kind of difference it is, whether it is a conflict, and why."""

    kind: DisagreementKind
    conflict: bool
    reason: str


def differences(desk: Desk) -> tuple[Disagreement, ...]:
    """All differences between near mentions of different reports, one for each pair of claims and kind."""
    found: defaultdict[tuple[DisagreementKind, int, int], list[tuple[Link, Verdict]]] = defaultdict(list)
    for link in desk.links:
        left, right = desk.mentions[link.left], desk.mentions[link.right]
        if left.report == right.report or link.score < LEAST_SCORE:
            continue
        verdict = _verdict(desk, link, left, right)
        if verdict is not None:
            groups = sorted((desk.group_of[link.left], desk.group_of[link.right]))
            found[verdict.kind, groups[0], groups[1]].append((link, verdict))
    return tuple(_disagreement(desk, pairs) for _, pairs in sorted(found.items(), key=lambda item: item[0]))


def _verdict(desk: Desk, link: Link, left: Mention, right: Mention) -> Verdict | None:
    if link.kind == "figure":
        return _figure(desk, left, right)
    if link.kind == "polarity":
        later = _superseding(desk, left, right)
        return Verdict("update", False, later) if later else Verdict("polarity", True, "one says it is so, the other that it is not")
    if link.kind == "denial":
        return Verdict("denial", True, "one side denies what the other says")
    if link.kind == "modality":
        return Verdict("modality", True, f"{left.commitment} against {right.commitment}")
    if _dates_differ(left, right):
        return Verdict("date", True, "the dates cannot be one")
    return None


def _figure(desk: Desk, left: Mention, right: Mention) -> Verdict:
    later = _superseding(desk, left, right)
    if later:
        return Verdict("update", False, later)
    if _other_scope(left, right):
        return Verdict("scope", False, "another period or another thing is counted")
    texts = (desk.text(left), desk.text(right))
    if all(_ESTIMATES.search(text) for text in texts) and root(desk, left).key != root(desk, right).key:
        return Verdict("figure", False, "rival estimates: both can be honest")
    return Verdict("figure", True, "the figures do not fit")


def _superseding(desk: Desk, left: Mention, right: Mention) -> str:
    """Why the later of the two supersedes the earlier, or ""."""
    for old, new in ((left, right), (right, left)):
        if not _surely_later(desk.reports[new.report].dating, desk.reports[old.report].dating):
            continue
        if _SUPERSEDES.search(_around(desk, new)):
            return "a later report supersedes it in its own words"
        if outlet_key(desk, new.report) == outlet_key(desk, old.report):
            return "a later report of the same outlet"
    return ""


def _around(desk: Desk, mention: Mention) -> str:
    text = desk.reports[mention.report].text
    return text[max(0, mention.start - 60) : mention.end + 60]


def _surely_later(new: Dating, old: Dating) -> bool:
    if new.moment and old.moment and new.moment[:10] == old.moment[:10]:
        return new.moment > old.moment
    return bool(new.earliest and old.latest and new.earliest > old.latest)


def _other_scope(left: Mention, right: Mention) -> bool:
    known = [same_time(a, b) for a in left.dates for b in right.dates]
    return False in known or bool(left.dates) != bool(right.dates)


def _dates_differ(left: Mention, right: Mention) -> bool:
    known = [outcome for a in left.dates for b in right.dates if (outcome := same_time(a, b)) is not None]
    return bool(known) and not any(known)


def _disagreement(desk: Desk, pairs: list[tuple[Link, Verdict]]) -> Disagreement:
    best = max(pairs, key=lambda pair: (pair[0].score, pair[0].left))
    mentions = {m for link, _ in pairs for m in (link.left, link.right)}
    return Disagreement(
        kind=best[1].kind,
        about=about(desk, desk.mentions[best[0].left], desk.mentions[best[0].right]),
        sides=sides(desk, mentions),
        conflict=best[1].conflict,
        reason=best[1].reason,
    )


def sides(desk: Desk, mentions: Iterable[str]) -> tuple[Side, ...]:
    """The mentions as sides, in the story's order."""
    found = [desk.mentions[m] for m in sorted(mentions, key=desk.place)]
    return tuple(Side(m.id, m.report, m.start, m.end) for m in found)


def about(desk: Desk, left: Mention, right: Mention) -> str:
    """The words of `left` that `right` shares, as printed and in order: what the two are about."""
    shared = set(left.words) & set(right.words)
    words = [word for word in WORD.findall(desk.text(left)) if stem(word) in shared]
    return " ".join(dict.fromkeys(words)) or " ".join(sorted(shared))
