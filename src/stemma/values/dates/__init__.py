"""Expressions of time in news English: where they stand, what they mean, and which days that is."""

from stemma.values.dates.find import date_spans, find_dates, same_time

__all__ = ["date_spans", "find_dates", "same_time"]
