"""What the readers of the single formats hand on: a report before its blocks, credits and dates are known."""

from dataclasses import dataclass

from stemma.model import DateSource, Hyperlink


@dataclass(frozen=True, slots=True)
class Draft:
    """One text with what its format says about it.

    `text` starts with the title's line if `title` is not empty, unless `labels` is not empty: those are header lines
    ("Title: ...", "Source: ...") at the top of a plain text, as offsets, and the title is then at `title_at`.
    `published` is the date as given, `dated_by` says where; `moment` is the ISO 8601 time told beside a date in words.
    """

    file: str
    text: str
    title: str = ""
    title_at: int = 0
    outlet: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    moment: str = ""
    dated_by: DateSource = "none"
    labels: tuple[tuple[int, int], ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
