"""A time limit for one test, and a stop for an attempt that wants to end the interpreter."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from dojo.failure import HardExit, TimeUp

# Code that never comes back to Python cannot be interrupted; then the whole interpreter goes, this much later.
_GRACE = 5.0


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeUp in the block after `seconds`, and again each second in case the block swallows it.

    Where the platform has no interval timer (Windows) only the hard stop is left, which ends the interpreter.
    """

    def ring(signum, frame):
        raise TimeUp(f"no answer within {seconds:g} s")

    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True, file=nowhere)
        soft = hasattr(signal, "setitimer")
        if soft:
            before = signal.signal(signal.SIGALRM, ring)
            signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
        try:
            yield
        finally:
            lift_time_limit()
            if soft:
                signal.signal(signal.SIGALRM, before)


def lift_time_limit() -> None:
    """Take the time limit off the block that runs now."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0.0)
    faulthandler.cancel_dump_traceback_later()


@contextmanager
def no_hard_exit() -> Iterator[None]:
    """Turn os._exit() into a failure of the step that calls it; child processes may still use it."""
    exit_now, process = os._exit, os.getpid()

    def refuse(status: int):
        if os.getpid() != process:
            exit_now(status)
        raise HardExit("os._exit")

    os._exit = refuse
    try:
        yield
    finally:
        os._exit = exit_now


def end_with_parent() -> None:
    """Have the kernel end this process when the one that started it ends, even by force; Linux only."""
    if sys.platform == "linux":
        set_parent_death_signal = 1  # PR_SET_PDEATHSIG of sys/prctl.h
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)
