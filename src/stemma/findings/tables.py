"""The stage's tables of words, and names made alike for looking up."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def words(name: str) -> dict[str, Any]:
    """The table `data/<name>.toml`."""
    return tomllib.loads(
        resources.files("stemma.findings").joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    )


@cache
def plain(name: str) -> str:
    """A name for comparing: lower case, no leading article, no dots."""
    return re.sub(r"^(?:the|a|an)\s+", "", name.lower()).replace(".", "").strip()
