"""What ends a command or a run for a reason that its reader can do something about."""

from __future__ import annotations


class DojoError(Exception):
    """What was asked for cannot be had; the text says in one line what came, what was expected and what to do.

    Both commands show that line and nothing else: `dojo` ends with exit status 2, pytest with its own for wrong usage.
    """
