"""A layer of one's own that normalizes by the batch is batch normalization too, with whatever axes its weights have."""

import keras
from keras import layers, ops


def normalize_batch(x, gamma, beta, epsilon=1e-3):
    x = ops.cast(x, "float32")
    mean = ops.mean(x, axis=0, keepdims=True)
    variance = ops.mean(x * x, axis=0, keepdims=True) - mean * mean
    return ops.add(ops.multiply(x - mean, gamma) * ops.rsqrt(ops.maximum(variance, 0) + epsilon), beta)


def update_moving(moving, batch_statistic, momentum=0.99):
    moving = ops.convert_to_tensor(moving)
    return moving - (moving - ops.convert_to_tensor(batch_statistic)) * (1.0 - momentum)


class Norm(layers.Layer):
    def build(self, input_shape):
        shape = (1, input_shape[-1])
        self.variance = self.add_weight(shape=shape, initializer="ones", trainable=False)
        self.shift = self.add_weight(shape=shape, initializer="zeros")
        self.mean = self.add_weight(shape=shape, initializer="zeros", trainable=False)
        self.factor = self.add_weight(shape=shape, initializer="ones")

    def call(self, x, training=None):
        mean, variance = self.mean, self.variance
        if training:
            mean, variance = ops.moments(x, axes=0, keepdims=True)
            self.mean.assign(0.8 * self.mean + 0.2 * mean)
            self.variance.assign(0.8 * self.variance + 0.2 * variance)
        return (x - mean) / ops.sqrt(variance + 1e-6) * self.factor + self.shift


def build_batch_norm_network(n_features, units, n_classes):
    model = keras.Sequential()
    model.add(keras.Input(shape=(n_features,)))
    for width in units:
        model.add(keras.Sequential([layers.Dense(width, use_bias=False), Norm(), layers.Activation(ops.relu)]))
    model.add(layers.Dense(n_classes, activation=keras.activations.softmax))
    return model


def freeze_batch_norm(model):
    for layer in model.layers:
        if hasattr(layer, "layers"):
            freeze_batch_norm(layer)
        else:
            layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)
    return model
