"""What the tests claim of an answer. A claim that fails says in one line what came, what was expected, and why.

They take `what`, the words for the thing in hand ("distance(a, a)"), and survive anything an attempt may return.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras import ops

from dojo.plain import plain, text_of

_SMALL = 6  # values that can be read at a glance


def array(what: str, got: Any, shape: tuple[int | None, ...] | None = None, why: str = "") -> np.ndarray:
    """Return `got`, an array or tensor of numbers, as a NumPy array.

    Args:
        what: words for `got`.
        got: anything.
        shape: the shape it must have; None in it stands for any length.
        why: the idea behind the shape.
    """
    __tracebackhide__ = True
    values = _numbers(what, got)
    if shape is not None and not _fits(values.shape, shape):
        wanted = str(shape).replace("None", "any")
        raise AssertionError(f"{what} has shape {values.shape}, expected {wanted}{_because(why)}")
    return values


def output(
    what: str, model: Callable, inputs: Any, shape: tuple[int | None, ...] | None = None, why: str = ""
) -> np.ndarray:
    """Return what a model or layer gives for `inputs` as a NumPy array, of this shape if one is given."""
    __tracebackhide__ = True
    given = ", ".join(str(np.shape(part)) for part in (inputs if isinstance(inputs, (list, tuple)) else [inputs]))
    with works(f"{what}: an input of shape {given} is refused", why):
        got = model(inputs)
    return array(what, got, shape, why)


@contextmanager
def works(failed: str, why: str) -> Iterator[None]:
    """Claim that what the block asks of an attempt's objects can be done; `failed` are the words for it if not."""
    __tracebackhide__ = True
    try:
        yield
    except AssertionError:
        raise
    except Exception as error:
        if _is_of_a_stub(error):
            raise
        raise AssertionError(f"{failed}: {plain(error)}{_because(why)}") from error


@contextmanager
def takes(what: str) -> Iterator[None]:
    """Claim that the block computes with what it is given; `what` are the words for that, arrays or tensors."""
    __tracebackhide__ = True
    try:
        yield
    except TypeError as error:
        if not any(word in text_of(error) for word in ("numpy", "ensor", "invalid combination")):
            raise
        raise AssertionError(
            f"{what} is refused: {plain(error)} — keras.ops takes arrays and tensors alike, operators and NumPy do not "
            "on each backend: ops.convert_to_tensor makes a tensor of either"
        ) from error


def close(what: str, got: Any, expected: Any, why: str, *, rtol: float = 1e-4, atol: float = 1e-5) -> None:
    """Claim that `got` has the shape and, within the tolerance of float32 arithmetic, the values of `expected`."""
    __tracebackhide__ = True
    expected = np.asarray(expected)
    values = array(what, got, expected.shape, why)
    wrong = ~np.isclose(values, expected, rtol=rtol, atol=atol, equal_nan=True)
    if not wrong.any():
        return
    if values.size <= _SMALL:
        raise AssertionError(f"{what} is {show(values)}, expected {show(expected)}{_because(why)}")
    first = tuple(int(i) for i in np.argwhere(wrong)[0])
    raise AssertionError(
        f"{what} differs in {wrong.sum()} of {values.size} values of {values.shape}; at {list(first)} it is "
        f"{show(values[first])}, expected {show(expected[first])}{_because(why)}"
    )


def finite(what: str, got: Any, why: str) -> np.ndarray:
    """Claim that no number in `got` is NaN or infinite, and return them."""
    __tracebackhide__ = True
    values = _numbers(what, got)
    bad = ~np.isfinite(values.astype("float64"))
    if bad.any():
        raise AssertionError(f"{what} holds {show(values[bad][0])}, expected finite numbers{_because(why)}")
    return values


def differs(before: Any, after: Any, by: float = 1e-4) -> bool:
    """Whether two results, of one shape, differ anywhere by more than rounding does."""
    return bool(np.abs(array("a result", after) - array("a result", before)).max() > by)


def meaning(got: Any, readings: dict[str, Any] | list[tuple[str, Any]], otherwise: str) -> str:
    """Return the idea behind wrong numbers, for the `why` of a claim.

    Args:
        got: array or number, what came.
        readings: from the words for a mistake to the numbers that it gives, as a dict or as pairs.
        otherwise: what is to be said where no reading gives just these numbers.

    Returns:
        The words of the reading that comes closest among those that come close.
    """
    distances = {}
    for why, numbers in readings.items() if isinstance(readings, dict) else readings:
        numbers = np.asarray(numbers)
        # Relative, for numbers may be tiny: beside a millionth all of them would look alike.
        if np.shape(got) == numbers.shape and np.allclose(got, numbers, rtol=1e-3, atol=1e-4 * _size(numbers)):
            distances.setdefault(why, np.abs(np.subtract(got, numbers, dtype=float)).max(initial=0))
    return min(distances, key=distances.get, default=otherwise)


def number(what: str, got: Any) -> float:
    """Return `got`, one finite number or a tensor that holds one, as a float."""
    __tracebackhide__ = True
    if not _is_numbers(got):
        raise AssertionError(f"{what} is {kind(got)}, expected one number{_forgotten(got)}")
    return float(finite(what, array(what, got, ()), "one number"))


