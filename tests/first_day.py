"""A newcomer's first day, and what it takes: `python tests/first_day.py [--pythons 3.11 3.12] [--tools pip uv]`.

For each Python that is on this machine, and for pip and uv: this checkout's last commit is cloned into a new folder
whose path has spaces, and the commands of the README are typed as printed there, but for the name of the interpreter,
with an empty package cache. The first kata must be judged, each step still to be written. Then

- again: the same kata once more;
- offline: another kata, without a network, where the system can take it away (Linux, with the right to);
- backends: the course says what to install for torch and TensorFlow, which are not there.

The table says how many seconds each part took, on this machine and its network.
"""

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from conditions import CHECKOUT, CannotBeHadError, installed

VERDICT = "0 of 4 steps"
WITHOUT_NETWORK = ["unshare", "--map-root-user", "--net"]
OURS = ("PYTEST", "KERAS", "JAX_", "DOJO_", "PYTHONDONTWRITEBYTECODE", "VIRTUAL_ENV")


class FirstDay:
    """One Python, one installer, one new folder.

    Args:
        python: path of the interpreter.
        tool: "pip" or "uv".
        folder: empty; all that is cloned, downloaded and remembered goes there.
    """

    def __init__(self, python: str, tool: str, folder: Path):
        self._python = python
        self._tool = tool
        self._checkout = folder / "my katas" / "keras katas"
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
        self._environment |= {
            "HOME": str(folder),
            "PIP_CACHE_DIR": str(folder / "pip"),
            "UV_CACHE_DIR": str(folder / "uv"),
            "UV_PYTHON": python,
        }
        self._folder = folder
        self.seconds: dict[str, float] = {}

    def go(self) -> None:
        """Do all of it; raises AssertionError where a newcomer would be stuck."""
        self._type("clone", f"git clone --quiet {shlex.quote(str(CHECKOUT))} {shlex.quote(str(self._checkout))}")
        first_kata = self._set_up()
        self._sees_the_first_kata("first verdict", first_kata)
        self._sees_the_first_kata("again", first_kata)
        if self._can_go_offline():
            prefix = " ".join(WITHOUT_NETWORK)
            self._type("offline", f"{prefix} {self._pytest} katas/03_instantiate", 1, "0 of 6 steps")
        for backend in ("torch", "tensorflow"):
            asked = f"KERAS_BACKEND={backend} {self._pytest} katas/01_what_is_keras"
            self._type("", asked, 4, f"{backend} is not installed: python -m pip install -e '.[{backend}]'")

    def _set_up(self) -> str:
        """Make the environment by all but the last part of the README's command, and return that part."""
        readme = (self._checkout / "README.md").read_text(encoding="utf-8")
        if self._tool == "uv":
            command = re.search(r"`(uv run pytest katas/01_what_is_keras)`", readme)[1]
            # The first thing that uv runs waits for the install, whatever it is.
            self._type("install", "uv run python -c pass")
            return command
        command = re.search(r"^python3 -m venv .* katas/01_what_is_keras$", readme, re.MULTILINE)[0]
        venv, install, first_kata = command.replace("python3", shlex.quote(self._python), 1).split(" && ")
        self._type("venv", venv)
        self._type("install", install)
        return first_kata

    @property
    def _pytest(self) -> str:
        return ".venv/bin/python -m pytest"

    def _sees_the_first_kata(self, part: str, command: str) -> None:
        said = self._type(part, command, 1, VERDICT)
        assert f"Python {self._version()}" in said, said

    def _version(self) -> str:
        asked = [self._python, "-c", "import platform; print(platform.python_version())"]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()

    def _can_go_offline(self) -> bool:
        can = shutil.which(WITHOUT_NETWORK[0])
        return bool(can) and not subprocess.run([*WITHOUT_NETWORK, "true"], capture_output=True, check=False).returncode

    def _type(self, part: str, command: str, status: int = 0, expected: str = "") -> str:
        """Run a command as a person's shell does, note how long it took, and return what it printed."""
        cwd = self._checkout if self._checkout.exists() else self._folder
        began = time.perf_counter()
        done = subprocess.run(
            command,
            shell=True,
            cwd=cwd,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if part:
            self.seconds[part] = time.perf_counter() - began
        assert done.returncode == status, f"$ {command}\n{done.stdout}exit status {done.returncode}"
        assert expected in done.stdout, f"$ {command}\n{done.stdout}does not say: {expected}"
        return done.stdout


def main() -> int:
    """Live through each first day, print the table, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pythons", nargs="+", default=["3.11", "3.12", "3.13"], metavar="VERSION")
    parser.add_argument("--tools", nargs="+", default=["pip", "uv"], choices=["pip", "uv"])
    arguments = parser.parse_args()
    parts = ["clone", "venv", "install", "first verdict", "again", "offline"]
    rows, status = [], 0
    for version in arguments.pythons:
        for tool in arguments.tools:
            name = f"Python {version}, {tool}"
            try:
                python = installed(f"python{version}")
                if shutil.which(tool) is None and tool != "pip":
                    raise CannotBeHadError(f"no {tool} here")
            except CannotBeHadError as error:
                rows.append(f"{name:<18} {error}")
                continue
            with tempfile.TemporaryDirectory(prefix="first day ") as folder:
                day = FirstDay(python, tool, Path(folder))
                try:
                    day.go()
                except AssertionError as stuck:
                    print(f"{name}: stuck\n{stuck}", flush=True)
                    status = 1
            cells = "".join(f"{day.seconds[part]:>15.1f}" if part in day.seconds else f"{'–':>15}" for part in parts)
            until = sum(day.seconds.get(part, 0) for part in parts[:4])
            rows.append(f"{name:<18}{cells}{until:>15.1f}")
            print(rows[-1], flush=True)
    print(f"\n{'seconds':<18}" + "".join(f"{part:>15}" for part in [*parts, "to 1st verdict"]))
    print("\n".join(rows))
    return status


if __name__ == "__main__":
    sys.exit(main())
