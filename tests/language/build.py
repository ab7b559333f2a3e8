"""Reports made by hand for the tests of the language stage."""

from stemma.model import Block, Dating, Report


def report(*lines: str, title: str = "") -> Report:
    """A report of one text block a line, with the title first where one is given."""
    everything = [title, *lines] if title else list(lines)
    blocks = []
    start = 0
    for number, line in enumerate(everything):
        blocks.append(Block(start, start + len(line), "title" if title and number == 0 else "text"))
        start += len(line) + 1
    return Report(
        id="r",
        file="r.txt",
        text="\n".join(everything),
        title=title,
        outlet="",
        url="",
        authors=(),
        dateline="",
        language="en",
        dating=Dating(None, None, "none"),
        blocks=tuple(blocks),
        credits=(),
        hyperlinks=(),
    )
