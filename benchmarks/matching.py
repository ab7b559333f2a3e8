"""When a quote stands in a text, when two stretches are the same place, and when two names are the same party."""

import re
import unicodedata
from functools import cache
from pathlib import Path

PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-", "\u00a0": " "})

Span = tuple[int, int]


def folded(text: str) -> tuple[str, list[int]]:
    """`text` in lower case with plain quotes and single spaces; and for each kept character its offset in `text`."""
    kept: list[str] = []
    offsets: list[int] = []
    space = False
    for offset, character in enumerate(text.translate(PLAIN)):
        if character.isspace():
            space = bool(kept)
            continue
        if space:
            kept.append(" ")
            offsets.append(offset)
            space = False
        # A few letters grow in lower case ("İ"): only as many characters are kept as there are offsets.
        kept.append(character.lower())
        offsets.append(offset)
    return "".join(kept)[: len(offsets)], offsets


def locate(quote: str, text: str) -> Span | None:
    """Where `quote` first stands in `text`, whatever its case, quotes and spaces; None where it does not."""
    body, offsets = folded(text)
    needle, _ = folded(quote)
    at = body.find(needle)
    return None if at < 0 or not needle else (offsets[at], offsets[at + len(needle) - 1] + 1)


def overlap(left: Span, right: Span) -> float:
    """The share of the shorter stretch that both have, 0 to 1."""
    shared = min(left[1], right[1]) - max(left[0], right[0])
    return shared / max(1, min(left[1] - left[0], right[1] - right[0])) if shared > 0 else 0.0


def same_place(left: Span, right: Span) -> bool:
    """Whether at least half of the shorter stretch is shared."""
    return overlap(left, right) >= 0.5


@cache
def common_words() -> frozenset[str]:
    """Words of names that tell no two parties apart."""
    lines = Path(__file__).with_name("data").joinpath("common.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def telling_words(name: str) -> frozenset[str]:
    """The words of `name` that tell parties apart; all of them where none does."""
    plain = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode().lower()
    found = frozenset(re.findall(r"[a-z0-9]+", re.sub(r"'s\b", "", plain)))
    return (found - common_words()) or found


def same_name(left: str, right: str) -> bool:
    """Whether the shorter name has at least half of its telling words in the other."""
    ours, theirs = telling_words(left), telling_words(right)
    return bool(ours and theirs) and len(ours & theirs) / min(len(ours), len(theirs)) >= 0.5
