"""Finds the expressions of time in a report and resolves them to days, in the order of the text.

    scan     where expressions stand (`shapes`), and what their words give (`readers`)
    joins    a day and its hour, the two ends of a stretch of time
    resolve  against publication, the words around (`context`) and the dates told of before (`narrative`)

What cannot be told stays unresolved: a date is never invented.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from stemma.model import When
from stemma.values.dates.context import looks_ahead, tells_when_said
from stemma.values.dates.joins import with_hours, with_ranges
from stemma.values.dates.periods import Period, union
from stemma.values.dates.readings import Around, Meaning, Reading, Told
from stemma.values.dates.scan import Found, scan

Stretch = tuple[int, int]


def find_dates(
    text: str, stretches: Iterable[Stretch], anchor: tuple[date, date] | None, *, ends_apart: bool = False
) -> tuple[When, ...]:
    """All expressions of time within the `stretches` of `text`, each `(start, end)`, with offsets into the whole
    `text`.

    The stretches are those of one report, in order: what is told of in one anchors words like "the next day" in a later
    one. No expression reaches from one into another. `anchor` is when the text was published, first and last possible
    day, or None when unknown. Where the anchor is several days, a date that depends on it covers what it means on the
    first and on the last. An expression that needs an anchor and has none has no days. `ends_apart` keeps both ends of
    a stretch of time ("from May to July") apart, as TIMEX3 does.
    """
    found = [(start, each) for start, end in stretches for each in _expressions(text, start, end, ends_apart)]
    if anchor is None:
        meanings = _resolved(text, found, None)
    elif anchor[0] == anchor[1]:
        meanings = _resolved(text, found, anchor[0])
    else:
        both = zip(_resolved(text, found, anchor[0]), _resolved(text, found, anchor[1]), strict=True)
        meanings = [_either(first, last) for first, last in both]
    return tuple(_when(each, meaning) for (_, each), meaning in zip(found, meanings, strict=True))


def same_time(a: When, b: When) -> bool | None:
    """Whether the two may be one date: their days overlap. None when either is unknown, or no date."""
    if a.earliest is None or a.latest is None or b.earliest is None or b.latest is None:
        return None
    return a.earliest <= b.latest and b.earliest <= a.latest


def date_spans(text: str, start: int, end: int) -> tuple[Stretch, ...]:
    """Where the dates and times of `text[start:end]` stand, as `(start, end)`; lengths of time and sets left out."""
    return tuple(
        (found.start, found.end)
        for found in _expressions(text, start, end, ends_apart=False)
        if found.reading.kind in {"date", "time"}
    )


@lru_cache(maxsize=256)  # a sentence is asked for by its report and again by each of its mentions
def _expressions(text: str, start: int, end: int, ends_apart: bool) -> tuple[Found, ...]:
    found = list(with_hours(text, list(scan(text, start, end))))
    return tuple(found if ends_apart else with_ranges(text, start, found))


def _resolved(text: str, found: Sequence[tuple[int, Found]], on: date | None) -> list[Meaning]:
    """What each expression means for a text published `on` that day."""
    told = Told()
    meanings = []
    for start, each in found:
        around = Around(on, looks_ahead(text, start, each.start, each.end), told)
        meaning = _meaning(each.reading, around)
        meanings.append(meaning)
        if each.reading.form != "day" or not tells_when_said(text, start, each.start):
            told = _told_after(told, each, meaning, on)
    return meanings


def _meaning(reading: Reading, around: Around) -> Meaning:
    try:
        return reading.resolve(around)
    except (OverflowError, ValueError):  # before year 1 or after year 9999: "5,000 years ago"
        return Meaning(None, "")


# What compares with another time, or only takes up a period told of: the narrative stays where it is.
_BESIDE = frozenset({"year_ago", "told_term", "whole_unit"})
_TERMS = frozenset({"quarter", "quarter_year", "year_quarter", "code_quarter"})


def _told_after(told: Told, found: Found, meaning: Meaning, on: date | None) -> Told:
    """What the text has told of after one expression more. One that is not resolved makes all before it uncertain."""
    form = found.reading.form
    if form == "vague" or found.kind in _BESIDE:
        return told
    if meaning.period is None:
        return Told()
    now = replace(told, form=form, period=meaning.period)
    if form == "day":
        return replace(now, day=meaning.period[0])
    if found.kind in _TERMS and _reported(meaning.period, told, on):
        return replace(now, term=(form, meaning.period))
    return now


def _reported(period: Period, told: Told, on: date | None) -> bool:
    """Whether a quarter is the one that a company reports on: the last one over by then of those told of."""
    return on is not None and period[1] < on and (told.term is None or told.term[1][1] <= period[1])


def _either(first: Meaning, last: Meaning) -> Meaning:
    """What is meant where publication was on one day or another."""
    value = first.value if first.value == last.value else ""
    return Meaning(union(first.period, last.period) if first.period and last.period else None, value)


def _when(found: Found, meaning: Meaning) -> When:
    earliest, latest = meaning.period or (None, None)
    reading = found.reading
    return When(earliest, latest, reading.precision, found.start, found.end, reading.kind, meaning.value)
