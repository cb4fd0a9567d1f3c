"""A mask may be drawn from other distributions, and multiplied; batch normalization may keep out of the passes."""

import keras
import numpy as np
from keras import layers, ops, regularizers


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None):
        super().__init__()
        self.keep = 1.0 - rate
        self.draws = keras.random.SeedGenerator(seed)

    def call(self, x, training=False):
        if training:
            mask = keras.random.binomial(ops.shape(x), counts=1, probabilities=self.keep, seed=self.draws)
            x = x * ops.cast(mask, x.dtype) / self.keep
        return x


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    model = keras.Sequential()
    model.add(keras.Input((n_features,)))
    for width, activation in zip(units, activations, strict=True):
        model.add(layers.Dense(width, activation, kernel_regularizer=regularizers.L1L2(l1=0.0, l2=l2_strength)))
        model.add(InvertedDropout(1 - keep_prob, seed=0))
    model.pop()
    return model


def monte_carlo_predict(model, x, n_samples):
    frozen = [
        layer for layer in model._flatten_layers() if isinstance(layer, layers.BatchNormalization) and layer.trainable
    ]
    for layer in frozen:
        layer.trainable = False
    try:
        passes = [ops.convert_to_numpy(model(x, training=True)) for _ in range(n_samples)]
    finally:
        for layer in frozen:
            layer.trainable = True
    return np.stack(passes).mean(0), np.stack(passes).std(0)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            keras.Input(image_shape),
            layers.Rescaling(2.0),
            layers.Conv2D(filters, 3, padding="same"),
            layers.BatchNormalization(),
            layers.ReLU(),
            layers.SpatialDropout2D(rate, seed=1),
            layers.MaxPooling2D(),
            layers.Conv2D(2 * filters, 3, padding="same", activation="relu"),
            layers.SpatialDropout2D(rate, seed=2),
            layers.GlobalAveragePooling2D(),
            layers.Dense(16, activation="relu"),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
