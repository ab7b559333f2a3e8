"""A difference between two mentions, before differences of one matter are put together."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.findings.desk import Desk
from stemma.model import DisagreementKind, Mention, Side
from stemma.values.words import WORD, stem

SAME_WORDS = 1.0  # Score of a link between mentions in the very same words.


@dataclass(frozen=True, slots=True)
class Difference:
    """Two mentions that differ: in what way, whether both can be right (no `conflict`), why, and in which `matter`:
    differences of one matter are told together. `beside` are mentions that say the same as one of the two."""

    left: Mention
    right: Mention
    kind: DisagreementKind
    conflict: bool
    reason: str
    matter: str = ""
    beside: tuple[str, ...] = ()


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
