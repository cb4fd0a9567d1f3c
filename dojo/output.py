"""Where commands print what is more than a line."""

from __future__ import annotations

import sys

from rich.console import Console

# Without a terminal nothing is wrapped: a program reads it, or grep. Brackets and colons stay what they are: x[:x:].
screen = Console(
    width=None if sys.stdout.isatty() else 1000,
    soft_wrap=not sys.stdout.isatty(),
    highlight=False,
    markup=False,
    emoji=False,
)
