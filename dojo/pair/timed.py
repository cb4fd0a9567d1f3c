"""Runs a command that is ended, with all that it has started, where it takes too long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile


def run(
    words: list[str], folder: Path, environment: dict[str, str], text: str, seconds: float
) -> subprocess.CompletedProcess[str]:
    """Run a command that reads a text and can ask nobody.

    Args:
        words: the command and its arguments.
        folder: where it runs.
        environment: all that it finds in its environment.
        text: what it reads.
        seconds: how long it may take.

    Returns:
        The finished process.

    Raises:
        subprocess.TimeoutExpired: it took longer; it and what it had started are gone.
    """
    # A session of its own has no terminal that somebody could be asked in, and can be ended as a whole.
    group = {"start_new_session": True}
    if sys.platform == "win32":
        group = {"creationflags": subprocess.CREATE_NO_WINDOW}
    # Files, not pipes: whatever inherits a pipe, such as ssh's master connection, would be waited for.
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as errors:
        given.write(text.encode("utf-8", "surrogateescape"))
        given.seek(0)
        process = subprocess.Popen(words, cwd=folder, env=environment, stdin=given, stdout=out, stderr=errors, **group)
        try:
            process.wait(seconds)
        except BaseException:  # Ctrl-C, too
            _end(process)
            raise
        out.seek(0)
        errors.seek(0)
        # Names of files are bytes, and go back to git as they came.
        written = out.read().decode("utf-8", "surrogateescape")
        return subprocess.CompletedProcess(words, process.returncode, written, errors.read().decode("utf-8", "replace"))


def _end(process: subprocess.Popen) -> None:
    if hasattr(os, "killpg"):
        # Git takes its lock files away at the first. Not waited for in between, so that its number is still its own.
        for number in (signal.SIGTERM, signal.SIGKILL):
            with suppress(OSError):  # all are gone
                os.killpg(process.pid, number)
            time.sleep(0.5 if number == signal.SIGTERM else 0)
    else:
        process.kill()
    process.wait()
