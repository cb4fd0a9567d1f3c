"""Under what a verdict must hold: the conditions of `tests/stress.py` as data, and the interpreters they ask for."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
# Nothing is read-only to root, unless it gives up that right.
AS_ANYONE = ("setpriv", "--bounding-set=-dac_override") if hasattr(os, "geteuid") and os.geteuid() == 0 else ()
ANOTHER_TASTE = {"floatx": "float16", "epsilon": 1e-3, "backend": "numpy", "image_data_format": "channels_first"}


@dataclass(frozen=True)
class Condition:
    """One thing that may differ from machine to machine and from run to run.

    In environment and cwd, `{folder}` is a folder of the run's own, empty but for `files`.
    """

    name: str
    seeds: int = 1  # how many the long run takes
    times: int = 1  # how often in the same folder: the second run finds what the first has left
    in_order: bool = False  # else each run has its tests in an order of its seed
    learner: bool = False  # `pytest katas`, as a learner types it, which judges no answers but the references
    arguments: tuple[str, ...] = ()  # for pytest
    environment: dict[str, str] = field(default_factory=dict)
    cwd: str = str(CHECKOUT)
    files: dict[str, str] = field(default_factory=dict)  # name in the folder -> text
    read_only: str = ""  # a folder in the folder
    prefix: tuple[str, ...] = ()
    burners: int = 0  # processes beside that only burn
    python: str = ""  # needs an environment of its own, with this Python
    oldest: bool = False  # with the lower bounds of pyproject.toml in it


CONDITIONS = {
    condition.name: condition
    for condition in (
        Condition("plain", seeds=20, in_order=True),
        Condition("random-order", seeds=20),
        Condition("busy", burners=os.cpu_count() or 1),
        Condition("1-worker", arguments=("-n1",)),
        Condition("4-workers", arguments=("-n4",)),
        Condition("katas-1-worker", learner=True, arguments=("-n1",)),
        Condition("katas-4-workers", learner=True, arguments=("-n4",)),
        Condition("cold-and-warm-cache", times=2, environment={"JAX_COMPILATION_CACHE_DIR": "{folder}/cache"}),
        Condition("elsewhere", cwd="{folder}"),
        Condition("read-only-home", environment={"HOME": "{folder}/home"}, read_only="home", prefix=AS_ANYONE),
        Condition(
            "keras-json",
            environment={"HOME": "{folder}"},
            files={".keras/keras.json": json.dumps(ANOTHER_TASTE)},
        ),
        Condition("oldest", python="python3.11", oldest=True),
        Condition("newest", python="python3.11"),
        Condition("python3.12", python="python3.12"),
        Condition("python3.13", python="python3.13"),
    )
}


class CannotBeHadError(Exception):
    """This machine has no such condition; the text says why."""


def interpreter(condition: Condition, environments: Path) -> str:
    """Return the Python that a condition asks for, in an environment that is made unless it is there.

    Raises:
        CannotBeHadError: there is no such Python.
    """
    if not condition.python:
        return sys.executable
    python = environments / condition.name / "bin" / "python"
    if not python.exists():
        base = installed(condition.python)
        print(f"making an environment for {condition.name}", flush=True)
        new = python.parent.parent
        subprocess.run([base, "-m", "venv", new], check=True)
        pins = lower_bounds() if condition.oldest else []
        try:
            subprocess.run([python, "-m", "pip", "install", "-q", "-e", f"{CHECKOUT}[dev]", *pins], check=True)
        except BaseException:
            shutil.rmtree(new)  # half of an environment would be taken for a whole one
            raise
    return str(python)


def installed(name: str) -> str:
    """Return the path of an interpreter, "python3.12", of this machine.

    Raises:
        CannotBeHadError: there is no such Python.
    """
    found = shutil.which(name)
    # It may be a pyenv shim of a version that is not chosen.
    asked = [found, "-c", "import sys; print(sys.executable)"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False) if found else None
    if done is None or done.returncode:
        raise CannotBeHadError(f"no {name} here")
    return done.stdout.strip()


def lower_bounds() -> list[str]:
    """Return the oldest dependencies that pyproject.toml allows, as `name==version`."""
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    bounds = [
        re.match(r"([\w-]+)>=([\d.]+)", text)
        for text in [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    ]
    return [f"{bound[1]}=={bound[2]}" for bound in bounds]
