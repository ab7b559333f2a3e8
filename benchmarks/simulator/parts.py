"""What a report is made of while it is written: tellings of facts, paragraphs, the whole text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from benchmarks.simulator.wording import Choices

Naming = Literal["", "person", "body", "words"]
Mode = Literal["own", "copied", "reworded", "retold", "cited"]
Place = Literal["", "dateline", "foot", "byline"]
Variants = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One fact told in one sentence. What it says is given by the wording with its choices and variants (slots that
    stand otherwise than in the story: errors, rounded figures), and the frame: `form` names a list of phrases, `frame`
    one of it.

    `source` is the party named, and how; `via` the outlets named as having reported it, nearest first; `teller` the
    outlet whose reporter spoke to the source. `root` is the party, or the voice of a text ("own:<text>"), from which
    the texts let a reader know it; `sure` whether that is named or first-hand; `real` the party from which it really
    comes. `beside` is the party that the sentence before it names."""

    fact: str
    wording: str
    choices: Choices
    root: str
    real: str
    sure: bool
    form: str = "own"
    frame: int = 0
    source: str = ""
    naming: Naming = ""
    via: tuple[str, ...] = ()
    teller: str = ""
    variants: Variants = ()
    swaps: tuple[int, ...] = ()
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences, then perhaps one (`tail`) that proves nothing. `parent` is the text that it was taken from, and `at`
    the number of the paragraph there; none of its own."""

    tellings: tuple[Telling, ...]
    tail: str = ""
    parent: str = ""
    at: int = -1
    mode: Mode = "own"


@dataclass(frozen=True, slots=True)
class Text:
    """One text as an outlet published it, or would have: one that is `lost` is not among the reports. `role` says how
    it came about. `credit` is a phrase that names the outlet of the text `credited`, `place` where it stands."""

    id: str
    outlet: str
    moment: datetime
    role: str
    headline: Telling
    paragraphs: tuple[Paragraph, ...]
    byline: str = ""
    credited: str = ""
    credit: str = ""
    place: Place = ""
    lost: bool = False
    links: tuple[str, ...] = ()
