"""y_true and y_pred have one shape.

step: compile_binary
says: were compared each with each
"""

import keras
from keras import ops


def compile_binary(model, from_logits=False):
    def accuracy(y_true, y_pred):
        yes = y_pred > (0.0 if from_logits else 0.5)
        return ops.mean(ops.cast(ops.equal(ops.cast(y_true, "bool"), yes), "float32"))

    model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=from_logits), metrics=[accuracy])
    return model
