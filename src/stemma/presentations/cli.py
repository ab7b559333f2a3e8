"""The command line. Each command reads its arguments, calls one function, and prints what it gives.

What a command needs is imported inside it where that is slow to load: `stemma --help` must answer at once.
"""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.errors import StemmaError
from stemma.presentations.exits import Exit
from stemma.presentations.terminal import as_json, complain, emit, make_console, put
from stemma.presentations.tracing import NothingUsable, Traced, name_refusals, summary, summary_data, trace_into
from stemma.settings import Settings

if TYPE_CHECKING:
    from stemma.model import Story
    from stemma.presentations.page import Page

# Help as plain text: Rich's boxes cost a fifth of a second at each start. An error that nobody foresaw shows as Python
# shows it: a box around it cannot be searched for.
app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


class BriefFormat(StrEnum):
    """What the brief can be written as."""

    text = "text"
    md = "md"
    json = "json"


class ExportFormat(StrEnum):
    """What a story can be exported as."""

    json = "json"


DEFAULT_CLAIMS = 12
StoryFile = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="A story file, made by `stemma trace`.", show_default=False, readable=False),
]
Processes = Annotated[int, typer.Option(min=0, help="Processes that read and annotate; 0: one for each processor.")]
Pipeline = Annotated[
    str,
    typer.Option(
        "--pipeline", metavar="NAME", help="An installed spaCy pipeline, for another language.", show_default=False
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, for machines.")]
All = Annotated[bool, typer.Option("--all", help="Show every list in full.")]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line with `arguments` (default: those of this process); ends by SystemExit with an exit code."""
    try:
        app(arguments, prog_name="stemma")
    except NothingUsable as nothing:
        name_refusals(nothing.refusals)
        complain(f"stemma: {nothing}")
        sys.exit(Exit.INPUTS_REFUSED)
    except StemmaError as error:
        complain(f"stemma: {error}")
        sys.exit(Exit.ERROR)
    except KeyboardInterrupt:
        sys.exit(_interrupted())
    except SystemExit as end:
        # The framework has already turned Ctrl-C into this code.
        sys.exit(_interrupted() if end.code == Exit.INTERRUPTED else end.code)


def _interrupted() -> Exit:
    complain("stemma: stopped; the story is as it was before")
    return Exit.INTERRUPTED


@app.callback()
def stemma() -> None:
    """What do many reports of one story rest on? Stemma shows it, with the exact words behind every answer."""


@app.command()
def trace(
    paths: Annotated[
        list[Path],
        # What cannot be read is refused by name like other inputs: the framework would end the run.
        typer.Argument(
            metavar="PATH", help="Files and folders: text, HTML, JSON, JSON lines.", show_default=False, readable=False
        ),
    ],
    story: Annotated[
        Path,
        typer.Option(
            "--story", metavar="FILE", help="The story file to make or to add to.", show_default=False, readable=False
        ),
    ],
    processes: Processes = 0,
    pipeline: Pipeline = "",
    json: AsJson = False,
) -> None:
    """Read reports, trace their claims to the origins, and keep the result in a story file."""
    traced = trace_into(story, paths, Settings(processes=processes, pipeline=pipeline))
    name_refusals(traced.refusals)
    emit(as_json(summary_data(traced, story)) if json else summary(traced, story))
    _end(traced)


@app.command()
def brief(
    file: StoryFile,
    form: Annotated[BriefFormat, typer.Option("--format", help="How to write it.")] = BriefFormat.text,
    everything: All = False,
    claims: Annotated[int, typer.Option(min=1, help="How many claims to show.")] = DEFAULT_CLAIMS,
) -> None:
    """Print the brief: what the story amounts to, and where each statement can be opened."""
    _print_brief(_read(file), form, None if everything else claims)


@app.command()
def show(
    file: StoryFile,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM", help="A claim's number, or words of it; r3 for report 3 of the brief.", show_default=False
        ),
    ],
    json: AsJson = False,
) -> None:
    """Print one claim: its mentions, their chains, and why the count is what it is. Or one report: whom it rests on."""
    # Not needed by the other commands.
    from stemma.presentations.show import find_claims, show_claim
    from stemma.presentations.show_page import claim_page, matches_page
    from stemma.presentations.show_report import find_report, report_page, show_report

    story = _read(file)
    if (report := find_report(story, claim)) is not None:
        placed = show_report(story, report)
        emit(as_json(asdict(placed))) if json else _print_page(report_page(placed))
        return
    found = find_claims(story, claim)
    if not found:
        complain(f"stemma: no claim of {file} is or says: {claim}")
        raise typer.Exit(Exit.USAGE)
    if len(found) > 1:
        complain(f"stemma: {len(found)} claims say: {claim}. Name one of these by its number.")
        _print_page(matches_page(story, found))
        raise typer.Exit(Exit.USAGE)
    shown = show_claim(story, found[0])
    if json:
        emit(as_json(asdict(shown)))
    else:
        _print_page(claim_page(shown))


@app.command()
def export(
    file: StoryFile,
    form: Annotated[ExportFormat, typer.Option("--format", help="What to write.")] = ExportFormat.json,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to; else to standard output.", show_default=False, readable=False),
    ] = None,
) -> None:
    """Write the whole story for other programs."""
    # Not needed by the other commands.
    from stemma.presentations.export import export_story

    text = {ExportFormat.json: as_json}[form](export_story(_read(file)))
    if output is None:
        emit(text)
    else:
        put(text, output)


@app.command()
def search(
    file: StoryFile,
    words: Annotated[
        list[str], typer.Argument(metavar="WORDS", help="Words that a report has, in any form.", show_default=False)
    ],
) -> None:
    """Find words in the reports of a story."""
    # Loads the database, which `--help` does without.
    from stemma.presentations.finding import found_page
    from stemma.store import open_story

    with open_story(file, write=False) as store:
        page = found_page(store.story(), store.search(" ".join(words)))
    _print_page(page)


@app.command()
def demo(
    story: Annotated[
        Path | None,
        typer.Option(
            "--story", metavar="FILE", help="Keep the story in this file.", show_default=False, readable=False
        ),
    ] = None,
    processes: Processes = 0,
    everything: All = False,
) -> None:
    """Trace the demonstration story, a fictional one, and print its brief."""
    with TemporaryDirectory() as folder, as_file(files("stemma.examples") / "story") as reports:
        traced = trace_into(story or Path(folder) / "demo.stemma", [reports], Settings(processes=processes))
    name_refusals(traced.refusals)
    _print_brief(traced.story, BriefFormat.text, None if everything else DEFAULT_CLAIMS)
    _end(traced)


def _read(file: Path) -> "Story":
    # Loads the database, which `--help` does without.
    from stemma.store import open_story

    with open_story(file, write=False) as store:
        return store.story()


def _print_brief(story: "Story", form: BriefFormat, claims: int | None) -> None:
    # Not needed by the other commands.
    from stemma.presentations.brief import EVERYTHING, Limits, brief_page, build_brief
    from stemma.presentations.page_markdown import page_markdown

    made = build_brief(story)
    page = brief_page(made, Limits(claims=claims) if claims else EVERYTHING)
    match form:
        case BriefFormat.json:
            emit(as_json(asdict(made)))
        case BriefFormat.md:
            emit(page_markdown(page))
        case BriefFormat.text:
            _print_page(page)


def _print_page(page: "Page") -> None:
    # Loads Rich, which `--help` does without.
    from stemma.presentations.page_text import page_text

    emit(page_text(page, make_console()))


def _end(traced: Traced) -> None:
    if traced.refused:
        raise typer.Exit(Exit.INPUTS_REFUSED)
