"""The errors that Stemma raises on purpose.

StemmaError
├── InputError          an input cannot be used: one clear line, the rest goes on
├── SettingsError       a setting names what is not there: the run does not begin
└── StoryError          the story file cannot be opened or written: the run ends
    ├── NotAStory           the file is something else, or damaged
    ├── NewerStory          written by a later version
    ├── StoryBusy           another run is writing to it
    └── StoryUnwritable     no permission, or the disk is full
"""


class StemmaError(Exception):
    """The base of all errors below; its text is one line for the user."""


class InputError(StemmaError):
    """An input cannot be used. `file` names it (with the line, where one matters), `reason` says why."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(file, reason)
        self.file = file
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}"


class SettingsError(StemmaError):
    """A setting names what is not there."""


class StoryError(StemmaError):
    """The story file cannot be opened or written."""


class NotAStory(StoryError):
    """The file is no story, or is damaged."""


class NewerStory(StoryError):
    """The story was written by a later version of Stemma."""


class StoryBusy(StoryError):
    """Another run is writing to the story."""


class StoryUnwritable(StoryError):
    """The story cannot be written: no permission, or no room on the disk."""
