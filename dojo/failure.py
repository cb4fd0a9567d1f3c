"""Turns whatever an attempt raised into one line that teaches."""

from __future__ import annotations

import dis
import linecache
import re
import traceback
from pathlib import Path
from types import TracebackType

from _pytest.outcomes import Exit, Failed, OutcomeException, skip

from dojo.course import shown
from dojo.printable import printable

_ANSI = re.compile(r"\x1b\[[0-9;]*m")
# The folder that pytest makes for a test: its author does not know it, only the name of the file.
_FOLDER_OF_A_TEST = re.compile(r"[^\s'\"=]*pytest-of-[^/\\]+[/\\]pytest-\d+[/\\](?:popen-gw\d+[/\\])?[^/\\\s]+[/\\]")
_LONGEST = 400  # characters of somebody else's message that still read as one remark
_LONGEST_LINE = 690  # ours around it included
_MOST_FRAMES = 200  # at either end of a traceback; a recursion has as many between them as it likes
_LONGEST_READ = 20_000  # characters of a message in which the sentence that helps is looked for


class NotYet(AssertionError):
    """An attempt is not right yet; the text is the one line its author reads.

    `where` is "file.py:12" and the line of the attempt there, `untouched` marks a step that still is the stub's.
    """

    def __init__(self, line: str, where: str = "", untouched: bool = False):
        line = printable(line)
        super().__init__(line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]} …")
        self.where = printable(where)
        self.untouched = untouched


class OurTestBroke(Exception):
    """A test of the course failed by itself; the attempt is not to blame."""


# The short name is what pytest prints in its own summary line.
NotYet.__module__ = OurTestBroke.__module__ = "builtins"


class TimeUp(BaseException):
    """The time limit of a test ran out. Not an Exception: an attempt's `except Exception` must not eat it."""


class HardExit(BaseException):
    """The attempt called os._exit()."""


def explain(error: BaseException, step: str, attempt_files: frozenset[str]) -> NotYet | OurTestBroke:
    """Return what to tell the author of the attempt about this exception.

    Args:
        error: what a test of the step raised.
        step: the step's name; it opens the line.
        attempt_files: file names whose frames are the attempt's.
    """
    if isinstance(error, NotYet) and not _passes_through(error, attempt_files):
        return error
    frames = frames_of(error)
    own = _own_frames(error, attempt_files)
    where = _quote(own[-1]) if own else ""
    if isinstance(error, TimeUp):
        return NotYet(f"{step}: {error} — does a loop in it never end?", where)
    if isinstance(error, NotImplementedError) and "TODO" in _text(error):
        missing = own[-1].name if own and own[-1].name in _text(error) else step
        return NotYet(f"{missing}: not written yet — {_todo(error)}", where, untouched=True)
    if isinstance(error, (SystemExit, HardExit)):
        return NotYet(f"{step}: it ends the program with exit() — return a value and let the caller go on", where)
    if name_of(error) == "BdbQuit":
        return NotYet(f"{step}: it stops at a breakpoint(), and nobody is there to go on — take it out", where)
    if isinstance(error, (OutcomeException, Exit)) and (own or not isinstance(error, Failed)):
        return NotYet(f"{step}: it calls pytest to end the test ({name_of(error)}) — return a value instead", where)
    if isinstance(error, (AssertionError, Failed)) and not _passes_through(error, attempt_files):
        # A claim of the test, about what the attempt raised if it has a cause.
        return NotYet(f"{step}: {_text(error).partition(chr(10))[0]}", where)
    if own:
        return NotYet(f"{step}: {name_of(error)}: {plain(error)}", where)
    if _raised_by_a_library(frames):
        return NotYet(f"{step}: using what it returned failed: {name_of(error)}: {plain(error)}{_in_test(frames)}")
    said = f"{name_of(error)}: {plain(error)}{_in_test(frames)}"
    return OurTestBroke(f"our test broke, the mistake is not yours — please report it: {said}")


def _passes_through(error: BaseException, files: frozenset[str]) -> bool:
    return any(frame.filename in files for frame in frames_of(error))


def _own_frames(error: BaseException, files: frozenset[str]) -> list[traceback.FrameSummary]:
    """Return the attempt's frames of an error, or of what it was raised from."""
    frames = frames_of(error)
    own = [frame for frame in frames if frame.filename in files]
    if not own and error.__cause__ is not None:
        return _own_frames(error.__cause__, files)
    return own


def is_a_skip_of_ours(error: BaseException, tests: Path) -> bool:
    """Whether a test, or a mark on it, has left itself out; not an attempt, by whatever road."""
    if not isinstance(error, skip.Exception):
        return False
    frames = frames_of(error)
    last = [frame for frame in frames if not {"_pytest", "pluggy"} & set(Path(frame.filename).parts)][-1]
    if Path(last.filename) == tests:
        return re.search(r"\b(importor)?skip\(", last.line or "") is not None
    return Path(last.filename).parent == Path(__file__).parent


def is_raised_by_hand(error: KeyboardInterrupt) -> bool:
    """Whether a statement has raised it, and no Ctrl-C."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_code[trace.tb_lasti] == dis.opmap["RAISE_VARARGS"]


def _text(error: BaseException) -> str:
    """Return an exception's message, of one that cannot even say it too."""
    try:
        return str(error)
    except Exception as another:
        return f"its message cannot be read ({name_of(another)})"


def frames_of(error: BaseException) -> traceback.StackSummary:
    """Return the frames of an error's traceback; of very many those at its ends."""
    frames = list(traceback.walk_tb(error.__traceback__))
    if len(frames) > 2 * _MOST_FRAMES:
        frames = frames[:_MOST_FRAMES] + frames[-_MOST_FRAMES:]
    return traceback.StackSummary.extract(frames)


