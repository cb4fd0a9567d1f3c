"""Accuracy compares each output with each label.

step: compile_with_adam
says: under any name
"""

import keras


def compile_with_adam(model, learning_rate, beta_1, beta_2):
    optimizer = keras.optimizers.Adam(learning_rate, beta_1, beta_2)
    model.compile(optimizer, loss="categorical_crossentropy", metrics=["binary_accuracy"])
