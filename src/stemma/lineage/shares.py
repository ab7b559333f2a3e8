"""What a report shares with others, word by word: how much of it is found in one of them, and how much in the rest.

Words are places in the report's text, as bits of a number. Another report counts as far as it is likely to be related,
so that no verdict turns on whether it comes to lie just above a threshold."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import attrgetter, or_

_MOST = 2.0  # Twice and four times the words of the next best say enough: the logarithm is cut there.


@dataclass(frozen=True, slots=True)
class Share:
    """What a report shares with another: the places of the words that match (`words`), of those between them too
    (`within`), and how likely what they share is inherited (`chance`)."""

    words: int
    within: int
    chance: float


def joined(shares: Sequence[Share]) -> Share:
    """What a report shares with any of several others, as one."""
    words, within = (reduce(or_, places) for places in zip(*((s.words, s.within) for s in shares), strict=True))
    return Share(words, within, max(share.chance for share in shares))


def explained(words: int, by: Iterable[Share], places: Callable[[Share], int] = attrgetter("words")) -> float:
    """How many of `words` are expected to be explained `by` others, the likeliest first: each word by the first that
    has it among its `places`."""
    found = 0.0
    for share in by:
        held = words & places(share)
        if held:
            found += share.chance * held.bit_count()
            words ^= held
            if not words:
                break
    return found


def against(mine: Share, rivals: Sequence[Share], everything: Sequence[Share], free: int) -> dict[str, float | None]:
    """How much of a report's wording is in `mine`, against `rivals` that may explain it as well, and against
    `everything` that it shares with others; `free` are its words that count as evidence."""
    size = mine.words.bit_count()
    if not size:
        return {}
    best = max((rival.chance * rival.words.bit_count() for rival in rivals), default=0.0)
    elsewhere = explained(mine.words, rivals)
    told = explained(mine.words, rivals, attrgetter("within"))  # What is not found there is a change that both have.
    missing, lacked = (explained(~mine.words, others) for others in (rivals, everything))
    return {
        "words": math.log2(1 + size),
        "share of the text": size / free,
        "words not found elsewhere": math.log2(1 + size - elsewhere),
        "more than elsewhere": max(-_MOST, min(_MOST, math.log2(size / best))) if best else None,
        "missing": math.log2(1 + missing),
        "missing of all": math.log2(1 + lacked),
        "words of these two": math.log2(1 + max(0.0, told - elsewhere)),
    }


def lacking(mine: Share, others: Sequence[Share]) -> float:
    """How many words that a report has with others are not in `mine`, although it tells the same passage: who changed
    them is no source of the report (separative error, Maas, Textual Criticism, 1958, section 6)."""
    return explained(mine.within & ~mine.words, others)
