"""Loads the module under test and hands its names to the tests."""

from __future__ import annotations

import difflib
import inspect
import sys
import types
from pathlib import Path

from dojo.course import Kata, Step, shown
from dojo.errors import DojoError
from dojo.failure import HardExit, NotYet, TimeUp
from dojo.frames import frames_of
from dojo.isolation import World
from dojo.plain import name_of, plain


class AttemptPathError(DojoError):
    """`--attempt` does not lead to an attempt; the text says what to do."""


def file_of(kata: Kata, source: str, invoked_from: Path) -> Path:
    """Return the file that holds this kata's attempt; it need not exist.

    Args:
        kata: the kata.
        source: "stub", "reference", or a path: a file, a folder laid out like `katas/`, or one kata's folder.
        invoked_from: what a relative path is relative to.
    """
    if source == "stub":
        return kata.stub
    if source == "reference":
        return kata.reference
    path = (invoked_from / source).resolve()
    if path.is_file():
        return path
    beside = path / kata.stub.name
    return beside if beside.is_file() else path / kata.name / kata.stub.name


def check_source(source: str, katas: list[Kata], invoked_from: Path) -> None:
    """Raise AttemptPathError where a source cannot serve these katas."""
    if source in ("stub", "reference"):
        return
    path = invoked_from / source
    if not path.exists():
        raise AttemptPathError(f"--attempt={source}: there is no such file or folder; `stub`, `reference` or a path")
    if path.is_file() and len(katas) > 1:
        raise AttemptPathError(
            f"--attempt={source} is one file, for one kata: name it, as in pytest katas/03_instantiate"
        )


class Attempt:
    """One kata's module under test; its attributes are the attempt's public names.

    Looking a name up fails, in one line, where the file cannot be loaded, the name is missing or its parameters
    are not those of the syllabus.

    Args:
        kata: the kata.
        files: whose names these are; a name missing in the first is taken from the next.
        world: puts back what a file changes outside itself when it is imported.
    """

    def __init__(self, kata: Kata, files: list[Path], world: World):
        self._kata = kata
        self._files = files
        self._world = world
        self._modules: dict[Path, types.ModuleType | NotYet] = {}
        self._registered: dict[str, object] = {}

    def __getattr__(self, name: str):
        step = self._kata.step(name)
        found = [vars(module)[name] for module in self._loaded() if name in vars(module)]
        if not found:
            raise self._missing(step)
        _check_kind(step, found[0])
        return found[0]

    def load(self) -> None:
        """Run the files that have not run yet; what stops them is told when a name is looked up."""
        # The first file last: a class of its own takes the place of one that a later file registers by that name.
        for file in reversed(self._files):
            if file not in self._modules:
                self._modules[file] = self._load(file)

    def register(self) -> None:
        """Make the classes known to Keras that the import registered; a test begins without those of others."""
        import keras

        keras.saving.get_custom_objects().update(self._registered)

    def fresh(self) -> Attempt:
        """Return the attempt as a new process would have it: imported once more, nothing else registered."""
        self._world.restore()
        attempt = Attempt(self._kata, self._files, self._world)
        attempt.load()
        attempt.register()
        return attempt

    def _loaded(self) -> list[types.ModuleType]:
        self.load()
        modules = [self._modules[file] for file in self._files]
        for module in modules:
            if isinstance(module, NotYet):
                raise module
        return modules

    def _load(self, file: Path) -> types.ModuleType | NotYet:
        import keras

        before = dict(keras.saving.get_custom_objects())
        try:
            return load(file)
        except NotYet as failure:
            return failure
        finally:
            now = keras.saving.get_custom_objects()
            self._registered |= {name: value for name, value in now.items() if before.get(name) is not value}
            # What an import has changed is back before the first test: no answer gains by it.
            self._world.restore(blame=False)
            self.register()

    def _missing(self, step: Step) -> NotYet:
        file = self._files[0]
        names = [name for name in vars(self._loaded()[0]) if not name.startswith("_")]
        like = difflib.get_close_matches(step.name, names, n=1)
        kind = "class" if step.is_class else "def"
        advice = f"is it `{like[0]}`, misspelt?" if like else f"write `{kind} {step.signature}` there"
        return NotYet(f"{step.name}: {file.name} has no such name — {advice}", shown(file))


def load(file: Path) -> types.ModuleType:
    """Run an attempt's file and return its module, without leaving bytecode behind.

    Raises:
        NotYet: the file is missing, empty or does not run.
    """
    place = shown(file)
    if not file.is_file():
        raise NotYet(f"{place} is missing — `git restore {place}` brings the stub back", place)
    try:
        source = file.read_bytes()
        if not source.strip():
            raise NotYet(f"{place} is empty — `git restore {place}` brings the stub back", place)
        code = compile(source, str(file), "exec", dont_inherit=True)
    except SyntaxError as error:
        raise NotYet(*_syntax(error, place)) from None
    except (RecursionError, MemoryError):
        raise NotYet(f"{place} is not Python: it is nested too deeply", place) from None
    except (ValueError, OSError) as error:  # null bytes; no permission
        raise NotYet(f"{place} cannot be read: {plain(error)}", place) from None
    module = types.ModuleType(f"attempt_{file.stem}")
    module.__file__ = str(file)
    # Where pickle and dataclasses look a class's module up.
    sys.modules[module.__name__] = module
    try:
        exec(code, vars(module))
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise _does_not_run(error, file) from error
    return module


def _syntax(error: SyntaxError, place: str) -> tuple[str, str]:
    if error.lineno is None:
        return f"{place} is not Python: {error.msg}", place
    text = (error.text or "").strip()
    return f"{place} is not Python yet: {error.msg} in line {error.lineno}", f"{place}:{error.lineno}  {text}"


def _does_not_run(error: BaseException, file: Path) -> NotYet:
    frames = [frame for frame in frames_of(error) if frame.filename == str(file)]
    number, text = (frames[-1].lineno, frames[-1].line) if frames else (0, "")
    where = f"{shown(file)}:{number}  {text}"
    said = f"{name_of(error)}: {plain(error)}"
    if isinstance(error, ModuleNotFoundError):
        said += " — is it installed here?"
        if (error.name or "").partition(".")[0] == "tensorflow":
            said = (
                "TensorFlow is not installed, nor needed: Keras 3 stands alone — "
                "`import keras`, not `from tensorflow import keras`"
            )
    elif isinstance(error, TimeUp):
        said = f"{error} — does a loop in it never end?"
    elif isinstance(error, (SystemExit, HardExit)):
        said = "it ends the program — an attempt is imported, so leave exit() out"
    return NotYet(f"{shown(file)} stops in line {number}: {said}", where)


def _check_kind(step: Step, found: object) -> None:
    if step.is_class and not isinstance(found, type):
        raise NotYet(f"{step.name}: it is {_a(found)}, expected a class")
    if not callable(found):
        raise NotYet(f"{step.name}: it is {_a(found)}, expected a function")
    try:
        # A class's own signature would be that of Layer.__new__, which takes anything.
        signature = inspect.signature(found.__init__ if step.is_class else found)
    except (TypeError, ValueError):
        return
    receiver = (None,) if step.is_class else ()
    try:
        signature.bind(*receiver, *step.required, **dict.fromkeys(step.optional))
    except TypeError as error:
        mine = str(signature).replace("(self, ", "(", 1)
        raise NotYet(f"{step.name}: it takes {mine}, expected {step.signature} — {error}") from None


def _a(value: object) -> str:
    return f"a {type(value).__name__}"
