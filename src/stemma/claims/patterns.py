"""What a text tells without syntax: its clauses, by its marks and the words that open one, and how firmly each of them
is stated, by any word of negation, planning or doubt in it."""

import re
from functools import cache
from itertools import pairwise
from typing import get_args

from stemma.claims.firmness import Firmness
from stemma.claims.tables import table
from stemma.model import Commitment, Span
from stemma.values.words import content

LEAST_WORDS = 3  # Stems of content below which a stretch states nothing that could be compared;
LEAST_FIGURE = 2  # for one side of "two dead and 120 wounded", or a part of somebody's words.
_CUTS = re.compile(r"[;]\s|\s[–—-]{1,2}\s|,\s+(?=[a-z])|\s(?=[a-z]+\s)")
_FIGURE = re.compile(
    r"and (?:(?:more than|at least|over|about|some|nearly|around|up to) )?"
    r"(?:\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores) )"
)
_NUMBER_BEFORE = re.compile(r"(?:\bbetween\b[^,]{0,20}|[\d$£€,.]+)$")
# "discussions, including a meeting at the base, have …": what is included is told by itself.
_INCLUDING = re.compile(
    r", including [^,;]{8,80}(?P<comma>, )(?=(?:has|have|had|is|are|was|were|will|would|could|may|might|[a-z]+ed)\b)"
)


def pieces(text: str, zone: Span) -> list[Span]:
    """The clauses of a part of a sentence, in order, none overlapping."""
    closes = {aside.end("comma") for aside in _INCLUDING.finditer(text, zone.start, zone.end)}
    edges = [zone.start]
    for cut in _CUTS.finditer(text, zone.start, zone.end):
        named = cut.end() in closes or text.startswith("including ", cut.end())
        if not (cut.end() in closes or _opens(text, cut, zone.end)):
            continue
        least = LEAST_FIGURE if named or _FIGURE.match(text, cut.end()) else LEAST_WORDS
        if _says_enough(text, edges[-1], cut.start(), least) and _says_enough(text, cut.end(), zone.end, least):
            edges.append(cut.end())
    return [Span(a, b) for a, b in pairwise([*edges, zone.end])]


def _opens(text: str, cut: re.Match[str], end: int) -> bool:
    """Whether a clause of its own begins after the cut: by its first word, and by its subject where no comma helps."""
    known = table("firmness")["clauses"]
    words = text[cut.end() : end].split(maxsplit=2)[:2]
    mark = cut.group().strip()
    if mark and mark != ",":
        return True
    if mark == "," and words[0] in known["asides"]:
        return ", " not in text[cut.end() : end]
    if mark == ",":
        return words[0].rstrip(",.") in known["openers"] or words[0].endswith("ing")
    if words[0] == "and":
        opens = len(words) > 1 and (words[1].endswith("ing") or words[1] == "that")
        return opens or bool(_FIGURE.match(text, cut.end()) and not _NUMBER_BEFORE.search(text[: cut.start()][-30:]))
    if words[0] not in known["inner"] or len(words) < 2:
        return False
    return words[1] in known["subjects"] or (words[0] != "as" and words[1][0].isupper())


def _says_enough(text: str, start: int, end: int, least: int) -> bool:
    return len(content(text[start:end])) >= least


_MONTH = re.compile(r"(?<=\S )May\b")  # The month in mid-sentence, not the verb.


@cache
def _commitments() -> tuple[tuple[Commitment, re.Pattern[str]], ...]:
    known = table("firmness")["commitment"]
    kinds = sorted((kind for kind in get_args(Commitment) if kind in known), key=list(known).index)
    return tuple((kind, re.compile("|".join(known[kind]))) for kind in kinds)


@cache
def _negation() -> re.Pattern[str]:
    known = table("firmness")["negation"]
    words = "|".join(rf"\b{word}\b" for word in known["words"] if word != "n't")
    return re.compile("|".join([words, r"n['’]t\b", *(rf"\b{phrase}" for phrase in known["phrases"])]))


def firmness(stretch: str) -> Firmness:
    """The firmness of a stretch of text: negated where it holds a word of negation, "done" where nothing says else."""
    lowered = _MONTH.sub("", stretch).lower()
    found = next((kind for kind, pattern in _commitments() if pattern.search(lowered)), None)
    return Firmness(_negation().search(lowered) is not None, found or "done")
