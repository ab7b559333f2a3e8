"""Short fictional reports made by hand, and what the stages read in them."""

from dataclasses import dataclass
from datetime import date

from stemma.attributions import attribute
from stemma.claims import state
from stemma.language import annotate
from stemma.model import Annotated, Attribution, Block, Dating, Mention, Report


def report(text: str, title: str = "", outlet: str = "", published: date | None = None) -> Report:
    """A report with one block a line of `text`; the title, where given, is the first line and a block of its own."""
    lines = [title, *text.split("\n")] if title else text.split("\n")
    blocks = []
    start = 0
    for number, line in enumerate(lines):
        blocks.append(Block(start, start + len(line), "title" if title and number == 0 else "text"))
        start += len(line) + 1
    return Report(
        id="r",
        file="r.txt",
        text="\n".join(lines),
        title=title,
        outlet=outlet,
        url="",
        authors=(),
        dateline="",
        language="en",
        dating=Dating(published, published, "given" if published else "none"),
        blocks=tuple(blocks),
        credits=(),
        hyperlinks=(),
    )


@dataclass(frozen=True, slots=True)
class Read:
    """A report with what was read in it."""

    annotated: Annotated
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]

    def words(self, start: int, end: int) -> str:
        """The exact wording of a stretch of the report."""
        return self.annotated.report.text[start:end]

    def contents(self, attribution: Attribution) -> tuple[str, ...]:
        """The wording of an attribution's contents."""
        return tuple(self.words(content.start, content.end) for content in attribution.contents)

    def chains(self) -> dict[str, tuple[str, ...]]:
        """The wording of each mention, without quotation marks and stops at its ends -> the names in its chain."""
        return {self.stated(m): tuple(hop.name for hop in m.chain) for m in self.mentions}

    def stated(self, mention: Mention) -> str:
        """The wording of a mention, without marks at its ends."""
        return self.words(mention.start, mention.end).strip("“”‘’«»„\"'`,.; ")


def read(text: str, title: str = "", outlet: str = "", published: date | None = None) -> Read:
    """What the stages up to claims read in a short text."""
    return understood(report(text, title, outlet, published))


def understood(made: Report) -> Read:
    """What the stages up to claims read in a report."""
    annotated = annotate(made)
    attributions = attribute(annotated)
    return Read(annotated, attributions, state(annotated, attributions))
