"""A cross-entropy takes logits.

step: compile_with_adam
says: not logits
"""

import keras


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    loss = keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(learning_rate, beta_1, beta_2), loss=loss, metrics=["accuracy"])
