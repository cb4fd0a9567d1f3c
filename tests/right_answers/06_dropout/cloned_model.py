"""What a copy of the model goes through leaves the model alone."""

import keras
import numpy as np
from keras import layers, ops


def monte_carlo_predict(model, x, n_samples):
    copy = keras.models.clone_model(model)
    copy.set_weights(model.get_weights())
    passes = np.array([ops.convert_to_numpy(copy(x, training=True)) for _ in range(n_samples)])
    return passes.mean(axis=0), passes.std(axis=0, ddof=0)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    inputs = x = keras.Input(image_shape)
    for width in (filters, filters):
        x = layers.SeparableConv2D(width, 3, padding="same", activation="relu")(x)
        x = layers.MaxPooling2D()(x)
        x = layers.SpatialDropout2D(rate)(x)
    x = layers.Dropout(0.3)(layers.Dense(12, activation="relu")(layers.Flatten()(x)))
    return keras.Model(inputs, layers.Dense(n_classes, activation="softmax")(x))
