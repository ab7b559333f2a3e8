"""Our own text, `training/claims/`: invented events, each with its claims, each claim told in unlike words.

A file is an event. `=` begins its name, `@` a claim's, `-` one telling of the claim before it. Many claims of an event
share words, actors or figures with one another and yet claim something else."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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
