"""A dojo command in a terminal of its own, seen as a person sees it."""

import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
import uuid
from pathlib import Path

import pyte

from tests.small_course import Course, clean_environment

_PATIENCE = 60.0  # seconds; for what should come soon, on a machine that has much else to do


class Watching:
    """`dojo watch`, or another command, of a small course in a terminal of its own."""

    def __init__(
        self, course: Course, *arguments: str, prefix=(), columns: int = 80, rows: int = 30, **environment: str
    ):
        self.course = course
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._keyboard, terminal = pty.openpty()
        self._is_open = True
        termios.tcsetwinsize(terminal, (rows, columns))
        # Whatever the command starts, however far from it, carries this.
        name, value = "KATAS_WATCHED_BY_A_TEST", str(uuid.uuid4())
        self._mark = f"{name}={value}"
        # setsid rather than a fork of our own: a backend may live in this process.
        self.process = subprocess.Popen(
            ["setsid", "--ctty", *prefix, sys.executable, "-m", "dojo.cli", *arguments],
            cwd=course.folder,
            env=clean_environment() | {name: value, "TERM": "xterm-256color"} | environment,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
        )
        os.close(terminal)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close_the_terminal()
        self.process.kill()
        self.process.wait()

    def close_the_terminal(self) -> None:
        """Do what closing a terminal's window does."""
        if self._is_open:
            self._is_open = False
            os.close(self._keyboard)

    def seen(self) -> str:
        """Return the screen as it is now."""
        while self._is_open and select.select([self._keyboard], [], [], 0.05)[0]:
            try:
                self._stream.feed(os.read(self._keyboard, 100_000))
            except OSError:  # whoever wrote to it is gone
                break
        return "\n".join(line.rstrip() for line in self._screen.display).rstrip()

    def wait_for(self, *texts: str, but_not: str = "\0") -> str:
        """Return the screen once it shows all these."""
        return self.until(lambda: all(text in self.seen() for text in texts) and but_not not in self.seen(), str(texts))

    def verdict(self) -> str:
        """Return the screen once it shows the verdict on what is on the disk."""
        return self.wait_for("judged in", but_not="judging")

    def press(self, keys: str) -> None:
        """Press keys."""
        os.write(self._keyboard, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._screen.resize(rows, columns)
        termios.tcsetwinsize(self._keyboard, (rows, columns))

    def processes(self) -> dict[int, str]:
        """Return number -> command line of all that the command has started, and of itself."""
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if self._mark in (folder / "environ").read_bytes().decode(errors="replace").split("\0"):
                    found[int(folder.name)] = (folder / "cmdline").read_bytes().decode().replace("\0", " ")
            except OSError:  # gone meanwhile
                continue
        return {number: command for number, command in found.items() if command}

    def spares(self, count: int) -> list[int]:
        """Return the numbers of the warm interpreters once so many of them have nothing more to do."""
        return self.until(lambda: self._idle_spares(count), f"{count} idle spares")

    def _idle_spares(self, count: int) -> list[int]:
        spares = [number for number, command in self.processes().items() if "dojo.spare" in command]
        before = {number: _cpu(number) for number in spares}
        time.sleep(0.3)
        idle = [number for number in spares if _cpu(number) == before[number]]
        return idle if len(idle) >= count else []

    def all_gone(self) -> bool:
        """Wait until nothing that the command has started is left."""
        self.until(lambda: not self.processes(), "the end of all processes")
        return True

    def exit_status(self) -> int:
        """Wait for the command's end and return its status."""
        # Whoever prints waits until it is read.
        self.until(lambda: self.seen() is not None and self.process.poll() is not None, "the end of the command")
        return self.process.returncode

    def until(self, condition, what: str):
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            if found := condition():
                return self.seen() if found is True else found
            time.sleep(0.02)
        raise AssertionError(f"waited {_PATIENCE:g} s for {what}; running {self.processes()}; seen:\n{self.seen()}")


def _cpu(number: int) -> str:
    try:
        return " ".join(Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[11:13])
    except OSError:
        return ""


def end_by(number: int, sign: signal.Signals) -> None:
    """Send a signal to one process."""
    subprocess.run(["kill", f"-{sign.value}", str(number)], check=True)
