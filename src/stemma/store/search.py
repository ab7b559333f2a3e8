"""Full text search over the reports."""

import re
import sqlite3
from collections.abc import Iterator

from stemma.model import Excerpt

# Unicode sets these 32 aside for use within programs: no text should have one, and 32 texts cannot each have another.
_MARKS = tuple(map(chr, range(0xFDD0, 0xFDF0)))

_PHRASES = re.compile(r'"([^"]*)"|([^\s"]+)')

_FIND = """
SELECT report.id, report.text, highlight(report_search, 0, :mark, :mark)
FROM report_search
JOIN report ON report.number = report_search.rowid
WHERE report_search MATCH :query
ORDER BY bm25(report_search), report.id
"""


def search(connection: sqlite3.Connection, words: str) -> tuple[Excerpt, ...]:
    """Where reports that have all of `words` have them; what stands in quotation marks is one phrase."""
    query = _query(words)
    if not query:
        return ()
    mark = _unused_mark(connection)
    return tuple(
        Excerpt(report, start, end)
        for report, text, marked in connection.execute(_FIND, {"mark": mark, "query": query})
        for start, end in _together(text, _stretches(marked, mark))
    )


def _query(words: str) -> str:
    """The user's words as FTS5 strings, so that nothing in them is an operator, without those that are only marks."""
    phrases = (quoted or bare for quoted, bare in _PHRASES.findall(words.replace("\0", " ")))
    sound = (phrase.encode("utf-8", "replace").decode("utf-8") for phrase in phrases)
    return " AND ".join(f'"{phrase}"' for phrase in sound if any(map(str.isalnum, phrase)))


def _unused_mark(connection: sqlite3.Connection) -> str:
    for mark in _MARKS:
        used = connection.execute("SELECT EXISTS (SELECT 1 FROM report WHERE instr(text, ?))", (mark,))
        if not used.fetchone()[0]:
            return mark
    return _MARKS[-1]


def _stretches(marked: str, mark: str) -> Iterator[tuple[int, int]]:
    """`[start, end)` in the text without marks of each stretch between two marks."""
    at = 0
    for number, piece in enumerate(marked.split(mark)):
        if number % 2:
            yield at, at + len(piece)
        at += len(piece)


def _together(text: str, stretches: Iterator[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with those made one that have no letter or digit between them."""
    joined: list[tuple[int, int]] = []
    for start, end in stretches:
        if joined and not any(map(str.isalnum, text[joined[-1][1] : start])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
