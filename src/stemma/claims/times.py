"""When a report tells of: its expressions of time, read once over the whole report, so that a narrative's dates count
on."""

from stemma.model import Annotated, When
from stemma.values.dates import find_dates


def times(annotated: Annotated) -> tuple[When, ...]:
    """The dates, times, durations and sets of the report's sentences, in the order of the text, against the report's
    own date. Words for the past, the present or the future as such ("recently") say nothing that could be compared:
    left out."""
    dating = annotated.report.dating
    anchor = (dating.earliest, dating.latest) if dating.earliest and dating.latest else None
    sentences = [(sentence.start, sentence.end) for sentence in annotated.sentences]
    found = find_dates(annotated.report.text, sentences, anchor)
    return tuple(when for when in found if not when.value.endswith("_REF"))
