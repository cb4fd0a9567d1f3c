"""The doctor's look at Keras, in a process of its own: `python -m dojo.probe` prints what it learns, line by line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from importlib import util

from dojo import backend
from dojo.course import ROOT

LIMIT = 60  # seconds


@dataclass(frozen=True)
class Look:
    """What a look at Keras has shown.

    `origin` is the file that `import keras` takes; `seconds` is how long the import took. `devices` is empty where
    Keras or its backend did not start: `error` then says why, and `in_time` is False where waiting was given up. Where
    both started, `warning` is the last line of what they complained about.
    """

    origin: str = ""
    seconds: float = 0.0
    has_tensorflow: bool = False
    devices: Sequence[str] = ()
    error: str = ""
    in_time: bool = True
    warning: str = ""


def look(**environment: str | None) -> Look:
    """Import Keras and start its backend in another process, and return what was seen.

    Args:
        environment: variables that are other there; None for one that is not set.
    """
    changed = {name: value for name, value in (os.environ | environment).items() if value is not None}
    try:
        run = subprocess.run(
            [sys.executable, "-m", "dojo.probe"],
            cwd=ROOT,
            env=changed,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Look(error=f"it takes longer than {LIMIT} seconds", in_time=False)
    seen = {}
    for line in run.stdout.splitlines():
        seen |= json.loads(line) if line.startswith("{") else {}
    complaints = [line.strip() for line in run.stderr.splitlines() if line.strip()]
    if run.returncode:
        return Look(**seen, error=complaints[-1] if complaints else f"it ends with status {run.returncode}")
    return Look(**seen, warning=complaints[-1] if complaints else "")


def _main() -> None:
    tell = partial(print, file=sys.stdout, flush=True)
    # Whatever a package prints while it is imported is not for the reader of these lines.
    with redirect_stdout(sys.stderr):
        spec = util.find_spec("keras")
        tell(json.dumps({"origin": spec.origin or "" if spec else ""}))
        before = time.perf_counter()
        import keras

        seconds = time.perf_counter() - before
        tell(json.dumps({"seconds": seconds, "has_tensorflow": "tensorflow" in sys.modules}))
        tell(json.dumps({"devices": backend.devices(keras.config.backend())}))


if __name__ == "__main__":
    _main()
