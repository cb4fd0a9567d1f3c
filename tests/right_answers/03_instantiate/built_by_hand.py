"""build() takes the shape of a batch; activations may be functions or layers of their own."""

import keras
from keras import activations as functions
from keras import layers


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    model = keras.Sequential(name="chain")
    for unit, name in zip(units, activations, strict=True):
        model.add(layers.Dense(unit, kernel_initializer="he_normal", bias_initializer="ones"))
        model.add(layers.Softmax() if name == "softmax" else layers.Activation(functions.get(name)))
    model.build((None, n_features))
    return model


def build_two_inputs(n_left, n_right, n_classes):
    left, right = layers.Input((n_left,), name="left"), layers.Input((n_right,), name="right")
    one = layers.Dense(8, activation="tanh")(layers.BatchNormalization()(left))
    other = layers.Dense(8, activation="tanh")(layers.Dense(4)(right))
    logits = layers.Dense(n_classes)(layers.Add()([one, other]))
    return keras.Model(inputs=[left, right], outputs=layers.Softmax()(logits))
