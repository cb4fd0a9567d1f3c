"""Puts back what an attempt changed of its process: folder, environment, signals, and the habits of the interpreter."""

from __future__ import annotations

import gc
import locale
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


def parts() -> list[Callable[[], Callable[[], None]]]:
    """Return functions that look at a part of the process and return what puts it back."""
    return [_places, _logging, _signals, _interpreter, _numbers]


def _places() -> Callable[[], None]:
    folder, environment, path, modules = os.getcwd(), dict(os.environ), list(sys.path), dict(sys.modules)
    mask = os.umask(0o022)
    os.umask(mask)

    def undo() -> None:
        os.chdir(folder)
        os.umask(mask)
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)
        sys.path[:] = path
        for name, module in modules.items():
            if sys.modules.get(name) is not module:
                sys.modules[name] = module

    return undo


def _logging() -> Callable[[], None]:
    level, handlers, disabled = logging.root.level, list(logging.root.handlers), logging.root.manager.disable

    def undo() -> None:
        logging.root.setLevel(level)
        logging.root.handlers[:] = handlers
        logging.disable(disabled)

    return undo


def _signals() -> Callable[[], None]:
    # The alarm is the time limit's, which may run just now.
    handlers = {number: signal.getsignal(number) for number in signal.valid_signals() - {_alarm()}}
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, ()) if hasattr(signal, "pthread_sigmask") else None

    def undo() -> None:
        for number, handler in handlers.items():
            # None is a handler that is not Python's.
            if handler is not None and signal.getsignal(number) is not handler:
                with suppress(OSError, ValueError):
                    signal.signal(number, handler)
        if blocked is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)

    return undo


def _alarm() -> int | None:
    return getattr(signal, "SIGALRM", None)


def _interpreter() -> Callable[[], None]:
    limit, digits, interval = sys.getrecursionlimit(), sys.get_int_max_str_digits(), sys.getswitchinterval()
    trace, profile, collects, thresholds = sys.gettrace(), sys.getprofile(), gc.isenabled(), gc.get_threshold()
    callbacks, language = list(gc.callbacks), locale.setlocale(locale.LC_ALL)

    def undo() -> None:
        sys.setrecursionlimit(limit)
        sys.set_int_max_str_digits(digits)
        sys.setswitchinterval(interval)
        if sys.gettrace() is not trace:
            sys.settrace(trace)
            threading.settrace(trace)
        if sys.getprofile() is not profile:
            sys.setprofile(profile)
        (gc.enable if collects else gc.disable)()
        gc.set_threshold(*thresholds)
        gc.callbacks[:] = callbacks
        if locale.setlocale(locale.LC_ALL) != language:
            locale.setlocale(locale.LC_ALL, language)

    return undo


def _numbers() -> Callable[[], None]:
    import numpy as np  # here, for pytest's plugin must not wait for it

    errors, printing = np.geterr(), np.get_printoptions()

    def undo() -> None:
        np.seterr(**errors)
        np.set_printoptions(**printing)

    return undo


@contextmanager
def streams() -> Iterator[None]:
    """Keep standard input, output and error open through the block, and in their places after it."""
    before = [(name, getattr(sys, name)) for name in ("stdin", "stdout", "stderr")]
    kept = {}
    for number in range(3):
        with suppress(OSError):
            kept[number] = os.dup(number)
    for _, stream in before:
        with suppress(AttributeError):
            stream.close = stream.flush  # what closes them would take the captured output along
    try:
        yield
    finally:
        for name, stream in before:
            setattr(sys, name, stream)
            with suppress(AttributeError):
                del stream.close
        for number, copy in kept.items():
            os.dup2(copy, number)
            os.close(copy)
