"""A page of text without a look: sections of items, each a run of words with a role. Renderers give it one."""

from dataclasses import dataclass
from typing import Literal

from stemma.presentations.labels import Words
from stemma.presentations.wording import counted

# Characters of a quotation that is only there to recognise it by, and of one that repeats what stands elsewhere.
SHORT = 160
SHORTER = 80
_PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"))

RunKind = Literal["plain", "strong", "quote", "faint", "mark"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one role: `quote` is the reports' own wording, `faint` is where it stands, `mark` needs the eye."""

    text: str
    kind: RunKind = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """One statement, and the items below it. `bare` items carry no bullet."""

    runs: tuple[Run, ...]
    below: tuple["Item", ...] = ()
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence that says how to read what follows, and the items."""

    title: str
    lead: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page."""

    title: str
    sections: tuple[Section, ...]


def item(*runs: Run | str, below: tuple[Item, ...] = (), bare: bool = False) -> Item:
    """An item of `runs`; a plain string is a plain run."""
    return Item(tuple(run if isinstance(run, Run) else Run(run) for run in runs), below, bare)


def quoted(words: Words) -> tuple[Run, Run, Run]:
    """The words in quotation marks, and where they stand."""
    return Run(unmarked(words.text), "quote"), Run(" "), Run(words.where, "faint")


def unmarked(text: str) -> str:
    """`text` without quotation marks around the whole of it, or a half of a pair at its edge: a page sets its own."""
    for opening, closing in _PAIRS:
        inner = text.removeprefix(opening).removesuffix(closing)
        if opening not in inner and closing not in inner:
            text = inner
    return text


def quoted_in_part(words: Words, longest: int = SHORT) -> tuple[Run, Run, Run]:
    """Like `quoted`, with the middle left out where there are more than `longest` characters."""
    if len(words.text) <= longest:
        return quoted(words)
    head, tail = words.text[: longest // 2].rsplit(" ", 1)[0], words.text[-longest // 2 :].split(" ", 1)[-1]
    return Run(f"{head} […] {tail}", "quote"), Run(" "), Run(words.where, "faint")


def more(left: int, noun: str, hint: str = "--all shows them") -> tuple[Item, ...]:
    """The line that says how many items were left out, if any, and how to see them."""
    return (item(Run(f"… {counted(left, f'more {noun}')}; {hint}", "faint"), bare=True),) if left > 0 else ()
