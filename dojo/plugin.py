"""The pytest plugin: options, which katas a command names, and the processes they run in."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from dojo import backend, blackbox, course, guard, root
from dojo.attempt import Attempt, check_source
from dojo.course import Kata
from dojo.errors import DojoError

_RUN = pytest.StashKey[tuple[Path, str]]()  # the black box of this run: its folder, this interpreter's name


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("katas")
    group.addoption(
        "--attempt",
        action="append",
        metavar="WHOSE",
        help="whose code the katas judge: stub (default), reference, or a file or folder laid out like katas/; "
        "given again, the later one lends the names that the earlier one lacks",
    )
    group.addoption("--step", action="append", metavar="NAME", help="judge this step only; may be given again")
    group.addoption("--seed", type=int, default=0, help="what every kata test seeds Keras, NumPy and Python with")
    group.addoption(
        "--time-limit", type=float, default=30.0, metavar="SECONDS", help="how long one kata test may take (30)"
    )
    group.addoption("--cost", metavar="FILE", help="measure what each step of the kata costs, and write it into FILE")


def selected(config: pytest.Config) -> list[Kata]:
    """Return the katas that the command line names: some, all, or none."""
    found: dict[str, Kata] = {}
    for argument in config.args:
        path = Path(config.invocation_params.dir, argument.partition("::")[0]).resolve()
        kata = course.kata_at(path)
        if kata:
            found[kata.name] = kata
        elif path in (course.ROOT / "katas", course.ROOT):
            found |= {kata.name: kata for kata in course.katas()}
    return list(found.values())


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    if hasattr(config, "workerinput"):
        return None
    _check_paths(config)
    katas = selected(config)
    if katas:
        _check_katas(config, katas)
    _spread(config, katas)
    if config.getoption("cost") and (len(katas) != 1 or not alone(config)):
        raise pytest.UsageError("--cost measures one kata, in one process: name it, as in pytest katas/03_instantiate")
    if not katas:
        return None
    if course.kata_at(course.ROOT / os.environ.get("PYTEST_CURRENT_TEST", "").partition("::")[0]):
        raise pytest.UsageError("an attempt is being judged: it must not start pytest itself")
    folder = blackbox.new_folder()
    status, number = None, 0
    if _can_fork(config):
        status, number = blackbox.supervise(folder, most_deaths=20)
        config.option.no_header = config.option.no_header or number > 0
        if status is None:
            config.add_cleanup(blackbox.leave)
    else:
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
        config.add_cleanup(guard.off)
    config.stash[_RUN] = folder, blackbox.name_of_child(number)
    return status


def _check_paths(config: pytest.Config) -> None:
    if root.complaint():
        raise pytest.UsageError(root.complaint())
    for argument in config.args:
        path = Path(config.invocation_params.dir, argument.partition("::")[0]).resolve()
        if not path.exists() and path.is_relative_to(course.ROOT / "katas"):
            word = path.relative_to(course.ROOT / "katas").parts[0]
            like = course.nearest(word)
            hint = f"did you mean katas/{like}?" if like else f"there are {', '.join(k.name for k in course.katas())}"
            raise pytest.UsageError(f"there is no {argument} — {hint}")
        other = root.course_around(path)
        if other not in (None, course.ROOT) and path.is_relative_to(other / "katas"):
            raise pytest.UsageError(
                f"{argument} is of another course than {course.ROOT} — set {root.VARIABLE} to {other}"
            )


def _check_katas(config: pytest.Config, katas: list[Kata]) -> None:
    try:
        backend.choose()
        for source in sources(config):
            check_source(source, katas, config.invocation_params.dir)
        steps = {step.name for kata in katas for step in kata.steps}
    except DojoError as error:
        raise pytest.UsageError(str(error)) from None
    for name in config.getoption("step") or ():
        if name not in steps:
            raise pytest.UsageError(f"--step={name}: the steps are {', '.join(sorted(steps))}")


def sources(config: pytest.Config) -> list[str]:
    """Return whose code is judged; a later source lends what an earlier one lacks."""
    return config.getoption("attempt") or ["stub"]


def _spread(config: pytest.Config, katas: list[Kata]) -> None:
    """Several katas go to all cores, one kata on one worker; one alone must not pay for a second Keras import."""
    options = config.option
    if not hasattr(options, "numprocesses") or options.usepdb or options.collectonly:
        return
    one_thing = len(katas) == 1 or (not katas and all("::" in argument for argument in config.args))
    if options.numprocesses is None and not options.tx and not one_thing and not backend.has_tpu_runtime():
        options.numprocesses = "auto"
    if options.dist in ("no", "load"):
        options.dist = "loadfile" if katas else "worksteal"
    # A replaced worker costs an import, not the run.
    options.maxworkerrestart = options.maxworkerrestart or "1000"


def alone(config: pytest.Config) -> bool:
    """Whether the tests run in the process that was started, not in workers of xdist."""
    return not getattr(config.option, "numprocesses", None) and not getattr(config.option, "tx", None)


def _can_fork(config: pytest.Config) -> bool:
    """A fork is safe only before a backend lives in this process; where there is none a crash ends the run."""
    # Inside a test of the course's own this process belongs to another run.
    taken = "PYTEST_CURRENT_TEST" in os.environ or bool(sys.modules.keys() & {"keras", *backend.BACKENDS})
    return sys.platform == "linux" and alone(config) and not taken and not config.option.usepdb


def pytest_configure(config: pytest.Config) -> None:
    katas = selected(config)
    if not katas:
        return
    # Imported here: a run without katas has no use for either.
    from dojo.collection import Collection
    from dojo.judge import Judge
    from dojo.screen import Screen

    given = getattr(config, "workerinput", None)
    if given:
        backend.choose()
    folder, name = (Path(given["dojo_run"]), given["workerid"]) if given else config.stash[_RUN]
    config.pluginmanager.register(Collection(config), "dojo-collection")
    config.pluginmanager.register(Judge(config, blackbox.BlackBox(folder, name)), "dojo-judge")
    if config.getoption("cost"):
        from dojo.meter import Meter

        file = Path(config.invocation_params.dir, config.getoption("cost"))
        config.pluginmanager.register(Meter(file), "dojo-meter")
    if not given:
        config.pluginmanager.register(Screen(config, katas), "dojo-screen")


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node) -> None:
    if _RUN in node.config.stash:
        node.workerinput["dojo_run"] = str(node.config.stash[_RUN][0])


@pytest.fixture
def attempt(request: pytest.FixtureRequest) -> Attempt:
    """The module under test: `attempt.build_siamese(...)`."""
    return request.config.pluginmanager.get_plugin("dojo-judge").attempt(request.node.nodeid)


@pytest.fixture(scope="session")
def digits():
    """The real data of the course: `digits.x_train`, `.y_train`, `.x_test`, `.y_test`."""
    from dojo.digits import load

    return load()
