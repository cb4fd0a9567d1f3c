"""The doctor's questions about what is installed: Python, packages, and which checkout of the course."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from urllib.parse import urlparse
from urllib.request import url2pathname

from dojo import backend
from dojo.course import ROOT
from dojo.finding import FINE, NOTE, STOP, Finding, install, restore, the_course
from dojo.root import CHECKOUT

_PROJECT = CHECKOUT / "pyproject.toml"


def python() -> Finding:
    """Say which Python runs, and whether the course supports it."""
    try:
        from packaging.specifiers import SpecifierSet
    except ImportError:
        return Finding(STOP, "packaging is not installed, which pytest brings along", install(*the_course()))
    # By hand: a Python too old for the course may be too old to read TOML.
    found = re.search(r'^requires-python = "(.+?)"', _PROJECT.read_text(encoding="utf-8"), flags=re.MULTILINE)
    version, bounds = platform.python_version(), found[1] if found else ""
    if SpecifierSet(bounds).contains(version, prereleases=True):
        return Finding(FINE, f"Python {version}")
    return Finding(STOP, f"Python {version}, the course needs {bounds}: https://www.python.org/downloads/")


def packages() -> Iterator[Finding]:
    """Say of each package that the course depends on whether it is there, in a version that will do."""
    import tomllib

    from packaging.requirements import Requirement

    try:
        project = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    except tomllib.TOMLDecodeError as error:
        yield Finding(STOP, f"pyproject.toml cannot be read: {error}", restore(_PROJECT))
        return
    chosen = os.environ.get("KERAS_BACKEND") or "jax"
    needed = [(Requirement(text), "") for text in project["dependencies"]]
    if chosen in backend.BACKENDS:
        needed += [(Requirement(text), chosen) for text in project["optional-dependencies"].get(chosen, [])]
    good = []
    for requirement, extra in needed:
        if requirement.marker and not requirement.marker.evaluate():
            continue
        version = _version(requirement.name, module=extra)
        if version and requirement.specifier.contains(version, prereleases=True):
            good.append(f"{extra or requirement.name} {version}")
        elif version:
            what = f"{requirement.name} {version} is installed, the course needs {requirement.specifier}"
            yield Finding(STOP, what, install(*the_course(extra)))
        elif not extra:  # whether the backend is there is told with the choice of it
            yield Finding(STOP, f"{requirement.name} is not installed", install(*the_course()))
    if good:
        yield Finding(FINE, ", ".join(good))


def _version(name: str, module: str) -> str:
    """Return the installed version, "" where there is none; by module, where packages of several names hold it."""
    try:
        return backend.version(module) if module else metadata.version(name)
    except (metadata.PackageNotFoundError, KeyError):
        return ""


def checkout() -> Finding:
    """Say whose dojo runs: that of another clone is easily taken for one's own."""
    folders = (Path.cwd(), *Path.cwd().parents)
    around = next((each for each in folders if (each / "dojo" / "cli.py").exists()), CHECKOUT)
    if around != CHECKOUT:
        what = f"the katas of {around} have a dojo of their own, but the one that runs is that of {CHECKOUT}"
        return Finding(NOTE, what, install(*the_course(at=around)))
    installed = list(metadata.distributions(name="keras-katas"))
    if not installed and not shutil.which("dojo"):
        return Finding(NOTE, "the course is not installed: there is no command `dojo`", install(*the_course()))
    addresses = [json.loads(text)["url"] for each in installed if (text := each.read_text("direct_url.json"))]
    clones = [Path(url2pathname(urlparse(address).path)).resolve() for address in addresses]
    if clones and CHECKOUT not in clones:
        what = f"the installed command `dojo` is that of {clones[0]}, this one is that of {CHECKOUT}"
        return Finding(NOTE, what, install(*the_course()))
    return Finding(FINE, f"the dojo is that of {CHECKOUT}, the katas are those of {ROOT}")
