"""The material for measuring speed, the clock, the memory of processes, and the tables."""

import json
import os
import sys
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.corpus import WORDS, renamed, reports, write
from benchmarks.processes import tree, whole
from benchmarks.tables import Table, for_page, for_terminal, number

PARAGRAPH = "On Monday the council of Port Ansel met, and Mayor Ina Roth said the ferry would run. " * 4
TEXT = "\n".join([PARAGRAPH] * 3)


def test_reports_are_about_as_long_as_wanted():
    lengths = [len(text.split()) for text in islice(reports([TEXT, TEXT]), 20)]
    assert all(WORDS <= length < WORDS + len(PARAGRAPH.split()) for length in lengths)


def test_told_again_under_other_names():
    assert renamed(PARAGRAPH, 0) == PARAGRAPH
    again = renamed(PARAGRAPH, 1)
    assert "Ina Roth" not in again
    assert "the ferry would run" in again
    assert len(again) == len(PARAGRAPH)


@given(st.text(alphabet="aeiouAEIOUbdRT ,.", max_size=60), st.integers(0, 9))
def test_other_names_keep_length_and_case(text: str, times: int):
    again = renamed(text, times)
    assert len(again) == len(text)
    assert [letter.isupper() for letter in again] == [letter.isupper() for letter in text]


def test_no_text_is_an_error():
    with pytest.raises(ValueError, match="no text"):
        next(reports(["", " \n"]))


def test_written_reports_are_many_and_different(tmp_path: Path):
    paths = write([TEXT], tmp_path, number=12)
    found = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    assert len({report["url"] for report in found}) == len({report["outlet"] for report in found}) == 12
    assert len({report["text"] for report in found}) > 1


def test_whole_process_is_timed_and_its_memory_seen():
    command = [sys.executable, "-c", "import time; block = b'x' * 50_000_000; time.sleep(0.8)"]
    run = whole(command, dict(os.environ))
    assert 0.8 <= run.seconds < 10
    assert run.peak_mb
    assert 50 <= run.peak_mb < 500


def test_failed_process_says_why():
    with pytest.raises(RuntimeError, match="no such story"):
        whole([sys.executable, "-c", "import sys; sys.exit('no such story')"], dict(os.environ))


def test_tree_starts_with_the_process_itself():
    assert tree(os.getpid())[0] == os.getpid()


def test_tables_show_what_cannot_be_told_as_a_dash():
    assert (number(None), number(0.0), number(0.456)) == ("–", "0.00", "0.46")


def test_table_on_a_page_and_in_a_terminal():
    table = Table("Scores", ("story", "links"), (("one|two", "0.50"),), note="pooled")
    assert for_page(table).splitlines() == [
        "## Scores", "", "| story | links |", "|---|--:|", "| one\\|two | 0.50 |", "", "pooled",
    ]  # fmt: skip
    assert for_terminal(table).row_count == 1
