"""Graphs, nested models and noise shapes: dropout is a layer like any other."""

import keras
from keras import layers, ops


def build_dropout_network(n_features, units, activations, l2_strength, keep_prob):
    inputs = x = keras.Input((n_features,))
    for index, (width, activation) in enumerate(zip(units, activations, strict=True)):
        if index:
            x = layers.Dropout(rate=1.0 - keep_prob, seed=index)(x)
        x = layers.Dense(width, kernel_regularizer=lambda kernel: l2_strength * ops.sum(ops.square(kernel)))(x)
        x = layers.Activation(activation)(x)
    return keras.Model(inputs, x)


def monte_carlo_predict(model, x, n_samples):
    kept = [ops.convert_to_numpy(weight.value) for weight in model.weights]
    passes = ops.stack([model(ops.convert_to_tensor(x), training=True) for _ in range(n_samples)])
    for weight, value in zip(model.weights, kept, strict=True):
        weight.assign(value)
    mean, deviation = ops.mean(passes, axis=0), ops.std(passes, axis=0)
    return ops.convert_to_numpy(mean), ops.convert_to_numpy(deviation)


def build_spatial_dropout(image_shape, filters, rate, n_classes):
    images = keras.Input(image_shape)
    maps = layers.Conv2D(filters, (3, 3), activation="relu")(images)
    maps = layers.Dropout(rate, noise_shape=(None, 1, 1, filters))(maps)
    vector = layers.GlobalMaxPooling2D()(maps)
    return keras.Model(images, layers.Softmax()(layers.Dense(n_classes, use_bias=False)(vector)))
