"""Where sentences end in news text.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a figure, or the text goes on in lower
case. Closing quotation marks and brackets stay with the sentence that they close.
"""

import re

from stemma.language.tables import common, functions, group, keyed, speech

_STOP = re.compile(r"[.?!…]+[\"”’'»)\]]*(?=\s|$)|(?<=[a-z]{2})[.?!][”\"]?(?=[A-Z][a-z])|\n\s*\n")
_BEFORE = re.compile(r"[\w.’'&-]+$")
_AFTER = re.compile(r"[\s\"“‘'«(\[—–-]*([^\s\"”,;:)]*)")
_SPEAKER = re.compile(r"\s*(?:[A-Z][\w.’'-]*\s+){1,4}([a-z]+)")
_CLOSED = re.compile(r"[\"”’']$")
_NUMBERED = re.compile(r"\s*\(?\w{1,2}")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """The sentences of one block: `[start, end)` into `text`, without the white space around them, in order."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, start, stop):
            _add(spans, text, start, stop.end())
            start = stop.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Adds the stretch without its white space; a stretch of marks alone goes to the sentence before it."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    if spans and not any(c.isalnum() for c in text[start:end]):
        spans[-1] = (spans[-1][0], end)
    else:
        spans.append((start, end))


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    marks = stop.group()
    if marks.isspace():
        return True
    after = _AFTER.match(text, stop.end())
    word = after.group(1) if after else ""
    if not word:
        return False
    if word[0].islower() and not word[1:2].isupper():
        return False
    if marks == ".":
        return not _abbreviated(text, start, stop.start(), word)
    if _CLOSED.search(marks) and marks[0] != ".":
        speaker = _SPEAKER.match(text, stop.end())
        return not (speaker and speaker.group(1) in speech())
    return True


def _abbreviated(text: str, start: int, stop: int, following: str) -> bool:
    """Whether the full stop at `stop` belongs to the word before it and ends no sentence."""
    before = _BEFORE.search(text, max(start, stop - 30), stop)
    if not before:
        return False
    word = before.group()
    lower = word.lower()
    classes = keyed("abbreviations.txt")
    if lower in classes["never"]:
        return True
    if len(word) == 1 and word.isupper():
        return word != "I" or following.lower() not in functions()
    if lower in classes["number"]:
        return (
            following[0].isdigit()
            or (lower in {"no", "nos"} and following[0] in "#")
            or _month_before_name(lower, following)
        )
    starter = following.lower().rstrip(".’s'")
    if lower in {"a.m", "p.m"}:
        return starter in group("days") or starter not in functions() | common()
    if lower in classes["maybe"] or re.fullmatch(r"(?:[a-z]\.)+[a-z]", lower):
        return starter not in functions()
    return bool(_NUMBERED.fullmatch(text, start, stop)) and word.isdigit()


def _month_before_name(lower: str, following: str) -> bool:
    """A shortened month followed by something that starts no sentence is no end ("Nov. Election")."""
    return (
        len(lower) > 2
        and lower not in {"sun", "est", "sat", "art", "sec"}
        and following.lower() not in functions() | common()
    )
