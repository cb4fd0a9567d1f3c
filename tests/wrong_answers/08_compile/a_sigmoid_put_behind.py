"""Logits need a sigmoid behind them, and a model that has one already can be wrapped too.

step: compile_binary
says: the result is another model than the one given
"""

import keras


def compile_binary(model, from_logits=False):
    wrapped = keras.Sequential([model, keras.layers.Activation("sigmoid" if from_logits else "linear")])
    wrapped.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return wrapped
