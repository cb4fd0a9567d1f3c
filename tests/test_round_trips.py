"""A file written under one backend, in one process, loads under each of the others in a fresh one."""

import json
import os
import subprocess
import sys
from importlib import util

from dojo.backend import BACKENDS
from dojo.course import ROOT

INSTALLED = [name for name in BACKENDS if util.find_spec(name)]


def run(backend, *arguments):
    """Run tests/round_trip.py in a process of its own under this backend, and return what it prints."""
    command = [sys.executable, "-m", "tests.round_trip", *map(str, arguments)]
    environment = os.environ | {"KERAS_BACKEND": backend}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def test_every_backend_reads_what_every_backend_wrote(tmp_path, subtests, record_property):
    folders = {writer: tmp_path / writer for writer in INSTALLED}
    for writer, folder in folders.items():
        folder.mkdir()
        run(writer, "write", folder)
    for reader in INSTALLED:
        found = json.loads(run(reader, "read", *folders.values()).splitlines()[-1])
        for writer, folder in folders.items():
            for what, off in found[str(folder)].items():
                with subtests.test(writer=writer, reader=reader, what=what):
                    assert isinstance(off, float), off
                    assert off < 1e-5
    record_property("backends", INSTALLED)
