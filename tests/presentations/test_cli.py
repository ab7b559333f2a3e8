"""The commands that read a story, in processes of their own."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from stemma.presentations.cli import main
from stemma.presentations.exits import Exit
from stemma.presentations.export import export_schema


def test_help_names_every_command(stemma):
    answer = stemma("--help")
    assert answer.returncode == Exit.DONE
    assert all(f"\n  {name} " in answer.stdout for name in ("trace", "brief", "show", "export", "search", "demo"))


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["brief"], ["trace", "x"], ["brief", "--format", "pdf", "x"], ["brief", "--claims", "0", "x"]],
)
def test_wrong_usage(stemma, arguments):
    answer = stemma(*arguments)
    assert answer.returncode == Exit.USAGE
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("command", [["brief"], ["export"], ["show", "1"], ["search", "pier"]])
def test_no_story_is_one_clear_line(stemma, tmp_path, command):
    name, *rest = command
    answer = stemma(name, tmp_path / "none.stemma", *rest)
    assert answer.returncode == Exit.ERROR
    assert answer.stderr.startswith("stemma: ")
    assert answer.stderr.count("\n") == 1
    assert "none.stemma" in answer.stderr


def test_brief_is_plain_and_eighty_wide_where_there_is_no_terminal(stemma, ferry):
    answer = stemma("brief", ferry)
    assert answer.returncode == Exit.DONE
    assert "\x1b" not in answer.stdout
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert "c1 1 to 2 origins [1, 2], 3 reports:" in answer.stdout


def test_brief_in_other_formats(stemma, ferry):
    assert stemma("brief", ferry, "--format", "md").stdout.startswith("# A story in 3 reports\n")
    assert json.loads(stemma("brief", ferry, "--format", "json").stdout)["claims"][0]["id"] == "c1"


def test_brief_in_short_and_in_full(stemma, ferry):
    assert "… 2 more claims" in stemma("brief", ferry, "--claims", "1").stdout
    assert "more claims" not in stemma("brief", ferry, "--claims", "1", "--all").stdout


def test_show(stemma, ferry):
    assert stemma("show", ferry, "c1").stdout.startswith("Claim c1: 1 to 2 origins [1, 2]")
    data = json.loads(stemma("show", ferry, "seventeen", "--json").stdout)
    assert data["id"] == "c5"
    assert data["mentions"][0]["chain"][0]["name"] == "Osterhaven hospital"


def test_words_of_several_claims_list_them(stemma, ferry):
    answer = stemma("show", ferry, "engine")
    assert answer.returncode == Exit.USAGE
    assert all(f"\n{name} " in answer.stdout for name in ("c3", "c4", "c6"))
    assert answer.stderr.startswith("stemma: 3 claims say: engine.")


def test_words_of_no_claim(stemma, ferry):
    answer = stemma("show", ferry, "submarine")
    assert (answer.returncode, answer.stdout) == (Exit.USAGE, "")
    assert answer.stderr.startswith("stemma: no claim")


def test_export_follows_the_schema(stemma, ferry, tmp_path):
    answer = stemma("export", ferry)
    jsonschema.validate(json.loads(answer.stdout), export_schema(), cls=jsonschema.Draft202012Validator)
    output = tmp_path / "story.json"
    assert stemma("export", ferry, "--format", "json", "--output", output).stdout == ""
    assert output.read_text(encoding="utf-8") == answer.stdout


def test_export_to_where_nothing_can_be_written(stemma, ferry, tmp_path):
    answer = stemma("export", ferry, "--output", tmp_path / "no" / "folder.json")
    assert answer.returncode == Exit.ERROR
    assert answer.stderr.startswith("stemma: ")
    assert "Traceback" not in answer.stderr


def test_search_marks_the_words_in_their_sentence(stemma, ferry):
    answer = stemma("search", ferry, "engine", "failed")
    assert answer.returncode == Exit.DONE
    assert "Two crew members said the »engine« had »failed«." in answer.stdout


def test_reader_who_has_seen_enough_is_no_error(stemma, ferry):
    process = subprocess.Popen(
        [sys.executable, "-m", "stemma", "export", str(ferry)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src")},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == ""
    assert process.wait() == Exit.DONE


def test_output_that_the_terminal_cannot_write_is_no_error(ferry, tmp_path):
    answer = subprocess.run(
        [sys.executable, "-m", "stemma", "brief", str(ferry)],
        capture_output=True,
        env={"PYTHONPATH": str(Path(__file__).resolve().parents[2] / "src"), "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert answer.returncode == Exit.DONE
    assert b"?The ferry Marlin" in answer.stdout


def test_ctrl_c_is_one_line(monkeypatch, capsys, ferry):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.presentations.cli._read", stop)
    with pytest.raises(SystemExit) as end:
        main(["brief", str(ferry)])
    assert end.value.code == Exit.INTERRUPTED
    assert capsys.readouterr().err == "stemma: stopped; the story is as it was before\n"
