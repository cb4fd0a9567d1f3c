"""The functions, classes and methods that tests and attempts share, as they were before an attempt could touch them."""

from __future__ import annotations

import operator
import sys
import types
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
        self._owners = [(owner, _identities(owner), _kept(owner), frozenset(vars(owner))) for owner in _owners()]
        self._vars = [vars(owner) for owner, *_ in self._owners]
        self._values = self._all_values()
        functions = {
            value: None
            for owner, *_ in self._owners
            if _is_ours(owner)
            for value in vars(owner).values()
            if isinstance(value, types.FunctionType)
        }
        self._bodies = [(function, function.__code__, function.__defaults__) for function in functions]

    def put_back(self) -> str:
        """Undo every change, and return the name of something that had been replaced, or ""."""
        # In one sweep, for it is done after each test: is everything in 2000 modules and classes what it was?
        values = self._all_values()
        found = ""
        if len(values) != len(self._values) or not all(map(operator.is_, values, self._values)):
            for each in self._owners:
                found = _put_back(*each) or found
            self._values = self._all_values()
        for function, code, defaults in self._bodies:
            if function.__code__ is not code or function.__defaults__ is not defaults:
                function.__code__, function.__defaults__ = code, defaults
                found = f"{function.__module__}.{function.__qualname__}"
        return found

    def _all_values(self) -> list[object]:
        return list(chain.from_iterable(each.values() for each in self._vars))


def _put_back(owner: object, identities: list[int], kept: dict[str, object], names: frozenset[str]) -> str:
    if _identities(owner) == identities:
        return ""
    now, changed = vars(owner), ""
    for name, value in kept.items():
        if name not in now or now[name] is not value:
            setattr(owner, name, value)
            changed = name
    # A method added to a class hides the one it would inherit.
    if isinstance(owner, type):
        for name in [name for name in now if name not in names and not name.startswith("_abc")]:
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


def _identities(owner: object) -> list[int]:
    """Return the identity of everything in a module or class."""
    return list(map(id, vars(owner).values()))


def _kept(owner: object) -> dict[str, object]:
    """Return what is put back: all that can be called, for libraries also keep caches and counters in their modules."""
    if isinstance(owner, type):
        return {name: value for name, value in vars(owner).items() if isinstance(value, _METHODS)}
    ours = _is_ours(owner)
    return {
        name: value
        for name, value in vars(owner).items()
        if (callable(value) and name not in _REPLACED_BY_US) or (ours and not name.startswith("__"))
    }
