"""A layer may make its weights itself, add_loss does what a regularizer does, and a model may be a class."""

import keras
from keras import layers, ops


class Priced(layers.Layer):
    def __init__(self, units, regularizer):
        super().__init__()
        self.units, self.regularizer = units, regularizer

    def build(self, input_shape):
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros")
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), regularizer=self.regularizer)

    def call(self, x):
        return ops.matmul(x, self.kernel) + self.bias


def l2_dense(units, strength):
    return Priced(units, keras.regularizers.l2(strength))


class Elastic(layers.Dense):
    def __init__(self, units, l1, l2):
        super().__init__(units)
        self.l1, self.l2 = l1, l2

    def call(self, x):
        self.add_loss(self.l1 * ops.sum(ops.abs(self.kernel)))
        self.add_loss(self.l2 * ops.sum(self.kernel**2))
        return super().call(x)


def elastic_dense(units, l1, l2):
    return Elastic(units, l1, l2)


class Chain(keras.Model):
    def __init__(self, units, activations, l2_strength):
        super().__init__()
        self.parts = [
            layers.Dense(u, a, kernel_regularizer=keras.regularizers.L1L2(l2=l2_strength))
            for u, a in zip(units, activations, strict=True)
        ]

    def call(self, x):
        for part in self.parts:
            x = part(x)
        return x


def build_regularized(n_features, units, activations, l2_strength):
    model = Chain(units, activations, l2_strength)
    model(ops.zeros((1, n_features)))
    return model
