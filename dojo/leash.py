"""Ends a process, and all that it has started, as soon as the one that holds its standard input is gone.

`python -m dojo.leash COMMAND …` is `dojo COMMAND …` on such a leash.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from os import _exit  # an attempt's tests put something else into its place


def on(wait: Callable[[], object]) -> None:
    """End this process when `wait`, called in a thread of its own, returns."""

    def end() -> None:
        wait()
        # With all that it has started, where the group is its own: `Child` sees to that.
        if hasattr(os, "killpg") and os.getpgrp() == os.getsid(0):
            os.killpg(0, signal.SIGKILL)
        _exit(1)

    threading.Thread(target=end, daemon=True).start()


def _until_input_ends() -> None:
    # Not by sys.stdin, whose lock a thread must not hold when the interpreter shuts down.
    while os.read(0, 1024):
        pass


if __name__ == "__main__":
    on(_until_input_ends)
    # Imported here: a spare is on this leash as well, and has no use for commands.
    from dojo import cli

    cli.main(sys.argv[1:])
