"""Models written as classes: dropout as a function, the penalty added in call."""

import keras
import numpy as np
from keras import layers, ops


class Network(keras.Model):
    def __init__(self, units, activations, l2_strength, keep_prob):
        super().__init__()
        self.parts = [layers.Dense(u, activation=a) for u, a in zip(units, activations, strict=True)]
        self.l2_strength, self.rate = l2_strength, 1 - keep_prob
        self.generator = keras.random.SeedGenerator()

    def call(self, x, training=None):
        for part in self.parts[:-1]:
            x = part(x)
            if training and self.rate:
                x = keras.random.dropout(x, self.rate, seed=self.generator)
        x = self.parts[-1](x)
        self.add_loss(self.l2_strength * sum(ops.sum(part.kernel**2) for part in self.parts))
        return x


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    model = Network(units, activations, l2_strength, keep_prob)
    model(ops.zeros((1, n_features)))
    return model


class InvertedDropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.rate = rate
        self.generator = keras.random.SeedGenerator(seed=seed)

    def call(self, inputs, training=None):
        if training and self.rate > 0:
            return keras.random.dropout(inputs, self.rate, seed=self.generator)
        return inputs


class Classifier(keras.Model):
    def __init__(self, filters, rate, n_classes):
        super().__init__()
        self.convolution = layers.Conv2D(filters, 5, strides=2, padding="same", activation="relu")
        self.pool, self.flatten = layers.AveragePooling2D(2), layers.Flatten()
        self.head = layers.Dense(n_classes, activation="softmax")
        self.filters, self.keep = filters, 1 - rate
        self.generator = keras.random.SeedGenerator(7)

    def call(self, images, training=False):
        maps = self.convolution(images)
        if training:
            shape = (ops.shape(maps)[0], 1, 1, self.filters)
            stays = keras.random.uniform(shape, seed=self.generator) < self.keep
            maps = maps * ops.cast(stays, maps.dtype) / self.keep
        return self.head(self.flatten(self.pool(maps)))


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    model = Classifier(filters, rate, n_classes)
    model(np.zeros((1, *image_shape), "float32"))
    return model
