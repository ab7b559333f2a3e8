"""What is shipped: every file of the package, the command, and nothing whose licence binds its users."""

import re
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "stemma"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# Licences that ask for no more than that their text is kept, and the Mozilla licence, which binds only its own files.
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MPL-1.1", "MPL-2.0",
    "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip
# How packages without an SPDX expression write their licence, in the field or as the last part of the classifier.
WRITTEN = {
    "Apache Software License": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "BSD 2-Clause License": "BSD-2-Clause",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "3-Clause BSD License": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


def stated(distribution: metadata.Distribution) -> str:
    """The licence that a distribution states, as an SPDX expression; empty where it states none that is understood."""
    fields = distribution.metadata
    classifiers = [value.rpartition(" :: ")[2] for value in fields.get_all("Classifier", []) if value[:7] == "License"]
    candidates = [*fields.get_all("License-Expression", []), *fields.get_all("License", []), *classifiers]
    first_lines = [candidate.strip().splitlines()[0] for candidate in candidates if candidate.strip()]
    expressions = [WRITTEN.get(line, line) for line in first_lines]
    return next((expression for expression in expressions if well_formed(expression)), "")


def well_formed(expression: str) -> bool:
    """Whether all that stands between "AND" and "OR" looks like an SPDX identifier."""
    return all(re.fullmatch(r"[A-Za-z0-9.+-]+", part) for part in re.split(r"\s+(?:AND|OR)\s+", bare(expression)))


def bare(expression: str) -> str:
    return expression.replace("(", "").replace(")", "")


def permits(expression: str) -> bool:
    """Whether one of the alternatives ("OR") is permissive in all its parts ("AND")."""
    alternatives = re.split(r"\s+OR\s+", bare(expression))
    return any(set(re.split(r"\s+AND\s+", alternative)) <= PERMISSIVE for alternative in alternatives)


def closure(requirements: list[str]) -> dict[str, metadata.Distribution]:
    """Every distribution that the requirements bring in on this machine, by its normal name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = [Requirement(line) for line in requirements]
    while waiting:
        requirement = waiting.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found[name] = metadata.distribution(name)
        waiting.extend(Requirement(line) for line in found[name].requires or [])
    return found


def locked(lock: str) -> dict[str, str]:
    """Name -> version of everything that a lock file pins."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([A-Za-z0-9._-]+)==([^ ;\\\n]+)", text, flags=re.MULTILINE))


RUNTIME = closure(PROJECT["dependencies"])


@pytest.mark.parametrize("name", sorted(RUNTIME))
def test_licence_of_runtime_dependency_is_permissive(name: str):
    expression = stated(RUNTIME[name])
    assert permits(expression), f"{name} states {expression or 'no licence that is understood'}"


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only", False),
        ("", False),
    ],
)
def test_expressions_are_judged(expression: str, fine: bool):
    assert permits(expression) is fine


def test_lock_pins_every_runtime_dependency_with_hashes():
    pinned = locked("requirements.lock")
    assert set(RUNTIME) <= set(pinned)
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert all(f"{name}=={version}" in lines for name, version in pinned.items())
    assert lines.count("--hash=sha256:") >= len(pinned)


def test_development_lock_has_the_same_versions():
    development = locked("requirements-dev.lock")
    assert locked("requirements.lock").items() <= development.items()


@pytest.mark.parametrize("refused", ["pyicu", "rigour", "chardet", "pymupdf", "igraph"])
def test_refused_packages_stay_out(refused: str):
    assert refused not in locked("requirements-dev.lock")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_wheel_holds_every_file_of_the_package(wheel: zipfile.ZipFile):
    files = {
        f"stemma/{path.relative_to(PACKAGE).as_posix()}"
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    suffixes = {Path(name).suffix for name in files}
    assert {".py", ".toml", ".sql", ".json", ".html", ".txt"} <= suffixes
    assert files <= set(wheel.namelist())


def test_wheel_holds_nothing_else(wheel: zipfile.ZipFile):
    assert {name.split("/")[0] for name in wheel.namelist()} == {
        "stemma",
        f"stemma_news-{PROJECT['version']}.dist-info",
    }


def test_wheel_names_its_command_and_licence(wheel: zipfile.ZipFile):
    folder = f"stemma_news-{PROJECT['version']}.dist-info"
    assert "stemma = stemma.presentations.cli:main" in wheel.read(f"{folder}/entry_points.txt").decode()
    assert "License-Expression: Apache-2.0" in wheel.read(f"{folder}/METADATA").decode()
    assert f"{folder}/licenses/LICENSE" in wheel.namelist()
    assert "GeoNames" in wheel.read(f"{folder}/licenses/NOTICE").decode()
