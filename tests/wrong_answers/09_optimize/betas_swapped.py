"""The longer average comes first.

step: compile_with_adam
says: the two betas are swapped
"""

import keras


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    optimizer = keras.optimizers.Adam(learning_rate, beta_2, beta_1)
    model.compile(optimizer, loss="categorical_crossentropy", metrics=["accuracy"])
