"""An optimizer is a setting, so one will do for all models.

step: compile_classifier
says: two models share one optimizer
"""

import keras

ADAM = keras.optimizers.Adam()


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    losses = keras.losses
    loss = losses.CategoricalCrossentropy if one_hot_labels else losses.SparseCategoricalCrossentropy
    model.compile(ADAM, loss(from_logits=from_logits), metrics=["accuracy"])
    return model
