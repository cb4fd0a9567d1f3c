"""The functions, classes and methods that tests and attempts share, as they were before an attempt could touch them."""

from __future__ import annotations

import operator
import sys
import types
from collections.abc import Collection
from itertools import chain

_LIBRARIES = ("keras", "numpy", "pytest", "_pytest", "pluggy")
_OURS = ("dojo", "katas")
# Of these the modules alone, without the classes in them: what a test or the judge may call.
_MODULES = {
    *("builtins", "contextlib", "functools", "gc", "inspect", "io", "itertools", "json", "linecache", "math"),
    *("operator", "os", "pathlib", "random", "re", "shutil", "signal", "tempfile", "threading", "time"),
    *("traceback", "jax.numpy", "jax.nn", "jax.lax", "jax.random"),
}
_METHODS = (types.FunctionType, staticmethod, classmethod, property)
# What others replace as well: of os, the judge while a test runs; in this module, pytest for each test.
_REPLACED_BY_US = ("_exit",)
_REPLACED_BY_PYTEST = "_pytest.assertion.util"


class Watched:
    """All that is watched, as it was when this was made."""

    def __init__(self):
        self._owners = _owners()
        self._now = [vars(owner) for owner in self._owners]
        self._before = [dict(now) for now in self._now]
        self._values = self._all_values()
        functions = {
            value: None
            for owner, before in zip(self._owners, self._before, strict=True)
            if _is_ours(owner)
            for value in before.values()
            if isinstance(value, types.FunctionType)
        }
        self._bodies = [(function, function.__code__, function.__defaults__) for function in functions]

    def put_back(self) -> str:
        """Undo every change, and return the name of something that had been replaced, or ""."""
        # In one sweep, for it is done after each test: is everything in 2000 modules and classes what it was?
        values = self._all_values()
        found = ""
        if not _are_same(values, self._values):
            for owner, now, before in zip(self._owners, self._now, self._before, strict=True):
                if not _are_same(now.values(), before.values()):
                    found = _put_back(owner, before) or found
            self._values = self._all_values()
        for function, code, defaults in self._bodies:
            if function.__code__ is not code or function.__defaults__ is not defaults:
                function.__code__, function.__defaults__ = code, defaults
                found = f"{function.__module__}.{function.__qualname__}"
        return found

    def _all_values(self) -> list[object]:
        return list(chain.from_iterable(now.values() for now in self._now))


def _are_same(values: Collection[object], others: Collection[object]) -> bool:
    return len(values) == len(others) and all(map(operator.is_, values, others))


def _put_back(owner: object, before: dict[str, object]) -> str:
    now, changed = vars(owner), ""
    for name, value in _kept(owner, before).items():
        if name not in now or now[name] is not value:
            setattr(owner, name, value)
            changed = name
    # A method added to a class hides the one it would inherit.
    if isinstance(owner, type):
        for name in [name for name in now if name not in before and not name.startswith("_abc")]:
            changed = name if isinstance(now[name], _METHODS) else changed
            delattr(owner, name)
    path = f"{owner.__module__}.{owner.__qualname__}" if isinstance(owner, type) else owner.__name__
    return f"{path}.{changed}" if changed else ""


def _owners() -> list[object]:
    """Return the modules of the watched packages and the classes defined in them."""
    packages = _LIBRARIES + _OURS
    modules = [
        module
        for name, module in list(sys.modules.items())
        if (name.partition(".")[0] in packages or name in _MODULES)
        and name != _REPLACED_BY_PYTEST
        and isinstance(module, types.ModuleType)
    ]
    classes = {
        value: None
        for module in modules
        for value in list(vars(module).values())
        if isinstance(value, type) and value.__module__.partition(".")[0] in packages
    }
    return [*modules, *classes]


def _is_ours(owner: object) -> bool:
    name = owner.__module__ if isinstance(owner, type) else owner.__name__
    return name.partition(".")[0] in _OURS


def _kept(owner: object, before: dict[str, object]) -> dict[str, object]:
    """Return what is put back: all that can be called, for libraries also keep caches and counters in their modules."""
    if isinstance(owner, type):
        return {name: value for name, value in before.items() if isinstance(value, _METHODS)}
    ours = _is_ours(owner)
    return {
        name: value
        for name, value in before.items()
        if (callable(value) and name not in _REPLACED_BY_US) or (ours and not name.startswith("__"))
    }
