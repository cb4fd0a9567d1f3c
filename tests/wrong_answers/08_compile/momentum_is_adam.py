"""Adam is gradient descent with momentum.

step: compile_classifier
says: Adam's first step is the learning rate for each weight
"""

import keras


def compile_classifier(model, one_hot_labels=False, from_logits=False):
    losses = keras.losses
    loss = losses.CategoricalCrossentropy if one_hot_labels else losses.SparseCategoricalCrossentropy
    optimizer = keras.optimizers.SGD(0.001, momentum=0.9)
    model.compile(optimizer, loss(from_logits=from_logits), metrics=["accuracy"])
    return model
