"""The doctor's questions about the disk: can the course remember, is there room, are saves heard."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from dojo import backend
from dojo.course import ROOT
from dojo.finding import FINE, NOTE, ON_WINDOWS, Finding, here, install, setting, the_course, typed

_MIB = 2**20
_ENOUGH = 200 * _MIB
_PATIENCE = 3  # seconds until a save counts as unheard


def state() -> Finding:
    """Say where the course keeps what it remembers."""
    own, used = ROOT / ".dojo", backend.state_folder()
    if used == own:
        return Finding(FINE, f"{here(own)} can be written: progress and hints are remembered there")
    refused = own if os.path.lexists(own) else ROOT
    error = _refusal(refused)
    what = (
        f"{here(own)} cannot be written ({error.strerror}): progress goes to {used}, which may be emptied at any time"
    )
    return Finding(NOTE, what, _permit(refused, error))


def cache() -> Iterator[Finding]:
    """Say where JAX keeps compiled programs, and how much, once a backend is chosen; nothing where another one runs."""
    if os.environ["KERAS_BACKEND"] != "jax":
        return
    folder = Path(os.environ["JAX_COMPILATION_CACHE_DIR"])
    # JAX makes it when it has something to keep.
    existing = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    error = _refusal(existing)
    if error:
        what = f"{here(folder)} cannot be written ({error.strerror}): each run compiles everything anew"
        yield Finding(NOTE, what, _permit(existing, error))
        return
    sizes = [file.stat().st_size for file in folder.glob("*") if file.is_file()]
    what = f"{here(folder)} can be written: {sum(sizes) / _MIB:.1f} MiB of compiled programs in {len(sizes)} files"
    yield Finding(FINE, what)


def _refusal(folder: Path) -> OSError | None:
    """Return why nothing can be written into a folder, None where it can."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return None
    except OSError as error:
        return error


def _permit(path: Path, error: OSError) -> str:
    """Return the command that lets the person write there, where there is one."""
    if ON_WINDOWS:
        return ""
    if isinstance(error, NotADirectoryError):
        return typed("rm", here(path))
    if not isinstance(error, PermissionError):
        return ""
    if path.stat().st_uid == os.geteuid():
        return typed("chmod", "u+wx", here(path))
    return f'sudo chown -R "$(id -un)" {typed(here(path))}'


def room() -> Finding:
    """Say how much of the disk is free."""
    folder = backend.state_folder()
    free = shutil.disk_usage(folder).free
    if free >= _ENOUGH:
        return Finding(FINE, f"{free / 2**30:.1f} GiB of the disk are free")
    what = f"{free / _MIB:.0f} MiB of the disk are free: a model that is saved may not fit"
    if not (folder / "jax").is_dir():
        return Finding(NOTE, what)
    delete = ("rmdir", "/s") if ON_WINDOWS else ("rm", "-r")
    what += "; the compiled programs may go, they are made again"
    return Finding(NOTE, what, typed(*delete, here(folder / "jax")))


def saves_are_heard() -> Finding:
    """Watch a folder, save a file in it, and say whether that was noticed."""
    try:
        import watchfiles  # noqa: F401
    except ImportError as error:
        return Finding(NOTE, f"saves cannot be heard: {error}", install(*the_course()))
    with tempfile.TemporaryDirectory(dir=backend.state_folder()) as folder:
        if _hears(Path(folder)):
            return Finding(FINE, "a file that is saved is noticed")
        if _hears(Path(folder), force_polling=True):
            what = "a file that is saved is noticed only by looking again and again"
            return Finding(NOTE, what, setting("WATCHFILES_FORCE_POLLING", "1"))
    return Finding(NOTE, "a file that is saved is not noticed: run pytest yourself after each change")


def _hears(folder: Path, force_polling: bool | None = None) -> bool:
    from watchfiles import watch

    # It yields an empty set when nothing came: at first to say that it listens.
    ear = watch(
        folder, watch_filter=None, step=20, rust_timeout=100, yield_on_timeout=True, force_polling=force_polling
    )
    try:
        next(ear)
        (folder / f"saved_{force_polling}.py").write_text("x = 1\n", encoding="utf-8")
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if next(ear):
                return True
    except (OSError, RuntimeError):  # the system's limit of watches, for one
        pass
    finally:
        ear.close()
    return False
