"""The stage's tables of words."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words(name: str) -> dict[str, Any]:
    """The table `data/<name>.toml`."""
    return tomllib.loads(resources.files("stemma.findings").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))

