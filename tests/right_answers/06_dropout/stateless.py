"""A pass may be a pure function of the variables: what comes back besides the outputs is not kept."""

import keras
import numpy as np
from keras import layers, ops


class InvertedDropout(keras.layers.Layer):
    """Counts its calls in a variable and seeds each draw with it."""

    def __init__(self, rate, seed=None):
        super().__init__()
        self.rate = rate
        self.key = seed if seed is not None else int(np.random.default_rng().integers(2**31))
        self.calls = self.add_weight(shape=(), dtype="int32", initializer="zeros", trainable=False)

    def call(self, inputs, training=False):
        if not training or self.rate == 0:
            return inputs
        self.calls.assign_add(1)
        key = ops.stack([ops.cast(self.key, "uint32"), ops.cast(self.calls, "uint32")])
        noise = keras.random.uniform(ops.shape(inputs), seed=_Fixed(key))
        return ops.where(noise < self.rate, ops.zeros_like(inputs), inputs) / (1 - self.rate)


class _Fixed(keras.random.SeedGenerator):
    def __init__(self, key):
        self.key = key

    def next(self, ordered=True):
        return self.key


def monte_carlo_predict(model, x, n_samples):
    trainable = [variable.value for variable in model.trainable_variables]
    state = [variable.value for variable in model.non_trainable_variables]
    passes = []
    for _ in range(n_samples):
        outputs, state = model.stateless_call(trainable, state, ops.convert_to_tensor(x), training=True)
        passes.append(ops.convert_to_numpy(outputs))
    return np.mean(passes, 0), np.sqrt(np.var(passes, 0))


class DropMaps(layers.Layer):
    def __init__(self, rate):
        super().__init__()
        self.drop = InvertedDropout(rate)

    def call(self, maps, training=False):
        return maps * self.drop(ops.ones_like(maps[:, :1, :1]), training=training)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    inputs = keras.Input(image_shape)
    maps = DropMaps(rate)(layers.Conv2D(filters, 3, padding="same", activation="elu")(inputs))
    hidden = layers.Dense(8, activation="relu")(layers.Flatten()(layers.AveragePooling2D(4)(maps)))
    return keras.Model(inputs, layers.Dense(n_classes, activation=ops.softmax)(hidden))
