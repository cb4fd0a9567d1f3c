"""Yes is above 0.5, whatever the output is.

step: compile_binary
says: the threshold of logits is 0
"""

import keras


def compile_binary(model, from_logits=False):
    model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=from_logits), metrics=["accuracy"])
    return model
