"""Tables, for a terminal and for a page."""

from dataclasses import dataclass

import rich.table


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text: the first column names the row, the others are aligned right."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def number(value: float | None, places: int = 2) -> str:
    """A value in a table; what could not be told is a dash, never a zero."""
    return "–" if value is None else f"{value:.{places}f}"


def for_terminal(table: Table) -> rich.table.Table:
    """The table as rich prints it."""
    drawn = rich.table.Table(
        title=table.title, title_justify="left", caption=table.note or None, caption_justify="left"
    )
    for place, name in enumerate(table.header):
        drawn.add_column(name, justify="right" if place else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*row)
    return drawn


def for_page(table: Table) -> str:
    """The table in Markdown, with its title as a heading."""
    lines = [
        f"## {table.title}",
        "",
        "| " + " | ".join(table.header) + " |",
        "|" + "|".join("---" if place == 0 else "--:" for place in range(len(table.header))) + "|",
        *("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table.rows),
    ]
    return "\n".join([*lines, "", *([table.note, ""] if table.note else [])])
