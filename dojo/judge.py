"""Runs the tests of katas against an attempt, in the process that has Keras."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path

import pytest

from dojo import blackbox, guard, process, strays
from dojo.attempt import Attempt, file_of
from dojo.blackbox import BlackBox
from dojo.collection import place
from dojo.course import Kata
from dojo.failure import NotYet, OurTestBroke, TimeUp, explain, is_a_skip_of_ours
from dojo.frames import is_raised_by_hand, leaves_the_debugger, only_frames_of
from dojo.isolation import World
from dojo.limits import lift_time_limit, no_hard_exit, time_limit
from dojo.plugin import sources

_NO_VERDICT = "then its tests tell nothing of it; leave what others use as it is, and call yours by a name of its own"


class Judge:
    """The hooks around each test of a kata.

    Args:
        config: pytest's.
        box: notes which step runs, for whoever comes after a crash.
    """

    def __init__(self, config: pytest.Config, box: BlackBox):
        self._config = config
        self._box = box
        self._attempts: dict[str, Attempt] = {}
        self._world: World | None = None
        self._endless: dict[tuple[str, str], NotYet] = {}
        self._process = os.getpid()

    def pytest_collection_finish(self) -> None:
        # Now that the tests' modules are there: they are part of it.
        if "keras" in sys.modules:
            self._world = World()
            self._descriptors = strays.open_descriptors()
            self._plugins = {name for name, _ in self._config.pluginmanager.list_name_plugin()}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item):
        kata, step = place(item.nodeid)
        if kata is None:
            return (yield)
        self._tidied = self._debugged = False
        with ExitStack() as stack:
            if not self._box.died_in(kata.name, step):
                stack.enter_context(self._box.recording(kata.name, step))
            try:
                return (yield)
            finally:
                if not self._tidied:
                    self._tidy(kata)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item):
        return (yield from self._judged(item))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item):
        kata, step = place(item.nodeid)
        if kata and self._box.died_in(kata.name, step):
            raise NotYet(f"{step}: {blackbox.DIED}")
        if kata and (kata.name, step) in self._endless:
            raise self._endless[kata.name, step]
        if kata is None:
            return (yield)
        if "monkeypatch" in item.fixturenames:  # a test that replaces something itself, and puts it back later
            return (yield from self._judged(item))
        self._world.replaced = ""
        try:
            result = yield from self._judged(item)
        finally:
            # Before pytest writes its report.
            self._tidy(kata)
        if self._world.replaced:
            raise NotYet(f"{step}: it replaces {self._world.replaced} — {_NO_VERDICT}")
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function):
        with process.streams():
            return (yield)

    def pytest_enter_pdb(self) -> None:
        # Who stands at a breakpoint() takes their time, and may leave breakpoints set.
        self._debugged = True
        lift_time_limit()

    def _judged(self, item: pytest.Item):
        kata, step = place(item.nodeid)
        if kata is None:
            return (yield)
        files = self._files_of(kata)
        try:
            import keras

            keras.utils.set_random_seed(self._config.getoption("seed"))
            with no_hard_exit(), self._time_limit():
                return (yield)
        except BaseException as error:
            # Of Ctrl-C and the debugger's `q` a person is the cause.
            if isinstance(error, KeyboardInterrupt) and not is_raised_by_hand(error):
                raise
            if leaves_the_debugger(error) or is_a_skip_of_ours(error, kata.tests):
                raise
            failure = explain(error, step, files)
            if isinstance(error, TimeUp):
                # The other tests of the step would run into the limit one by one.
                self._endless[kata.name, step] = failure
            # pytest prints no message for a traceback without a frame, so the test's own stays.
            raise failure.with_traceback(only_frames_of(error.__traceback__, files | {str(kata.tests)})) from None
        finally:
            # A child that the attempt has forked off has no verdict to give.
            if os.getpid() != self._process:
                os._exit(0)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo):
        report = yield
        error = call.excinfo.value if call.excinfo else None
        if isinstance(error, (NotYet, OurTestBroke)):
            report.dojo = {
                "line": str(error),
                "where": getattr(error, "where", ""),
                "untouched": getattr(error, "untouched", False),
            }
        return report

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_sessionfinish(self, exitstatus: int):
        # What writes a report of the run does so now, wherever it was told to.
        with guard.lifted():
            result = yield
        self._box.finish(int(exitstatus))
        return result

    def _tidy(self, kata: Kata) -> None:
        self._tidied = True
        strays.end_threads(self._files_of(kata))
        strays.close_files(self._descriptors)
        self._world.restore(blame=not self._debugged)
        manager = self._config.pluginmanager
        for name in {name for name, _ in manager.list_name_plugin()} - self._plugins:
            manager.unregister(name=name)
            self._world.replaced = "what pytest listens to (its plugins)"

    def _time_limit(self) -> AbstractContextManager:
        # Who stands in a debugger takes their time.
        if self._config.option.usepdb or sys.gettrace():
            return nullcontext()
        return time_limit(self._config.getoption("time_limit"))

    def _files(self, kata: Kata) -> list[Path]:
        return [file_of(kata, source, self._config.invocation_params.dir) for source in sources(self._config)]

    def _files_of(self, kata: Kata) -> frozenset[str]:
        return frozenset(map(str, self._files(kata)))

    def attempt(self, nodeid: str) -> Attempt:
        """Return the attempt at the kata of this test, imported once a run."""
        kata, _ = place(nodeid)
        if kata.name not in self._attempts:
            self._attempts[kata.name] = Attempt(kata, self._files(kata), self._world)
            if not self._box.died_in(kata.name, blackbox.IMPORT):
                with self._box.recording(kata.name, blackbox.IMPORT), process.streams():
                    guard.on()
                    self._attempts[kata.name].load()
        self._attempts[kata.name].register()
        return self._attempts[kata.name]
