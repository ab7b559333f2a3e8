"""What a search found, in the sentences that hold it."""

from collections.abc import Iterator
from itertools import groupby

from stemma.model import Excerpt, Story
from stemma.presentations.context import context_of
from stemma.presentations.labels import Labels, label_reports
from stemma.presentations.page import Item, Page, Run, Section, item
from stemma.presentations.wording import counted, flat, place

_LEAD = "The words found stand between » and «."


def found_page(story: Story, excerpts: tuple[Excerpt, ...]) -> Page:
    """The page of the `excerpts` found in `story`, by report, in the order given."""
    labels = label_reports(story)
    rows = tuple(
        item(
            Run(f"[{labels.number(report)}] {labels.by_id[report].name}", "strong"),
            below=tuple(_sentences(report, tuple(found), labels)),
            bare=True,
        )
        for report, found in groupby(excerpts, key=lambda excerpt: excerpt.report)
    )
    title = f"{counted(len(excerpts), 'place')} in {counted(len(rows), 'report')}"
    return Page(title, (Section("Found", _LEAD, rows),) if rows else ())


def _sentences(report: str, excerpts: tuple[Excerpt, ...], labels: Labels) -> Iterator[Item]:
    """One item for each sentence, with all that was found in it."""
    sentences: dict[tuple[int, int], list[Excerpt]] = {}
    for excerpt in excerpts:
        context = context_of(labels.reports[report], excerpt.start, excerpt.end, labels)
        sentences.setdefault((context.start, context.end), []).append(excerpt)
    for (start, end), found in sentences.items():
        yield item(
            *_marked(labels.reports[report].text, start, end, found),
            " ",
            Run(place(labels.number(report), start, end), "faint"),
        )


def _marked(text: str, start: int, end: int, found: list[Excerpt]) -> Iterator[Run]:
    at = start
    for excerpt in found:
        yield Run(flat(text[at : excerpt.start]))
        yield Run(f"»{flat(text[excerpt.start : excerpt.end])}«", "strong")
        at = excerpt.end
    yield Run(flat(text[at:end]).rstrip())
