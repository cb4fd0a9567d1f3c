"""Where pooling has made one number of each map, plain dropout drops whole maps; one large batch makes all passes."""

import keras
import numpy as np
from keras import layers, ops


def monte_carlo_predict(model, x, n_samples):
    kept = model.get_weights()
    outputs = ops.convert_to_numpy(model(np.tile(ops.convert_to_numpy(x), (n_samples, 1)), training=True))
    model.set_weights(kept)
    outputs = outputs.reshape(n_samples, len(x), *outputs.shape[1:]).astype("float64")
    mean = outputs.sum(axis=0) / n_samples
    return mean, np.sqrt(((outputs - mean) ** 2).sum(axis=0) / n_samples)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    return keras.Sequential(
        [
            layers.Input(shape=image_shape),
            layers.Conv2D(filters, 3, activation="tanh"),
            layers.GlobalAveragePooling2D(),
            layers.Dropout(rate),
            layers.Dense(n_classes, activation="softmax"),
        ]
    )
