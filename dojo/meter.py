"""Measures what the tests of a kata cost, step by step, in the process that runs them."""

from __future__ import annotations

import functools
import importlib
import json
import math
import time
from collections import Counter
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from dojo import progress
from dojo.collection import place

# Rings for a program that comes out of JAX's cache on disk too: a warm cache changes no count.
_COMPILED = "/jax/core/compile/backend_compile_duration"
_LOOKED_UP, _FOUND = "/jax/compilation_cache/compile_requests_use_cache", "/jax/compilation_cache/cache_hits"


class Meter:
    """The hooks that measure; they change neither a verdict nor what is printed.

    Args:
        file: gets the figures when the run ends, as JSON: step -> {"parameters": int, "compilations": int (on JAX),
            "seconds": float}. A step without "seconds" had to compile what JAX's cache on disk did not hold: its time
            says nothing of the next run.
    """

    def __init__(self, file: Path):
        self._file = file
        self._layers: list = []
        self._steps: dict[str, Counter] = {}
        self._afterwards = ExitStack()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        # Before the judge looks at Keras, to put back after each test what an attempt has changed in it.
        keras = importlib.import_module("keras")
        self._has_jax = keras.backend.backend() == "jax"
        # Not __init__: Keras reads its parameters and would save those of the function around it.
        plain = vars(keras.layers.Layer)["__new__"]
        keras.layers.Layer.__new__ = staticmethod(self._noting(plain.__func__))
        self._afterwards.callback(setattr, keras.layers.Layer, "__new__", plain)

    def _noting(self, plain):
        @functools.wraps(plain)
        def noted(*args, **kwargs):
            layer = plain(*args, **kwargs)
            # Kept until the test is over: whoever makes a model, uses it and forgets it has paid for it too.
            self._layers.append(layer)
            return layer

        return noted

    # Last, so innermost: what the judge does before and after a test is no part of the answer.
    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_runtest_call(self, item: pytest.Item):
        _, name = place(item.nodeid)
        if name is None:
            return (yield)
        before = _events().copy() if self._has_jax else Counter()
        self._layers.clear()
        started = time.perf_counter()
        try:
            return (yield)
        finally:
            step = self._steps.setdefault(name, Counter())
            step["seconds"] += time.perf_counter() - started
            step["parameters"] += _parameters(self._layers)
            self._layers.clear()
            if self._has_jax:
                happened = _events() - before
                step["compilations"] += happened[_COMPILED]
                step["cold"] += happened[_LOOKED_UP] - happened[_FOUND]

    def pytest_sessionfinish(self) -> None:
        self._afterwards.close()
        for step in self._steps.values():
            if step.pop("cold", 0):
                del step["seconds"]
        # A full disk must not cost anybody the verdict.
        with suppress(OSError):
            progress.write(self._file, json.dumps(self._steps, indent=1))


def _parameters(layers: list) -> int:
    """Return how many numbers the weights of these layers hold; a weight that several share counts once."""
    weights = {id(weight): weight for layer in layers for weight in _weights(layer)}
    return sum(math.prod(weight.shape) for weight in weights.values())


def _weights(layer) -> list:
    import keras

    try:
        return keras.layers.Layer.weights.fget(layer)
    except Exception:  # an attempt's layer may be broken in any way; to say so is for the tests
        return []


@functools.cache
def _events() -> Counter:
    """Return how often each event of JAX has happened so far in this process; it goes on counting."""
    from jax import monitoring

    count: Counter = Counter()
    monitoring.register_event_listener(lambda event, **_: count.update([event]))
    monitoring.register_event_duration_secs_listener(lambda event, _seconds, **_: count.update([event]))
    return count
