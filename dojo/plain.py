"""What an exception says, in words that do not lead its reader astray."""

from __future__ import annotations

import re

from dojo.printable import COLOURS

# The folder that pytest makes for a test: its author does not know it, only the name of the file. It is looked for
# where a path can begin, for in each character of a long word it would be looked for to the end of that word.
_FOLDER_OF_A_TEST = re.compile(
    r"(?<![^\s'\"=])[^\s'\"=]*pytest-of-[^/\\]+[/\\]pytest-\d+[/\\](?:popen-gw\d+[/\\])?[^/\\\s]+[/\\]"
)
_LONGEST = 400  # characters of somebody else's message that still read as one remark
_LONGEST_READ = 20_000  # characters of a message in which the sentence that helps is looked for


def name_of(error: BaseException) -> str:
    """Return the exception's class name as a reader knows it."""
    return type(error).__name__


def text_of(error: BaseException) -> str:
    """Return an exception's message, of one that cannot even say it too."""
    try:
        return str(error)
    except Exception as another:
        return f"its message cannot be read ({name_of(another)})"


def plain(error: BaseException) -> str:
    """Return the sentence of an exception's message that helps, on one line."""
    tracer = _tracer_error(error)
    if tracer:
        return tracer
    text = COLOURS.sub("", text_of(error)[:_LONGEST_READ]).strip()
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
    masked = any(mask in text_of(error) for mask in _MASKS_OF_TRACERS)
    while seen is not None:
        if "Tracer" in type(seen).__name__ or masked:
            return (
                "a tensor has no value yet while Keras compiles a function — no Python `if`, float() or NumPy on "
                "it: ops.where, ops.cond and the rest of keras.ops"
            )
        seen = seen.__cause__ or seen.__context__
    return ""
