"""Plain text -> a draft: the title where there is one, and the header lines at the top ("Source: ...", "By ...")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from stemma.documents.draft import Draft
from stemma.documents.headers import STOPS, Header, header_group, labelled, moment_of

# Headlines of two lines of a newspaper's column reach some 150 characters; sentences of reports start at about 60.
LONGEST_TITLE = 160
# "KABUL, Afghanistan (AP) -": the first line is the report itself.
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:, [\w. ]{2,30})?(?: \([\w ]{2,30}\))? ?(?:--|[—–-]) |\([A-Z][\w ]{1,30}\) ?(?:--|[—–-]) "
)
HEADER_LINES = 12

Line = tuple[int, str]


def draft_plain(path: str, text: str) -> Draft:
    """The draft of a plain text, which stays as it is: header lines are only pointed out, by their offsets."""
    draft = Draft(PurePath(path).name, text)
    lines = list(_lines(text))
    found: list[tuple[int, int, Header]] = []
    number = 0
    while number < min(len(lines), HEADER_LINES):
        start, line = lines[number]
        number += 1
        header = labelled(line)
        if header and header.title and not draft.title:
            at = start + line.index(header.title)
            draft = replace(draft, title=header.title, title_at=at)
            found.append((start, at, Header("label")))
        elif header:
            found.append((start, start + len(line), header))
            continue
        elif draft.title or not _is_title(line, lines[number:]):
            break
        else:
            draft = replace(draft, title=line, title_at=start)
        group = list(_below_title(text, lines[number:], start + len(line)))
        found += group
        number += len(group)
    return _filled(replace(draft, labels=tuple((start, end) for start, end, _ in found)), [last for *_, last in found])


def _lines(text: str) -> Iterator[Line]:
    """The first lines that are not blank, stripped, with where they start."""
    start = found = 0
    while start < len(text) and found < HEADER_LINES + 2:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end].strip()
        if line:
            found += 1
            yield text.index(line, start), line
        start = end + 1


def _below_title(text: str, lines: Sequence[Line], end: int) -> Iterator[tuple[int, int, Header]]:
    """The header lines right below the title, which ends at `end`, up to the first blank or long line."""
    together: list[Line] = []
    for start, line in lines:
        if text.count("\n", end, start) > 1:
            break
        together.append((start, line))
        end = start + len(line)
    # At the end of the text nothing is left that these lines could be the header of.
    blank_follows = 0 < len(together) < len(lines)
    headers = header_group([line for _, line in together], blank_follows)
    for (start, line), header in zip(together, headers, strict=False):
        yield start, start + len(line), header


def _filled(draft: Draft, headers: Sequence[Header]) -> Draft:
    """The draft with what its header lines give, the first that gives it."""
    published = _first(header.published for header in headers) or _first(header.revised for header in headers)
    author = _first(header.author for header in headers)
    return replace(
        draft,
        outlet=_first(header.outlet for header in headers) or _first(header.employer for header in headers),
        url=_first(header.url for header in headers),
        authors=(author,) if author else (),
        published=published,
        moment=moment_of(published),
        dated_by="given" if published else "none",
    )


def _first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")


def _is_title(line: str, following: Sequence[Line]) -> bool:
    """Short, without a sentence's end, and above something else."""
    return bool(following) and len(line) <= LONGEST_TITLE and not line.endswith(STOPS) and not DATELINE.match(line)
