"""Writes models of the course to files under one backend, and reads them under another: a process of its own for each.

`python -m tests.round_trip write FOLDER` trains and saves; `… read FOLDER FOLDER …` loads what was written and prints,
as JSON, how far every model is from what it was. Kata 18's reference does the saving and loading.
"""

import json
import shutil
import sys
from pathlib import Path

from dojo import backend, course
from dojo.attempt import load

backend.choose()

import keras  # noqa: E402
import numpy as np  # noqa: E402
from keras import layers, ops  # noqa: E402

from dojo.inputs import normal  # noqa: E402

REFERENCES = {kata.slug: load(kata.reference) for kata in course.katas()}
FILES = REFERENCES["save_load"]
SAMPLES, BATCH = 24, 8


def two_outputs():
    model = REFERENCES["instantiate"].build_two_outputs(6, 3)
    labels = np.arange(SAMPLES) % 3
    REFERENCES["compile"].compile_two_outputs(model, digit_weight=0.5)
    return model, normal(SAMPLES, 6), {"digit": labels, "parity": labels % 2}


def own_layers():
    own = REFERENCES["build_layer"]
    model = keras.Sequential(
        [
            keras.Input((4, 6)),
            own.Linear(5, activation="tanh"),
            own.Center(momentum=0.5),
            FILES.Blend(0.25),
            own.ResidualBlock(3),
            layers.GlobalAveragePooling1D(),
        ]
    )
    model.compile(keras.optimizers.SGD(0.05, momentum=0.9), "mean_squared_error")
    return model, normal(SAMPLES, 4, 6), normal(SAMPLES, 3, seed=1)


def batch_normalization():
    model = REFERENCES["batch_normalization"].build_batch_norm_network(6, (5, 4), 3)
    REFERENCES["optimize"].compile_with_adam(model, 0.02, 0.8, 0.95)
    return model, normal(SAMPLES, 6), np.eye(3, dtype="float32")[np.arange(SAMPLES) % 3]


def dropout_and_penalty():
    network = REFERENCES["dropout"].build_dropout_network
    model = network(6, (5, 3), ("relu", "softmax"), l2_strength=0.01, keep_prob=0.5)
    REFERENCES["compile"].compile_classifier(model)
    return model, normal(SAMPLES, 6), np.arange(SAMPLES) % 3


def spatial_dropout():
    model = REFERENCES["dropout"].build_spatial_dropout((6, 5, 2), filters=4, rate=0.5, n_classes=3)
    REFERENCES["compile"].compile_classifier(model)
    return model, normal(SAMPLES, 6, 5, 2), np.arange(SAMPLES) % 3


MODELS = (two_outputs, own_layers, batch_normalization, dropout_and_penalty, spatial_dropout)
# The others draw masks, which no two backends draw alike.
WITHOUT_DROPOUT = (two_outputs, own_layers, batch_normalization)


def in_one(variables):
    """Return all numbers of some variables or tensors, laid end to end."""
    numbers = [ops.convert_to_numpy(getattr(each, "value", each)) for each in variables]
    return np.concatenate([each.ravel() for each in numbers])


def outputs(model, x):
    """Return what a model predicts as one array."""
    got = model(x)
    return in_one([got[name] for name in sorted(got)] if isinstance(got, dict) else [got])


def write(folder):
    """Train each model a little, save it in three formats, and note what it is then and one epoch later."""
    for build in MODELS:
        model, x, y = build()
        model.fit(x, y, epochs=2, batch_size=BATCH, verbose=0)
        stem = folder / build.__name__
        # In this order Keras 3.15 would lose the optimizer in the second file, if the first were written carelessly.
        FILES.save_model(model, f"{stem}.h5")
        FILES.save_model(model, f"{stem}.keras")
        FILES.save_weights(model, f"{stem}.weights.h5")
        known = {"outputs": outputs(model, x), "state": in_one(model.optimizer.variables)}
        known |= {"loss": model.evaluate(x, y, batch_size=BATCH, verbose=0, return_dict=True)["loss"]}
        model.fit(x, y, batch_size=BATCH, shuffle=False, verbose=0)
        np.savez(f"{stem}.npz", **known, later=in_one(model.weights))


def away(got, expected):
    """Return how far two arrays are apart at most, infinitely if their shapes differ or there is no number."""
    got = np.asarray(got)
    off = float(np.abs(got - expected).max(initial=0)) if got.shape == expected.shape else float("inf")
    return off if np.isfinite(off) else float("inf")


def checks_of(build, stem, writer):
    """Yield, for one model, what to compute from its files and the name under which the writer noted the same."""
    here = keras.backend.backend()
    fresh, x, y = build()

    def loaded():
        model = FILES.load_model(f"{stem}.keras")
        if here != "jax":
            # What "auto" meant to JAX comes along, and compiling takes torch longer than all the rest.
            model.jit_compile = False
        return model

    def with_weights():
        FILES.load_weights(fresh, f"{stem}.weights.h5")
        return outputs(fresh, x)

    def trained_on():
        model = loaded()
        model.fit(x, y, batch_size=BATCH, shuffle=False, verbose=0)
        return in_one(model.weights)

    def resumed():
        copy = shutil.copy(f"{stem}.keras", f"{stem}.resumed.keras")
        FILES.resume(copy, x, y, BATCH, epochs=1)
        return in_one(FILES.load_model(copy).weights)

    def loss():
        return loaded().evaluate(x, y, batch_size=BATCH, verbose=0, return_dict=True)["loss"]

    yield ".keras predicts", lambda: outputs(loaded(), x), "outputs"
    yield ".h5 predicts", lambda: outputs(FILES.load_model(f"{stem}.h5"), x), "outputs"
    yield ".weights.h5 predicts", with_weights, "outputs"
    yield ".keras has the optimizer's state", lambda: in_one(loaded().optimizer.variables), "state"
    yield ".keras has the loss", loss, "loss"
    if build not in WITHOUT_DROPOUT:
        return
    if here == writer:
        yield ".keras is resumed", resumed, "later"
    elif writer != "torch":  # its files name torch's own optimizer, which cannot train elsewhere
        yield ".keras trains on", trained_on, "later"


def read(folder):
    """Return a dict "model, what" -> how far it is from what was written, or the error that came."""
    found = {}
    for build in MODELS:
        stem = folder / build.__name__
        known = np.load(f"{stem}.npz")
        for what, compute, name in checks_of(build, stem, folder.name):
            try:
                found[f"{build.__name__}{what}"] = away(compute(), known[name])
            except Exception as error:
                found[f"{build.__name__}{what}"] = f"{type(error).__name__}: {error}"[:500]
    return found


def main():
    """Do what the command line says."""
    what, *folders = sys.argv[1:]
    if what == "write":
        return write(Path(folders[0]))
    return print(json.dumps({folder: read(Path(folder)) for folder in folders}))


if __name__ == "__main__":
    main()
