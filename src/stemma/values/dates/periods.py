"""Stretches of days: months, seasons, years and their parts, and the nearest of them before or after a day.

A `Period` is its first and its last day, both included. Nothing here reads text.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

Period: TypeAlias = tuple[date, date]
Yearly: TypeAlias = Callable[[int], Period | None]

# Days ahead up to which, and days back from which, a period without a year is more likely the next than the last.
LIKELY_AHEAD = 65
LIKELY_BACK = 300
# Days back up to which a period is so near that a cue for the future beside it is likely about something else.
JUST_OVER = 30


def day(value: date) -> Period:
    """One day as a period."""
    return value, value


def days(first: date, number: int) -> Period:
    """`number` days from `first` on."""
    return first, first + timedelta(days=number - 1)


def calendar_day(year: int, month: int, number: int) -> Period | None:
    """That day, or None where the month has no such day."""
    if not 1 <= number <= monthrange(year, month)[1]:
        return None
    return day(date(year, month, number))


def months(year: int, month: int, number: int = 1) -> Period:
    """`number` whole months from that month on. `month` may lie outside 1 to 12: it runs into other years."""
    first_year, first_month = divmod(year * 12 + month - 1, 12)
    last_year, last_month = divmod(year * 12 + month + number - 2, 12)
    last_day = monthrange(last_year, last_month + 1)[1]
    return date(first_year, first_month + 1, 1), date(last_year, last_month + 1, last_day)


def years(year: int, number: int = 1) -> Period:
    """`number` whole years from that year on."""
    return date(year, 1, 1), date(year + number - 1, 12, 31)


def week(of: date, shift: int = 0) -> Period:
    """Monday to Sunday of the week that holds `of`, or of the one `shift` weeks later."""
    return days(of - timedelta(days=of.weekday()) + timedelta(weeks=shift), 7)


def weekend(of: date, shift: int = 0) -> Period:
    """Saturday and Sunday of the last weekend begun on or before `of`, or of the one `shift` weeks later."""
    return days(of - timedelta(days=(of.weekday() - 5) % 7) + timedelta(weeks=shift), 2)


def unit(name: str, of: date, shift: int = 0) -> Period:
    """The day, week, weekend, month, quarter, half, year, decade or century that holds `of`, or the one `shift`
    later."""
    if name == "day":
        return day(of + timedelta(days=shift))
    if name == "week":
        return week(of, shift)
    if name == "weekend":
        return weekend(of, shift)
    if name in {"decade", "century"}:
        length = 10 if name == "decade" else 100
        first = of.year - (of.year - (1 if name == "century" else 0)) % length
        return years(first + shift * length, length)
    length = MONTHS_IN[name]
    return months(of.year, (of.month - 1) // length * length + 1 + shift * length, length)


MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def shifted(of: date, number: int) -> date:
    """The same day `number` months later; the last of the month where that month is shorter."""
    year, month = divmod(of.year * 12 + of.month - 1 + number, 12)
    return date(year, month + 1, min(of.day, monthrange(year, month + 1)[1]))


def days_within(whole: Period, first: int, last: int) -> Period:
    """Its days `first` to `last`, counted from 1, cut at its end."""
    length = (whole[1] - whole[0]).days + 1
    return whole[0] + timedelta(days=min(first, length) - 1), whole[0] + timedelta(days=min(last, length) - 1)


def months_within(whole: Period, first: int, last: int) -> Period:
    """Its months `first` to `last`, counted from 1."""
    return months(whole[0].year, whole[0].month + first - 1, last - first + 1)


def half_months_within(whole: Period, first: int, last: int) -> Period:
    """Its half-months `first` to `last`, counted from 1."""
    return half_months(whole[0].year, whole[0].month, first, last)


def years_within(whole: Period, first: int, last: int) -> Period:
    """Its years `first` to `last`, counted from 0."""
    return years(whole[0].year + first, last - first + 1)


def half_months(year: int, month: int, first: int, last: int) -> Period:
    """Half-months `first` to `last`, counted from 1 at the start of that month; the first half is 15 days long."""

    def half(number: int) -> Period:
        whole = months(year, month + (number - 1) // 2)
        middle = whole[0] + timedelta(days=14)
        return (whole[0], middle) if number % 2 else (middle + timedelta(days=1), whole[1])

    return half(first)[0], half(last)[1]


def easter(year: int) -> date:
    """Easter Sunday of the western churches. Source: the anonymous Gregorian computus (Nature, 20 April 1876)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    days_to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * days_to_sunday) // 451
    month, before = divmod(epact + days_to_sunday - 7 * late + 114, 31)
    return date(year, month, before + 1)


