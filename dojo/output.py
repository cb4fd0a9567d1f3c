"""Where commands print what is more than a line."""

from __future__ import annotations

import sys

from rich.console import Console

# Without a terminal nothing is wrapped: a program reads it, or grep.
screen = Console(width=None if sys.stdout.isatty() else 1000, highlight=False, soft_wrap=not sys.stdout.isatty())
