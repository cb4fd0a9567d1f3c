"""Rows may be filled one by one, also by another class of metric."""

import keras
import numpy as np


def one_hot(labels, n_classes=None):
    labels = [int(label) for label in keras.ops.convert_to_numpy(labels)]
    result = np.zeros((len(labels), max(labels) + 1 if n_classes is None else n_classes), dtype=np.float32)
    for row, label in enumerate(labels):
        result[row, label] = 1
    return keras.ops.convert_to_tensor(result)


def compile_binary(model, from_logits=False):
    # Two thresholds on one scale: the logit of 0.5 is 0.
    threshold = keras.ops.convert_to_numpy(0.5)
    if from_logits:
        threshold = np.log(threshold / (1 - threshold))
    metric = keras.metrics.MeanMetricWrapper(keras.metrics.binary_accuracy, name="right", threshold=float(threshold))
    loss = keras.losses.get({"class_name": "BinaryCrossentropy", "config": {"from_logits": from_logits}})
    model.compile(loss=loss, metrics=[metric])
    return model


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    model.compile(
        optimizer=keras.optimizers.get("adagrad"),
        loss={"digit": keras.losses.sparse_categorical_crossentropy, "parity": keras.losses.binary_crossentropy},
        loss_weights=[digit_weight, parity_weight],
        metrics=["accuracy", "accuracy"],
    )
    return model
