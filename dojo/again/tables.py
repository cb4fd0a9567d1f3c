"""Tables that fit the terminal: where it is narrow, the columns that are needed least are left out."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.measure import Measurement
from rich.table import Table

_WIDE = 10_000


def fitting(
    console: Console, rows: Sequence[dict[str, RenderableType]], numbers: Sequence[str], least: Sequence[str]
) -> Table:
    """Return a table.

    Args:
        console: what it must fit.
        rows: heading -> cell, the same headings in each of them; at least one row.
        numbers: the headings of columns that are aligned right.
        least: the headings of columns that may be left out, the first to go first.
    """
    headings, least = list(rows[0]), list(least)
    while True:
        table = _table(rows, headings, numbers)
        needed = Measurement.get(console, console.options.update(max_width=_WIDE), table).maximum
        if needed <= console.width or not least:
            return table
        headings.remove(least.pop(0))


def _table(rows: Sequence[dict[str, RenderableType]], headings: list[str], numbers: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in numbers else "left")
    for row in rows:
        table.add_row(*(row[heading] for heading in headings))
    return table
