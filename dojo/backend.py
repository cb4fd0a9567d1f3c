"""Which backend Keras runs on, decided before Keras is imported, and what the machine offers it."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from importlib import metadata, util
from pathlib import Path

from dojo.course import ROOT
from dojo.errors import DojoError

# The module a backend is imported as; it is also its extra, but for jax, which is always there.
BACKENDS = ("jax", "torch", "tensorflow")


class BackendError(DojoError):
    """The backend asked for cannot be had; the text says what to do."""


def choose() -> str:
    """Put the backend into the environment and return its name.

    `KERAS_BACKEND` decides, else JAX, whatever a user's keras.json says.

    Raises:
        BackendError: no such backend, or it is not installed.
    """
    name = os.environ.get("KERAS_BACKEND") or "jax"
    if name not in BACKENDS:
        raise BackendError(f"KERAS_BACKEND={name} is none of the course's backends: {', '.join(BACKENDS)}")
    if util.find_spec(name) is None:
        extra = "-e ." if name == "jax" else f"-e '.[{name}]'"
        raise BackendError(
            f"KERAS_BACKEND={name}, but {name} is not installed: {Path(sys.executable).name} -m pip install {extra}"
        )
    os.environ["KERAS_BACKEND"] = name
    _prepare_environment()
    return name


def _prepare_environment() -> None:
    # With other defaults, float16 or channels first, right answers would be wrong; a damaged keras.json stops Keras.
    os.environ["KERAS_HOME"] = str(state_folder() / "keras")
    # A warm cache makes the second run of a kata several times faster; JAX's own thresholds
    # (a second of compiling) would leave out every model of the course.
    os.environ.setdefault("JAX_COMPILATION_CACHE_DIR", str(state_folder() / "jax"))
    os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_COMPILE_TIME_SECS", "0")
    os.environ.setdefault("JAX_PERSISTENT_CACHE_MIN_ENTRY_SIZE_BYTES", "-1")
    # Several processes share one GPU; by default the first would take most of its memory.
    os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")
    os.environ.setdefault("TF_FORCE_GPU_ALLOW_GROWTH", "true")
    # TensorFlow and XLA greet with a page of log lines that a learner would read as errors.
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")


def state_folder(root: Path = ROOT) -> Path:
    """Return the folder for what may be lost: the checkout's `.dojo`, or a temporary one if that is read-only."""
    folder = root / ".dojo"
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return folder
    except OSError:
        fallback = Path(tempfile.gettempdir()) / f"keras-katas-{os.getuid() if hasattr(os, 'getuid') else 'state'}"
        fallback.mkdir(mode=0o700, exist_ok=True)
        return fallback


def has_tpu_runtime() -> bool:
    """Whether JAX would take a TPU, which one process has to itself."""
    return util.find_spec("libtpu") is not None


def describe(name: str) -> str:
    """Return one line: backend, versions, devices."""
    versions = [f"keras {metadata.version('keras')}", f"{name} {version(name)}"]
    return f"{name} backend, {', '.join(versions)}, Python {platform.python_version()}, on {', '.join(devices(name))}"


def version(module: str) -> str:
    """Return the version of the package that a module comes from."""
    try:
        return metadata.version(module)
    except metadata.PackageNotFoundError:  # TensorFlow is distributed under several names
        return metadata.version(metadata.packages_distributions()[module][0])


def devices(name: str) -> list[str]:
    """Return what a backend computes on, as `cpu:0`; starts the backend."""
    if name == "jax":
        import jax

        return [f"{device.platform}:{device.id}" for device in jax.devices()]
    if name == "torch":
        import torch

        return [f"cuda:{index}" for index in range(torch.cuda.device_count())] or ["cpu"]
    import tensorflow

    return [
        device.name.removeprefix("/physical_device:").lower() for device in tensorflow.config.list_physical_devices()
    ]
