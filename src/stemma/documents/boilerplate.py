"""Marks page furniture line by line, each stretch with its reason, by the table `data/boilerplate.toml`.

Order for a line: whole, opening, then what stands before or after the text in it. Sections that run to the foot of
the page come last: a heading such as "Related news" takes what follows only if all that follows is teasers, so that
furniture in the middle of an article never swallows the article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from stemma.documents.tables import table

# Only the ends of a line are looked at: no pattern needs more, and long lines cost no more than short ones.
LONGEST_WHOLE = 400
LONGEST_EDGE = 240
LONGEST_HEADING = 60
# Teasers are headlines, or a sentence cut off by dots; paragraphs are longer.
LONGEST_TEASER = 200
SHORT_TEASER = 120
ELLIPSES = ("...", "…", "[...]", "[…]")
SENTENCE_ENDS = (".", ".”", '."', ".’", ".'", ".)")
CAPTION_ENDS = (".", "!", "?", ":", '"', "”", "'", "’", ")")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a line, `[start, end)`; it is text if it has no reason."""

    start: int
    end: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, stripped: where it starts, its characters, and how it was divided."""

    start: int
    text: str
    stretches: tuple[Stretch, ...]

    @property
    def reason(self) -> str:
        """Why the whole line is furniture; empty if any of it is text."""
        return "" if any(not stretch.reason for stretch in self.stretches) else self.stretches[0].reason


def mark(text: str, start: int) -> Iterator[Stretch]:
    """The text from `start` on, all that is not blank, in order."""
    lines = [Line(at, line, tuple(_divide(at, line))) for at, line in lines_of(text, start)]
    for line in _sections(lines):
        yield from line.stretches


def lines_of(text: str, start: int) -> Iterator[tuple[int, str]]:
    """The lines from `start` on that are not blank, stripped, with the offset of their first character."""
    at = start
    for raw in text[start:].split("\n"):
        line = raw.strip()
        if line:
            yield at + len(raw) - len(raw.lstrip()), line
        at += len(raw) + 1


@cache
def _patterns(group: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """One pattern a reason, in the order of the table."""
    ending = r"\s*$" if group == "after" else ""
    return tuple(
        (reason, re.compile("(?:" + "|".join(patterns) + ")" + ending, re.I))
        for reason, patterns in table("boilerplate")[group].items()
    )


@cache
def _headings() -> dict[str, str]:
    return {heading: reason for reason, headings in table("boilerplate")["sections"].items() for heading in headings}


def _divide(start: int, line: str) -> Iterator[Stretch]:
    """One line as text and furniture."""
    end = start + len(line)
    reason = _whole_reason(line)
    if reason:
        yield Stretch(start, end, reason)
        return
    first, before = _before(line)
    last, after = _after(line, first)
    if first:
        yield _trimmed(line, start, 0, first, before)
    if last > first:
        yield _trimmed(line, start, first, last, "")
    if after:
        yield _trimmed(line, start, last, len(line), after)


def _trimmed(line: str, start: int, first: int, last: int, reason: str) -> Stretch:
    part = line[first:last]
    skipped = len(part) - len(part.lstrip())
    return Stretch(start + first + skipped, start + first + len(part.rstrip()), reason)


def _whole_reason(line: str) -> str:
    """Why the whole line is furniture, else empty."""
    if len(line) <= LONGEST_WHOLE:
        for reason, pattern in _patterns("whole"):
            if pattern.fullmatch(line):
                return reason
    head = line[:LONGEST_EDGE]
    return next((reason for reason, pattern in _patterns("opening") if pattern.match(head)), "")


def _before(line: str) -> tuple[int, str]:
    """Where the text of the line starts, and what stands before it."""
    head = line[:LONGEST_EDGE]
    groups = ["before"]
    if len(line) <= LONGEST_WHOLE and not line.endswith(CAPTION_ENDS):
        groups.append("caption")
    for group in groups:
        for reason, pattern in _patterns(group):
            if match := pattern.match(head):
                return match.end(), reason
    return 0, ""


def _after(line: str, first: int) -> tuple[int, str]:
    """Where the text of the line ends, and what stands behind it."""
    tail = max(first, len(line) - LONGEST_EDGE)
    for reason, pattern in _patterns("after"):
        match = pattern.search(line, tail)
        # "(AP)" behind a full stop closes a report; behind a caption's last word it is the picture's.
        if (
            match
            and match.start() > tail
            and not (len(match.group()) < 12 and line[: match.start()].rstrip().endswith("."))
        ):
            return match.start(), reason
    return len(line), ""


def _sections(lines: list[Line]) -> list[Line]:
    """The lines with the headings of sections marked, and with them the teasers at the foot of the page."""
    headings = [_heading_reason(line.text) for line in lines]
    foot = len(lines)
    while foot and _is_teaser(lines[foot - 1]):
        foot -= 1
    marked, running = [], ""
    for number, (line, heading) in enumerate(zip(lines, headings, strict=True)):
        if heading:
            running = heading if number >= foot else ""
        reason = heading or ("" if line.reason else running)
        marked.append(_as_furniture(line, reason) if reason else line)
    return marked


def _as_furniture(line: Line, reason: str) -> Line:
    return replace(line, stretches=(Stretch(line.start, line.start + len(line.text), reason),))


def _heading_reason(line: str) -> str:
    """Why a line is the heading of a section of furniture, else empty."""
    if len(line) > LONGEST_HEADING:
        return _whole_reason(line) if line[:8].lower() == "skip in " else ""
    return _headings().get(line.rstrip(" :>».…").replace("’", "'").lower(), "")


def _is_teaser(line: Line) -> bool:
    """Whether the line could stand in a list of links: furniture, a heading, a headline, or a sentence cut short."""
    if line.reason or line.text.endswith(ELLIPSES):
        return True
    if line.text.endswith(SENTENCE_ENDS):
        return False
    return len(line.text) <= (LONGEST_TEASER if not line.text.endswith(("!", "?", "”", '"')) else SHORT_TEASER)
