"""From one matched expression to the days it means: the reader for each kind of `datepatterns.KINDS`."""

from collections.abc import Callable

from stemma.values import dayreaders, periodreaders
from stemma.values.readings import Match, Reading

READERS: dict[str, Callable[[Match], Reading]] = {
    "iso": dayreaders.iso,
    "numeric": dayreaders.numeric,
    "ending": periodreaders.ending,
    "days_month": dayreaders.days_of_month,
    "month_days": dayreaders.days_of_month,
    "day_month": dayreaders.day_of_month,
    "month_day": dayreaders.day_of_month,
    "part_month": periodreaders.part_of_month,
    "part_season": periodreaders.season,
    "part_decade": periodreaders.decade,
    "part_quarter": periodreaders.quarter,
    "code_quarter": periodreaders.quarter,
    "part_year": periodreaders.part_of_year,
    "part_unit": periodreaders.part_of_unit,
    "season": periodreaders.season,
    "the_season": periodreaders.season,
    "month_year": periodreaders.month_year,
    "which_month": periodreaders.month,
    "month": periodreaders.month,
    "decade": periodreaders.decade,
    "century": periodreaders.century,
    "fiscal": periodreaders.year,
    "years": periodreaders.years,
    "year": periodreaders.year,
    "day_word": dayreaders.day_word,
    "weekend": dayreaders.weekend,
    "recent": periodreaders.unresolved,
    "stretch": periodreaders.stretch,
    "the_past": periodreaders.stretch,
    "unit": periodreaders.unit,
    "ago": periodreaders.ago,
    "narrative": periodreaders.unresolved,
    "weekday_week": dayreaders.weekday_of_week,
    "weekday": dayreaders.weekday,
    "holiday": dayreaders.holiday,
}
