"""The doctor's questions about Keras: which backend, does it start, on which devices, and what slows it down."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata, util
from pathlib import Path

from dojo import backend, probe
from dojo.finding import FINE, NOTE, STOP, Finding, here, install, python, rename, setting, the_course, uninstall, unset
from dojo.probe import Look

_SLOW = "importing Keras takes more than twice as long"


def chosen() -> Finding:
    """Put the backend into the environment, and say where the choice came from."""
    asked = os.environ.get("KERAS_BACKEND")
    try:
        name = backend.choose()
    except backend.BackendError as error:
        is_unknown = asked and asked not in backend.BACKENDS  # else the error says what to install
        return Finding(STOP, str(error), unset("KERAS_BACKEND") if is_unknown else "")
    return Finding(
        FINE, f"{name} backend, {f'as KERAS_BACKEND={asked} says' if asked else 'which the course runs on by default'}"
    )


def starts() -> Iterator[Finding]:
    """Import Keras in another process, and judge what was seen of it and of its devices."""
    name = os.environ["KERAS_BACKEND"]
    seen = probe.look()
    taken_for_keras = _taken_for_keras(seen)
    if taken_for_keras:
        what = f"Python takes {taken_for_keras} for Keras: {seen.error or 'its name hides the real one'}"
        yield Finding(STOP, what, rename(taken_for_keras, f"my_{taken_for_keras.name}"))
    elif seen.error:
        yield _why_not(seen)
    else:
        yield Finding(FINE, f"Keras starts on {', '.join(seen.devices)}; importing it took {seen.seconds:.1f} s")
        yield from filter(None, [_unused_device(name, seen), _tensorflow_in_tow(name, seen)])


def _taken_for_keras(seen: Look) -> Path | None:
    """Return the file or folder that hides the installed Keras."""
    origin = Path(seen.origin)
    try:
        installed = Path(metadata.distribution("keras").locate_file("keras/__init__.py"))
    except metadata.PackageNotFoundError:
        return None
    if not seen.origin or not installed.exists() or installed.samefile(origin):
        return None
    return origin.parent if origin.name == "__init__.py" else origin


def _why_not(seen: Look) -> Finding:
    """Try without what a user has set: it is to blame where Keras starts then."""
    said = f"Keras does not start: {seen.error}"
    if not seen.in_time:
        return Finding(STOP, said, python("-X", "importtime", "-c", "import keras"))
    platforms = os.environ.get("JAX_PLATFORMS")
    if platforms and not probe.look(JAX_PLATFORMS=None).error:
        return Finding(STOP, f"{said} (without JAX_PLATFORMS={platforms} it does)", unset("JAX_PLATFORMS"))
    name = os.environ["KERAS_BACKEND"]
    return Finding(STOP, said, install("--force-reinstall", *the_course("" if name == "jax" else name)))


def _unused_device(name: str, seen: Look) -> Finding | None:
    """Say what would make a GPU or TPU useful that the backend does not see."""
    if sys.platform != "linux" or not all(device.startswith("cpu") for device in seen.devices):
        return None
    if name == "jax" and _has_tpu():
        what, command = "a TPU is here, but jax does not use it", install(*the_course("tpu"))
        if backend.has_tpu_runtime():
            what, command = f"{what}; one process has it to itself", ""
    elif _has_nvidia():
        what, command = _gpu_for(name, seen)
    else:
        return None
    for variable, values in (("JAX_PLATFORMS", ("cpu",)), ("CUDA_VISIBLE_DEVICES", ("", "-1"))):
        if os.environ.get(variable) in values:
            return Finding(FINE, f"{what}, as {variable}={os.environ[variable]} says")
    return Finding(NOTE, what, command)


def _gpu_for(name: str, seen: Look) -> tuple[str, str]:
    """Return what is to be said of a GPU that is not used, and what to type."""
    what = f"an NVIDIA GPU is here, but {name} does not use it"
    if name == "torch":
        return f"{what} (its builds: https://pytorch.org/get-started/locally/)", ""
    if name == "tensorflow":
        # The two TensorFlow packages write the same files.
        return what, f"{uninstall('tensorflow-cpu')} && {install('tensorflow[and-cuda]')}"
    if util.find_spec("jax_plugins"):
        # Its packages are installed; most often the driver is too old for them.
        return f"{what} ({seen.warning or 'its plugin found none'})", "nvidia-smi"
    return what, install(*the_course("cuda"))


def _has_nvidia() -> bool:
    if Path("/dev/nvidia0").exists():
        return True
    program = shutil.which("nvidia-smi")
    try:
        return bool(program) and subprocess.run([program, "-L"], capture_output=True, timeout=10).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _has_tpu() -> bool:
    # Other devices than TPUs are given out through vfio, too.
    named = any(key.startswith("TPU_") for key in os.environ)
    return Path("/dev/accel0").exists() or (Path("/dev/vfio").exists() and named)


def _tensorflow_in_tow(name: str, seen: Look) -> Finding | None:
    if name == "tensorflow" or not seen.has_tensorflow:
        return None
    package = metadata.packages_distributions().get("tensorflow", ["tensorflow"])[0]
    return Finding(NOTE, f"importing Keras on {name} brings TensorFlow along, which takes seconds", uninstall(package))


def bytecode() -> Iterator[Finding]:
    """Say whether Python keeps what it has compiled of Keras; nothing where there is no Keras."""
    spec = util.find_spec("keras")
    if spec is None or not spec.origin:
        return
    compiled = Path(util.cache_from_source(spec.origin))
    if sys.flags.dont_write_bytecode:
        command = unset("PYTHONDONTWRITEBYTECODE") if os.environ.get("PYTHONDONTWRITEBYTECODE") else ""
        why = "PYTHONDONTWRITEBYTECODE is set" if command else "Python was started with -B"
        slow = "Keras is compiled already, but what is installed from now on will not be"
        yield Finding(NOTE, f"{why}: {slow if compiled.exists() else _SLOW}", command)
        return
    folder = next(each for each in compiled.parents if each.exists())
    if compiled.exists() or os.access(folder, os.W_OK):
        yield Finding(FINE, "Python keeps what it has compiled of Keras")
        return
    what = f"{here(folder)} cannot be written, where Python would keep what it compiles: {_SLOW}"
    yield Finding(NOTE, what, setting("PYTHONPYCACHEPREFIX", str(Path.home() / ".cache" / "python")))
