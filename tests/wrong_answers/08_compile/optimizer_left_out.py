"""Adam is what compile takes when it is given nothing.

step: compile_classifier
says: Adam goes on by its mean of past gradients
"""

import keras


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    losses = keras.losses
    loss = losses.CategoricalCrossentropy if one_hot_labels else losses.SparseCategoricalCrossentropy
    model.compile(loss=loss(from_logits=from_logits), metrics=["accuracy"])
    return model
