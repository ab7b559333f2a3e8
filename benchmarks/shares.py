"""What the stages after `language` take, as a share of its time: one process, the stories as they are."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from benchmarks.stories import GoldStory, reports_of
from stemma.attributions import attribute
from stemma.claims import state
from stemma.language import annotate, warm
from stemma.model import Annotated, Reading
from stemma.pipeline import compare

TIMES = 3  # Each step is timed so often, and the best counts: other work on the machine only ever adds.

_Value = TypeVar("_Value")


def after_language(stories: Sequence[GoldStory]) -> float:
    """Seconds of attributions, claims, links, lineage and findings, over those of the language stage."""
    warm()
    language = after = 0.0
    for story in stories:
        readings = []
        for report in reports_of(story.paths):
            annotated, took = _timed(partial(annotate, report))
            language += took
            reading, took = _timed(partial(_understood, annotated))
            after += took
            readings.append(reading)
        _, took = _timed(partial(compare, readings))
        after += took
    return after / language


def _understood(annotated: Annotated) -> Reading:
    attributions = attribute(annotated)
    return Reading(annotated.report, annotated.entities, annotated.names, attributions, state(annotated, attributions))


def _timed(work: Callable[[], _Value]) -> tuple[_Value, float]:
    best = float("inf")
    for _ in range(TIMES):
        began = time.perf_counter()
        value = work()
        best = min(best, time.perf_counter() - began)
    return value, best
