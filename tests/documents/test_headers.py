"""Header lines right below the title of a plain text: outlet, authors, date and time; and what is none."""

import pytest

from stemma.documents import read
from stemma.documents.headers import header_group, moment_of
from stemma.model import File, Report
from stemma.settings import DEFAULTS

BODY = (
    "The old lock at Fenny Cross was drained on Monday after its keeper found a crack in the lower gate.\n\n"
    "“We shall not take the risk,” said Ada Brook, the keeper, who has worked there since the flood.\n"
)


def report(header: str, body: str = BODY) -> Report:
    (only,) = read(File("lock.txt", "", f"Old lock drained\n{header}\n\n{body}".encode()), DEFAULTS)
    assert isinstance(only, Report)
    return only


def marked(found: Report) -> list[str]:
    return [found.text[block.start : block.end] for block in found.blocks if block.reason == "header line"]


@pytest.mark.parametrize(
    ("header", "outlet", "day", "moment", "authors"),
    [
        ("Fenny Courier\nWednesday 12 March 2025, 5.50am", "Fenny Courier", "2025-03-12", "2025-03-12T05:50", ()),
        ("Locks Today\nMar 12, 2025 10:05", "Locks Today", "2025-03-12", "2025-03-12T10:05", ()),
        ("Canal Review\nBy Jane Doe\n12 March 2025", "Canal Review", "2025-03-12", "", ("Jane Doe",)),
        ("Fenny Radio (FR)\nPublished: 12 March 2025, 12.00pm", "Fenny Radio", "2025-03-12", "2025-03-12T12:00", ()),
        ("Canal Weekly, 12 March 2025\nby Inga Roe", "Canal Weekly", "2025-03-12", "", ("Inga Roe",)),
        ("Upland Gazette, Wednesday 12 March 2025\nBy our river correspondent", "Upland Gazette", "2025-03-12", "", ()),
        ("By Jo Roe, Low Press Agency (LPA)\n12 March 2025", "Low Press Agency", "2025-03-12", "", ("Jo Roe",)),
        ("By Jane Doe, canal editor\nThe Fenny Post", "The Fenny Post", "None", "", ("Jane Doe",)),
        ("Jane Doe\n10:05, 12 March 2025", "", "2025-03-12", "2025-03-12T10:05", ("Jane Doe",)),
        ("Canal Weekly\n2025-03-12T10:05:00+02:00", "Canal Weekly", "2025-03-12", "2025-03-12T10:05:00+02:00", ()),
        ("Canal Weekly\nUpdated: 13 March 2025\nPublished on 12 March 2025", "Canal Weekly", "2025-03-12", "", ()),
        ("Canal Weekly\nUpdated: 13 March 2025", "Canal Weekly", "2025-03-13", "", ()),
        ("Source: Fenny Post\nWed., March 12th, 2025 | 4 PM", "Fenny Post", "2025-03-12", "2025-03-12T16:00", ()),
        ("Canal Weekly", "Canal Weekly", "None", "", ()),
    ],
)
def test_lines_right_below_the_title(header: str, outlet: str, day: str, moment: str, authors: tuple[str, ...]):
    found = report(header)
    assert (found.title, found.outlet, found.authors) == ("Old lock drained", outlet, authors)
    assert (str(found.dating.earliest), str(found.dating.latest), found.dating.moment) == (day, day, moment)
    assert found.dating.source == ("none" if day == "None" else "given")
    assert marked(found) == header.split("\n")
    assert found.text.startswith(f"Old lock drained\n{header}\n")


def test_an_outlet_line_goes_before_the_employer_of_the_author():
    found = report("By Jane Doe, Lowland News Agency (LNA)\nFenny Courier\n12 March 2025")
    assert (found.outlet, found.authors) == ("Fenny Courier", ("Jane Doe",))
    assert [credit.name for credit in found.credits] == ["Lowland News Agency"]


@pytest.mark.parametrize(
    "line",
    [
        "\nFenny Courier",
        "the keeper saw it first",
        "The lock is old.",
        "Harbour Town, March 12",
        "FENNY CROSS, Lowland",
        "FENNY CROSS",
        "Related News",
        "Share this story",
        "What the Keeper of the Lock Saw There",
        "Why did it crack?",
    ],
)
def test_what_names_no_outlet(line: str):
    found = report(line)
    assert found.outlet == ""
    assert marked(found) == []


def test_a_lone_name_above_a_paragraph_is_a_heading():
    found = report("An Old Gate\n" + BODY)
    assert found.outlet == ""
    assert found.text[found.blocks[1].start : found.blocks[1].end] == "An Old Gate"
    assert found.blocks[1].kind == "text"


def test_the_header_ends_at_the_first_line_that_is_none():
    lines = ["Fenny Courier", "12 March 2025", "Locks Today", "By Jane Doe"]
    assert [header.kind for header in header_group(lines, True)] == ["outlet", "date"]
    assert header_group(["Fenny Courier", "A sentence that ends."], True) == ()


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("12 March 2025, 12am", "2025-03-12T00:00"),
        ("12 March 2025 9.30 p.m.", "2025-03-12T21:30"),
        ("12 March 2025, 17.45", "2025-03-12T17:45"),
        ("12 March 2025, 5.45pm GMT", "2025-03-12T17:45+00:00"),
        ("12 March 2025, 17:45 CET", ""),
        ("12 March 2025, 25:45", ""),
        ("12 March 2025, 13pm", ""),
        ("12 March 2025", ""),
        ("March 2025, 10:05", ""),
        ("Wed, 12 Mar 2025 10:05:00 +0100", ""),
        ("soon", ""),
    ],
)
def test_the_time_of_day_of_a_date_in_words(given: str, moment: str):
    assert moment_of(given) == moment
