"""What one file gives: each report in it understood by itself, in whatever process."""

from dataclasses import dataclass

from stemma.attributions import attribute
from stemma.claims import state
from stemma.documents import read
from stemma.errors import InputError
from stemma.language import annotate, pipeline, with_vectors
from stemma.model import File, Reading, Refusal, Report
from stemma.settings import DEFAULTS, Settings
from stemma.store import Store


@dataclass(frozen=True, slots=True)
class Intake:
    """What one file gave."""

    file: File
    readings: tuple[Reading, ...]
    refusals: tuple[Refusal, ...]


def understand(report: Report, settings: Settings = DEFAULTS) -> Reading:
    """One report by itself: its names, who is given as whose word in it, and what it states, with vectors.

    Raises SettingsError where the settings name a pipeline that is not there."""
    annotated = annotate(report, pipeline(settings.pipeline))
    attributions = attribute(annotated)
    mentions = state(annotated, attributions)
    return with_vectors(Reading(report, annotated.entities, annotated.names, attributions, mentions))


def take(file: File, settings: Settings) -> Intake:
    """Reads one file and understands each report in it; what cannot be used is among the refusals."""
    outcomes = tuple(read(file, settings))
    readings = tuple(understand(outcome, settings) for outcome in outcomes if isinstance(outcome, Report))
    return Intake(file, readings, tuple(outcome for outcome in outcomes if isinstance(outcome, Refusal)))


def keep(store: Store, intake: Intake) -> Intake:
    """Stores what a file gave; what the store cannot hold (half a surrogate pair, say) is refused as bad input."""
    try:
        store.add(intake.file, intake.readings, intake.refusals)
    except InputError as error:
        return Intake(intake.file, (), (*intake.refusals, Refusal(error.file, error.reason)))
    return intake
