"""Claims say in one line what came, what was expected, and why, whatever they are given."""

import keras
import numpy as np
import pytest
from keras import ops

from dojo import expect


def said(claim, *arguments, **options):
    """Return the line of a claim that fails."""
    with pytest.raises(AssertionError) as failure:
        claim(*arguments, **options)
    line = str(failure.value)
    assert "\n" not in line
    return line


@pytest.mark.parametrize(
    ("got", "expected", "line"),
    [
        (0.83, 0.0, "d is 0.83, expected 0 — why"),
        (np.array([1.0, 2.0]), [1.0, 3.0], "d is [1., 2.], expected [1., 3.] — why"),
        (np.zeros((4, 3)), np.eye(4, 3), "d differs in 3 of 12 values of (4, 3); at [0, 0] it is 0, expected 1 — why"),
        (np.zeros((4, 1)), np.zeros(4), "d has shape (4, 1), expected (4,) — why"),
        (float("nan"), 1.0, "d is nan, expected 1 — why"),
        (None, 1.0, "d is None, expected an array or tensor — is the `return` missing?"),
        ([1.0], [1.0], "d is a Python list, expected an array or tensor"),
        ("1", 1, "d is a Python str, expected an array or tensor"),
        (np.array(["1"]), ["1"], "d is an array of <U1, expected numbers"),
        (keras.layers.Dense, 1, "d is the class Dense, not an instance of it, expected an array or tensor"),
        (object(), 1, "d is an object, expected an array or tensor"),
    ],
)
def test_close_says_what_differs(got, expected, line):
    assert said(expect.close, "d", got, np.asarray(expected), "why") == line


@pytest.mark.parametrize(
    "make", [np.asarray, ops.convert_to_tensor, keras.Variable], ids=["NumPy", "tensor", "variable"]
)
def test_close_takes_arrays_tensors_and_variables(make):
    expect.close("d", make(np.array([1.0, 2.0], "float32")), [1.0, 2.0], "why")


def test_a_symbolic_tensor_has_no_numbers():
    assert said(expect.array, "d", keras.Input((3,))).startswith("d is a symbolic KerasTensor of shape (None, 3)")


def test_array_leaves_an_axis_open():
    assert expect.array("d", np.ones((5, 2)), (None, 2)).shape == (5, 2)
    assert said(expect.array, "d", np.ones((5, 2)), (None, 3), "why") == "d has shape (5, 2), expected (any, 3) — why"


def test_finite_names_the_first_bad_number():
    line = said(expect.finite, "d", np.array([1.0, np.inf, np.nan]), "why")

    assert line == "d holds inf, expected finite numbers — why"


def test_output_explains_a_refusal():
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    line = said(expect.output, "d", model, np.ones((4, 5), "float32"), (4, 2), "why")

    assert line.startswith("d: an input of shape (4, 5) is refused: ")
    assert line.endswith(" — why")


def mix(error):
    """Claim that a tensor is taken where this is what computing with it raises."""
    with expect.takes("a tensor"):
        raise error


def test_takes_explains_what_cannot_be_mixed_and_lets_other_errors_through():
    line = said(mix, TypeError("unsupported operand type(s) for -: 'numpy.ndarray' and 'Tensor'"))

    assert line.startswith("a tensor is refused: ")
    assert line.endswith("ops.convert_to_tensor makes a tensor of either")
    with pytest.raises(TypeError, match="argument"):
        mix(TypeError("f() missing 1 required positional argument"))


def test_model_wants_a_built_model():
    assert "a layer (Dense), expected a keras.Model" in said(expect.model, "m", keras.layers.Dense(2))
    assert "is a model that is not built" in said(expect.model, "m", keras.Sequential([keras.layers.Dense(2)]))


def test_parts_counts():
    assert expect.parts("p", [1, 2], 2) == (1, 2)
    assert said(expect.parts, "p", (1,), 2) == "p is a tuple of 1, expected one of 2"
    assert said(expect.parts, "p", None, 2) == "p is None, expected a tuple of 2 — is the `return` missing?"


def test_refuses_wants_an_error():
    assert said(expect.refuses, "f(-1)", lambda: 3, "why") == "f(-1) gives an int, expected ValueError — why"


@pytest.mark.parametrize(
    ("got", "meaning"),
    [
        (np.array([1.0, 4.0]), "squared"),
        (np.array([1.0, 2.00001]), "as it was"),
        (np.array([1.0, 3.0]), "otherwise"),
        (np.array([[1.0, 4.0]]), "otherwise"),
        (np.array([np.nan, np.nan]), "otherwise"),
    ],
)
def test_a_wrong_number_means_the_reading_that_comes_closest(got, meaning):
    readings = {"nearly": [1.0, 2.0005], "as it was": [1.0, 2.0], "squared": [1.0, 4.0], "endless": [np.inf, 4.0]}

    assert expect.meaning(got, readings, "otherwise") == meaning
    assert expect.meaning(got, list(readings.items()), "otherwise") == meaning


def test_a_meaning_is_found_for_single_numbers_and_for_yes_and_no():
    assert expect.meaning(3, {"one more": 3.0}, "otherwise") == "one more"
    assert expect.meaning(2e-12, {"ten times as much": 2e-11}, "otherwise") == "otherwise"
    assert expect.meaning(np.array([True, False]), {"turned round": [True, False]}, "otherwise") == "turned round"


@pytest.mark.parametrize(
    ("got", "line"),
    [
        (None, "n is None, expected one number — is the `return` missing?"),
        ("3", "n is a Python str, expected one number"),
        (np.zeros(3), "n has shape (3,), expected ()"),
        (float("inf"), "n holds inf, expected finite numbers — one number"),
    ],
)
def test_number_says_that_it_takes_one(got, line):
    assert said(expect.number, "n", got) == line


def test_error_of_gives_the_error_or_what_came():
    error, got = expect.error_of(lambda: [][0])

    assert isinstance(error, IndexError)
    assert got is None
    assert expect.error_of(lambda: 7) == (None, 7)


def test_error_of_lets_a_stub_speak_for_itself():
    def stub():
        raise NotImplementedError("TODO: what comes first?")

    with pytest.raises(NotImplementedError):
        expect.error_of(stub)


@pytest.mark.parametrize(
    ("got", "came", "hint"),
    [
        (None, "None", " — is the `return` missing?"),
        ({"loss": [1.0]}, "a Python dict", " — its .history is that dict"),
        (1.0, "a float", ""),
    ],
)
def test_history_says_what_came(got, came, hint):
    assert said(expect.history, "h", got) == f"h is {came}, expected the History that fit returns{hint}"


def test_file_says_what_is_there_instead(tmp_path):
    (tmp_path / "other.h5").touch()

    line = said(expect.file, tmp_path / "model.h5")
    assert line == "there is no file model.h5 afterwards, its folder holds other.h5 — the path is the name as it is"
