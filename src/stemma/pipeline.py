"""The whole way of the data: files are read, each report is understood by itself, then all are compared.

gather -> read -> annotate -> attribute -> state        each report by itself, in any process
       -> link -> descend -> find                       all reports together
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from stemma.documents import gather
from stemma.engines import run
from stemma.findings import find
from stemma.intake import keep, take
from stemma.language import LOADED, warm
from stemma.lineage import descend
from stemma.links import link
from stemma.model import File, Links, Reading, Refusal, Story
from stemma.settings import DEFAULTS, Settings
from stemma.store import Store


def trace(
    paths: Sequence[Path],
    settings: Settings = DEFAULTS,
    store: Store | None = None,
    on_stage: Callable[[str], None] = lambda stage: None,
    on_read: Callable[[int, int], None] = lambda done, total: None,
) -> tuple[Story, tuple[Refusal, ...]]:
    """Reads `paths`, adds what is new to what `store` has, and traces the whole story anew.

    Gives the story and what could not be used. `on_stage` hears each stage's name as it begins, `on_read` the files
    done and the files in all. With a store, files that it has are neither read nor annotated again, and the outcome is
    kept there. Raises StoryError where the store cannot be written."""
    on_stage("documents")
    known = store.files() if store else {}
    found = tuple(gather(paths, settings))
    refusals = [outcome for outcome in found if isinstance(outcome, Refusal)]
    files = [outcome for outcome in found if isinstance(outcome, File) and outcome.sha256 not in known]
    on_stage("reading")
    readings = {reading.report.id: reading for reading in (store.readings() if store else ())}
    intakes = run(
        partial(take, settings=settings),
        files,
        settings.processes,
        initialise=partial(warm, settings.pipeline),
        shared="" if settings.pipeline else LOADED,
    )
    for done, intake in enumerate(intakes, 1):
        kept = keep(store, intake) if store else intake
        refusals.extend(kept.refusals)
        readings.update({reading.report.id: reading for reading in kept.readings})
        on_read(done, len(files))
    story = compare(readings.values(), on_stage)
    if store and readings:
        store.conclude(story.links, story.stemma, story.findings)
    on_stage("done")
    return story, tuple(refusals)


def compare(readings: Iterable[Reading], on_stage: Callable[[str], None] = lambda stage: None) -> Story:
    """All reports together: links, lineage, findings. The order of `readings` changes nothing."""
    ordered = tuple(sorted(readings, key=in_order))
    on_stage("links")
    links: Links = link(ordered)
    on_stage("lineage")
    stemma = descend(ordered, links)
    on_stage("findings")
    return Story(ordered, links, stemma, find(ordered, links, stemma))


def in_order(reading: Reading) -> tuple[date, str, str]:
    """Reports in order of date, time and id; those without a date last."""
    dating = reading.report.dating
    return dating.earliest or date.max, dating.moment, reading.report.id
