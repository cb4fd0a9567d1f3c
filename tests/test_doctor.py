"""Drives `dojo doctor` on machines that are well, and on some that are not."""

import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from importlib import metadata, util

import pytest

from dojo import probe, startup
from tests.small_course import AS_ANYONE, Course

NAMED = os.environ["KERAS_BACKEND"]
OTHER = "torch" if NAMED != "torch" else "tensorflow"
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="what Linux can take away or pretend")
ON_JAX = pytest.mark.skipif(NAMED != "jax", reason="about JAX")
# Where it is known beforehand that Keras will not be started, an examination takes no second.
WITHOUT_KERAS = {"KERAS_BACKEND": "theano"}


@pytest.fixture
def course(small_course):
    return small_course


def examine(course, prefix=(), cwd=".", **environment):
    """Run `dojo doctor` with no settings of the person who runs the tests."""
    settings = {"PYTHONDONTWRITEBYTECODE": ""} | environment
    return course.run("doctor", prefix=prefix, module="dojo.cli", cwd=cwd, **settings)


def line(run, part):
    """Return the one line that a run says about something."""
    lines = [line for line in run.stdout.splitlines() if part in line]
    assert len(lines) == 1, f"{part!r} is in {len(lines)} lines of:\n{run.stdout}{run.stderr}"
    return lines[0]


@contextmanager
def nobody_may_write(folder):
    """Take away the right to write to a folder, and yield the prefix under which root has lost it, too."""
    folder.chmod(0o555)
    yield AS_ANYONE
    folder.chmod(0o755)


