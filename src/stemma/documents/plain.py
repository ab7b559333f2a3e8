"""Plain text -> a draft: the title where there is one, and header lines at the top ("Source: ...", "By ...")."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from stemma.documents.draft import Draft

LABEL = re.compile(
    r"(?P<label>title|headline|byline|author|authors|published|date|published on|source|outlet|publisher|url|link)"
    r"\s?:\s?(?P<value>\S.*)",
    re.I,
)
BYLINE = re.compile(r"By (?P<value>[A-Z(].{1,120})")
FIELDS = {
    "title": "title",
    "headline": "title",
    "byline": "authors",
    "author": "authors",
    "authors": "authors",
    "published": "published",
    "published on": "published",
    "date": "published",
    "source": "outlet",
    "outlet": "outlet",
    "publisher": "outlet",
    "url": "url",
    "link": "url",
}
# Headlines of two lines of a newspaper's column reach some 150 characters; sentences of reports start at about 60.
LONGEST_TITLE = 160
STOPS = (".", ",", ";", ":", ".”", '."', ".'", ".’", ",”", ',"')
# "KABUL, Afghanistan (AP) -": the first line is the report itself.
DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,40}(?:, [\w. ]{2,30})?(?: \([\w ]{2,30}\))? ?(?:--|[—–-]) |\([A-Z][\w ]{1,30}\) ?(?:--|[—–-]) "
)
HEADER_LINES = 12


def draft_plain(path: str, text: str) -> Draft:
    """The draft of a plain text, which stays as it is: header lines are only pointed out, by their offsets."""
    draft = Draft(PurePath(path).name, text)
    lines = list(_lines(text))
    labels: list[tuple[int, int]] = []
    for number, (start, line) in enumerate(lines[:HEADER_LINES]):
        found = _header(line)
        if found is None:
            if draft.title or not _is_title(line, lines[number + 1 :]):
                break
            draft = replace(draft, title=line, title_at=start)
            continue
        field, value = found
        if field == "title" and not draft.title:
            at = start + line.index(value)
            draft = replace(draft, title=value, title_at=at)
            labels.append((start, at))
            continue
        draft = _fill(draft, field, value)
        labels.append((start, start + len(line)))
    return replace(draft, labels=tuple(labels))


def _lines(text: str) -> Iterator[tuple[int, str]]:
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


def _header(line: str) -> tuple[str, str] | None:
    """The field that a header line gives, and its value."""
    if len(line) > LONGEST_TITLE * 2:
        return None
    if match := LABEL.fullmatch(line):
        return FIELDS[match["label"].lower()], match["value"]
    match = BYLINE.fullmatch(line)
    return ("authors", match["value"]) if match and not line.endswith(STOPS) else None


def _fill(draft: Draft, field: str, value: str) -> Draft:
    """The draft with one more field, unless an earlier header line gave it."""
    if field == "published" and not draft.published:
        return replace(draft, published=value, dated_by="given")
    if field == "outlet" and not draft.outlet:
        return replace(draft, outlet=value)
    if field == "url" and not draft.url:
        return replace(draft, url=value)
    if field == "authors" and not draft.authors:
        return replace(draft, authors=(value,))
    return draft


def _is_title(line: str, following: list[tuple[int, str]]) -> bool:
    """Short, without a sentence's end, and above something else."""
    return bool(following) and len(line) <= LONGEST_TITLE and not line.endswith(STOPS) and not DATELINE.match(line)
