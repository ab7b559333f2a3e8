"""What a root is: where, by what the texts show, a mention's content comes from."""

from dataclasses import dataclass
from typing import Literal

from stemma.model import SourceKind

OWN_VOICE = ", own voice"  # What stands after an outlet's name where it is told of as an origin.


@dataclass(frozen=True, slots=True)
class Root:
    """One root. `key` is equal for mentions that share it; `sure` roots are named or first-hand; `owner` is the key of
    the outlet through which the source speaks, or of the own voice; `heard` is that outlet's name where it has the
    source's own word, else empty; `carried` names the report or outside source that an own-voice passage was taken
    from."""

    key: str
    name: str
    kind: SourceKind | Literal["report"]
    sure: bool
    owner: str
    heard: str = ""
    carried: str = ""
