"""Puts back what an attempt changed outside itself, so that one step cannot poison the next."""

from __future__ import annotations

import sys
from collections.abc import Callable

from dojo import process
from dojo.watched import Watched


class World:
    """The state of the process around an attempt, as it was when this was made; Keras must be imported by then.

    `replaced` is the name of a function or class, not the attempt's own, that it has put another in the place of.
    """

    def __init__(self):
        self.replaced = ""
        self._watched = Watched()
        self._undo = [take() for take in (_settings, _scopes, _registry, _jax, _torch, *process.parts())]

    def restore(self, blame: bool = True) -> None:
        """Undo every change since this was made, and if there is blame note what was replaced."""
        tracer = sys.gettrace()
        replaced = self._watched.put_back()
        # After that, for these call functions that the attempt may have replaced.
        for undo in self._undo:
            undo()
        if sys.gettrace() is not tracer:
            replaced = "the trace function of Python (sys.settrace)"
        if blame:
            self.replaced = self.replaced or replaced


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
