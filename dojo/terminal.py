"""A terminal as the watcher uses it: keys one by one, a screen that is drawn as a whole, other programs in between."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from rich.console import Console

from dojo.pool import Verdict
from dojo.view import View

if sys.platform == "win32":
    import msvcrt
else:
    import select
    import termios
    import tty

_HOME, _REST_OF_LINE, _REST_OF_SCREEN = "\x1b[H", "\x1b[K", "\x1b[J"
_CLEAR = "\x1b[2J"


class Terminal:
    """The terminal behind standard input and output, while this is entered.

    Args:
        tell: called with a key ("h"), "resize" or "end of input", from any thread.
    """

    def __init__(self, tell: Callable[[str], None]):
        self._tell = tell
        self._keys: _Keys | None = None
        self._height_before = 0

    def __enter__(self) -> Terminal:
        self._take()
        for name in ("SIGWINCH", "SIGCONT"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._changed)
        # What was on the screen stays, above.
        sys.stdout.write("\n" * self._size()[1])
        return self

    def __exit__(self, *_) -> None:
        self._give_back()

    @staticmethod
    def _size() -> tuple[int, int]:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
        return columns or 80, rows or 24  # some pipes that look like terminals say 0

    def draw(self, view: View) -> None:
        """Show this in place of what was there."""
        # Not rich's size: COLUMNS and LINES may be those of another moment.
        columns, rows = self._size()
        console = Console(width=columns, height=rows, highlight=False, markup=False, emoji=False)
        with console.capture() as captured:
            for part in view.parts(columns, rows):
                console.print(part)
        lines = captured.get().splitlines()
        # What does not fit scrolls up, out of a clean screen; what fits is written over what it replaces.
        too_high = max(len(lines), self._height_before) >= rows
        self._height_before = len(lines)
        text = "\n".join(f"{line}{_REST_OF_LINE}" for line in lines)
        sys.stdout.write(f"{_CLEAR if too_high else ''}{_HOME}{text}{_REST_OF_SCREEN}\n")
        sys.stdout.flush()

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Give the terminal to another program for the block."""
        self._give_back()
        try:
            yield
        finally:
            self._take()
            self._tell("resize")

    def _take(self) -> None:
        self._keys = _Keys(self._tell)

    def _give_back(self) -> None:
        if self._keys:
            self._keys.close()
            self._keys = None

    def _changed(self, number, frame) -> None:
        if number == getattr(signal, "SIGCONT", None) and self._keys:
            # The shell had it meanwhile.
            self._keys.set_mode()
        self._tell("resize")


class _Keys:
    """Reads keys in a thread of its own, without waiting for Enter and without an echo."""

    def __init__(self, tell: Callable[[str], None]):
        self._tell = tell
        self._closed = threading.Event()
        if sys.platform != "win32":
            self._terminal = sys.stdin.fileno()
            self._mode = termios.tcgetattr(self._terminal)
            self._woken, self._wake = os.pipe()
        self.set_mode()
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()

    def set_mode(self) -> None:
        """Have each key delivered as it is pressed; Ctrl-C stays what it is."""
        if sys.platform != "win32":
            tty.setcbreak(self._terminal, termios.TCSANOW)

    def close(self) -> None:
        """Stop reading and put the terminal back as it was."""
        self._closed.set()
        if sys.platform == "win32":
            self._thread.join()
            return
        os.close(self._wake)
        self._thread.join()
        os.close(self._woken)
        with suppress(termios.error):  # it was closed
            termios.tcsetattr(self._terminal, termios.TCSADRAIN, self._mode)

    def _read(self) -> None:
        if sys.platform == "win32":
            while not self._closed.wait(0.05):
                while msvcrt.kbhit():
                    self._tell(msvcrt.getwch())
            return
        while True:
            readable, _, _ = select.select([self._terminal, self._woken], [], [])
            if self._woken in readable:
                return
            with suppress(OSError):
                if keys := os.read(self._terminal, 1024):
                    # An arrow is three characters at once, and none of ours.
                    if keys[0] != 0x1B:
                        for key in keys.decode(errors="replace"):
                            self._tell(key)
                    continue
            self._tell("end of input")
            return


class Lines:
    """What stands in for a terminal where there is none: plain lines, each verdict once; nobody presses a key."""

    def __init__(self):
        self._printed: Verdict | None = None
        self._printed_cost: list[str] = []
        self._printed_roles = ""

    def __enter__(self) -> Lines:
        return self

    def __exit__(self, *_) -> None:
        pass

    def draw(self, view: View) -> None:
        """Print what is new: a verdict, who does what, or a line on what it cost."""
        if view.verdict and view.verdict is not self._printed:
            self._printed, self._printed_cost = view.verdict, []
            print(*view.plain(), "", sep="\n", flush=True)
        if view.roles != self._printed_roles:
            self._printed_roles = view.roles
            print(view.roles, flush=True)
        for line in view.cost[len(self._printed_cost) :]:
            self._printed_cost.append(line)
            print(line, flush=True)
