"""Stemma reads many reports of one story and shows what each claim rests on.

The public names below are all that other programs should import from here. They are looked up when first used, so that
`import stemma` and `stemma --help` stay fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stemma.errors import InputError as InputError
    from stemma.errors import StemmaError as StemmaError
    from stemma.errors import StoryError as StoryError
    from stemma.model import Story as Story
    from stemma.pipeline import trace as trace
    from stemma.presentations.export import export_story as export_story
    from stemma.settings import DEFAULTS as DEFAULTS
    from stemma.settings import Settings as Settings
    from stemma.store import open_story as open_story

__all__ = [
    "DEFAULTS",
    "InputError",
    "Settings",
    "StemmaError",
    "Story",
    "StoryError",
    "export_story",
    "open_story",
    "trace",
]

_HOMES = {
    "DEFAULTS": "stemma.settings",
    "InputError": "stemma.errors",
    "Settings": "stemma.settings",
    "StemmaError": "stemma.errors",
    "Story": "stemma.model",
    "StoryError": "stemma.errors",
    "export_story": "stemma.presentations.export",
    "open_story": "stemma.store",
    "trace": "stemma.pipeline",
}


def __getattr__(name: str) -> Any:
    """The public name `name` from the module that holds it; AttributeError where there is none."""
    if name not in _HOMES:
        raise AttributeError(f"module 'stemma' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
