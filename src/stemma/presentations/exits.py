"""The exit codes of the command line."""

from enum import IntEnum


class Exit(IntEnum):
    """How a command ended."""

    DONE = 0
    ERROR = 1
    USAGE = 2
    INPUTS_REFUSED = 3
    INTERRUPTED = 130


MEANINGS = {
    Exit.DONE: "everything was done",
    Exit.ERROR: "an error: the story cannot be opened or written",
    Exit.USAGE: "wrong usage: an unknown command or option, or words that fit no claim or several",
    Exit.INPUTS_REFUSED: "some inputs could not be used; each is named with its reason, the rest was done",
    Exit.INTERRUPTED: "stopped with Ctrl-C; the story keeps its last good state",
}
