"""When a report was published, from the best witness there is.

Order: what the file or page gives (a field, JSON-LD, a meta tag) -> the address ("/2018/02/05/") -> the dateline, where
the text tells the year -> the interval that the text implies -> unknown.
"""

import re
from collections.abc import Sequence
from datetime import date

from stemma.documents.datelines import Dateline
from stemma.documents.days import Days, days_of
from stemma.documents.draft import Draft
from stemma.documents.implied import implied
from stemma.model import Block, Dating, Span

ADDRESS = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=[/_-]|$)", re.I)


def date_report(draft: Draft, blocks: Sequence[Block], dateline: Dateline | None) -> Dating:
    """The dating of a draft; `evidence` is filled where the text itself is the witness."""
    if found := days_of(draft.published):
        return Dating(found.earliest, found.latest, draft.dated_by, found.moment or draft.moment)
    if found := day_in(draft.url):
        return Dating(found.earliest, found.latest, "url")
    guess = implied(draft.text, blocks)
    return _from_dateline(dateline, guess) or guess


def day_in(url: str) -> Days | None:
    """The day that an address names."""
    match = ADDRESS.search(url)
    if not match:
        return None
    month = match["month"]
    return days_of(
        f"{match['year']}-{month}-{match['day']}" if month.isdigit() else f"{match['day']} {month} {match['year']}"
    )


def _from_dateline(dateline: Dateline | None, guess: Dating) -> Dating | None:
    """The dateline's day, in the one year in which it lies within what the text implies."""
    if dateline is None or dateline.month is None or dateline.day is None:
        return None
    if dateline.year:
        years = [dateline.year]
    elif guess.earliest is None or guess.latest is None:
        return None
    else:
        years = list(range(guess.earliest.year, guess.latest.year + 1))
    days = [day for year in years if (day := _day(year, dateline.month, dateline.day))]
    if dateline.year is None:
        days = [day for day in days if guess.earliest and guess.latest and guess.earliest <= day <= guess.latest]
    if len(days) != 1:
        return None
    return Dating(days[0], days[0], "dateline", evidence=(Span(dateline.start, dateline.end),))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