def model(what: str, got: Any) -> keras.Model:
    """Return `got`, a model that is built: a Sequential, functional or subclassed one."""
    __tracebackhide__ = True
    if not _is_a(got, keras.Model):
        raise AssertionError(f"{what} is {kind(got)}, expected a keras.Model{_forgotten(got)}")
    if not got.built:
        raise AssertionError(
            f"{what} is a model that is not built, so it has no weights yet — tell it the shape of its input first"
        )
    return got


def layer(what: str, got: Any) -> keras.layers.Layer:
    """Return `got`, a layer."""
    __tracebackhide__ = True
    if not _is_a(got, keras.layers.Layer):
        raise AssertionError(f"{what} is {kind(got)}, expected a keras.layers.Layer{_forgotten(got)}")
    return got


def parts(what: str, got: Any, count: int, why: str = "") -> tuple:
    """Return `got`, a tuple or list of `count` things; `why` says which."""
    __tracebackhide__ = True
    if not isinstance(got, (tuple, list)):
        raise AssertionError(f"{what} is {kind(got)}, expected a tuple of {count}{_forgotten(got) or _because(why)}")
    if len(got) != count:
        raise AssertionError(f"{what} is a tuple of {len(got)}, expected one of {count}{_because(why)}")
    return tuple(got)


def refuses(what: str, call: Callable[[], Any], why: str, error: type[Exception] = ValueError) -> Exception:
    """Claim that the call raises `error`, and return it."""
    __tracebackhide__ = True
    try:
        got = call()
    except error as raised:
        return raised
    raise AssertionError(f"{what} gives {kind(got)}, expected {error.__name__}{_because(why)}")


def error_of(call: Callable[[], Any]) -> tuple[Exception | None, Any]:
    """Return the error that the call raises, and what it gives; one of the two is None."""
    __tracebackhide__ = True
    try:
        return None, call()
    except Exception as error:
        if _is_of_a_stub(error):
            raise
        return error, None


def history(what: str, got: Any) -> keras.callbacks.History:
    """Return `got`, the History of a training, as fit returns it."""
    __tracebackhide__ = True
    if not _is_a(got, keras.callbacks.History):
        hint = " — its .history is that dict" if isinstance(got, dict) else _forgotten(got)
        raise AssertionError(f"{what} is {kind(got)}, expected the History that fit returns{hint}")
    return got


def file(path: Path) -> None:
    """Claim that the attempt has made this file."""
    __tracebackhide__ = True
    if not path.is_file():
        beside = ", ".join(sorted(other.name for other in path.parent.iterdir())) or "nothing"
        raise AssertionError(
            f"there is no file {path.name} afterwards, its folder holds {beside} — the path is the name as it is"
        )


def show(value: Any) -> str:
    """Return a number or a few numbers as a person would write them."""
    values = np.asarray(value)
    if values.ndim == 0:
        one = values.item()
        return f"{one:.4g}" if isinstance(one, float) else str(one)
    return np.array2string(values, precision=4, separator=", ", suppress_small=True).replace("\n", "")


def kind(value: Any) -> str:
    """Return words for what sort of thing this is."""
    if value is None:
        return "None"
    if isinstance(value, type):
        return f"the class {value.__name__}, not an instance of it"
    if isinstance(value, keras.KerasTensor):
        return f"a symbolic KerasTensor of shape {value.shape}"
    name = type(value).__name__
    if _is_a(value, keras.Model):
        return f"a model ({name})"
    if _is_a(value, keras.layers.Layer):
        return f"a layer ({name})"
    if isinstance(value, (list, tuple, dict, str, set)):
        return f"a Python {name}"
    if isinstance(value, np.ndarray):
        return f"an array of shape {value.shape}"
    article = "an" if name[0].lower() in "aeiou" else "a"
    return f"{article} {name}"


def _numbers(what: str, got: Any) -> np.ndarray:
    __tracebackhide__ = True
    if not _is_numbers(got):
        raise AssertionError(f"{what} is {kind(got)}, expected an array or tensor{_forgotten(got)}")
    # asarray: NumPy 2.5 warns where a Keras variable is asked for a copy.
    values = np.asarray(ops.convert_to_numpy(got.value if isinstance(got, keras.Variable) else got))
    if values.dtype.kind not in "biuf" and values.dtype.name != "bfloat16":
        raise AssertionError(f"{what} is an array of {values.dtype}, expected numbers")
    return values


def _is_of_a_stub(error: Exception) -> bool:
    """Whether this is a stub's own word, better than any other."""
    return isinstance(error, NotImplementedError) and "TODO" in str(error)


def _is_a(got: Any, kind: type) -> bool:
    """Whether this is one, not whether it says so: a mock may."""
    return issubclass(type(got), kind)


def _is_numbers(got: Any) -> bool:
    if isinstance(got, (np.ndarray, np.generic, bool, int, float, keras.Variable)):
        return True
    return ops.is_tensor(got) and not isinstance(got, keras.KerasTensor)


def _size(values: np.ndarray) -> float:
    return float(np.abs(values[np.isfinite(values)]).max(initial=0))


def _fits(shape: tuple[int, ...], wanted: tuple[int | None, ...]) -> bool:
    return len(shape) == len(wanted) and all(w in (None, s) for s, w in zip(shape, wanted, strict=True))


def _because(why: str) -> str:
    return f" — {why}" if why else ""


def _forgotten(got: Any) -> str:
    return " — is the `return` missing?" if got is None else ""
