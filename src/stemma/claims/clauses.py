"""Cuts a sentence into the stretches that each state one thing."""

import re
import tomllib
from functools import cache, partial
from importlib import resources
from itertools import pairwise
from typing import Any

from stemma.model import Attribution, Sentence, Span
from stemma.values.words import content

LEAST_WORDS = 3  # Stems of content below which a stretch states nothing that could be compared;
LEAST_FIGURE = 2  # for one side of "two dead and 120 wounded", or a part of somebody's words;
LEAST_CLAUSE = 4  # Words, of any kind, of a part of somebody's words that can be a clause: "no one had died".
LEAST_ATTRIBUTED = 1  # for somebody's words, however short, that is: "they are safe" is a claim.
_MARKS = 4  # Characters of quotation marks and the like by which a stretch may differ from the content it fills.
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
_LOWER = re.compile(r"\b[a-z]{3,}")  # A stretch of capitals alone is a dateline or a label.
# "Update, Thursday, 4.30pm: " says when the page changed, not when anything happened.
_STAMP = re.compile(r"(?:Updated?|UPDATED?|Correction|Clarification)\b(?:[^:\n]|:(?=\d)){0,40}: ")
_TRIM = " ,;:-–—\n\t"


@cache
def firmness() -> dict[str, Any]:
    """The data table `data/firmness.toml`."""
    return tomllib.loads(resources.files("stemma.claims").joinpath("data", "firmness.toml").read_text(encoding="utf-8"))


def stretches(text: str, sentence: Sentence, attributions: tuple[Attribution, ...]) -> tuple[Span, ...]:
    """The stretches of one sentence, in order, none overlapping: each within the same attributed contents throughout,
    each at least `LEAST_WORDS` long."""
    cuts = {sentence.start, sentence.end}
    frames: list[Span] = []
    for attribution in attributions:
        cuts.update(at for c in attribution.contents for at in (c.start, c.end) if sentence.start < at < sentence.end)
        frames.extend(_frame(attribution, sentence))
    for frame in frames:
        cuts.update((frame.start, frame.end))
    edges = sorted(cuts)
    zones = [Span(a, b) for a, b in pairwise(edges) if not any(f.start <= a and b <= f.end for f in frames)]
    found = [piece for zone in zones for piece in _clauses(text, zone)]
    attributed = [a.contents for a in attributions]
    trimmed = map(partial(_trimmed, text), found)
    return tuple(
        span
        for span in trimmed
        if len(content(text[span.start : span.end])) >= _least(text, span, attributed)
        and (span.start == 0 or _LOWER.search(text, span.start, span.end))
    )


def _least(text: str, span: Span, attributed: list[tuple[Span, ...]]) -> int:
    """Stems that the stretch needs: fewest where it is all that somebody is said to have said."""
    if text.startswith("including ", span.start):
        return LEAST_FIGURE
    clause = len(text[span.start : span.end].split()) >= LEAST_CLAUSE
    whole = [content for contents in attributed if len(contents) == 1 or clause for content in contents]
    if any(abs(c.start - span.start) < _MARKS and abs(c.end - span.end) < _MARKS for c in whole):
        return LEAST_ATTRIBUTED
    held = any(c.start <= span.start and span.end <= c.end for contents in attributed for c in contents)
    return LEAST_FIGURE if held else LEAST_WORDS


def _frame(attribution: Attribution, sentence: Sentence) -> list[Span]:
    """The sources' and the cue's own words where they stand in this sentence outside the content."""
    sources = (attribution.source, *attribution.cites)
    spans = [*(Span(s.start, s.end) for s in sources), *([attribution.cue] if attribution.cue else [])]
    return [
        s
        for s in spans
        if sentence.start <= s.start < sentence.end
        and not any(c.start < s.end and s.start < c.end for c in attribution.contents)
    ]


def _clauses(text: str, zone: Span) -> list[Span]:
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
    table = firmness()["clauses"]
    words = text[cut.end() : end].split(maxsplit=2)[:2]
    mark = cut.group().strip()
    if mark and mark != ",":
        return True
    if mark == "," and words[0] in table["asides"]:
        return ", " not in text[cut.end() : end]
    if mark == ",":
        return words[0].rstrip(",.") in table["openers"] or words[0].endswith("ing")
    if words[0] == "and":
        opens = len(words) > 1 and (words[1].endswith("ing") or words[1] == "that")
        return opens or bool(_FIGURE.match(text, cut.end()) and not _NUMBER_BEFORE.search(text[: cut.start()][-30:]))
    if words[0] not in table["inner"] or len(words) < 2:
        return False
    return words[1] in table["subjects"] or (words[0] != "as" and words[1][0].isupper())


def _says_enough(text: str, start: int, end: int, least: int) -> bool:
    return len(content(text[start:end])) >= least


def _trimmed(text: str, span: Span) -> Span:
    stamp = _STAMP.match(text, span.start, span.end)
    start, end = stamp.end() if stamp else span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while start < end and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)
