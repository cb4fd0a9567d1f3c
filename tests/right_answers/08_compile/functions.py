"""Losses and metrics may be functions; rows may come from a comparison."""

import numpy as np
from keras import ops


def one_hot(labels, n_classes=None):
    labels = ops.convert_to_tensor(labels)
    if n_classes is None:
        n_classes = int(ops.convert_to_numpy(labels).max()) + 1
    return ops.cast(ops.expand_dims(labels, -1) == np.arange(n_classes).astype("uint8"), "float32")


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    def loss(y_true, y_pred):
        if one_hot_labels:
            return ops.categorical_crossentropy(y_true, y_pred, from_logits=from_logits)
        return ops.sparse_categorical_crossentropy(y_true, y_pred, from_logits=from_logits)

    def hits(y_true, y_pred):
        classes = ops.argmax(y_true, -1) if one_hot_labels else ops.cast(y_true, "int32")
        return ops.cast(ops.cast(classes, "int32") == ops.cast(ops.argmax(y_pred, -1), "int32"), "float32")

    model.compile(loss=loss, optimizer="ADAM", metrics=[hits])
    return model


def compile_binary(model, from_logits=False):
    def loss(y_true, y_pred):
        return ops.binary_crossentropy(ops.reshape(y_true, (-1, 1)), y_pred, from_logits=from_logits)

    def hits(y_true, y_pred):
        yes = ops.reshape(y_pred, (-1,)) > (0.0 if from_logits else 0.5)
        return ops.cast(ops.equal(ops.reshape(ops.cast(y_true, "bool"), (-1,)), yes), "float32")

    model.compile(optimizer="rmsprop", loss=loss, metrics=[hits])
    return model
