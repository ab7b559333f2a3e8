"""The tables in `data/`."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The table `data/NAME.toml`."""
    return tomllib.loads(resources.files("stemma.links").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))
