"""Puts back what an attempt changed outside itself, so that one step cannot poison the next."""

from __future__ import annotations

import logging
import operator
import os
import signal
import sys
import types
from collections.abc import Callable
from itertools import chain

# Only what can be called is put back: these libraries also keep caches and counters in their modules.
_WATCHED = ("keras", "numpy", "dojo")


class World:
    """The state of the process around an attempt, as it was when this was made; Keras must be imported by then."""

    def __init__(self):
        self._owners = [(owner, _identities(owner), _callables(owner), frozenset(vars(owner))) for owner in _watched()]
        self._vars = [vars(owner) for owner, *_ in self._owners]
        self._values = self._all_values()
        self._undo = [take() for take in (_settings, _scopes, _registry, _jax, _torch, _process)]

    def restore(self) -> None:
        """Undo every change since this was made."""
        # In one sweep, for it is done after each test: is everything in 1700 modules and classes what it was?
        values = self._all_values()
        if len(values) != len(self._values) or not all(map(operator.is_, values, self._values)):
            self._restore_callables()
            self._values = self._all_values()
        # After that, for these call functions that the attempt may have replaced.
        for undo in self._undo:
            undo()

    def _all_values(self) -> list[object]:
        return list(chain.from_iterable(each.values() for each in self._vars))

    def _restore_callables(self) -> None:
        for owner, identities, callables, names in self._owners:
            if _identities(owner) == identities:
                continue
            now = vars(owner)
            for name, value in callables.items():
                if now.get(name) is not value:
                    setattr(owner, name, value)
            # A method added to a class hides the one it would inherit.
            if isinstance(owner, type):
                for name in [name for name in now if name not in names and not name.startswith("_abc")]:
                    delattr(owner, name)


def _watched() -> list[object]:
    """Return the modules of the watched packages and the classes defined in them."""
    modules = [
        module
        for name, module in list(sys.modules.items())
        if name.partition(".")[0] in _WATCHED and isinstance(module, types.ModuleType)
    ]
    classes = {
        value: None
        for module in modules
        for value in list(vars(module).values())
        if isinstance(value, type) and value.__module__.partition(".")[0] in _WATCHED
    }
    return [*modules, *classes]


def _identities(owner: object) -> list[int]:
    """Return the identity of everything in a module or class."""
    return list(map(id, vars(owner).values()))


def _callables(owner: object) -> dict[str, object]:
    """Return the functions, classes and methods of a module or class by name."""
    if isinstance(owner, type):
        return {name: value for name, value in vars(owner).items() if isinstance(value, _METHODS)}
    return {name: value for name, value in vars(owner).items() if callable(value)}


_METHODS = (types.FunctionType, staticmethod, classmethod, property)


def _settings() -> Callable[[], None]:
    from keras import config

    floatx, epsilon, layout = config.floatx(), config.epsilon(), config.image_data_format()
    policy = config.dtype_policy()
    filtering = config.is_traceback_filtering_enabled()
    chatty = config.is_interactive_logging_enabled()

    def undo() -> None:
        config.set_floatx(floatx)
        config.set_epsilon(epsilon)
        # Not without need: it would look like a change by the attempt.
        if config.image_data_format() != layout:
            config.set_image_data_format(layout)
        config.set_dtype_policy(policy)
        (config.enable_traceback_filtering if filtering else config.disable_traceback_filtering)()
        (config.enable_interactive_logging if chatty else config.disable_interactive_logging)()
        config.set_max_epochs(None)
        config.set_max_steps_per_epoch(None)

    return undo


def _scopes() -> Callable[[], None]:
    # Unsafe deserialization, open scopes and name counters. The public way, clear_session(), also collects
    # garbage: 0.1 s after each test.
    from keras.src.backend.common.global_state import GLOBAL_STATE_TRACKER

    state = vars(GLOBAL_STATE_TRACKER)
    before = dict(state)

    def undo() -> None:
        # Counters for layer names go on: two layers of one model must not get the same.
        names = state.get("object_name_uids")
        state.clear()
        state.update(before)
        if names is not None:
            state["object_name_uids"] = names
        # What a broken build left to be initialized later; another model's first use would stumble over it.
        state.pop("uninitialized_variables", None)

    return undo


def _registry() -> Callable[[], None]:
    import keras

    registered = keras.saving.get_custom_objects()
    before = dict(registered)

    def undo() -> None:
        registered.clear()
        registered.update(before)

    return undo


def _jax() -> Callable[[], None]:
    if "jax" not in sys.modules:
        return lambda: None
    import jax

    before = dict(jax.config.values)

    def undo() -> None:
        now = dict(jax.config.values)
        for name in [name for name, value in before.items() if now[name] != value]:
            jax.config.update(name, before[name])

    return undo


def _torch() -> Callable[[], None]:
    if "torch" not in sys.modules:
        return lambda: None
    import torch

    dtype, grad = torch.get_default_dtype(), torch.is_grad_enabled()

    def undo() -> None:
        torch.set_default_dtype(dtype)
        torch.set_grad_enabled(grad)

    return undo


def _process() -> Callable[[], None]:
    folder, environment, path = os.getcwd(), dict(os.environ), list(sys.path)
    level, handlers = logging.root.level, list(logging.root.handlers)
    limit, interrupt = sys.getrecursionlimit(), signal.getsignal(signal.SIGINT)

    def undo() -> None:
        os.chdir(folder)
        if dict(os.environ) != environment:
            os.environ.clear()
            os.environ.update(environment)
        sys.path[:] = path
        logging.root.setLevel(level)
        logging.root.handlers[:] = handlers
        sys.setrecursionlimit(limit)
        signal.signal(signal.SIGINT, interrupt)

    return undo
