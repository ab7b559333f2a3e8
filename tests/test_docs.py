"""The docs fail when stale: every command, option and exit code is in docs/cli.md, and nothing there is made up."""

import re
from pathlib import Path

import pytest
import typer
from typer.core import TyperGroup

from stemma.presentations.cli import app
from stemma.presentations.exits import MEANINGS, Exit

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
GROUP = typer.main.get_command(app)
assert isinstance(GROUP, TyperGroup)
COMMANDS = GROUP.commands
# Parts of the page, by the command in their heading.
SECTIONS = dict(re.findall(r"^## `stemma (\w+)[^\n]*\n(.*?)(?=^## |\Z)", TEXT, flags=re.MULTILINE | re.DOTALL))


def options(command: str) -> set[str]:
    parameters = COMMANDS[command].params
    return {name for one in parameters for name in (*one.opts, *one.secondary_opts) if name.startswith("--")}


def named(text: str) -> list[str]:
    """The commands that a text tells its readers to run."""
    code = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", text, flags=re.DOTALL))
    return re.findall(r"(?:^|[`$ ])stemma ([a-z]+)\b", code, flags=re.MULTILINE)


def test_every_command_has_its_section():
    assert set(SECTIONS) == set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_options_are_those_of_the_docs(command: str):
    rows = re.findall(r"^\| `(--[a-z-]+)", SECTIONS[command], flags=re.MULTILINE)
    assert set(rows) == options(command) - {"--help"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_arguments_are_in_the_heading(command: str):
    heading = re.search(rf"^## `stemma {command}([^`]*)`", TEXT, flags=re.MULTILINE)
    assert heading
    for parameter in COMMANDS[command].params:
        if not any(name.startswith("--") for name in parameter.opts):
            assert parameter.metavar in heading[1]


def test_every_exit_code_is_documented_with_its_meaning():
    codes = dict(re.findall(r"^\| (\d+) \| (.+) \|$", TEXT, flags=re.MULTILINE))
    assert codes == {str(int(code)): MEANINGS[code] for code in Exit}


def test_there_is_a_command_for_every_one_named():
    assert set(named(TEXT)) <= set(COMMANDS)


def test_the_look_for_commands_finds_them():
    assert named("Run `stemma brief x`, then:\n```\n$ stemma show x 3\n```\nA stemma is a tree.") == ["brief", "show"]


def test_readme_names_real_commands_and_options():
    path = ROOT / "README.md"
    if not path.exists():
        pytest.skip("there is no README yet")
    text = path.read_text(encoding="utf-8")
    assert named(text)
    assert set(named(text)) <= set(COMMANDS)
    for command, rest in re.findall(r"\bstemma ([a-z]+)([^\n`]*)", text):
        if command in COMMANDS:
            assert set(re.findall(r"--[a-z-]+", rest)) <= options(command), f"stemma {command}{rest}"
