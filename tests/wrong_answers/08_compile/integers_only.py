"""Integer labels are the labels, however they come.

step: compile_classifier
says: 'sparse' in their name take integers
"""

import keras


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
    model.compile("adam", loss, metrics=["accuracy"])
    return model
