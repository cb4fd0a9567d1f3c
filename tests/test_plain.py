"""Messages of Keras and its backends that lead away from the cause are told in words that lead to it."""

import keras
import numpy as np
import pytest
from keras import layers, ops

from dojo.plain import plain


def compiled_by_place(metric):
    model = keras.Sequential([keras.Input((2,)), layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", [metric])
    return model.evaluate(np.ones((4, 2), "float32"), np.ones((4, 1), "float32"), verbose=0)


class AsksAValue(layers.Layer):
    def call(self, x):
        return x if ops.max(x) > 0 else -x


def traced():
    return keras.Sequential([keras.Input((2,)), AsksAValue()])


MISTAKES = {
    "a metric in the place of the weights": (lambda: compiled_by_place("accuracy"), "write metrics="),
    "a metric object in that place": (lambda: compiled_by_place(keras.metrics.BinaryAccuracy()), "write metrics="),
    "assigning to a tensor": (lambda: ops.ones(2).assign([1.0, 2.0]), "return a new one"),
    "assigning to an array": (lambda: np.ones(2).assign_sub(1.0), "return a new one"),
    "a shape without a comma": (lambda: keras.Input(shape=4), "the comma makes it one"),
    "a Python if on a whole array": (lambda: bool(np.ones(2) > 0), "decide number by number"),
}
# PyTorch goes through a layer with numbers where it cannot go without.
if keras.backend.backend() != "torch":
    MISTAKES["a Python if on a traced tensor"] = (traced, "ops.where")


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_line_leads_to_the_cause(mistake):
    act, idea = MISTAKES[mistake]

    with pytest.raises(Exception) as error:  # noqa: PT011 each backend has one of its own
        act()
    assert idea in plain(error.value)
    assert "\n" not in plain(error.value)


def test_a_file_of_a_test_is_told_by_its_name(tmp_path):
    with pytest.raises(Exception) as error:  # noqa: PT011 Keras's own choice
        keras.saving.load_model(tmp_path / "model.keras")

    assert "model.keras" in plain(error.value)
    assert str(tmp_path.parent) not in plain(error.value)
