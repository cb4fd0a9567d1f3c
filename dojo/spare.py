"""A spare interpreter: what is slow is behind it when it is asked for a verdict. It serves one run.

`python -m dojo.spare KATA_FOLDER` reads the arguments for pytest from its standard input, a JSON list in one line, and
ends when that input does, whatever it is doing. It says what it has to say in lines of JSON on its standard output:
`{"ready": true}`, `{"verdict": …}` and `{"ended": exit status}`. What pytest prints goes to standard error.

Without KATA_FOLDER it warms nothing and is pytest, supervised as ever: for an attempt that kills its interpreter.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import threading
from collections.abc import Callable

import pytest

from dojo import backend, leash

_REHEARSAL = ["--attempt=reference", "-n0", "-p", "no:cacheprovider"]


class Talk:
    """The two ends of the conversation, out of reach of what pytest does to standard input and output."""

    def __init__(self):
        self._hear = os.fdopen(os.dup(0), encoding="utf-8")
        self._say = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)
        self._is_held = False

    def say(self, **message) -> None:
        """Send a message."""
        self._say.write(json.dumps(message) + "\n")
        self._say.flush()

    def hear(self) -> str:
        """Return the next line, "" when the other end is gone."""
        return self._hear.readline()

    def hold(self, wait: Callable[[], object]) -> None:
        """End this process when the other end is gone, which `wait` sees; once is enough."""
        if not self._is_held:
            self._is_held = True
            leash.on(wait)

    # The hooks of a pytest plugin.

    def pytest_configure(self) -> None:
        """In a cold one: only now has it forked, if it does, which it must not do once a thread runs."""
        self.hold(self.hear)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(self, exitstatus: int, config: pytest.Config):
        """Send the verdict as soon as it stands; what pytest has still to tidy up is nobody's business."""
        yield
        screen = config.pluginmanager.get_plugin("dojo-screen")
        for ladder in screen.ladders if screen else ():
            current = ladder.current
            self.say(
                verdict={
                    "status": int(exitstatus),
                    "lines": list(ladder.lines()),
                    "current": current.step.name if current else None,
                    "whole": all(rung.ran for rung in ladder.rungs.values()),
                    "marks": {name: rung.mark for name, rung in ladder.rungs.items() if rung.ran},
                }
            )


class Request:
    """What the other end wants; it may come while the spare warms itself."""

    def __init__(self, talk: Talk):
        self._talk = talk
        self._text = ""
        self._come = threading.Event()
        talk.hold(self._listen)

    def wait(self) -> list[str]:
        """Return the arguments for pytest."""
        self._come.wait()
        return json.loads(self._text)

    @property
    def come(self) -> bool:
        """Whether somebody waits for a verdict."""
        return self._come.is_set()

    def pytest_runtest_logfinish(self) -> None:
        """End a rehearsal as soon as a verdict is wanted; pytest calls this after each test."""
        if self.come:
            pytest.exit("a verdict is wanted")

    def _listen(self) -> None:
        self._text = self._talk.hear()
        if self._text:
            self._come.set()
            self._talk.hear()  # returns when the other end is gone


def warm(folder: str, request: Request) -> None:
    """Import Keras, start its backend and judge the reference once: JAX then knows most programs of the tests."""
    backend.choose()
    import keras
    import numpy as np

    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(np.zeros((4, 2)), np.zeros((4, 1)), verbose=0)
    if not request.come:
        pytest.main([folder, *_REHEARSAL], plugins=[request])
    # The tests as they are on the disk, when the time comes.
    inside = os.path.join(os.path.abspath(folder), "")
    for name, module in list(sys.modules.items()):
        if (getattr(module, "__file__", None) or "").startswith(inside):
            del sys.modules[name]
    keras.utils.clear_session()
    # Nothing of this is garbage of the run to come.
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def main() -> None:
    """Warm up, wait, run, end."""
    talk = Talk()
    if len(sys.argv) > 1:
        request = Request(talk)
        warm(sys.argv[1], request)
        talk.say(ready=True)
        arguments = request.wait()
    else:
        arguments = json.loads(talk.hear())
    status = int(pytest.main(arguments, plugins=[talk]))
    talk.say(ended=status)
    sys.stdout.flush()
    sys.stderr.flush()
    # The way out of an interpreter with a backend in it takes longer than some verdicts.
    os._exit(status)


if __name__ == "__main__":
    main()
