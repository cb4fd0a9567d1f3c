"""A process in a group of its own, which ends with the one that started it, and with it whatever it has started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress

from dojo.course import ROOT

_OUTPUT_LINES = 40


class Child:
    """A Python module that runs in a process of its own; `leash` ends it there when its standard input ends.

    Args:
        arguments: what Python gets.
        tell: called with (this, line of its standard output) from another thread; None says that the process is gone.
    """

    def __init__(self, arguments: list[str], tell: Callable[[Child, str | None], None]):
        self.printed: deque[str] = deque(maxlen=_OUTPUT_LINES)  # on standard error
        self._kill_once = threading.Lock()
        # A group of its own: Ctrl-C is the watcher's, and what it starts can be ended with it.
        group = {"start_new_session": True}
        if sys.platform == "win32":
            group = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        self._process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            **group,
        )
        self._reading = threading.Thread(target=self._read_errors, daemon=True)
        self._reading.start()
        threading.Thread(target=self._listen, args=[tell], daemon=True).start()

    def send(self, line: str) -> None:
        """Write a line to its standard input."""
        with suppress(OSError, ValueError):  # it died just now, which is told
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()

    def kill(self) -> None:
        """End it, with all that it has started."""
        # Once: when it has been waited for, its number may be another's.
        if self._kill_once.acquire(blocking=False):
            with suppress(OSError):
                if hasattr(os, "killpg"):
                    os.killpg(self._process.pid, signal.SIGKILL)
                else:
                    self._process.kill()
        self._process.wait()

    def _read_errors(self) -> None:
        for line in self._process.stderr:
            self.printed.append(line.rstrip("\n"))

    def _listen(self, tell: Callable[[Child, str | None], None]) -> None:
        for line in self._process.stdout:
            tell(self, line.rstrip("\n"))
        # What it has started may still hold the other pipe.
        self.kill()
        self._reading.join()
        for pipe in (self._process.stdin, self._process.stdout, self._process.stderr):
            with suppress(OSError):  # what it did not read any more
                pipe.close()
        tell(self, None)
