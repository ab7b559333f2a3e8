"""How much of each list a page shows."""

import sys
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """`claims`: claims shown of those that several reports carry, and of those that one carries;
    `tellings`: mentions of one claim; `omissions`: what one report leaves out; `dates`: entries of the timeline, those
    of the weightiest claims; `each`: entries of every other list."""

    claims: int = 12
    tellings: int = 8
    omissions: int = 5
    dates: int = 20
    each: int = 15


EVERYTHING = Limits(*[sys.maxsize] * 5)
