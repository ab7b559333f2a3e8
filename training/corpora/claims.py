"""Events with their claims, each claim told in unlike words: our own text, and simulated stories.

A file of `training/claims/` is an invented event. `=` begins its name, `@` a claim's, `-` one telling of the claim
before it. Many claims of an event share words, actors or figures with one another and yet claim something else."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.simulator import SimulatedStory, story

FOLDER = Path(__file__).resolve().parents[1] / "claims"


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of a claim of an event."""

    event: str
    claim: str
    text: str


def events(folder: Path = FOLDER) -> list[list[Told]]:
    """The tellings of each event, in the order of the files' names. ValueError where a line is none of the three."""
    return [list(_read(path)) for path in sorted(folder.glob("*.txt"))]


def simulated(number: int, without: str) -> list[list[Told]]:
    """The tellings of the first stories of the simulator's tuning split, each wording once. Stories of the kind
    `without` are left out: what is fitted to the vectors needs some that they were not trained on."""
    return [list(dict.fromkeys(_told(made))) for made in _stories(number) if without not in made.kinds]


def left_out(number: int, without: str) -> list[SimulatedStory]:
    """The stories among the same first ones that `simulated` leaves out."""
    return [made for made in _stories(number) if without in made.kinds]


def _stories(number: int) -> Iterator[SimulatedStory]:
    return (story(seed, split="tuning") for seed in range(number))


def _told(made: SimulatedStory) -> Iterator[Told]:
    text = {report.id: report.text for report in made.reports}
    for claim in made.truth.claims:
        for mention in claim.mentions:
            yield Told(made.name, claim.id, text[mention.report][mention.start : mention.end])


def _read(path: Path) -> Iterator[Told]:
    claim = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        mark, _, rest = line.partition(" ")
        if mark == "@" and rest:
            claim = rest
        elif mark == "-" and rest and claim:
            yield Told(path.stem, claim, rest)
        elif mark != "=" and line:
            raise ValueError(f"{path}:{number}: neither an event nor a claim nor a telling of one: {line}")