def nth_weekday(year: int, month: int, weekday: int, number: int) -> Period | None:
    """The `number`th such weekday of the month, Monday being 0; the last for a number of 5 where there are four."""
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    return day(found if found.month == month else found - timedelta(days=7))


def union(a: Period, b: Period) -> Period:
    """From the first day of either to the last day of either."""
    return min(a[0], b[0]), max(a[1], b[1])


_LENGTH = re.compile(r"P(\d+)([DWMY])")


def edge_of(whole: Period, length: str, *, first: bool) -> Period | None:
    """The first or last part of a period that is as long as `length`, "P9M"; None for one that is not whole days."""
    found = _LENGTH.fullmatch(length)
    if not found:
        return None
    number, unit = int(found[1]), found[2]
    if unit in "DW":
        span = timedelta(days=number * (7 if unit == "W" else 1))
        return (
            (whole[0], whole[0] + span - timedelta(days=1))
            if first
            else (whole[1] - span + timedelta(days=1), whole[1])
        )
    number *= 12 if unit == "Y" else 1
    if first:
        return whole[0], shifted(whole[0], number) - timedelta(days=1)
    return shifted(whole[1] + timedelta(days=1), -number), whole[1]


def latest_begun(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the last that began on or before that day."""
    for year in range(on.year + 1, on.year - 5, -1):  # 29 February comes every four years
        period = yearly(year)
        if period and period[0] <= on:
            return period
    return None


def likely(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the last begun; the next, where that is near and the last long past.

    A report that means last year says so: a date without a year ten months back or more is mostly one ahead.
    """
    last, following = latest_begun(yearly, on), next_to_begin(yearly, on)
    near = following is not None and (following[0] - on).days <= LIKELY_AHEAD
    return following if near and (last is None or (on - last[1]).days > LIKELY_BACK) else last


def likely_ahead(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the next; the last, where that was just over and the next is far off.

    Not all that stands beside a cue for the future is ahead: "they will rebuild what the Aug. 7 blast destroyed".
    """
    following, last = next_not_over(yearly, on), latest_begun(yearly, on)
    near = last is not None and (on - last[1]).days <= JUST_OVER
    return last if near and following is not None and (following[0] - on).days > LIKELY_BACK else following


def latest_ended(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the last that was over before that day."""
    for year in range(on.year, on.year - 6, -1):
        period = yearly(year)
        if period and period[1] < on:
            return period
    return None


def next_not_over(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the first that ends on or after that day."""
    for year in range(on.year - 1, on.year + 5):
        period = yearly(year)
        if period and period[1] >= on:
            return period
    return None


def next_to_begin(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the first that begins after that day."""
    for year in range(on.year, on.year + 6):
        period = yearly(year)
        if period and period[0] > on:
            return period
    return None


def nearest(yearly: Yearly, on: date) -> Period | None:
    """Of a period that comes back each year, the one whose middle lies nearest to that day, the earlier on a tie."""
    found = [period for year in range(on.year - 1, on.year + 2) if (period := yearly(year))]
    return min(found, key=lambda period: abs((period[0] - on).days + (period[1] - on).days), default=None)
