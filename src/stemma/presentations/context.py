"""The text around a stretch of a report: its sentence, and what beside it was set aside."""

import re
from dataclasses import dataclass

from stemma.model import Block, Report
from stemma.presentations.labels import Labels, Words
from stemma.presentations.wording import flat

# Where one sentence ends and the next may begin. It only chooses how much is shown; what is stated was settled before.
_SENTENCE_END = re.compile(r"[.!?][\"'”’»)]*\s+(?=[\"'“‘«(]?[A-Z0-9])")
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class SetAside:
    """A stretch that was not used, and why."""

    words: Words
    reason: str


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before and after a stretch in its sentence, and the boilerplate before and after its paragraph.

    `start` and `end` bound the sentence, in characters into the report's text.
    """

    start: int
    end: int
    before: str
    after: str
    set_aside_before: tuple[SetAside, ...]
    set_aside_after: tuple[SetAside, ...]


def context_of(report: Report, start: int, end: int, labels: Labels) -> Context:
    """The context of the characters `[start, end)` of `report`."""
    first = _block_at(report.blocks, start)
    last = _block_at(report.blocks, max(start, end - 1))
    left = report.blocks[first].start if first is not None else 0
    right = report.blocks[last].end if last is not None else len(report.text)
    left, right = _sentence(report.text, (min(left, start), max(right, end)), (start, end))
    before = report.blocks[:first][::-1] if first is not None else ()
    after = report.blocks[last + 1 :] if last is not None else ()
    return Context(
        start=left,
        end=right,
        before=flat(report.text[left:start]).lstrip(),
        after=flat(report.text[end:right]).rstrip(),
        set_aside_before=_boilerplate(before, report, labels)[::-1],
        set_aside_after=_boilerplate(after, report, labels),
    )


def _block_at(blocks: tuple[Block, ...], at: int) -> int | None:
    return next((number for number, block in enumerate(blocks) if block.start <= at < block.end), None)


def _sentence(text: str, block: tuple[int, int], within: tuple[int, int]) -> tuple[int, int]:
    """The sentences of the block that hold the stretch, cut at words where they are too long."""
    left, right = block
    start, end = within
    ends = [match.end() for match in _SENTENCE_END.finditer(text, left, right)]
    left = max((at for at in ends if at <= start), default=left)
    right = min((at for at in ends if at >= end), default=right)
    if start - left > _LONGEST:
        left = text.index(" ", start - _LONGEST, start) + 1 if " " in text[start - _LONGEST : start] else start
    if right - end > _LONGEST:
        right = text.rindex(" ", end, end + _LONGEST) if " " in text[end : end + _LONGEST] else end
    return left, right


def _boilerplate(blocks: tuple[Block, ...], report: Report, labels: Labels) -> tuple[SetAside, ...]:
    """The boilerplate that stands directly beside, nearest first."""
    found = []
    for block in blocks:
        if block.kind != "boilerplate":
            break
        found.append(SetAside(labels.words(report.id, block.start, block.end), block.reason))
    return tuple(found)
