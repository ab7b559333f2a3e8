"""Which of two mentions supersedes the other, as far as the texts and the order of the reports tell."""

import re
from functools import cache

from stemma.findings.desk import Desk
from stemma.findings.tables import words
from stemma.model import Mention
from stemma.values.moments import later

_REACH = 60  # Characters before and after a mention in which such words speak of it.


@cache
def _says(name: str) -> re.Pattern[str]:
    """Finds any phrase of a list in `data/superseding.toml`."""
    return re.compile(rf"\b(?:{'|'.join(words('superseding')[name])})\b", re.IGNORECASE)


def superseding(desk: Desk, left: Mention, right: Mention) -> str:
    """Why the later of the two supersedes the earlier, or ""."""
    for old, new in ((left, right), (right, left)):
        datings = desk.reports[old.report].dating, desk.reports[new.report].dating
        if not later(*datings) and moved(desk, new):
            return "it says itself that the figure or the state of things has moved"
        if not later(*reversed(datings)):
            continue
        if _says("superseding").search(_around(desk, new)):
            return "a later report supersedes it in its own words"
        if desk.key(new.report) == desk.key(old.report):
            return "a later report of the same outlet"
    return ""


def moved(desk: Desk, mention: Mention) -> bool:
    """Whether the words in and around a mention say that a figure is another than it was."""
    return _says("moved").search(_around(desk, mention)) is not None


def _around(desk: Desk, mention: Mention) -> str:
    text = desk.reports[mention.report].text
    return text[max(0, mention.start - _REACH) : mention.end + _REACH]
