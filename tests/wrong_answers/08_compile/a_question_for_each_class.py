"""One-hot rows are zeros and ones, so the cross-entropy is binary.

step: compile_classifier
says: these classes exclude each other
"""

import keras


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    losses = keras.losses
    loss = losses.BinaryCrossentropy if one_hot_labels else losses.SparseCategoricalCrossentropy
    model.compile("adam", loss(from_logits=from_logits), metrics=["accuracy"])
    return model
