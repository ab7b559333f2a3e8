"""What one report tells and another tells undone: contact lost and found again, an app taken down and put back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from stemma.findings.desk import Desk
from stemma.findings.disagreements.difference import Difference
from stemma.findings.disagreements.matter import alike
from stemma.findings.tables import words
from stemma.model import Mention
from stemma.values.words import content

NEAR = 0.3  # Chance that two mentions tell of one thing from which one undoes the other, by what stands beside the
REACH = 60  # words that tell the turn: so many characters before and after them;
LEAST_SHARED = 2  # and so many stems that both must have there.
REASON = "what one tells is undone in the other"


@dataclass(frozen=True, slots=True)
class Told:
    """One part of a turn ("done" or "undone") that a mention tells, and the stems beside it."""

    mention: Mention
    turn: str
    part: str
    near: frozenset[str]


def turns(desk: Desk) -> Iterator[Difference]:
    """Every pair of mentions of which one undoes what the other tells; what is told in the same words is asked once."""
    told: defaultdict[tuple[str, str], list[Told]] = defaultdict(list)
    worded: set[tuple[str, str, frozenset[str]]] = set()
    for mention in desk.mentions.values():
        for each in _told(desk, mention):
            if (each.turn, each.part, each.near) not in worded:
                worded.add((each.turn, each.part, each.near))
                told[each.turn, each.part].append(each)
    for turn in words("turns"):
        for first, then in product(told[turn, "done"], told[turn, "undone"]):
            if first.mention.report != then.mention.report and _one_thing(desk, first, then):
                beside = (*_beside(desk, first, told[turn, "done"]), *_beside(desk, then, told[turn, "undone"]))
                yield Difference(first.mention, then.mention, "update", False, REASON, turn, beside)


def _beside(desk: Desk, one: Told, others: list[Told]) -> Iterator[str]:
    """The mentions that tell the same part of the turn of the same thing."""
    for other in others:
        shared = len(one.near & other.near) >= LEAST_SHARED
        if shared and alike(desk, one.mention, other.mention, (one.near, other.near)) >= NEAR:
            yield other.mention.id


def _one_thing(desk: Desk, first: Told, then: Told) -> bool:
    shared = first.near & then.near
    return len(shared) >= LEAST_SHARED and alike(desk, first.mention, then.mention, (first.near, then.near)) >= NEAR


def _told(desk: Desk, mention: Mention) -> Iterator[Told]:
    """The turns that a mention tells; none where it tells both parts of one, or only that one is to come."""
    if mention.negated or mention.commitment not in ("done", "possible"):
        return
    text = desk.text(mention)
    if not _any().search(text):
        return
    for turn, (done, undone) in _patterns().items():
        found = done.search(text), undone.search(text)
        if (found[0] is None) == (found[1] is None):
            continue
        for part, match in zip(("done", "undone"), found, strict=True):
            if match is not None:
                around = text[max(0, match.start() - REACH) : match.start()] + text[match.end() : match.end() + REACH]
                yield Told(mention, turn, part, frozenset((*content(around), *_lent(text, mention))))


def _lent(text: str, mention: Mention) -> set[str]:
    """The stems of those whom the mention's pronouns stand for."""
    return set(mention.words) - set(content(text))


def _either(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\b", re.IGNORECASE)


@cache
def _any() -> re.Pattern[str]:
    return _either(phrase for parts in words("turns").values() for phrases in parts.values() for phrase in phrases)


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    return {turn: (_either(parts["done"]), _either(parts["undone"])) for turn, parts in words("turns").items()}
