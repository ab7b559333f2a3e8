"""Runs a trace into a story file, and says what became of the inputs."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stemma.errors import StemmaError
from stemma.presentations.terminal import Meter, complain
from stemma.presentations.wording import counted

if TYPE_CHECKING:
    from stemma.model import Refusal, Story
    from stemma.settings import Settings


class NothingUsable(StemmaError):
    """None of the inputs could be used, and the story holds nothing yet. It carries the refusals."""

    def __init__(self, refusals: "tuple[Refusal, ...]") -> None:
        super().__init__("none of the inputs could be used; no story was written")
        self.refusals = refusals


@dataclass(frozen=True, slots=True)
class Traced:
    """A finished trace: the story, how many reports are new in it, and what was not taken in."""

    story: "Story"
    added: int
    refusals: "tuple[Refusal, ...]"

    @property
    def refused(self) -> "tuple[Refusal, ...]":
        """The inputs that could not be used."""
        return tuple(refusal for refusal in self.refusals if refusal.fatal)


def trace_into(file: Path, paths: Sequence[Path], settings: "Settings") -> Traced:
    """Trace `paths` into the story at `file`, together with what it holds.

    Raises NothingUsable where there would be no report in the story: the file is then as it was. Raises StoryError.
    """
    # The stages load spaCy and trafilatura, which takes seconds; commands that only read a story must not wait.
    from stemma.language import lacks
    from stemma.pipeline import trace
    from stemma.store import open_story

    if missing := lacks(settings.pipeline):
        complain(f"stemma: note: the pipeline {settings.pipeline} does not read {' or '.join(missing)}")
    if not file.exists() and not any(path.exists() for path in paths):
        # Nothing to open a story for. The trace gives the reasons.
        raise NothingUsable(trace(paths, settings)[1])
    with Meter() as meter, open_story(file, write=True) as store:
        before = len(store.readings())
        story, refusals = trace(paths, settings, store, meter.on_stage, meter.on_read)
        if not story.readings:
            raise NothingUsable(refusals)
    return Traced(story, len(story.readings) - before, refusals)


def name_refusals(refusals: "Sequence[Refusal]") -> None:
    """Name every input that could not be used, and every notice, on standard error."""
    for refusal in refusals:
        complain(f"stemma: {'' if refusal.fatal else 'note: '}{refusal.file}: {refusal.reason}")


def summary(traced: Traced, file: Path) -> str:
    """What a trace did, in two lines."""
    numbers, story = traced.story.findings.numbers, traced.story
    return (
        f"{counted(numbers.reports, 'report')} ({traced.added} new), {numbers.distinct} not identical, "
        f"{numbers.own_sources} with sources of their own, {counted(numbers.origins, 'independent origin')}; "
        f"{counted(len(story.findings.claims), 'claim')}.\n"
        f"Written to {file}. Read it with: stemma brief {file}\n"
    )


def summary_data(traced: Traced, file: Path) -> dict[str, Any]:
    """What a trace did, for a machine."""
    return {
        "story": str(file),
        "reports": len(traced.story.readings),
        "added": traced.added,
        "claims": len(traced.story.findings.claims),
        "refused": [_refusal(refusal) for refusal in traced.refusals if refusal.fatal],
        "notices": [_refusal(refusal) for refusal in traced.refusals if not refusal.fatal],
        "numbers": asdict(traced.story.findings.numbers),
    }


def _refusal(refusal: "Refusal") -> dict[str, str]:
    return {"file": refusal.file, "reason": refusal.reason}
