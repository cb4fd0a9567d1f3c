"""compile gives the compiled model back.

step: compile_binary
says: is the `return` missing?
"""

import keras


def compile_binary(model, from_logits=False):
    metric = keras.metrics.BinaryAccuracy(threshold=0 if from_logits else 0.5)
    return model.compile("adam", keras.losses.BinaryCrossentropy(from_logits=from_logits), metrics=[metric])
