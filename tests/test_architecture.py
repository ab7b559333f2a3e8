"""The rules of the house: sizes, directions, who may import what, what a start costs, what must not stand in a file."""

import ast
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import networkx
import pytest

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "stemma"

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 6

# The model is one table of types, read from top to bottom, and much of it says what the fields mean: splitting it would
# scatter the vocabulary. It has a budget of its own, in lines of code, without docstrings, comments and blank lines.
LONGEST_IN_CODE = {"src/stemma/model.py": 400}

# What each part may import besides the standard library and the parts above it. A part that is not listed: nothing.
THIRD_PARTY = {
    "documents": {"trafilatura", "htmldate", "courlan", "lxml", "ftfy", "charset_normalizer", "py3langid"},
    "language": {"spacy", "onnxruntime", "tokenizers", "threadpoolctl", "networkx", "rapidfuzz", "numpy"},
    "values": {"rapidfuzz", "snowballstemmer", "text_to_num", "numpy"},
    "attributions": {"rapidfuzz"},
    "links": {"rensa", "rapidfuzz", "numpy", "networkx"},
    "lineage": {"networkx", "rapidfuzz", "rensa", "numpy"},
    "findings": {"networkx", "numpy", "rapidfuzz"},
    "presentations": {"typer", "click", "rich"},
}
# Modules of the standard library that only some parts may use. Stemma reaches no network: nobody may open a connection.
RESTRICTED = {
    "sqlite3": {"store"},
    "multiprocessing": {"engines"},
    "concurrent": {"engines"},
    "random": set[str](),
    "socket": set[str](),
    "http": set[str](),
    "urllib.request": set[str](),
}
MODULES = sorted([*PACKAGE.rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")])
PATHS = {path: path.relative_to(ROOT).as_posix() for path in MODULES}
TREES = {path: ast.parse(path.read_text(encoding="utf-8"), filename=str(path)) for path in MODULES}
IDS = [PATHS[path] for path in MODULES]


def name_of(path: Path) -> str:
    """The dotted name of a module of the package."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


OURS = {name_of(path): path for path in MODULES if path.is_relative_to(PACKAGE)}


def part_of(name: str) -> str:
    """The part of the package that a module belongs to: `stemma.links.features` -> `links`; the package itself: ''."""
    return name.partition(".")[2].partition(".")[0]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many parameters a caller may give: `self` and `cls` are not his."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    extra = sum(rest is not None for rest in (arguments.vararg, arguments.kwarg))
    return len([each for each in named if each.arg not in ("self", "cls")]) + extra


def docstring_lines(tree: ast.Module) -> set[int]:
    """The numbers of all lines that belong to a docstring."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) or ast.get_docstring(node) is None:
            continue
        first = node.body[0]
        lines.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return lines


def code_lines(path: Path) -> int:
    """How many lines of a module hold code."""
    lines = path.read_text(encoding="utf-8").splitlines()
    code = {number for number, line in enumerate(lines, start=1) if line.strip() and not line.lstrip().startswith("#")}
    return len(code - docstring_lines(TREES[path]))


def imported(tree: ast.AST) -> Iterator[str]:
    """Every module that a module names in an import, at its top or inside a function, as far as it can be told."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inner_imports(path: Path) -> set[str]:
    """The modules of the package that a module imports; a name that is no module stands for the module it is in."""
    found = set()
    for target in imported(TREES[path]):
        if target.split(".", maxsplit=1)[0] == "stemma":
            found.add(target if target in OURS else target.rpartition(".")[0] or target)
    return found


def test_there_are_modules_to_judge():
    assert len(OURS) > 10
    assert any(path.is_relative_to(ROOT / "benchmarks") for path in MODULES)


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_modules_are_short(path: Path):
    if PATHS[path] in LONGEST_IN_CODE:
        assert code_lines(path) <= LONGEST_IN_CODE[PATHS[path]]
    else:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= LONGEST_MODULE


@pytest.mark.parametrize("path", MODULES, ids=IDS)
def test_functions_are_short_and_take_little(path: Path):
    for function in functions(TREES[path]):
        length = (function.end_lineno or function.lineno) - function.lineno + 1
        assert length <= LONGEST_FUNCTION, f"{function.name} has {length} lines"
        assert parameters(function) <= MOST_PARAMETERS, f"{function.name} has {parameters(function)} parameters"


def test_no_import_cycles_deferred_imports_included():
    graph = networkx.DiGraph((name, target) for name, path in OURS.items() for target in inner_imports(path))
    assert [sorted(cycle) for cycle in networkx.simple_cycles(graph)] == []


LAYERS = (
    {"model", "errors", "examples"},
    {"settings"},
    {"values"},
    {"documents", "language", "attributions", "claims", "links", "lineage", "findings", "store", "engines"},
    {"intake"},
    {"pipeline"},
    {"presentations"},
)
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}
# The package itself re-exports what users call; nobody inside imports from it. `python -m stemma` starts the command.
TOP = {"", "__main__"}


def test_every_part_has_its_place():
    assert {part_of(name) for name in OURS} - TOP <= set(RANK)


@pytest.mark.parametrize("name", sorted(OURS))
def test_imports_point_upwards_and_siblings_do_not_meet(name: str):
    part = part_of(name)
    for target in inner_imports(OURS[name]):
        other = part_of(target)
        assert other, "nobody inside imports from the package itself"
        if part not in TOP and other != part:
            assert RANK[other] < RANK[part], f"{name} imports {target}"
            if part in ("store", "engines"):
                assert other != "values", f"{name} imports {target}"


@pytest.mark.parametrize("name", sorted(OURS))
def test_libraries_stay_in_their_parts(name: str):
    part = part_of(name)
    for target in imported(TREES[OURS[name]]):
        top = target.split(".", maxsplit=1)[0]
        if top == "stemma":
            continue
        if top not in sys.stdlib_module_names:
            assert top in THIRD_PARTY.get(part, set()), f"{target} in {part or 'the package itself'}"
        for restricted, parts in RESTRICTED.items():
            if f"{target}.".startswith(f"{restricted}."):
                assert part in parts, f"{target} in {part or 'the package itself'}"


def test_what_is_imported_is_declared_and_what_is_declared_is_imported():
    owners = metadata.packages_distributions()
    used = {
        normal(owners.get(top, [top])[0])
        for path in OURS.values()
        for top in (target.split(".", maxsplit=1)[0] for target in imported(TREES[path]))
        if top != "stemma" and top not in sys.stdlib_module_names
    }
    assert used == set(declared())


def normal(name: str) -> str:
    """The name of a distribution as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> Iterator[str]:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return (normal(re.split(r"[<>=!~;\[ ]", line)[0]) for line in project["dependencies"])


def test_public_names_are_listed_and_sorted():
    import stemma

    assert stemma.__all__ == sorted(stemma.__all__)
    assert len(stemma.__all__) <= 12
    assert all(getattr(stemma, name).__doc__ for name in stemma.__all__ if callable(getattr(stemma, name)))
    assert sorted(dir(stemma)) == stemma.__all__


# --- the start ---------------------------------------------------------------------------------------------------

HELP = [sys.executable, "-c", "from stemma.presentations.cli import main; main()", "--help"]
ENVIRONMENT = os.environ | {"PYTHONPATH": str(SOURCE)}
HELP_SECONDS = 0.3
HEAVY = ("spacy", "thinc", "trafilatura", "lxml", "numpy", "networkx", "py3langid", "ftfy", "rensa")


def help_seconds() -> float:
    began = time.perf_counter()
    answer = subprocess.run(HELP, capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert "Usage" in answer.stdout
    return time.perf_counter() - began


def test_help_answers_at_once():
    """The median of five starts, taken again up to three times: other work on the machine must not fail it."""
    help_seconds()  # the first start compiles
    medians: list[float] = []
    while len(medians) < 3 and (not medians or medians[-1] >= HELP_SECONDS):
        medians.append(statistics.median(help_seconds() for _ in range(5)))
    assert min(medians) < HELP_SECONDS, medians


def test_help_loads_nothing_heavy():
    probe = "import sys, stemma.presentations.cli; print(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, env=ENVIRONMENT, check=True)
    assert [name for name in HEAVY if name in answer.stdout.split()] == []


# --- the files ---------------------------------------------------------------------------------------------------

LEFT_OUT = {".git", ".venv", "__pycache__", ".hypothesis", "build", "dist"}
# Absolute paths of one machine. Part of an address on the web ("example.com/home/news") is none.
MACHINE_PATH = re.compile(r"(?<![\w.~%-])/(?:work|home|root|Users|opt|mnt)/\w")


def repository_files() -> Iterator[Path]:
    for folder, names, files in os.walk(ROOT):
        names[:] = sorted(name for name in names if name not in LEFT_OUT and not name.endswith((".egg-info", "_cache")))
        yield from (Path(folder, name) for name in sorted(files))


def test_no_file_names_a_path_of_one_machine():
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in repository_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert found == []
