"""Stretches of days: months, seasons, years and their parts, and the nearest of them before or after a day.

A `Period` is its first and its last day, both included. Nothing here reads text.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

Period: TypeAlias = tuple[date, date]
Yearly: TypeAlias = Callable[[int], Period | None]

# Days ahead up to which, and days back from which, a period without a year is more likely the next than the last.
LIKELY_AHEAD = 65
LIKELY_BACK = 300


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


def shifted(of: date, number: int) -> date:
    """The same day `number` months later; the last of the month where that month is shorter."""
    year, month = divmod(of.year * 12 + of.month - 1 + number, 12)
    return date(year, month + 1, min(of.day, monthrange(year, month + 1)[1]))


def part_of_month(year: int, month: int, first: int, last: int) -> Period:
    """Days `first` to `last` of a month, cut at its length."""
    length = monthrange(year, month)[1]
    return date(year, month, min(first, length)), date(year, month, min(last, length))


def half_months(year: int, month: int, first: int, last: int) -> Period:
    """Half-months `first` to `last`, counted from 1 at the start of that month; the first half is 15 days long."""

    def half(number: int) -> Period:
        whole = months(year, month + (number - 1) // 2)
        middle = whole[0] + timedelta(days=14)
        return (whole[0], middle) if number % 2 else (middle + timedelta(days=1), whole[1])

    return half(first)[0], half(last)[1]


def union(a: Period, b: Period) -> Period:
    """From the first day of either to the last day of either."""
    return min(a[0], b[0]), max(a[1], b[1])


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
