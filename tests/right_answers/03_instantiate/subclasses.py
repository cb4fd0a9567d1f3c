"""Models written as classes are as good, if they are built before they are returned."""

import keras
from keras import layers, ops


class Chain(keras.Model):
    def __init__(self, units, activations):
        super().__init__()
        self.parts = [layers.Dense(u, activation=a) for u, a in zip(units, activations, strict=True)]

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x


def build_sequential(n_features=784, units=(64, 32, 10), activations=("relu", "relu", "softmax")):
    model = Chain(units, activations)
    model(ops.zeros((1, n_features)))
    return model


build_functional = build_sequential


class TwoInputs(keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.left, self.right = layers.Dense(6, "relu"), layers.Dense(6, "relu")
        self.head = layers.Dense(n_classes, "softmax")

    def call(self, inputs):
        left, right = inputs
        return self.head(ops.concatenate([self.left(left), self.right(right)], axis=-1))


def build_two_inputs(n_left, n_right, n_classes):
    model = TwoInputs(n_classes)
    model([ops.zeros((1, n_left)), ops.zeros((1, n_right))])
    return model


class TwoOutputs(keras.Model):
    def __init__(self, n_classes):
        super().__init__()
        self.parity = layers.Dense(1, "sigmoid")
        self.digit = layers.Dense(n_classes, "softmax")
        self.trunk = keras.Sequential([layers.Dense(9, "relu"), layers.Dropout(0.2), layers.Dense(9, "relu")])

    def call(self, x):
        x = self.trunk(x)
        return {"parity": self.parity(x), "digit": self.digit(x)}


def build_two_outputs(n_features, n_classes):
    model = TwoOutputs(n_classes)
    model(ops.zeros((1, n_features)))
    return model


class Siamese(keras.Model):
    def __init__(self, n_embedding):
        super().__init__()
        self.encoder = layers.Dense(n_embedding, activation="tanh")

    def call(self, pair):
        a, b = (self.encoder(side) for side in pair)
        return ops.sqrt(ops.sum((a - b) ** 2, axis=1, keepdims=True) + 1e-9)


def build_siamese(n_features, n_embedding):
    model = Siamese(n_embedding)
    model([ops.zeros((1, n_features))] * 2)
    return model


class Residual(keras.Model):
    def __init__(self, n_features, n_blocks):
        super().__init__()
        self.widen = [layers.Dense(5, activation="relu") for _ in range(n_blocks)]
        self.narrow = [layers.Dense(n_features) for _ in range(n_blocks)]

    def call(self, x):
        for widen, narrow in zip(self.widen, self.narrow, strict=True):
            x = narrow(widen(x)) + x
        return x


def build_residual(n_features, n_blocks):
    model = Residual(n_features, n_blocks)
    model(ops.zeros((1, n_features)))
    return model
