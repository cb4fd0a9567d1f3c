"""What is collected of the katas: each test belongs to a step."""

from __future__ import annotations

import gc
import importlib
import sys
from functools import cache
from pathlib import Path

import pytest

from dojo import course
from dojo.course import Kata
from dojo.plugin import alone


class Collection:
    """The hooks around the collection of tests.

    Args:
        config: pytest's.
    """

    def __init__(self, config: pytest.Config):
        self._config = config

    def pytest_collection(self) -> None:
        # Before the tests' modules import it, so that Keras's bytecode is kept and theirs is not.
        if alone(self._config) or hasattr(self._config, "workerinput"):
            importlib.import_module("keras")
            # What Keras brought along stays: the garbage collector need not walk it again and again. Once only, for
            # where one run follows another in a process, the garbage of the first must go.
            if not gc.get_freeze_count():
                gc.freeze()

    @pytest.hookimpl(wrapper=True)
    def pytest_pycollect_makemodule(self, module_path: Path):
        module = yield
        if course.kata_at(module_path):
            module._getobj = _without_bytecode(module._getobj)
        return module

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        wanted = set(config.getoption("step") or ())
        keep, drop = [], []
        for item in items:
            kata, step = place(item.nodeid)
            if kata and step is None:
                raise pytest.UsageError(
                    f"{item.nodeid} names no step of {kata.name}: its class is Test + the step's name"
                )
            (drop if wanted and step not in wanted else keep).append(item)
        if drop:
            config.hook.pytest_deselected(items=drop)
            items[:] = keep


def _without_bytecode(importer):
    """Two edits of a test within a second and of one length would otherwise go unseen."""

    def quietly():
        before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
        try:
            return importer()
        finally:
            sys.dont_write_bytecode = before

    return quietly


@cache
def place(nodeid: str) -> tuple[Kata | None, str | None]:
    """Return kata and step of a test: the class TestBuildSiamese holds the tests of build_siamese."""
    path, *names = nodeid.split("::")
    kata = course.kata_at(course.ROOT / path)
    if kata is None:
        return None, None
    spelled = {step.name.replace("_", "").lower(): step.name for step in kata.steps}
    return kata, spelled.get(names[0].removeprefix("Test").lower()) if names else None
