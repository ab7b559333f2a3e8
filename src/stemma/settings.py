"""What a user may set. One frozen object, passed on, never global."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`processes`: how many processes read and annotate (0: as many as there are processors; more than one needs a
    caller whose main module can be imported anew); `largest_file`: bytes above which a file is refused; `pipeline`: an
    installed spaCy pipeline that reads words, syntax and names in the place of our English one ("" for ours)."""

    processes: int = 1
    largest_file: int = 32 * 1024 * 1024
    pipeline: str = ""


DEFAULTS = Settings()
