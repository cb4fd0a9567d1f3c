"""What katas judge by importing an attempt once more also holds in a process that is really new."""

import os
import subprocess
import sys

import keras
import numpy as np
import pytest
from keras import ops

from dojo import course
from dojo.attempt import load
from dojo.course import ROOT
from dojo.inputs import normal
from dojo.weights import set_weights_apart

LOAD = """
import sys
from pathlib import Path
import numpy as np
import keras
from keras import ops
from dojo.attempt import load

answers, model, inputs, outputs = sys.argv[1].split("|"), *sys.argv[2:]
for answer in answers:
    load(Path(answer))
np.save(outputs, ops.convert_to_numpy(keras.saving.load_model(model)(np.load(inputs))))
"""


@pytest.fixture
def references():
    katas = {kata.slug: kata for kata in course.katas()}
    registered = keras.saving.get_custom_objects()
    before = dict(registered)
    yield [katas[slug].reference for slug in ("build_layer", "regularization")]
    registered.clear()
    registered.update(before)


def test_a_model_of_ones_own_classes_loads_where_only_their_files_are_imported(references, tmp_path):
    own, penalties = (load(file) for file in references)
    model = keras.Sequential(
        [
            keras.Input((4, 5)),
            own.Linear(6, activation="tanh", use_bias=False),
            own.Center(momentum=0.5),
            own.ResidualBlock(3),
            keras.layers.Dense(2, kernel_regularizer=penalties.Orthogonality(0.7)),
        ]
    )
    set_weights_apart(model)
    files = [tmp_path / name for name in ("model.keras", "inputs.npy", "outputs.npy")]
    model.save(files[0])
    np.save(files[1], normal(3, 4, 5))
    subprocess.run(
        [sys.executable, "-c", LOAD, "|".join(map(str, references)), *map(str, files)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        timeout=120,
    )

    np.testing.assert_allclose(np.load(files[2]), ops.convert_to_numpy(model(normal(3, 4, 5))), rtol=1e-5, atol=1e-6)