def a_gpu(course):
    """Return the environment in which NVIDIA's program finds a GPU."""
    course.write("bin/nvidia-smi", "#!/bin/sh\necho 'GPU 0: one for a test'\n").chmod(0o755)
    return {"PATH": f"{course.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture(scope="module")
def well(tmp_path_factory):
    """A machine that nothing is amiss with, but for a keras.json that Keras would stumble over."""
    course = Course(tmp_path_factory.mktemp("well") / "a course für zwei")
    file = course.write("settings/keras.json", '{"floatx": "float31", "image_data_format": "channels_first"}')
    return examine(course, KERAS_HOME=str(file.parent), CUDA_VISIBLE_DEVICES="-1", **a_gpu(course))


def test_nothing_stops_a_learner_on_a_machine_that_is_well(well):
    assert well.returncode == 0, well.stdout + well.stderr
    assert "✗" not in well.stdout
    assert well.stderr == ""


@pytest.mark.parametrize(
    "idea",
    [
        f"✓ Python {sys.version.split()[0]}",
        f"✓ {NAMED} backend, as KERAS_BACKEND={NAMED} says",
        "✓ Keras starts on ",
        "✓ .dojo can be written",
        "of the disk are free",
        "✓ a file that is saved is noticed",
        "✓ Python keeps what it has compiled",
        "✓ 2 katas, each with all of its files",
    ],
    ids=str,
)
def test_what_is_well_is_told(well, idea):
    assert line(well, idea)


def test_packages_are_told_with_their_versions(well):
    assert f"keras {metadata.version('keras')}, " in line(well, "watchfiles")


@ON_LINUX
def test_a_gpu_that_is_kept_out_on_purpose_is_no_note(well):
    assert line(well, "an NVIDIA GPU is here").endswith("as CUDA_VISIBLE_DEVICES=-1 says")
    assert line(well, "an NVIDIA GPU is here").startswith("✓ ")


@pytest.fixture(scope="module")
def could_be_better(tmp_path_factory):
    """A machine on which much could be better, but nothing stops a learner."""
    if sys.platform != "linux":
        pytest.skip("Linux can pretend all of it")
    course = Course(tmp_path_factory.mktemp("notes") / "course")
    if NAMED != "tensorflow":
        course.write("tensorflow.py", "")
        course.write("sitecustomize.py", "import tensorflow")
    other = Course(course.folder / "another")
    other.write(".dojo/jax/of_a_program", "x" * 2**20)
    with nobody_may_write(other.folder / ".dojo") as prefix:
        return examine(
            course,
            prefix,
            cwd=other.folder,
            KERAS_BACKEND="" if NAMED == "jax" else NAMED,
            **a_gpu(course),
            # The dojo of one checkout, in the folder of another.
            PYTHONPATH=str(course.folder),
            PYTHONSAFEPATH="1",
            PYTHONDONTWRITEBYTECODE="1",
        )


def test_notes_stop_nobody(could_be_better):
    assert could_be_better.returncode == 0, could_be_better.stdout + could_be_better.stderr
    assert could_be_better.stderr == ""
    assert "✗" not in could_be_better.stdout


def test_a_state_folder_that_cannot_be_written_is_told_with_its_substitute(could_be_better):
    said = line(could_be_better, "progress goes to ")

    assert "Permission denied" in said
    assert "keras-katas-" in said
    assert "type: chmod u+wx " in said


@ON_JAX
def test_the_cache_is_where_the_state_is(could_be_better):
    assert "keras-katas-" in line(could_be_better, "of compiled programs in")


@ON_JAX
def test_the_default_backend_is_told_as_such(could_be_better):
    assert "jax backend, which the course runs on by default" in could_be_better.stdout


@ON_JAX
@pytest.mark.skipif(bool(util.find_spec("jax_plugins")), reason="the extra is installed")
def test_a_gpu_that_is_not_used_names_the_extra(could_be_better):
    said = line(could_be_better, "an NVIDIA GPU is here, but jax does not use it")

    assert "[cuda]'" in said.partition("-m pip install -e ")[2]


@pytest.mark.skipif(NAMED == "tensorflow", reason="TensorFlow is what is asked for")
def test_a_tensorflow_that_comes_along_is_told(could_be_better):
    said = line(could_be_better, f"importing Keras on {NAMED} brings TensorFlow along")

    assert "-m pip uninstall tensorflow" in said


def test_the_folder_of_another_checkout_is_told(could_be_better):
    said = line(could_be_better, "have a dojo of their own")

    assert said.startswith("! ")
    assert said.endswith("-m pip install -e .")


def test_bytecode_that_is_not_kept_is_told(could_be_better):
    assert line(could_be_better, "PYTHONDONTWRITEBYTECODE is set").endswith("type: unset PYTHONDONTWRITEBYTECODE")


def test_an_import_without_bytecode_is_slow(course):
    nothing_yet = str(course.folder / "bytecode")
    run = examine(course, **WITHOUT_KERAS, PYTHONDONTWRITEBYTECODE="1", PYTHONPYCACHEPREFIX=nothing_yet)

    assert "more than twice as long" in line(run, "PYTHONDONTWRITEBYTECODE is set")


@ON_LINUX
def test_bytecode_that_cannot_be_written_is_told(course):
    folder = course.write("bytecode/x", "").parent
    with nobody_may_write(folder) as prefix:
        run = examine(course, prefix, **WITHOUT_KERAS, PYTHONPYCACHEPREFIX=str(folder))

    assert "type: export PYTHONPYCACHEPREFIX=" in line(run, "where Python would keep what it compiles")


def test_an_unknown_backend_stops(course):
    run = examine(course, KERAS_BACKEND="theano")
    said = line(run, "theano")

    assert said.startswith("✗ ")
    assert "jax, torch, tensorflow" in said
    assert run.returncode == 1


def test_a_backend_that_is_not_installed_stops(course):
    course.write("sitecustomize.py", HIDES.format(OTHER))
    run = examine(course, KERAS_BACKEND=OTHER, PYTHONPATH=str(course.folder))

    assert line(run, f"{OTHER} is not installed: ").endswith(f"-m pip install -e '.[{OTHER}]'")
    assert run.returncode == 1


@pytest.mark.parametrize("named", ["", "jax"], ids=["by default", "named"])
def test_a_missing_jax_stops_and_is_to_be_installed(course, named):
    course.write("sitecustomize.py", HIDES.format("jax"))
    run = examine(course, KERAS_BACKEND=named, PYTHONPATH=str(course.folder))

    assert line(run, "jax is not installed: ").endswith("-m pip install -e .")
    assert (run.returncode, run.stderr) == (1, "")


HIDES = """
from importlib.machinery import PathFinder

found = PathFinder.find_spec
PathFinder.find_spec = lambda name, *more: None if name == "{}" else found(name, *more)
"""


def test_what_is_missing_or_too_old_is_told_by_name(course):
    text = (course.folder / "pyproject.toml").read_text(encoding="utf-8")
    course.write("pyproject.toml", text.replace('"click>=', '"click>=999", "no-such-package>='))
    run = examine(course, **WITHOUT_KERAS)

    assert "the course needs >=999" in line(run, "✗ click ")
    assert line(run, "✗ no-such-package is not installed").endswith("-m pip install -e .")


def test_another_python_is_needed(course):
    text = (course.folder / "pyproject.toml").read_text(encoding="utf-8")
    course.write("pyproject.toml", text.replace('requires-python = ">=3.', 'requires-python = ">=3.99, >=3.'))
    run = examine(course)

    assert "the course needs >=3.99, " in run.stdout
    assert run.stdout.count("\n") == 1, "about the packages of that Python nobody needs to know"
    assert run.returncode == 1


def test_a_file_that_python_takes_for_keras_stops(course):
    file = course.write("elsewhere/keras.py", 'raise ImportError("an exercise of mine")\n')
    run = examine(course, PYTHONPATH=str(file.parent))
    said = line(run, "for Keras")

    assert said.startswith(f"✗ Python takes {file} for Keras: ImportError: an exercise of mine")
    assert "my_keras.py" in said
    assert run.returncode == 1


@ON_JAX
def test_a_platform_that_jax_has_not_got_stops(course):
    run = examine(course, JAX_PLATFORMS="abacus")

    assert line(run, "(without JAX_PLATFORMS=abacus it does)").endswith("type: unset JAX_PLATFORMS")
    assert run.returncode == 1


def test_a_start_that_does_not_end_is_given_up(monkeypatch):
    monkeypatch.setattr(probe, "LIMIT", 0.1)

    (found,) = startup.starts()
    assert found.what == "Keras does not start: it takes longer than 0.1 seconds"
    assert found.command.endswith("-X importtime -c 'import keras'")


def test_a_kata_without_its_stub_stops(course):
    (course.folder / "katas/02_more_sums/more_sums.py").unlink()
    (course.folder / "katas/02_more_sums/hints.md").unlink()
    run = examine(course)

    assert line(run, "more_sums.py is missing").startswith("✗ ")
    assert line(run, "more_sums.py is missing").endswith("reset 2")
    assert line(run, "hints.md is missing").startswith("! ")
    assert run.returncode == 1


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_tests_that_are_missing_or_changed_can_be_restored(course):
    git = ["git", "-C", course.folder, "-c", "user.name=a", "-c", "user.email=b", "-c", "commit.gpgsign=false"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "as it came"]):
        subprocess.run([*git, *words], check=True)
    (course.folder / "katas/01_sums/test_sums.py").unlink()
    course.write("katas/02_more_sums/test_more_sums.py", "")
    run = examine(course, **WITHOUT_KERAS)

    assert line(run, "✗ katas/01_sums").endswith("is missing — type: git restore katas/01_sums/test_sums.py")
    assert line(run, "! tests are not as").endswith("type: git restore katas/02_more_sums/test_more_sums.py")


def test_a_dojo_away_from_its_katas_stops(course):
    shutil.rmtree(course.folder / "katas")
    run = examine(course)

    assert line(run, "away from its katas").endswith("-m pip install -e .")
    assert run.returncode == 1


def test_without_watchfiles_saves_are_not_heard(course):
    file = course.write("elsewhere/watchfiles.py", 'raise ImportError("No module named watchfiles")\n')
    run = examine(course, **WITHOUT_KERAS, PYTHONPATH=str(file.parent))

    assert "No module named watchfiles — type: " in line(run, "saves cannot be heard")


NO_WATCHES = ["unshare", "-Ur", "sh", "-c", 'echo 0 > /proc/sys/user/max_inotify_instances && exec "$@"', "sh"]


@ON_LINUX
def test_where_the_system_reports_no_saves_polling_is_told(course):
    if subprocess.run([*NO_WATCHES, "true"], capture_output=True, check=False).returncode:
        pytest.skip("needs the right to a namespace of its own")
    run = examine(course, NO_WATCHES, **WITHOUT_KERAS)

    assert line(run, "only by looking again and again").endswith("type: export WATCHFILES_FORCE_POLLING=1")