def name_of(error: BaseException) -> str:
    """Return the exception's class name as a reader knows it."""
    return type(error).__name__


def plain(error: BaseException) -> str:
    """Return the sentence of an exception's message that helps, on one line."""
    tracer = _tracer_error(error)
    if tracer:
        return tracer
    text = _ANSI.sub("", _text(error)[:_LONGEST_READ]).strip()
    for opening, meaning in _MISLEADING:
        if opening in text:
            return meaning
    # Keras wraps the sentence that matters in a frame of its own on both sides, saving and loading in many.
    text = text.rpartition("Exception encountered: ")[2].partition(" Make sure custom classes")[0]
    text = re.sub(r"\{\{function_node .*?\}\}", "", text)
    text = re.sub(r"^Exception encountered when calling [^\n]*\n+", "", text)
    text = re.split(r"\n+(?:Arguments received by|Call arguments received by)", text)[0]
    text = " ".join(text.split())
    text = re.sub(r"\[\[.*?\]\]", "[…]", text)  # a whole batch of numbers
    text = _FOLDER_OF_A_TEST.sub("", text)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"


_NO_NUMBERS = (
    "text or an object came where numbers belong — are arguments out of place? In compile, by place, loss_weights come "
    "third: write metrics="
)

_ONE_YES = "a Python `if` wants one yes or no and got a whole array — ops.where and ops.maximum decide number by number"

_NONE = "None where numbers belong — was y, or a return, forgotten?"

# Messages of Keras 3.15 and its backends whose words lead away from the cause.
_MISLEADING = (
    (
        "Triggering __jax_array__() during abstractification",
        "a Keras variable or symbolic tensor went into a function of JAX — use keras.ops, or pass variable.value",
    ),
    ("truth value of an array with more than one element", _ONE_YES),
    ("Boolean value of Tensor with more than one value", _ONE_YES),
    ("Could not convert <Variable", "a Keras variable came where a tensor belongs — pass variable.value"),
    ("is not a valid JAX array type", _NO_NUMBERS),
    ("must be a string or a real number, not 'NoneType'", _NONE),
    ("must be a string or a real number, not '", _NO_NUMBERS),  # JAX 0.7
    ("to a NumPy dtype (via", _NO_NUMBERS),
    ("Invalid dtype: str", _NO_NUMBERS),
    ("Invalid dtype: object", _NO_NUMBERS),
    ("dtype='string' is not a valid dtype", _NO_NUMBERS),
    ("Failed to convert elements of <", _NO_NUMBERS),
    (
        "has no attribute 'assign",
        "only a variable, such as a layer's weight, can be assigned to; an array or tensor stays as it is: return a "
        "new one",
    ),
    (
        "Arguments `target` and `output` must have the same shape. ",
        "labels and outputs differ in shape — labels that are integers need a loss whose name begins with sparse_, and "
        "the last layer one output for each class",
    ),
    (
        "'float' object is not subscriptable",
        "a float came where a list was expected — evaluate gives the loss alone where no metric was compiled",
    ),
    (
        "reading from stdin while output is captured",
        "it asks with input(), and nobody answers a test: take an argument",
    ),
    ("' to a shape.", "a shape is a tuple: shape=(4,) — the comma makes it one"),
    ("None is not a valid value for jnp.array", _NONE),
    (
        "'NoneType' object is not callable",
        "what is called here is None — or, where a weight is read, an error inside fit or predict has lost the model's "
        "weights: build the model afresh",
    ),
)


# What the backends' errors about tensors without a value read like once Keras has raised them again.
_MASKS_OF_TRACERS = (
    "_error_repr",
    "numpy() is only available when eager execution is enabled",
    "Using a symbolic `tf.Tensor` as a Python `bool`",
    "Tensor.item() cannot be called on meta tensors",
)


def _tracer_error(error: BaseException) -> str:
    """Return the advice for Python control flow or NumPy on a traced tensor, whichever mask the error wears."""
    seen: BaseException | None = error
    masked = any(mask in _text(error) for mask in _MASKS_OF_TRACERS)
    while seen is not None:
        if "Tracer" in type(seen).__name__ or masked:
            return (
                "a tensor has no value yet while Keras compiles a function — no Python `if`, float() or NumPy on "
                "it: ops.where, ops.cond and the rest of keras.ops"
            )
        seen = seen.__cause__ or seen.__context__
    return ""


def _todo(error: BaseException) -> str:
    return _ANSI.sub("", _text(error)).partition("TODO:")[2].strip().partition("\n")[0]


def _raised_by_a_library(frames: traceback.StackSummary) -> bool:
    """Whether a test called into Keras or a backend and that raised: the attempt's object was wrong for the call."""
    innermost = Path(frames[-1].filename).parts if frames else ()
    return bool({"keras", "jax", "jaxlib", "torch", "tensorflow", "h5py"} & set(innermost))


def _quote(frame: traceback.FrameSummary) -> str:
    line = linecache.getline(frame.filename, frame.lineno or 0).strip()
    return f"{shown(Path(frame.filename))}:{frame.lineno}" + (f"  {line}" if line else "")


def _in_test(frames: traceback.StackSummary) -> str:
    test = [frame for frame in frames if Path(frame.filename).name.startswith("test_")]
    return f" (test: `{test[-1].line}`)" if test else ""


def only_frames_of(trace: TracebackType | None, files: frozenset[str]) -> TracebackType | None:
    """Return the traceback with nothing but the frames of these files."""
    kept = []
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            kept.append(trace)
        trace = trace.tb_next
    chain = None
    for link in reversed(kept[-_MOST_FRAMES:]):
        chain = TracebackType(chain, link.tb_frame, link.tb_lasti, link.tb_lineno)
    return chain
