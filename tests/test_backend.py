"""The backend is chosen before Keras loads, and what cannot be had is told with what to type."""

import os
from importlib import util

import pytest

from dojo import backend


def test_jax_is_the_default(monkeypatch):
    monkeypatch.delenv("KERAS_BACKEND")

    assert backend.choose() == "jax"
    assert os.environ["KERAS_BACKEND"] == "jax"


def test_an_unknown_backend_is_refused(monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "numpy")

    with pytest.raises(backend.BackendError, match=r"KERAS_BACKEND=numpy is none of .*: jax, torch, tensorflow"):
        backend.choose()


@pytest.mark.parametrize("name", ["torch", "tensorflow"])
def test_a_backend_that_is_not_installed_names_its_extra(monkeypatch, name):
    monkeypatch.setenv("KERAS_BACKEND", name)
    monkeypatch.setattr(util, "find_spec", lambda module: None)

    with pytest.raises(backend.BackendError, match=rf"{name} is not installed: .* -m pip install -e '\.\[{name}\]'"):
        backend.choose()


def test_what_a_user_has_set_stays(monkeypatch):
    monkeypatch.setenv("JAX_COMPILATION_CACHE_DIR", "/elsewhere")
    backend.choose()

    assert os.environ["JAX_COMPILATION_CACHE_DIR"] == "/elsewhere"


def test_a_folder_that_cannot_be_written_gets_a_substitute(tmp_path):
    (tmp_path / ".dojo").write_text("a file where the folder should be")

    folder = backend.state_folder(tmp_path)
    assert folder.is_dir()
    assert not folder.is_relative_to(tmp_path)
