"""Strings name optimizers, losses and metrics; lists go by the order of the outputs."""

import numpy as np
from keras import ops


def one_hot(labels, n_classes=None):
    labels = ops.convert_to_numpy(labels)
    return np.eye(labels.max() + 1 if n_classes is None else n_classes, dtype="float32")[labels]


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    if from_logits:
        # An activation in a loss of one's own: strings take probabilities.
        name = ops.categorical_crossentropy if one_hot_labels else ops.sparse_categorical_crossentropy
        model.compile("Adam", lambda y, scores: name(y, ops.softmax(scores)), metrics=["acc"])
    else:
        model.compile("adam", "crossentropy", metrics=["acc"])
    return model


def compile_two_outputs(model, digit_weight=1.0, parity_weight=1.0):
    model.compile(
        optimizer="sgd",
        loss=["sparse_categorical_crossentropy", "binary_crossentropy"],
        loss_weights=[digit_weight, parity_weight],
        metrics=[["acc"], ["acc"]],
    )
    return model
